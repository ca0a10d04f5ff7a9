import { CheckmarkCircleFillIcon, CircleIcon, HourglassIcon, PadlockLockedIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { day } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { Section } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { useT } from './texts';
import './path.css';

type OwnStep = Schemas['OwnStep'];
const icons = {
  now: CircleIcon,
  waiting: HourglassIcon,
  later: PadlockLockedIcon,
  done: CheckmarkCircleFillIcon,
} as const;

/** One's own steps, in words of one's own language: what can be done, what waits, what is done. */
export function MyPath() {
  const t = useT();
  const language = useLocale();
  const query = useQuery({
    queryKey: ['get', '/v1/portal/milestones', language],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/portal/milestones', { params: { query: { language } }, signal })),
  });
  if (query.isPending) return <LoadingState lines={8} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { items } = query.data;
  if (items.length === 0) return <EmptyState title={t('path.none')} hint={t('path.noneHint')} />;
  const done = items.filter((x) => x.state === 'done').length;
  return (
    <div className="stack">
      <p className="flush path-count">
        <strong>{t('path.count', { done, all: items.length })}</strong>
        <progress value={done} max={items.length} aria-label={t('path.count', { done, all: items.length })} />
      </p>
      {(['now', 'waiting', 'later', 'done'] as const).map((state) => (
        <Group key={state} state={state} steps={items.filter((x) => x.state === state)} />
      ))}
    </div>
  );
}

function Group({ state, steps }: { state: OwnStep['state']; steps: OwnStep[] }) {
  const t = useT();
  if (steps.length === 0) return null;
  const Icon = icons[state];
  const list = (
    <ul className="plain-list path-steps">
      {steps.map((step) => (
        <li key={step.code} data-state={state}>
          <Icon aria-hidden className="path-icon" />
          <span className="path-words">
            <strong>{step.name}</strong>
            {state !== 'done' && <span>{step.say}</span>}
            {state !== 'later' && <span className="muted">{factOf(step, t)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
  if (state !== 'done') return <Section title={t(`path.${state}`)}>{list}</Section>;
  return (
    <details className="path-done">
      <summary>{t('path.done')}</summary>
      {list}
    </details>
  );
}

function factOf(step: OwnStep, t: ReturnType<typeof useT>): string {
  if (step.done_on) return t('path.doneOn', { day: day(step.done_on) });
  const who = t(`path.mover.${step.mover}`);
  return step.due_on ? `${who} ${t('path.due', { day: day(step.due_on) })}` : who;
}

import { Button } from '@digdir/designsystemet-react';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form } from '@/shared/forms/Form';
import { useServerForm } from '@/shared/forms/useServerForm';
import { refresh } from '@/shared/live/useLiveEvents';
import { Section } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { toast, toastError } from '@/shared/ui/toasts';
import { HoursFields } from './HoursFields';
import { hoursSchema, sentFrom, typedFrom } from './hoursForm';
import { markDone, type OwnDay, ownDay, putHours, type Task } from './queries';
import { useT } from './texts';
import { duration, roundedNow, stateOf, tones, what } from './told';
import './crew.css';

/** A worker's first page, held in one hand: where, what, done, and the hours. */
export function MyDay() {
  const t = useT();
  const query = useQuery(ownDay);
  if (query.isPending) return <LoadingState lines={5} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { week_id, week_name, site, member_id, tasks } = query.data;
  if (!week_id || !member_id || !site)
    return <EmptyState title={t('crew.myNone')} hint={t('crew.myNoneHint')} />;
  return (
    <div className="stack crew-mine">
      <p className="flush">
        <bdi>{site.name}</bdi>
        {' · '}
        <Link to="/klargjoring/arbeidslag/$weekId" params={{ weekId: week_id }} className="ds-link tap">
          {week_name}
        </Link>
      </p>
      {tasks.length === 0 && <EmptyState title={t('crew.myFree')} hint={t('crew.myFreeHint')} />}
      {tasks.map((task) => (
        <OneTask key={task.assignment.id} task={task} />
      ))}
      <Hours key={query.data.day} own={query.data} memberId={member_id} />
    </div>
  );
}

function OneTask({ task: { assignment, colleagues, items } }: { task: Task }) {
  const t = useT();
  const client = useQueryClient();
  const state = stateOf(assignment);
  const done = state === 'planned';
  const finish = () => markDone(assignment.id, done).then(() => refresh(client, 'crew'), toastError);
  return (
    <Section
      title={what(t, assignment)}
      actions={<StatusTag tone={tones[state]}>{t(`crew.state.${state}`)}</StatusTag>}
    >
      {colleagues.length > 0 && (
        <p className="muted flush">
          <bdi>{t('crew.with', { names: colleagues.join(', ') })}</bdi>
        </p>
      )}
      <ul className="lines" aria-label={t('crew.items')}>
        {items.map((one) => (
          <li key={one.item}>
            <span className="line-main">
              <bdi>{one.item}</bdi>
              {one.quantity > 1 && (
                <span className="muted figures"> {t('crew.times', { count: one.quantity })}</span>
              )}
            </span>
            {one.set_up ? (
              <StatusTag tone="success">{t('crew.isSet')}</StatusTag>
            ) : (
              one.needs_assembly && <span className="muted">{t('crew.assemble')}</span>
            )}
          </li>
        ))}
      </ul>
      <div className="crew-big">
        <Link
          to="/klargjoring/$unitId/kryss"
          params={{ unitId: assignment.unit_id }}
          className="ds-button"
          data-variant="secondary"
        >
          {t('crew.tick', { unit: assignment.label })}
        </Link>
        {state !== 'signed' && (
          <Button
            type="button"
            variant={done ? 'primary' : 'tertiary'}
            aria-label={t(done ? 'crew.doneOf' : 'crew.notDoneOf', { what: what(t, assignment) })}
            onClick={() => void finish()}
          >
            {done && <CheckmarkIcon aria-hidden fontSize="1.5rem" />}
            {t(done ? 'crew.done' : 'crew.notDone')}
          </Button>
        )}
      </div>
    </Section>
  );
}

function Hours({ own, memberId }: { own: OwnDay; memberId: string }) {
  const t = useT();
  const client = useQueryClient();
  const state = useServerForm({
    schema: hoursSchema,
    defaultValues: typedFrom(own.hours, roundedNow()),
    save: async (given) => {
      const saved = await putHours(memberId, sentFrom(own.day, given));
      refresh(client, 'crew');
      toast([t('crew.hoursSaved'), ...saved.warnings.map((one) => t(`crew.warning.${one}`))].join('. '));
    },
  });
  return (
    <Section
      title={t('crew.myHours')}
      actions={own.hours?.starts && <strong className="figures">{duration(t, own.hours.minutes)}</strong>}
    >
      {!own.hours && <p className="muted flush">{t('crew.myHoursHint')}</p>}
      {own.hours?.warnings.map((warning) => (
        <p key={warning} className="flush crew-warning">
          {t(`crew.warning.${warning}`)}
        </p>
      ))}
      <Form state={state} submitLabel={t('crew.saveHours')}>
        <HoursFields />
      </Form>
    </Section>
  );
}

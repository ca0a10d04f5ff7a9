import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { ErrorState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import type { Tenancy } from '../queries';
import { stageOf } from '../stage';
import { useT } from '../texts';
import { ConfirmChange, WithdrawChange } from './ConfirmChange';
import { type Change, changeTones, householdChanges } from './queries';

const AskChange = lazy(async () => ({ default: (await import('./AskChange')).AskChange }));
const DecideChange = lazy(async () => ({ default: (await import('./DecideChange')).DecideChange }));

type Act = 'decide' | 'confirm' | 'withdraw';

/** Who asks to join, who was born, who left, and what the landlord answered. */
export function HouseholdChanges({ tenancy }: { tenancy: Tenancy }) {
  const t = useT();
  const mayWrite = useMay('tenancies:write');
  const query = useQuery(householdChanges(tenancy.id));
  const [asking, setAsking] = useState(false);
  const care = tenancy.view === 'care' && mayWrite ? tenancy : undefined;
  const lives = ['living', 'notice'].includes(stageOf(tenancy));
  const items = query.data?.items ?? [];
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (items.length === 0 && !(care && lives)) return null;
  return (
    <Section title={t('joining.title')}>
      {items.length === 0 && <p className="muted flush">{t('joining.none')}</p>}
      <ul className="lines" aria-label={t('joining.title')}>
        {items.map((change) => (
          <li key={change.id}>
            <Line change={change} />
          </li>
        ))}
      </ul>
      {care && lives && (
        <div className="actions">
          <Button type="button" variant="secondary" onClick={() => setAsking(true)}>
            {t('joining.ask')}
          </Button>
        </div>
      )}
      <Suspense>{asking && care && <AskChange tenancy={care} onClose={() => setAsking(false)} />}</Suspense>
    </Section>
  );
}

function Line({ change }: { change: Change }) {
  const t = useT();
  const [act, setAct] = useState<Act>();
  const [mayWrite, mayDecide] = [useMay('tenancies:write'), useMay('households:decide')];
  const close = () => setAct(undefined);
  const { kind, state, relation } = change;
  const open: Act[] = [
    ...(mayDecide && state === 'waiting' ? (['decide'] as const) : []),
    ...(mayWrite && state === 'approved' ? (['confirm'] as const) : []),
    ...(mayWrite && (state === 'waiting' || state === 'approved') ? (['withdraw'] as const) : []),
  ];
  return (
    <>
      <span className="line-main">
        {t(`joining.kind.${kind}`)}
        {change.view === 'care' && (
          <>
            {': '}
            <bdi>{change.resident_name}</bdi>
          </>
        )}
        <span className="line-sub muted">
          {relation && kind !== 'leaves' && `${t(`joining.relation.${relation}`)} · `}
          <When at={change.on_day} as="day" />
          {change.refused_because && ` · ${t(`joining.ground.${change.refused_because}`)}`}
          {change.refusal_note && (
            <>
              {' · '}
              <bdi>{change.refusal_note}</bdi>
            </>
          )}
        </span>
      </span>
      <StatusTag tone={changeTones[state]}>{t(`joining.state.${state}`)}</StatusTag>
      {open.length > 0 && (
        <span className="line-acts">
          {open.map((name) => (
            <Button
              key={name}
              type="button"
              variant={name === 'withdraw' ? 'tertiary' : 'secondary'}
              data-size="sm"
              onClick={() => setAct(name)}
            >
              {t(`joining.act.${name}`)}
            </Button>
          ))}
        </span>
      )}
      <Suspense>{act === 'decide' && <DecideChange change={change} onClose={close} />}</Suspense>
      {act === 'confirm' && <ConfirmChange change={change} onClose={close} />}
      {act === 'withdraw' && <WithdrawChange change={change} onClose={close} />}
    </>
  );
}

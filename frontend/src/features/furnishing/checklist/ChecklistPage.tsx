import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '@/shared/api/problem';
import { dayAndClock } from '@/shared/format/dates';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { UnitStateWord } from '@/shared/words/tags';
import { type Checklist, checklist } from '../queries';
import { nameIn, pieces, unchecked } from '../steps';
import { useT } from '../texts';
import { useTicking } from '../ticking';
import { WaitingTicks } from '../WaitingTicks';
import { ChecklistActions } from './ChecklistActions';
import { ChecklistTable } from './ChecklistTable';
import { Support } from './Support';
import './checklist.css';

export function ChecklistPage({ unitId, back }: { unitId: string; back: ReactNode }) {
  const t = useT();
  const query = useQuery(checklist(unitId));
  if (query.data) return <Whole list={query.data} back={back} />;
  const none = query.error instanceof ApiError && query.error.status === 404;
  return (
    <>
      <PageHeader title={t('furnishing.title')} back={back} />
      {query.isPending ? (
        <LoadingState lines={10} />
      ) : none ? (
        <EmptyState title={t('checklist.none')} hint={t('checklist.noneHint')} />
      ) : (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
    </>
  );
}

function Whole({ list, back }: { list: Checklist; back: ReactNode }) {
  const t = useT();
  const ticking = useTicking();
  const { unit, key } = list;
  return (
    <>
      <PageHeader
        title={t('checklist.title', { unit: unit.label })}
        back={back}
        tags={<UnitStateWord state={unit.state} />}
        lead={t('checklist.lead', {
          package: t('furnishing.edition', { name: list.package_name, edition: list.edition }),
          persons: list.persons,
          kind: t(`furnishing.kind.${list.kind}`),
          pieces: pieces(list),
        })}
        actions={<ChecklistActions list={list} />}
      />
      <WaitingTicks ticking={ticking} quiet />
      <p className="checklist-next">
        {key
          ? t('checklist.keyBy', { when: dayAndClock(key.at), name: nameIn(list, key.by) })
          : t('checklist.left', { count: unchecked(list) })}{' '}
        <PathLink path={pathTo('unit', unit.id) ?? ''}>{t('checklist.unitLink')}</PathLink>
      </p>
      <Support unitId={unit.id} />
      <ChecklistTable list={list} ticking={ticking} />
    </>
  );
}

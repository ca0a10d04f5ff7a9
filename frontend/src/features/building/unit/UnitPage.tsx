import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { day, isoDay } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { useMay, useSession } from '@/shared/session/session';
import { DetailLayout, PageHeader } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { UnitStateWord } from '@/shared/words/tags';
import { floorName, isDwelling, unitName } from '../names';
import { type Unit, unit } from '../queries';
import { useT } from '../texts';
import { Facts } from './Facts';
import { Life } from './Life';
import { Now } from './Now';
import { type Dialog, UnitActions } from './UnitActions';
import type { UnitSearch } from './unitSearch';
import '../building.css';
import './unit.css';

const fetchDialogs = () => import('./Dialogs');
const Dialogs = lazy(fetchDialogs);

interface Props {
  unitId: string;
  search: UnitSearch;
  onSearch: (change: Partial<UnitSearch>) => void;
  back: ReactNode;
  /** The way to the report form with this unit filled in. */
  report: ReactNode;
  /** The way to the change log of this unit, for those who may read it. */
  log: ReactNode;
}
export function UnitPage({ unitId, search, onSearch, back, report, log }: Props) {
  const query = useQuery(unit(unitId));
  const mayWrite = useMay('units:write');
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const u = query.data;
  return (
    <>
      {u ? (
        <Header unit={u} back={back}>
          {mayWrite && <UnitActions unit={u} onOpen={setDialog} onAboutTo={() => void fetchDialogs()} />}
          {report}
        </Header>
      ) : (
        <Header back={back} />
      )}
      {query.isPending && <LoadingState lines={10} />}
      {query.isError && !u && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {u && (
        <>
          <Blocked unit={u} />
          <DetailLayout aside={<Facts unit={u} log={log} />}>
            <Now unit={u} />
            <Life unitId={u.id} show={search.show} onShow={(show) => onSearch({ show })} />
          </DetailLayout>
          {dialog && (
            <Suspense fallback={null}>
              <Dialogs unit={u} open={dialog} onClose={close} />
            </Suspense>
          )}
        </>
      )}
    </>
  );
}

/** One and the same heading before and after the answer: it may hold the focus. */
function Header({ unit: u, back, children }: { unit?: Unit; back: ReactNode; children?: ReactNode }) {
  const t = useT();
  const { sites } = useSession();
  if (!u) return <PageHeader title={t('unit.one')} back={back} />;
  const room = u.part === 'main' && !isDwelling(u) && u.use;
  return (
    <PageHeader
      title={unitName(t, u)}
      back={back}
      tags={
        <>
          {isDwelling(u) && <UnitStateWord state={u.state} />}
          {room && <StatusTag>{t(`unit.use.${room}`)}</StatusTag>}
        </>
      }
      lead={joined(
        sites.find((s) => s.id === u.site_id)?.name,
        u.part === 'common_house' ? t('house.common') : floorName(t, u.floor),
        u.dwelling_number,
      )}
      actions={children}
    />
  );
}

/** Why the unit is out of use and for how long; a block that has outlived its day says so. */
function Blocked({ unit: u }: { unit: Unit }) {
  const t = useT();
  if (u.view === 'plain' || u.blocked_from === null) return null;
  const over = u.blocked_until !== null && u.blocked_until < isoDay();
  return (
    <div className="blocked" data-color={over ? 'warning' : 'danger'}>
      <p className="flush">
        <strong>
          {u.blocked_until
            ? t('unit.blockedDays', { from: day(u.blocked_from), until: day(u.blocked_until) })
            : t('unit.blockedFrom', { from: day(u.blocked_from) })}
        </strong>{' '}
        <bdi>{u.blocked_reason}</bdi>
      </p>
      {over && <p className="flush">{t('unit.blockOver')}</p>}
    </div>
  );
}

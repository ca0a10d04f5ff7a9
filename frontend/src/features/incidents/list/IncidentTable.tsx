import { ImageIcon } from '@navikt/aksel-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type PointerEvent, type ReactNode, useState } from 'react';
import { isoDay } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { type Column, DataList } from '@/shared/ui/DataList';
import { StatusTag } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import { IncidentStatusWord, SeverityWord } from '@/shared/words/tags';
import { filterOf, type IncidentSearch, sortOf, sorts } from '../incidentSearch';
import { incidents, type ListedIncident } from '../queries';
import { isOverdue } from '../status';
import { useT } from '../texts';
import { placeOf, shortened, useCaseName, useOwner } from '../words';
import { Announce } from './Announce';
import { useNews } from './useNews';

interface Props {
  search: IncidentSearch;
  onSearch: (change: Partial<IncidentSearch>) => void;
  siteId?: string;
  empty: ReactNode;
}
export function IncidentTable({ search, onSearch, siteId, empty }: Props) {
  const t = useT();
  const filter = filterOf(search, siteId);
  const query = useInfiniteQuery(incidents(filter));
  const rows = query.data?.pages.flatMap((p) => p.items);
  const news = useNews({
    rows: query.isPlaceholderData ? undefined : rows,
    at: query.dataUpdatedAt,
    filters: JSON.stringify(filter),
  });
  const { held, ...pointer } = useHold(news.ids);
  // nothing slides under a mouse that is about to click: what arrives meanwhile waits until it leaves
  const data = query.data && {
    ...query.data,
    pages: query.data.pages.map((p) => ({ ...p, items: p.items.filter((i) => !held.has(i.id)) })),
  };
  return (
    <div {...pointer}>
      <Announce news={news} />
      <DataList
        label={t('incidents.list')}
        query={{ ...query, data } as typeof query}
        columns={useColumns(news.ids)}
        rowKey={(r) => r.id}
        card={(r) => <Card row={r} isNew={news.ids.has(r.id)} />}
        sort={sortOf(search)}
        onSort={(next) => onSearch({ sort: sorts.find((s) => s === next) })}
        empty={empty}
      />
    </div>
  );
}

/** The news that came while the mouse was over the list. */
function useHold(ids: ReadonlySet<string>) {
  const [shown, setShown] = useState<ReadonlySet<string>>();
  const held = new Set(shown ? [...ids].filter((i) => !shown.has(i)) : []);
  return {
    held,
    onPointerEnter: (e: PointerEvent) => e.pointerType === 'mouse' && setShown(ids),
    onPointerLeave: () => setShown(undefined),
  };
}

function Title({ row, isNew }: { row: ListedIncident; isNew: boolean }) {
  const name = useCaseName();
  const t = useT();
  return (
    <span className="inc-title" data-new={isNew || undefined}>
      <PathLink path={pathTo('incident', row.id) ?? '/hendelser'}>
        <bdi>{name(row)}</bdi>
      </PathLink>
      {row.picture_count > 0 && (
        <span
          className="muted inc-pictures"
          role="img"
          aria-label={t('incidents.pictures', { count: row.picture_count })}
        >
          <ImageIcon aria-hidden />
          {row.picture_count}
        </span>
      )}
      {row.view === 'building' && <bdi className="muted inc-note">{shortened(row.building_note)}</bdi>}
    </span>
  );
}

/** The hour matters on the first day only. */
function Reported({ at }: { at: string }) {
  return <When at={at} as={isoDay(at) < isoDay() ? 'day' : 'auto'} />;
}

function Due({ row }: { row: ListedIncident }) {
  const t = useT();
  if (!row.due_on) return <>–</>;
  const late = isOverdue(row, isoDay());
  return (
    <span className="inc-due">
      <When at={row.due_on} as="day" />
      {late && <StatusTag tone="warning">{t('incident.overdue')}</StatusTag>}
    </span>
  );
}

function useColumns(news: ReadonlySet<string>): Column<ListedIncident>[] {
  const t = useT();
  const owner = useOwner();
  return [
    { key: 'number', header: t('incident.number'), figures: true, cell: (r) => r.number },
    { key: 'title', header: t('incident.what'), cell: (r) => <Title row={r} isNew={news.has(r.id)} /> },
    { key: 'place', header: t('incident.place'), cell: (r) => <bdi>{placeOf(r) || '–'}</bdi> },
    {
      key: 'severity',
      header: t('incident.severity'),
      sort: { down: 'severity' },
      cell: (r) => <SeverityWord severity={r.severity} />,
    },
    { key: 'status', header: t('incident.status'), cell: (r) => <IncidentStatusWord status={r.status} /> },
    { key: 'owner', header: t('incident.owner'), cell: (r) => <bdi className="nowrap">{owner(r)}</bdi> },
    {
      key: 'created',
      header: t('incident.reported'),
      sort: { up: 'oldest', down: 'newest' },
      figures: true,
      cell: (r) => <Reported at={r.created_at} />,
    },
    {
      key: 'due',
      header: t('incident.due'),
      sort: { up: 'due' },
      figures: true,
      cell: (r) => <Due row={r} />,
    },
  ];
}

function Card({ row, isNew }: { row: ListedIncident; isNew: boolean }) {
  const t = useT();
  const owner = useOwner();
  return (
    <>
      <Title row={row} isNew={isNew} />
      <span className="inc-tags">
        <SeverityWord severity={row.severity} />
        <IncidentStatusWord status={row.status} />
        {isOverdue(row, isoDay()) && <StatusTag tone="warning">{t('incident.overdue')}</StatusTag>}
      </span>
      <span className="muted inc-line">
        <bdi>{joined(row.number, placeOf(row), owner(row))}</bdi> · <Reported at={row.created_at} />
      </span>
    </>
  );
}

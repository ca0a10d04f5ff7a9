import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { day, isoDay } from '@/shared/format/dates';
import { textOf } from '@/shared/i18n';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { Section } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { Timeline, type TimelineEntry } from '@/shared/ui/Timeline';
import { type LifeEntry, type LifeKind, life } from '../queries';
import { type T, useT } from '../texts';
import { lastDay } from './lastDay';
import { lifeKinds } from './unitSearch';

interface Props {
  unitId: string;
  show: LifeKind | undefined;
  onShow: (show: LifeKind | undefined) => void;
}
/** Everything dated about the unit that the reader may see, newest first. */
export function Life({ unitId, show, onShow }: Props) {
  const t = useT();
  const query = useQuery(life(unitId));
  return (
    <Section title={t('life.title')}>
      {query.isPending ? (
        <LoadingState />
      ) : query.isError && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Entries items={query.data.items} show={show} onShow={onShow} />
      )}
    </Section>
  );
}

function Entries({ items, show, onShow }: Omit<Props, 'unitId'> & { items: readonly LifeEntry[] }) {
  const t = useT();
  const kinds = lifeKinds.filter((k) => k === show || items.some((i) => i.kind === k));
  const shown = items.filter((i) => !show || i.kind === show);
  return (
    <>
      {kinds.length > 1 && (
        <div role="group" aria-label={t('life.filter')} className="life-kinds">
          {kinds.map((k) => (
            <button
              key={k}
              type="button"
              className="toggle-chip"
              data-color="neutral"
              aria-pressed={k === show}
              onClick={() => onShow(k === show ? undefined : k)}
            >
              {t(`life.${k}s`)}{' '}
              <span className="legend-count">{items.filter((i) => i.kind === k).length}</span>
            </button>
          ))}
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState title={t('life.empty')} hint={t('life.emptyHint')} />
      ) : (
        <Timeline label={t('life.title')} entries={shown.map((e, i) => entryOf(t, e, i))} />
      )}
    </>
  );
}

function entryOf(t: T, e: LifeEntry, index: number): TimelineEntry {
  const word = (vocabulary: string) => textOf(`${vocabulary}.${e.code}`) ?? e.code;
  const base = { id: `${e.kind}-${e.link_id ?? index}-${e.day}`, at: e.day };
  const text = e.text && <bdi>{e.text}</bdi>;
  switch (e.kind) {
    case 'use':
      return {
        ...base,
        title: t(e.until ? 'life.wasUsed' : 'life.isUsed', { use: word('unit.use').toLowerCase() }),
        body: <Body lines={[e.until && t('life.until', { day: day(lastDay(e.until)) }), text]} />,
      };
    case 'tenancy':
      return {
        ...base,
        title: <PathLink path={pathTo('tenancy', e.link_id) ?? '/'}>{t('life.tenancy')}</PathLink>,
        tag: !e.until && (
          <StatusTag tone={e.day > isoDay() ? 'info' : 'success'}>
            {t(e.day > isoDay() ? 'tenancy.state.planned' : 'tenancy.state.current')}
          </StatusTag>
        ),
        body: <Body lines={[e.until ? movedOut(t, e.until, e.code) : textOf(`tenancy.kind.${e.code}`)]} />,
      };
    case 'incident':
      return {
        ...base,
        title: <PathLink path={pathTo('incident', e.link_id) ?? '/'}>{word('category')}</PathLink>,
        who: e.text,
        tag: !e.until && <StatusTag tone="warning">{t('life.openNow')}</StatusTag>,
        body: e.until && <Body lines={[t('life.closed', { day: day(e.until) })]} />,
      };
    case 'change':
      return { ...base, title: t('life.became', { state: word('unit.state').toLowerCase() }), body: text };
  }
}

function movedOut(t: T, until: string, code: string): string {
  const why = textOf(`life.ended.${code}`);
  const left = t('life.movedOut', { day: day(until) });
  return why ? `${left}: ${why}` : left;
}

function Body({ lines }: { lines: readonly ReactNode[] }) {
  const given = lines.filter(Boolean);
  return given.length === 0 ? null : (
    <>
      {given.map((line, i) => (
        <div key={i}>{line}</div>
      ))}
    </>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { joined } from '@/shared/format/joined';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { DataList } from '@/shared/ui/DataList';
import { EmptyState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { type Series, seriesList } from '../queries';
import { useT } from '../texts';
import { useRhythm } from '../useRhythm';
import { Frame } from './Frame';
import { SeriesDialog } from './SeriesDialog';

export function SeriesList() {
  const t = useT();
  const rhythm = useRhythm();
  const query = useInfiniteQuery(seriesList);
  const mayWrite = useMay('meetings:write');
  const [open, setOpen] = useState<Series>();
  const edit = (s: Series) =>
    mayWrite && (
      <Button
        type="button"
        variant="tertiary"
        aria-label={t('series.editLabel', { title: s.title })}
        onClick={() => setOpen(s)}
      >
        {t('action.edit')}
      </Button>
    );
  return (
    <Frame view="/moter/rekker">
      <DataList
        label={t('meetings.tab./moter/rekker')}
        query={query}
        columns={[
          { key: 'title', header: t('meeting.series'), cell: (r) => <Title series={r} /> },
          { key: 'kind', header: t('meeting.kind'), cell: (r) => t(`meeting.kind.${r.kind}`) },
          { key: 'rhythm', header: t('series.rhythm'), cell: rhythm },
          { key: 'next', header: t('series.next'), cell: (r) => <Next series={r} /> },
          { key: 'edit', header: t('series.change'), cell: edit },
        ]}
        rowKey={(r) => r.id}
        card={(r) => (
          <>
            <Title series={r} />
            <span className="muted">{joined(t(`meeting.kind.${r.kind}`), rhythm(r))}</span>
            <span>
              <Next series={r} />
            </span>
            {edit(r)}
          </>
        )}
        empty={
          <EmptyState
            title={t('series.none')}
            hint={t('series.noneHint')}
            action={mayWrite && <PathLink path="/moter/ny-rekke">{t('series.new')}</PathLink>}
          />
        }
      />
      {open && <SeriesDialog series={open} onClose={() => setOpen(undefined)} />}
    </Frame>
  );
}

function Title({ series }: { series: Series }) {
  return (
    <>
      <Link to="/moter" search={{ series: series.id }} className="ds-link">
        <bdi>{series.title}</bdi>
      </Link>
      {series.topics.length > 0 && <bdi className="muted meet-with">{joined(...series.topics)}</bdi>}
    </>
  );
}

function Next({ series }: { series: Series }) {
  const t = useT();
  if (!series.next_at) return <span className="muted">{t('series.over')}</span>;
  return (
    <>
      <When at={series.next_at} as="short" />{' '}
      <span className="muted">{t('series.ahead', { count: series.ahead })}</span>
    </>
  );
}

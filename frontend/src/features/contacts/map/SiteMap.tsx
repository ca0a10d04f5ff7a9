import { Button } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMay } from '@/shared/session/session';
import { FilterBar, FilterCheck } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import type { MapSearch } from '../contactSearch';
import { type Cell, siteMap } from '../queries';
import { useT } from '../texts';
import { EditCell } from './EditCell';
import { MapTable } from './MapTable';
import { TopicDialog } from './TopicDialog';
import '../contacts.css';

interface Props {
  siteId: string;
  search: MapSearch;
  onSearch: (change: Partial<MapSearch>) => void;
  tabs: ReactNode;
  /** To the maps of other sites. */
  sites?: ReactNode;
}
export function SiteMap({ siteId, search, onSearch, tabs, sites }: Props) {
  const t = useT();
  const mayWrite = useMay('responsibilities:write');
  const query = useQuery(siteMap(siteId));
  const [editing, setEditing] = useState<Cell>();
  const [topic, setTopic] = useState<Cell | 'new'>();
  const gaps = query.data?.gaps;
  return (
    <>
      <PageHeader
        title={t('map.title')}
        lead={query.data && t('map.lead', { site: query.data.site.name })}
        tags={gaps !== undefined && <GapCount gaps={gaps} />}
        actions={
          mayWrite && (
            <Button type="button" variant="secondary" onClick={() => setTopic('new')}>
              <PlusIcon aria-hidden />
              {t('topic.new')}
            </Button>
          )
        }
      />
      {tabs}
      <FilterBar active={search.gaps ? 1 : 0} onClear={() => onSearch({ gaps: undefined })}>
        {sites}
        <FilterCheck label={t('map.onlyGaps')} value={search.gaps} onChange={(g) => onSearch({ gaps: g })} />
      </FilterBar>
      {query.isPending ? (
        <LoadingState lines={12} />
      ) : !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Rows
          items={query.data.items.filter((c) => !search.gaps || c.gap)}
          onEdit={mayWrite ? setEditing : undefined}
          onTopic={mayWrite ? setTopic : undefined}
        />
      )}
      {editing && <EditCell siteId={siteId} cell={editing} onClose={() => setEditing(undefined)} />}
      {topic && (
        <TopicDialog topic={topic === 'new' ? undefined : topic} onClose={() => setTopic(undefined)} />
      )}
    </>
  );
}

function GapCount({ gaps }: { gaps: number }) {
  const t = useT();
  return <StatusTag tone={gaps > 0 ? 'danger' : 'success'}>{t('map.gaps', { count: gaps })}</StatusTag>;
}

interface RowsProps {
  items: readonly Cell[];
  onEdit?: (cell: Cell) => void;
  onTopic?: (cell: Cell) => void;
}
function Rows(props: RowsProps) {
  const t = useT();
  if (props.items.length === 0) return <EmptyState title={t('map.noGaps')} hint={t('map.noGapsHint')} />;
  return <MapTable {...props} />;
}

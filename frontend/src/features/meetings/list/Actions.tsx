import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { countSet } from '@/shared/routing/search';
import { DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterSelect } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { ActionButtons, ActionDue, ActionText, OriginLink } from '../followup/ActionLine';
import { SettleDialog } from '../followup/SettleDialog';
import { services } from '../kinds';
import { type ActionSearch, actionFilters, actionsOf } from '../meetingSearch';
import { type Action, actions } from '../queries';
import { useT } from '../texts';
import { Frame } from './Frame';

interface Props {
  search: ActionSearch;
  onSearch: (change: Partial<ActionSearch>) => void;
}
export function Actions({ search, onSearch }: Props) {
  const t = useT();
  const query = useInfiniteQuery(actions(actionsOf(search)));
  const [open, setOpen] = useState<Action>();
  const whose = search.whose ?? 'mine';
  const clear = { organisation: undefined, status: undefined };
  return (
    <Frame view="/moter/oppfolging">
      <FilterBar active={countSet(search, actionFilters)} onClear={() => onSearch(clear)}>
        <select
          className="ds-input filter-select"
          data-width="auto"
          aria-label={t('actions.whose')}
          value={whose}
          onChange={(e) => onSearch({ whose: e.target.value === 'all' ? 'all' : undefined })}
        >
          <option value="mine">{t('actions.whose.mine')}</option>
          <option value="all">{t('actions.whose.all')}</option>
        </select>
        <FilterSelect
          label={t('action.status')}
          value={search.status}
          options={(['overdue', 'done', 'dropped'] as const).map((s) => ({
            value: s,
            label: t(`action.status.${s}`),
          }))}
          onChange={(status) => onSearch({ status })}
        />
        <FilterSelect
          label={t('action.organisation')}
          value={search.organisation}
          options={services.map((s) => ({ value: s, label: t(`audience.${s}`) }))}
          onChange={(organisation) => onSearch({ organisation })}
        />
      </FilterBar>
      <DataList
        label={t('meetings.tab./moter/oppfolging')}
        query={query}
        columns={[
          { key: 'what', header: t('action.what'), cell: (a) => <ActionText action={a} /> },
          { key: 'due', header: t('action.due'), cell: (a) => <ActionDue action={a} /> },
          { key: 'whence', header: t('action.whence'), cell: (a) => <OriginLink meeting={a.meeting} /> },
          { key: 'do', header: t('action.do'), cell: (a) => <ActionButtons action={a} onMore={setOpen} /> },
        ]}
        rowKey={(a) => a.id}
        card={(a) => (
          <>
            <ActionText action={a} />
            <ActionDue action={a} />
            <OriginLink meeting={a.meeting} />
            <ActionButtons action={a} onMore={setOpen} />
          </>
        )}
        empty={<EmptyState title={t(`actions.none.${whose}`)} hint={t('actions.noneHint')} />}
      />
      {open && <SettleDialog action={open} onClose={() => setOpen(undefined)} />}
    </Frame>
  );
}

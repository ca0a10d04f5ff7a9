import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSite } from '@/shared/session/session';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterSelect } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { UnitStateWord } from '@/shared/words/tags';
import { keysOf } from '@/shared/words/values';
import { type FurnishingSearch, stageOf, stages, uses } from './furnishingSearch';
import { type FurnishedUnit, furnishedUnits, papersOf } from './queries';
import { type T, useT } from './texts';
import { useTicking } from './ticking';
import './furnishing.css';

interface Props {
  search: FurnishingSearch;
  onSearch: (change: Partial<FurnishingSearch>) => void;
}
export function FurnishingList({ search, onSearch }: Props) {
  const t = useT();
  const { chosen, sites } = useSite();
  const printed = sites.length === 1 ? sites[0] : chosen;
  // ticks that a closed page left waiting are sent from here
  useTicking();
  const { stage, use, sort = 'stage' } = search;
  const query = useInfiniteQuery(furnishedUnits({ site_id: chosen?.id, stage, use, sort }));
  const active = [stage, use].filter(Boolean).length;
  return (
    <>
      <FilterBar active={active} onClear={() => onSearch({ stage: undefined, use: undefined })}>
        <FilterSelect
          label={t('furnishing.stage')}
          value={stage}
          options={keysOf(stages).map((s) => ({ value: s, label: t(`furnishing.stage.${s}`) }))}
          onChange={(next) => onSearch({ stage: next })}
        />
        <FilterSelect
          label={t('furnishing.use')}
          value={use}
          options={uses.map((u) => ({ value: u, label: t(`furnishing.use.${u}`) }))}
          onChange={(next) => onSearch({ use: next })}
        />
      </FilterBar>
      {printed && (
        <p>
          <a className="ds-link" href={papersOf(printed.id)} download>
            {t('papers.all')}
          </a>
        </p>
      )}
      <DataList
        label={t('furnishing.list')}
        query={query}
        columns={columns(t)}
        rowKey={(u) => u.id}
        card={(u) => <Card unit={u} />}
        sort={sort}
        onSort={(next) => onSearch({ sort: next === 'label' ? 'label' : undefined })}
        empty={
          active > 0 ? (
            <EmptyState title={t('furnishing.noneFound')} hint={t('furnishing.noneFoundHint')} />
          ) : (
            <EmptyState title={t('furnishing.none')} hint={t('furnishing.noneHint')} />
          )
        }
      />
    </>
  );
}

const columns = (t: T): Column<FurnishedUnit>[] => [
  {
    key: 'unit',
    header: t('furnishing.unit'),
    sort: { up: 'label' },
    figures: true,
    cell: (u) => <ToList unit={u} />,
  },
  { key: 'state', header: t('furnishing.state'), cell: (u) => <UnitStateWord state={u.state} /> },
  { key: 'stage', header: t('furnishing.stage'), sort: { up: 'stage' }, cell: (u) => <StageWord unit={u} /> },
  { key: 'progress', header: t('furnishing.progress'), figures: true, cell: (u) => <Checked unit={u} /> },
  {
    key: 'missing',
    header: t('furnishing.missing'),
    figures: true,
    cell: ({ checklist }) => t('furnishing.missingCount', { count: checklist?.progress.missing ?? 0 }),
  },
  {
    key: 'deviations',
    header: t('furnishing.deviations'),
    figures: true,
    cell: ({ checklist }) => checklist?.progress.deviations || '–',
  },
  {
    key: 'package',
    header: t('furnishing.package'),
    cell: ({ checklist }) =>
      checklist && (
        <span className="muted">
          <bdi>{t('furnishing.edition', { name: checklist.package_name, edition: checklist.edition })}</bdi>
          {' · '}
          {t(`furnishing.kind.${checklist.kind}`)}
        </span>
      ),
  },
];

function ToList({ unit }: { unit: FurnishedUnit }) {
  if (!unit.checklist) return <bdi>{unit.label}</bdi>;
  return (
    <Link to="/klargjoring/$unitId" params={{ unitId: unit.id }} className="ds-link">
      <bdi>{unit.label}</bdi>
    </Link>
  );
}

function StageWord({ unit }: { unit: FurnishedUnit }) {
  const t = useT();
  const stage = stageOf(unit);
  if (stage === 'none') return <span className="muted">{t('furnishing.stage.none')}</span>;
  return <StatusTag tone={stages[stage]}>{t(`furnishing.stage.${stage}`)}</StatusTag>;
}

function Checked({ unit: { checklist } }: { unit: FurnishedUnit }) {
  const t = useT();
  if (!checklist) return '–';
  const { checked, lines } = checklist.progress;
  return (
    <span className="progress">
      <span className="progress-bar" aria-hidden>
        <span style={{ inlineSize: `${lines ? (100 * checked) / lines : 0}%` }} />
      </span>
      {t('furnishing.checkedOf', { checked, lines })}
    </span>
  );
}

function Card({ unit }: { unit: FurnishedUnit }) {
  const t = useT();
  const missing = unit.checklist?.progress.missing ?? 0;
  return (
    <>
      <span className="furnishing-card">
        <ToList unit={unit} />
        <UnitStateWord state={unit.state} />
      </span>
      <span className="row tight">
        <StageWord unit={unit} />
        {missing > 0 && (
          <span className="muted">
            {t('furnishing.missing')}: {t('furnishing.missingCount', { count: missing })}
          </span>
        )}
      </span>
      {unit.checklist && <Checked unit={unit} />}
    </>
  );
}

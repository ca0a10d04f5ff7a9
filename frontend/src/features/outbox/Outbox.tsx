import { useInfiniteQuery } from '@tanstack/react-query';
import { joined } from '@/shared/format/joined';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterSelect } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState } from '@/shared/ui/states';
import { StatusTag, type Tone } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import { type OutboxSearch, states } from './outboxSearch';
import { type Mail, type MailState, outbox } from './queries';
import { useT } from './texts';

const tones: Record<MailState, Tone> = {
  queued: 'neutral',
  sent: 'success',
  failed: 'warning',
  dead: 'danger',
};

interface Props {
  search: OutboxSearch;
  onSearch: (change: Partial<OutboxSearch>) => void;
}
export function Outbox({ search: { state }, onSearch }: Props) {
  const t = useT();
  const query = useInfiniteQuery(outbox(state));
  const columns: Column<Mail>[] = [
    {
      key: 'at',
      header: t('outbox.when'),
      figures: true,
      cell: (m) => <When at={m.created_at} as="short" />,
    },
    { key: 'channel', header: t('outbox.channel'), cell: (m) => t(`outbox.channel.${m.channel}`) },
    { key: 'state', header: t('outbox.state'), cell: (m) => <State of={m} /> },
    { key: 'attempts', header: t('outbox.attempts'), cell: (m) => <Attempts of={m} /> },
    { key: 'problem', header: t('outbox.problem'), cell: (m) => <Why of={m} /> },
  ];
  return (
    <>
      <PageHeader title={t('outbox.title')} lead={t('outbox.lead')} />
      <FilterBar active={state ? 1 : 0} onClear={() => onSearch({ state: undefined })}>
        <FilterSelect
          label={t('outbox.state')}
          value={state}
          options={states.map((value) => ({ value, label: t(`outbox.state.${value}`) }))}
          onChange={(next) => onSearch({ state: next })}
        />
      </FilterBar>
      <DataList
        label={t('outbox.list')}
        query={query}
        columns={columns}
        rowKey={(m) => m.id}
        card={(m) => (
          <>
            <span>
              {t(`outbox.channel.${m.channel}`)} <State of={m} />
            </span>
            <span className="muted">
              <When at={m.created_at} as="short" /> · <Attempts of={m} />
            </span>
            {m.problem && <Why of={m} />}
          </>
        )}
        empty={
          state ? (
            <EmptyState title={t('outbox.noneFound')} hint={t('outbox.noneFoundHint')} />
          ) : (
            <EmptyState title={t('outbox.none')} hint={t('outbox.noneHint')} />
          )
        }
      />
    </>
  );
}

function State({ of }: { of: Mail }) {
  const t = useT();
  return <StatusTag tone={tones[of.state]}>{t(`outbox.state.${of.state}`)}</StatusTag>;
}

function Attempts({ of }: { of: Mail }) {
  const t = useT();
  const tries = t('outbox.tries', { count: of.attempts });
  if (!of.next_try_at || of.state !== 'failed') return tries;
  return (
    <>
      {joined(tries, t('outbox.nextTry'))} <When at={of.next_try_at} as="short" />
    </>
  );
}

function Why({ of: { problem } }: { of: Mail }) {
  const t = useT();
  if (!problem) return '–';
  if (problem === 'no_address') return t('outbox.why.noAddress');
  const [, code] = /^(?:http|smtp)_(\d+)$/.exec(problem) ?? [];
  return code ? t('outbox.why.answered', { code }) : t('outbox.why.away', { code: problem });
}

import { useQuery } from '@tanstack/react-query';
import { body, client } from '@/shared/api/client';
import { day } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { clauses, clausesOf, isClauseLanguage } from '../clauses/clauses';
import { useT } from './texts';
import './contract.css';

/** One's own lease in plain words, in one's own language. */
export function MyContract() {
  const t = useT();
  const locale = useLocale();
  const language = isClauseLanguage(locale) ? locale : 'nb';
  const lease = useQuery({
    queryKey: ['get', '/v1/portal/lease'],
    queryFn: ({ signal }) => body(client.GET('/v1/portal/lease', { signal })),
  });
  const words = useQuery(clauses(language));
  const failed = lease.error ?? words.error;
  if (failed && !lease.data)
    return <ErrorState error={failed} onRetry={() => void Promise.all([lease.refetch(), words.refetch()])} />;
  if (!lease.data || !words.data) return <LoadingState lines={8} />;
  const { kind, unit_label, from_day, contract_ends_on } = lease.data;
  if (!kind || !from_day) return <EmptyState title={t('contract.none')} hint={t('contract.noneHint')} />;
  const ends = contract_ends_on ? day(contract_ends_on) : '';
  return (
    <div className="stack">
      <p className="flush">
        <strong>
          {t('contract.home')} <bdi>{unit_label}</bdi>
        </strong>
        <br />
        {ends
          ? t('contract.fixed', { from: day(from_day), ends })
          : t('contract.open', { from: day(from_day) })}
      </p>
      <ol className="plain-list contract-clauses" lang={language}>
        {clausesOf(words.data, kind).map((clause) => (
          <li key={clause.code}>
            <strong>{clause.title}</strong>
            <span>{clause.text}</span>
          </li>
        ))}
      </ol>
      <p className="muted flush">{t('contract.paper')}</p>
    </div>
  );
}

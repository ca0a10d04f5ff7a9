import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { joined } from '@/shared/format/joined';
import { PhoneLink } from '@/shared/ui/PhoneLink';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { myPeople } from './queries';
import { useT } from './texts';
import './people.css';

export function MyPeople() {
  const t = useT();
  const query = useQuery(myPeople);
  if (query.isPending) return <LoadingState lines={4} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { helpers, on_call: onCall } = query.data;
  return (
    <div className="stack">
      {helpers.length === 0 && <EmptyState title={t('people.none')} hint={t('people.noneHint')} />}
      <ul className="people plain-list">
        {helpers.map((p) => (
          <Person key={`${p.kind} ${p.name}`} name={p.name} phone={p.phone}>
            <span className="muted">{joined(t(`helper.${p.kind}`), p.organisation)}</span>
            <span>{t(`people.for.${p.kind}`)}</span>
          </Person>
        ))}
      </ul>
      {onCall.length > 0 && (
        <>
          <h2 className="people-now">{t('people.onCall')}</h2>
          <ul className="people plain-list">
            {onCall.map((p) => (
              <Person key={`${p.responsible} ${p.phone}`} name={p.name} phone={p.phone}>
                <span className="muted">{t(`people.call.${p.responsible}`)}</span>
              </Person>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Person({ name, phone, children }: { name: string; phone: string | null; children: ReactNode }) {
  return (
    <li>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      {children}
      {phone && <PhoneLink number={phone} className="people-phone" />}
    </li>
  );
}

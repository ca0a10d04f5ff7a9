import { useQuery } from '@tanstack/react-query';
import { joined } from '@/shared/format/joined';
import { textOf } from '@/shared/i18n';
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
  if (query.data.items.length === 0)
    return <EmptyState title={t('people.none')} hint={t('people.noneHint')} />;
  return (
    <ul className="people plain-list">
      {query.data.items.map((p) => (
        <li key={p.id}>
          <strong>
            <bdi>{p.name}</bdi>
          </strong>
          <span className="muted">{joined(textOf(`helper.${p.kind}`), p.organisation)}</span>
          {textOf(`people.for.${p.kind}`) && <span>{textOf(`people.for.${p.kind}`)}</span>}
          {p.phone && <PhoneLink number={p.phone} className="people-phone" />}
        </li>
      ))}
    </ul>
  );
}

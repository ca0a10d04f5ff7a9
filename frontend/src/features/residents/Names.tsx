import { fullName } from '@/shared/people/names';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import type { ListedResident } from './queries';
import { useT } from './texts';

type Named = Pick<
  ListedResident,
  'id' | 'given_name' | 'family_name' | 'preferred_name' | 'native_name' | 'protected'
>;
/** Name, what the person is called, and the name in its own script and direction. */
export function NameCell({ person }: { person: Named }) {
  const t = useT();
  return (
    <span className="name">
      <PathLink path={pathTo('resident', person.id) ?? ''}>
        <bdi>{fullName(person)}</bdi>
      </PathLink>

      {person.native_name && <bdi className="muted">{person.native_name}</bdi>}
      {person.preferred_name && (
        <span className="muted">
          {t('resident.called')} <bdi>{person.preferred_name}</bdi>
        </span>
      )}
    </span>
  );
}

import { Link } from '@tanstack/react-router';
import { useSession } from '@/shared/session/session';
import { useT } from '../texts';
import { placesFor } from './places';

export function PlaceLinks({ first, onGo }: { first?: number; onGo?: () => void }) {
  const t = useT();
  return placesFor(useSession())
    .slice(0, first)
    .map(({ to, text, icon: Icon }) => (
      <li key={to}>
        <Link
          to={to}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          className="place"
          onClick={onGo}
        >
          <Icon aria-hidden fontSize="1.25rem" />
          <span>{t(text)}</span>
        </Link>
      </li>
    ));
}

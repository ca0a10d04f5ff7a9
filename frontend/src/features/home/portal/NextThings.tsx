import { CalendarIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { day } from '@/shared/format/dates';
import { myHome } from './queries';
import { useT } from './texts';
import './home.css';

/** What comes next for me; nothing at all when nothing does. */
export function NextThings() {
  const t = useT();
  const { data } = useQuery(myHome);
  if (!data?.next.length) return null;
  return (
    <ul className="plain-list next-things" aria-label={t('next.title')}>
      {data.next.map((thing) => (
        <li key={`${thing.kind} ${thing.day}`}>
          <CalendarIcon aria-hidden fontSize="1.75rem" />
          <span>
            {t(`next.${thing.kind}`, { day: `\u2066${day(thing.day)}\u2069`, unit: thing.unit_label ?? '' })}
          </span>
        </li>
      ))}
    </ul>
  );
}

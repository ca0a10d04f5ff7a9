import type { ListedResident, Resident } from './queries';
import { useT } from './texts';

/** Years for those who settle people, else the band their view holds. */
export function useAge() {
  const t = useT();
  return (person: ListedResident | Resident): string =>
    person.view === 'case'
      ? person.age === null
        ? t('age.unknown')
        : t('resident.years', { count: person.age })
      : t(`age.${person.age_band}`);
}

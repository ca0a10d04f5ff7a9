import { joined } from '@/shared/format/joined';
import type { Incident, ListedIncident } from './queries';
import { useT } from './texts';

/** What a case is called: its title, or to those who see the building only, what kind of matter it is. */
export function useCaseName() {
  const t = useT();
  return (i: Incident | ListedIncident): string =>
    i.view === 'care' ? i.title : t(`category.${i.category}`);
}

/** «205 · badet»: unit and place as far as the reader sees them. */
export const placeOf = (i: Incident | ListedIncident): string =>
  joined(i.unit?.label, i.view === 'care' ? i.place : undefined);

/** The beginning of a note, up to a word's end. */
export const shortened = (text: string, most = 50): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most) + 1 || most).trimEnd()} …`;

/** Who has it: a person, else the service. */
export function useOwner() {
  const t = useT();
  return ({ assignee, responsible }: Pick<ListedIncident, 'assignee' | 'responsible'>): string =>
    assignee?.name ?? t(`audience.${responsible}`);
}

import { dayAndClock } from '@/shared/format/dates';
import { textOf } from '@/shared/i18n';
import type { Entry, Incident } from '../queries';
import { useT } from '../texts';

const vocabularies: Record<string, string> = {
  status: 'status',
  severity: 'severity',
  category: 'category',
  responsible: 'audience',
  audience: 'incident.audience',
};

/** The headline of an entry: what was done, with old and new value where something changed. */
export function useEntryTitle(incident: Incident) {
  const t = useT();
  const word = (field: string, value: string | null): string => {
    if (!value) return '–';
    const vocabulary = vocabularies[field];
    if (field === 'due_on' || field === 'occurred_at') return dayAndClock(value);
    return (vocabulary && textOf(`${vocabulary}.${value}`)) || value;
  };
  const assigned = (e: Entry): string => {
    const to = e.changes.find((c) => c.field === 'responsible')?.new;
    if (e.person) return t('entry.assigned', { who: e.person.name });
    return t('entry.pool', { service: textOf(`incident.the.${to ?? incident.responsible}`) ?? '' });
  };
  const shared = (e: Entry): string => {
    const change = e.changes.find((c) => c.field === 'shared_with');
    const partner = textOf(`incident.the.${change?.new ?? change?.old}`) ?? '';
    return t(change?.new ? 'entry.shared' : 'entry.unshared', { partner });
  };
  const measure = (e: Entry): string => {
    const done = e.changes.find((c) => c.field === 'done')?.new;
    const id = !e.changes.length ? 'new' : done === 'done' ? 'done' : done === 'open' ? 'open' : 'changed';
    return t(`entry.measure.${id}`, { what: e.body ?? '' });
  };
  const changed = (e: Entry): string =>
    e.changes
      .map((c) =>
        t('entry.change', {
          field: textOf(`entry.field.${c.field}`) ?? c.field,
          old: word(c.field, c.old),
          now: word(c.field, c.new),
        }),
      )
      .join('. ');

  return (e: Entry): string => {
    switch (e.kind) {
      case 'note':
        return t(e.by === 'resident' ? 'entry.fromResident' : 'entry.note');
      case 'assigned':
        return assigned(e);
      case 'shared':
        return shared(e);
      case 'measure':
        return measure(e);
      case 'picture':
        return e.changes.length ? changed(e) : t('entry.picture');
      case 'correction':
        return e.corrects_id ? t('entry.correction') : changed(e);
      default:
        return changed(e);
    }
  };
}

import { day as dayText, isoWeek } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { hoursOf, isNamedByState, nameOf, stateOf } from './Entry';
import { isFree, marksOn, markText } from './marks';
import type { Happening, Mark } from './queries';
import { useT } from './texts';

interface Props {
  caption: string;
  days: readonly string[];
  happenings: readonly Happening[];
  marks: readonly Mark[];
}
/** On paper: the municipality's own week table, one line per thing. */
export function WeekTable({ caption, days, happenings, marks }: Props) {
  const t = useT();
  const lines = days.flatMap((day) => [
    ...marksOn(marks, day)
      .filter((mark) => isFree([mark]))
      .map((mark) => ({ day, key: `${day} ${mark.code}`, text: markText(t, mark), over: false })),
    ...happenings
      .filter((h) => h.day === day)
      .map((h) => ({
        day,
        key: h.id,
        text: joined(hoursOf(h), nameOf(t, h), h.place, isNamedByState(h) ? null : stateOf(t, h)?.text),
        over: h.certainty === 'cancelled',
      })),
  ]);
  return (
    <table className="cal-print">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('calendar.column.week')}</th>
          <th scope="col">{t('calendar.column.date')}</th>
          <th scope="col">{t('calendar.column.what')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <td>{isoWeek(line.day).week}</td>
            <td>{dayText(line.day)}</td>
            <td>{line.over ? <s>{line.text}</s> : line.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

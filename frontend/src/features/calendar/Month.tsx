import { Link } from '@tanstack/react-router';
import { clock, inWords, isoWeek } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { nameOf } from './Entry';
import { isFree, marksOn, markText } from './marks';
import { type Period, today, weeksOf } from './period';
import type { Happening, Mark } from './queries';
import { useT } from './texts';
import { shortDay } from './Week';

const MOST = 4;

interface Props {
  period: Period;
  /** yyyy-mm */
  month: string;
  caption: string;
  happenings: readonly Happening[];
  marks: readonly Mark[];
}
/** A real table: weeks down, days across, so that it can be heard and printed. */
export function Month({ period, month, caption, happenings, marks }: Props) {
  const t = useT();
  const locale = useLocale();
  return (
    <table className="cal-month">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('calendar.column.week')}</th>
          {period.days.slice(0, 7).map((day) => (
            <th key={day} scope="col">
              {shortDay(day, locale)[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(period).map((week) => (
          <tr key={week[0]}>
            <th scope="row">
              <Link
                to="."
                search={(old: object) => ({ ...old, view: undefined, day: week[0] })}
                className="ds-link"
                aria-label={t('calendar.week', { week: isoWeek(week[0] ?? '').week })}
              >
                {isoWeek(week[0] ?? '').week}
              </Link>
            </th>
            {week.map((day) => (
              <Cell
                key={day}
                day={day}
                outside={!day.startsWith(month)}
                happenings={happenings.filter((h) => h.day === day)}
                marks={marksOn(marks, day)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  day: string;
  outside: boolean;
  happenings: readonly Happening[];
  marks: readonly Mark[];
}
function Cell({ day, outside, happenings, marks }: CellProps) {
  const t = useT();
  const locale = useLocale();
  const isToday = day === today();
  const rest = happenings.length - MOST;
  return (
    <td data-outside={outside} data-today={isToday} data-free={isFree(marks)}>
      <time dateTime={day} aria-label={inWords(day, locale)} className="cal-number">
        {Number(day.slice(8))}
      </time>
      {isToday && <span className="cal-now">{t('calendar.today')}</span>}
      {marks
        .filter((mark) => mark.kind !== 'school_break' || mark.first === day)
        .map((mark) => (
          <span key={`${mark.kind} ${mark.code}`} className="cal-mark" data-kind={mark.kind}>
            {markText(t, mark)}
          </span>
        ))}
      <ul className="plain-list">
        {happenings.slice(0, MOST).map((h) => {
          const path = pathTo(h.link.to, h.link.id);
          const name = nameOf(t, h);
          const title =
            h.certainty === 'cancelled' ? (
              <span>
                <s dir="auto">{name}</s> <span className="sr-only">{t('calendar.state.cancelled')}</span>
              </span>
            ) : (
              <bdi>{name}</bdi>
            );
          return (
            <li key={h.id} className="cal-line">
              {h.begins && <span className="cal-time">{clock(h.begins)}</span>}{' '}
              {path ? <PathLink path={path}>{title}</PathLink> : title}
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <Link
          to="."
          search={(old: object) => ({ ...old, view: undefined, day })}
          className="ds-link cal-rest"
        >
          {t('calendar.more', { count: rest })}
        </Link>
      )}
    </td>
  );
}

import { inWords } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { Entry } from './Entry';
import { hintOf, isFree, marksOn, markText } from './marks';
import { today } from './period';
import type { Happening, Mark } from './queries';
import { useT } from './texts';

interface Props {
  days: readonly string[];
  happenings: readonly Happening[];
  marks: readonly Mark[];
  /** A month's days without anything are left out of its list. */
  skipEmpty?: boolean;
}
/** One list per day: under each other on a phone, seven beside each other where there is room. */
export function Week({ days, happenings, marks, skipEmpty = false }: Props) {
  const shown = skipEmpty
    ? days.filter((d) => happenings.some((h) => h.day === d) || isFree(marksOn(marks, d)))
    : days;
  return (
    <div className="cal-week" data-list={skipEmpty}>
      {shown.map((day) => (
        <Day
          key={day}
          day={day}
          happenings={happenings.filter((h) => h.day === day)}
          marks={marksOn(marks, day)}
        />
      ))}
    </div>
  );
}

function Day({ day, happenings, marks }: { day: string } & Omit<Props, 'days' | 'skipEmpty'>) {
  const t = useT();
  const locale = useLocale();
  const isToday = day === today();
  const [name, date] = shortDay(day, locale);
  return (
    <section
      className="cal-day"
      data-today={isToday}
      data-free={isFree(marks)}
      aria-label={inWords(day, locale)}
    >
      <h2 className="cal-date">
        <span>{name}</span> <time dateTime={day}>{date}</time>
        {isToday && <span className="cal-now">{t('calendar.today')}</span>}
      </h2>
      {marks.length > 0 && (
        <ul className="plain-list cal-marks">
          {marks.map((mark) => (
            <li key={`${mark.kind} ${mark.code}`} data-kind={mark.kind}>
              {markText(t, mark)}
              {hintOf(mark) && <span className="muted cal-hint">{hintOf(mark)}</span>}
            </li>
          ))}
        </ul>
      )}
      {happenings.length === 0 ? (
        <p className="muted flush cal-nothing">{t('calendar.nothing')}</p>
      ) : (
        <ul className="plain-list cal-entries">
          {happenings.map((h) => (
            <Entry key={h.id} happening={h} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** «Mandag», «23.11.» */
export function shortDay(day: string, locale: string): [string, string] {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
  const [, month, date] = day.split('-');
  return [name.charAt(0).toUpperCase() + name.slice(1), `${date}.${month}.`];
}

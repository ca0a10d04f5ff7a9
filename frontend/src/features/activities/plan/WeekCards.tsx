import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useT } from '../texts';
import { DayText, LineNote, SeatsText, StateTags, TitleText } from '../words';
import { Gap, type WeeksProps } from './WeekTable';

/** The same on a phone, week by week. */
export function WeekCards({ weeks, onAdd }: WeeksProps) {
  const t = useT();
  return (
    <div className="act-cards no-print">
      {weeks.map((week, i) => (
        <section key={`${week.monday ?? 'open'} ${i}`}>
          <h2 className="act-week">
            {week.number ? t('activities.weekNo', { week: week.number }) : t('activities.noWeek')}
          </h2>
          {week.rows.length === 0 ? (
            <Gap week={week} onAdd={onAdd} />
          ) : (
            <ul className="cards act-cards-list" aria-label={t('activities.plan')}>
              {week.rows.map((row) => (
                <li key={row.id}>
                  <span>
                    <DayText of={row} />
                  </span>
                  <PathLink path={pathTo('activity', row.id) ?? ''}>
                    <TitleText of={row} />
                  </PathLink>
                  <LineNote of={row} />
                  <span className="row tight">
                    <StateTags of={row} />
                    <SeatsText of={row} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import type { ListedActivity } from '../queries';
import { useT } from '../texts';
import type { Week } from '../weeks';
import { DayText, isOver, LineNote, SeatsText, StateTags, TitleText } from '../words';

export interface WeeksProps {
  weeks: readonly Week<ListedActivity>[];
  onAdd?: (monday: string) => void;
}
/** Uke · Dato · Aktivitet, as the municipality prints it. */
export function WeekTable({ weeks, onAdd }: WeeksProps) {
  const t = useT();
  return (
    <div className="table-frame act-frame" role="region" aria-label={t('activities.plan')} tabIndex={0}>
      <table className="ds-table table act-table">
        <caption className="sr-only">{t('activities.plan')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('activities.week')}</th>
            <th scope="col">{t('activity.date')}</th>
            <th scope="col">{t('activity.one')}</th>
            <th scope="col">{t('activity.statusLabel')}</th>
            <th scope="col">{t('activity.signedUp')}</th>
            <th scope="col">{t('activity.responsible')}</th>
          </tr>
        </thead>
        {weeks.map((week, i) => (
          <tbody key={`${week.monday ?? 'open'} ${i}`}>
            {week.rows.length === 0 ? (
              <tr className="act-gap">
                <th scope="row" className="figures">
                  {week.number}
                </th>
                <td colSpan={5}>
                  <Gap week={week} onAdd={onAdd} />
                </td>
              </tr>
            ) : (
              week.rows.map((row, n) => (
                <tr key={row.id} data-over={isOver(row)}>
                  {n === 0 && (
                    <th scope="rowgroup" rowSpan={week.rows.length} className="figures">
                      {week.number ?? '–'}
                    </th>
                  )}
                  <Cells row={row} />
                </tr>
              ))
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Cells({ row }: { row: ListedActivity }) {
  return (
    <>
      <td className="nowrap">
        <DayText of={row} />
      </td>
      <td>
        <PathLink path={pathTo('activity', row.id) ?? ''}>
          <TitleText of={row} />
        </PathLink>
        {row.place && (
          <span className="muted">
            {' '}
            <bdi>{row.place}</bdi>
          </span>
        )}
        <LineNote of={row} />
      </td>
      <td>
        <StateTags of={row} />
      </td>
      <td>
        <SeatsText of={row} />
      </td>
      <td>
        <bdi>{row.responsible?.name}</bdi>
      </td>
    </>
  );
}

export function Gap({ week, onAdd }: { week: Week<ListedActivity> } & Pick<WeeksProps, 'onAdd'>) {
  const t = useT();
  const { monday } = week;
  return (
    <span className="act-gap-line">
      <span className="muted">{t('activities.gap')}</span>
      {onAdd && monday && (
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          className="no-print"
          onClick={() => onAdd(monday)}
        >
          <PlusIcon aria-hidden />
          {t('activities.fill', { week: week.number ?? '' })}
        </Button>
      )}
    </span>
  );
}

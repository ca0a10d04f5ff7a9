import { Button } from '@digdir/designsystemet-react';
import { day as wholeDay } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { useT } from '../texts';
import { shortDay, weekday } from '../weeks';
import type { Finding, Row } from './queries';

interface Props {
  row: Row;
  onChange: (change: Partial<Row>) => void;
}
/** What is odd about a line, each with the way out where there is one. */
export function Findings({ row, onChange }: Props) {
  const shown = row.findings.filter((f) => f.code !== 'wrong_weekday' || !row.settled);
  if (shown.length === 0) return null;
  return (
    <ul className="plain-list plan-findings">
      {shown.map((finding) => (
        <li key={finding.code} data-stops={finding.stops}>
          {finding.code === 'wrong_weekday' ? (
            <WrongWeekday row={row} finding={finding} onChange={onChange} />
          ) : (
            <Said finding={finding} row={row} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Said({ finding: { code, context }, row }: { finding: Finding; row: Row }) {
  const t = useT();
  if (code === 'wrong_week')
    return <>{t('plan.f.wrong_week', { printed: context.printed ?? '', real: context.real ?? '' })}</>;
  if (code === 'day_unreadable') return <>{t('plan.f.day_unreadable', { text: context.text ?? '' })}</>;
  if (code === 'holiday') return <>{t('plan.f.holiday', { name: context.name ?? '' })}</>;
  if (code === 'past') return <>{t('plan.f.past', { day: row.day ? wholeDay(row.day) : '' })}</>;
  if (code === 'wrong_weekday') return null;
  return <>{t(`plan.f.${code}`)}</>;
}

function WrongWeekday({ row, finding: { context }, onChange }: Props & { finding: Finding }) {
  const t = useT();
  const locale = useLocale();
  const { printed = '', other_day: other } = context;
  if (!row.day || !other) return null;
  const real = weekday(row.day, locale);
  return (
    <>
      {t('activity.printed', { printed, date: shortDay(row.day), real })}
      <span className="row tight">
        <Button type="button" variant="secondary" data-size="sm" onClick={() => onChange({ settled: true })}>
          {t('plan.keepDay', { day: `${real} ${shortDay(row.day)}` })}
        </Button>
        <Button type="button" variant="secondary" data-size="sm" onClick={() => onChange({ day: other })}>
          {t('plan.useDay', { day: `${weekday(other, locale)} ${shortDay(other)}` })}
        </Button>
      </span>
    </>
  );
}

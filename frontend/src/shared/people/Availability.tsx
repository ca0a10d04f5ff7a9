import { useEffect, useState } from 'react';
import { weekdayName } from '@/shared/format/dates';
import { type Hours, opening } from '@/shared/format/hours';
import { useLocale, useT } from '@/shared/i18n';
import { StatusTag } from '@/shared/ui/Tag';

interface Props {
  kind: 'person' | 'service';
  hours: readonly Hours[];
}
/** «Her nå til 15.30» or «Tilbake mandag 08.00»; nothing for those who have said no hours. */
export function Availability({ kind, hours }: Props) {
  const t = useT();
  const locale = useLocale();
  const { open, until, next } = opening(hours, useMinute());
  // clock times stay left to right among right-to-left words
  const at = (time: string) => `\u2066${time}\u2069`;
  if (open)
    return (
      <StatusTag tone="success">
        {t(`hours.${kind}.now`)} {until && t('hours.until', { at: at(until) })}
      </StatusTag>
    );
  if (!next) return null;
  const when = next.inDays === 0 ? 'today' : next.inDays === 1 ? 'tomorrow' : 'later';
  return (
    <span className="muted">
      {t(`hours.${kind}.${when}`, { at: at(next.at), day: weekdayName(next.day, locale) })}
    </span>
  );
}

/** The time, anew each minute: a page that stays open all day tells who has left. */
function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

import { Button } from '@digdir/designsystemet-react';
import { dayAndClock, isoDay } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/Tag';
import { toastError } from '@/shared/ui/toasts';
import type { Keeping } from './keeping';
import type { MoveInDay } from './queries';
import { useT } from './texts';

/** When they came and when they were inside: what the same-day rule is measured by. */
export function Hours({ day, keeping }: { day: MoveInDay; keeping: Keeping }) {
  const t = useT();
  const { arrived_at, in_flat_at } = day;
  return (
    <Section
      title={t('moveDay.hours')}
      actions={
        arrived_at && in_flat_at ? (
          isoDay(arrived_at) === isoDay(in_flat_at) ? (
            <StatusTag tone="success">{t('moveDay.sameDay')}</StatusTag>
          ) : (
            <StatusTag tone="warning">{t('moveDay.later')}</StatusTag>
          )
        ) : undefined
      }
    >
      <p className="muted flush">{t('moveDay.hoursLead')}</p>
      <Hour day={day} keeping={keeping} field="arrived_at" label={t('moveDay.arrived')} />
      <Hour day={day} keeping={keeping} field="in_flat_at" label={t('moveDay.inFlat')} />
    </Section>
  );
}

interface Props {
  day: MoveInDay;
  keeping: Keeping;
  field: 'arrived_at' | 'in_flat_at';
  label: string;
}
function Hour({ day, keeping, field, label }: Props) {
  const t = useT();
  const mayWrite = useMay('handover:write');
  const at = day[field];
  return (
    <p className="flush day-hour">
      <span>{label}</span>
      <strong className="figures">{at ? dayAndClock(at) : '–'}</strong>
      {mayWrite && (
        <Button
          type="button"
          variant={at ? 'tertiary' : 'secondary'}
          aria-label={`${label}: ${at ? t('moveDay.clear') : t('moveDay.now')}`}
          onClick={() =>
            void keeping
              .keep({ what: 'note', [field]: at ? null : new Date().toISOString() })
              .catch(toastError)
          }
        >
          {at ? t('moveDay.clear') : t('moveDay.now')}
        </Button>
      )}
    </p>
  );
}

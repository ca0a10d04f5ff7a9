import { useQuery } from '@tanstack/react-query';
import { day as dayText } from '@/shared/format/dates';
import { textOf } from '@/shared/i18n';
import { FormDialog } from '@/shared/ui/dialogs';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { toast, toastError } from '@/shared/ui/toasts';
import { culturalDays, useShowDay } from './queries';
import { useT } from './texts';

/** Which days the district's calendar names; each tap is saved. */
export function DaysDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const query = useQuery(culturalDays);
  const show = useShowDay();
  const change = (code: string, visible: boolean) =>
    show.mutate({ code, visible }, { onSuccess: () => toast(t('days.saved')), onError: toastError });
  return (
    <FormDialog open title={t('days.title')} onClose={onClose}>
      <p className="muted flush">{t('days.lead')}</p>
      {query.isPending && <LoadingState lines={6} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <ul className="plain-list cal-choices">
        {query.data?.items.map((one) => (
          <li key={one.code}>
            <label className="cal-choice">
              <input
                className="ds-input"
                type="checkbox"
                checked={one.visible}
                disabled={show.isPending}
                onChange={(e) => change(one.code, e.target.checked)}
              />
              <span>
                {textOf(`mark.${one.code}`) ?? one.code}{' '}
                {one.sensitivity !== 'neutral' && (
                  <StatusTag tone={one.sensitivity === 'divisive' ? 'warning' : 'neutral'}>
                    {t(`days.${one.sensitivity}`)}
                  </StatusTag>
                )}
              </span>
              <span className="muted cal-next">
                {one.approximate && `${t('calendar.approximate')} `}
                {t('days.next', { day: dayText(one.next) })}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}

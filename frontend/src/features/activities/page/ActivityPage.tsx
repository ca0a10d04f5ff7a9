import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { ApiError } from '@/shared/api/problem';
import { isoDay } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { DetailLayout, PageHeader, Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { type Activity, activity } from '../queries';
import { Roll } from '../roll/Roll';
import { useT } from '../texts';
import { shortDay, weekday } from '../weeks';
import { DayText, isComing, StateTags } from '../words';
import { Actions } from './Actions';
import { Chain } from './Chain';
import { Facts } from './Facts';
import { People } from './People';
import '../activities.css';

interface Props {
  id: string;
  /** The roll is open over the page; it stands in the address, so that Back closes it. */
  roll?: boolean;
  onRoll: (open: boolean) => void;
}
export function ActivityPage({ id, roll, onRoll }: Props) {
  const t = useT();
  const query = useQuery(activity(id));
  if (query.isPending) return <LoadingState lines={10} />;
  // whoever may no longer see it shall not go on reading what is on the screen
  if (query.isError && (!query.data || query.error instanceof ApiError))
    return (
      <>
        <PageHeader title={t('activity.one')} back={<Back />} />
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  return roll ? (
    <Roll activity={query.data} onDone={() => onRoll(false)} />
  ) : (
    <One activity={query.data} onRoll={() => onRoll(true)} />
  );
}

function Back() {
  const t = useT();
  return <PathLink path="/aktiviteter">{t('activities.title')}</PathLink>;
}

function One({ activity: one, onRoll }: { activity: Activity; onRoll: () => void }) {
  const t = useT();
  const locale = useLocale();
  const maySeeNames = useMay('participants:read');
  const mayTick = useMay('participants:write');
  const canTick = mayTick && (isComing(one) || one.status === 'done') && !!one.day && one.day <= isoDay();
  return (
    <>
      <PageHeader
        title={one.title ?? t('activity.open_slot')}
        back={<Back />}
        tags={<StateTags of={one} />}
        lead={<DayText of={one} />}
      />
      <DetailLayout aside={<Facts activity={one} />}>
        {one.weekday_text && one.day && (
          <p className="flush act-slip">
            {t('activity.printed', {
              printed: one.weekday_text,
              date: shortDay(one.day),
              real: weekday(one.day, locale),
            })}
          </p>
        )}
        <div className="actions">
          {canTick && (
            <Button type="button" onClick={onRoll}>
              {t('activity.roll')}
            </Button>
          )}
          <Actions activity={one} />
        </div>
        <Chain activity={one} />
        {one.description && (
          <Section title={t('activity.about')}>
            <p className="flush act-text" dir="auto">
              {one.description}
            </p>
          </Section>
        )}
        {maySeeNames && <People activity={one} />}
      </DetailLayout>
    </>
  );
}

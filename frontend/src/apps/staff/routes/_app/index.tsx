import { createFileRoute } from '@tanstack/react-router';
import { MyDay } from '@/features/crew/MyDay';
import { Today } from '@/features/today/Today';
import { inWords, isoDay } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { useMay, useSession } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState } from '@/shared/ui/states';
import { useT } from '../../texts';

export const Route = createFileRoute('/_app/')({ component: TodayPage });

function TodayPage() {
  const t = useT();
  const locale = useLocale();
  const mayRead = useMay('today:read');
  const worksInCrew = useMay('crew:own_day');
  const { name } = useSession();
  const lead = inWords(isoDay(), locale);
  if (!mayRead && worksInCrew)
    return (
      <>
        <PageHeader title={t('place.myDay')} lead={lead} />
        <MyDay />
      </>
    );
  if (!mayRead)
    return (
      <>
        <PageHeader title={t('page.welcome', { name })} />
        <EmptyState title={t('page.choose')} hint={t('page.chooseHint')} />
      </>
    );
  return (
    <>
      <PageHeader title={t('place.today')} lead={lead} />
      <Today />
    </>
  );
}

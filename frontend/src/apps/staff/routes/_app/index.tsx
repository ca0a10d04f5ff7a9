import { createFileRoute } from '@tanstack/react-router';
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
  const { name } = useSession();
  if (!mayRead)
    return (
      <>
        <PageHeader title={t('page.welcome', { name })} />
        <EmptyState title={t('page.choose')} hint={t('page.chooseHint')} />
      </>
    );
  return (
    <>
      <PageHeader title={t('place.today')} lead={inWords(isoDay(), locale)} />
      <Today />
    </>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { createFileRoute, Link, useRouter } from '@tanstack/react-router';
import { MyData } from '@/features/my-data/portal/MyData';
import { MyDevice } from '@/features/my-data/portal/MyDevice';
import { WhoLooked } from '@/features/my-data/portal/WhoLooked';
import { setCsrfToken } from '@/shared/api/client';
import { forgetAnswers } from '@/shared/offline/keepAnswers';
import { PageHeader, Section } from '@/shared/ui/Page';
import { useT } from '../../texts';

export const Route = createFileRoute('/_mine/mine-data')({ component: Mine });

function Mine() {
  const t = useT();
  const router = useRouter();
  const queryClient = useQueryClient();
  const leave = async () => {
    await router.navigate({ to: '/aktiver' });
    setCsrfToken(undefined);
    queryClient.clear();
    await forgetAnswers();
  };
  return (
    <div className="stack">
      <PageHeader title={t('place.myData')} lead={t('page.myDataLead')} />
      <p className="flush">
        {t('page.myDataWrong')}{' '}
        <Link to="/folk" className="ds-link">
          {t('page.toPeople')}
        </Link>
      </p>
      <MyData />
      <Section title={t('page.myPhone')}>
        <MyDevice onSignedOut={leave} />
      </Section>
      <Section title={t('page.whoLooked')}>
        <p className="muted">{t('page.whoLookedLead')}</p>
        <WhoLooked />
      </Section>
    </div>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { createFileRoute, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { WelcomeForm } from '@/features/sign-in/WelcomeForm';
import { sessionQuery } from '@/shared/session/session';
import { LanguageSelect } from '@/shared/ui/choices';
import { PageHeader } from '@/shared/ui/Page';
import { OfflineBanner } from '@/shared/ui/states';
import { useT } from '../texts';

export const Route = createFileRoute('/velkommen')({ component: WelcomePage });

/** The code comes behind # so that no server and no log ever sees it; it leaves the address at once. */
function takeCode(): string {
  const code = location.hash.slice(1);
  if (code) history.replaceState(history.state, '', location.pathname);
  return code;
}

function WelcomePage() {
  const t = useT();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [code] = useState(takeCode);
  const enter = async () => {
    queryClient.clear();
    await queryClient.fetchQuery(sessionQuery);
    await router.navigate({ to: '/' });
  };
  return (
    <>
      <header className="sign-in-top">
        <span className="brand">{t('app.name')}</span>
        <LanguageSelect />
      </header>
      <OfflineBanner />
      <main className="sign-in">
        <div>
          <PageHeader title={t('welcome.title')} lead={t(code ? 'welcome.lead' : 'welcome.noCode')} />
          {code && <WelcomeForm code={code} onSignedIn={enter} />}
        </div>
      </main>
    </>
  );
}

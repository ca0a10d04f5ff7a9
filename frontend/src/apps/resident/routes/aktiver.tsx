import { useQueryClient } from '@tanstack/react-query';
import { createFileRoute, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { ActivationForm } from '@/features/activation/portal/ActivationForm';
import { DemoCodes } from '@/features/activation/portal/DemoCodes';
import { sessionQuery } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { useT } from '../texts';

export const Route = createFileRoute('/aktiver')({ component: Activate });

/** The code comes behind # so that no server and no log ever sees it; it leaves the address at once. */
function takeCode(): string {
  const code = decodeURIComponent(location.hash.slice(1));
  if (code) history.replaceState(history.state, '', location.pathname);
  return code;
}

function Activate() {
  const t = useT();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [code, setCode] = useState(takeCode);
  const choose = (chosen: string) => {
    setCode(chosen);
    scrollTo({ top: 0 });
  };
  const enter = async () => {
    queryClient.clear();
    await queryClient.fetchQuery(sessionQuery);
    await router.navigate({ to: '/' });
  };
  return (
    <>
      <PageHeader
        title={t('page.activate')}
        lead={code ? t('page.activateFromQr') : t('page.activateLead')}
      />
      <ActivationForm key={code} code={code} onActivated={enter} />
      <DemoCodes onChosen={choose} />
    </>
  );
}

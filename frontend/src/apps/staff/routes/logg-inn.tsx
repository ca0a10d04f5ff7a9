import { useQueryClient } from '@tanstack/react-query';
import { createFileRoute, useRouter } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { DemoAccounts } from '@/features/sign-in/DemoAccounts';
import { SignInForm } from '@/features/sign-in/SignInForm';
import { sessionQuery } from '@/shared/session/session';
import { LanguageSelect } from '@/shared/ui/choices';
import { PageHeader } from '@/shared/ui/Page';
import { OfflineBanner } from '@/shared/ui/states';
import { useT } from '../texts';

// only addresses of this app: «//elsewhere» and «https:» would lead away
const ownAddress = z.string().check(z.regex(/^\/(?![/\\])/), z.maxLength(500));

export const Route = createFileRoute('/logg-inn')({
  validateSearch: z.object({ til: z.catch(z.optional(ownAddress), undefined) }),
  component: SignInPage,
});

function SignInPage() {
  const t = useT();
  const { til } = Route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const enter = async () => {
    queryClient.clear();
    await queryClient.fetchQuery(sessionQuery);
    const [to = '/', search = ''] = (til ?? '/').split('?');
    await router.navigate({ to, search: router.options.parseSearch(search) });
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
          <PageHeader title={t('signIn.title')} lead={til ? t('signIn.again') : undefined} />
          <SignInForm onSignedIn={enter} />
        </div>
        <DemoAccounts onSignedIn={enter} />
      </main>
    </>
  );
}

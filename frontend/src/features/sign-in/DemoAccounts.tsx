import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { joined } from '@/shared/format/joined';
import { textOf } from '@/shared/i18n';
import { ErrorState } from '@/shared/ui/states';
import { type DemoAccount, demoAccounts, signIn } from './queries';
import { useT } from './texts';

function byAudience(accounts: readonly DemoAccount[]): [string, DemoAccount[]][] {
  const groups = new Map<string, DemoAccount[]>();
  for (const a of accounts) groups.set(a.audience, [...(groups.get(a.audience) ?? []), a]);
  return [...groups];
}

/** Only where the server runs in demo mode: who one can be, one press to be it. */
export function DemoAccounts({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const t = useT();
  const { data = [] } = useQuery(demoAccounts);
  const enter = useMutation({
    mutationFn: async ({ user_name, password }: DemoAccount) => {
      await signIn({ user_name, password });
      await onSignedIn();
    },
    meta: { signedOutIsFine: true },
  });
  if (data.length === 0) return null;
  return (
    <section className="demo" aria-labelledby="demo-title">
      <Heading level={2} data-size="xs" id="demo-title">
        {t('signIn.demoTitle')}
      </Heading>
      <Paragraph className="muted flush">{t('signIn.demoLead')}</Paragraph>
      {enter.isError && <ErrorState error={enter.error} />}
      {byAudience(data).map(([audience, accounts]) => (
        <div key={audience}>
          <h3 className="demo-group">{textOf(`audience.${audience}`) ?? audience}</h3>
          <ul className="plain-list">
            {accounts.map((a) => (
              <li key={a.user_name} className="demo-line">
                <span>
                  <bdi className="demo-name">{a.name}</bdi>
                  <span className="muted demo-detail">
                    {joined(textOf(`role.${a.role}`), a.organisation, a.district)}
                  </span>
                  <code className="muted demo-detail">
                    {a.user_name} / {a.password}
                  </code>
                </span>
                <Button
                  type="button"
                  variant="secondary"
                  disabled={enter.isPending}
                  loading={enter.isPending && enter.variables.user_name === a.user_name}
                  aria-label={t('signIn.as', { name: a.name })}
                  onClick={() => enter.mutate(a)}
                >
                  {t('signIn.submit')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { DescriptionList, PageHeader, Section } from '@/shared/ui/Page';
import { PhoneLink } from '@/shared/ui/PhoneLink';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { EndRole } from './EndRole';
import { GiveRole } from './GiveRole';
import { InvitationShown } from './InvitationShown';
import {
  type Account,
  account,
  type HeldRole,
  type Invitation,
  inviteAnew,
  useRefreshAccounts,
} from './queries';
import { isComing, isPast, StateTag, useRoleDetails } from './roles';
import { useT } from './texts';
import './accounts.css';

export function AccountPage({ accountId, back }: { accountId: string; back: ReactNode }) {
  const t = useT();
  const query = useQuery(account(accountId));
  if (query.data) return <One account={query.data} back={back} />;
  return (
    <>
      <PageHeader title={t('account.one')} back={back} />
      {query.isPending ? (
        <LoadingState lines={6} />
      ) : (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
    </>
  );
}

function One({ account: a, back }: { account: Account; back: ReactNode }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [giving, setGiving] = useState(false);
  const [invitation, setInvitation] = useState<Invitation>();
  const refresh = useRefreshAccounts();
  const invite = async () => {
    try {
      setInvitation(await inviteAnew(a.id));
      await refresh();
    } catch (error) {
      toastError(error);
    }
    setAsking(false);
  };
  return (
    <>
      <PageHeader
        title={a.name}
        back={back}
        tags={<StateTag of={a.state} />}
        actions={
          !a.own && (
            <Button variant="secondary" onClick={() => setAsking(true)}>
              {t('account.newLink')}
            </Button>
          )
        }
      />
      <div className="stack">
        {a.own && <p className="flush">{t('account.own')}</p>}
        <DescriptionList
          items={[
            { term: t('account.userName'), value: <bdi dir="ltr">{a.user_name}</bdi> },
            { term: t('account.phone'), value: a.phone && <PhoneLink number={a.phone} /> },
            {
              term: t('account.lastSeen'),
              value: a.last_seen_at ? <When at={a.last_seen_at} /> : t('account.never'),
            },
            {
              term: t('account.invitedUntil'),
              value: a.invited_until && <When at={a.invited_until} as="short" />,
            },
          ]}
        />
        <Section
          title={t('account.roles')}
          actions={
            !a.own && (
              <Button variant="tertiary" onClick={() => setGiving(true)}>
                {t('account.giveRole')}
              </Button>
            )
          }
        >
          <ul className="account-roles">
            {a.roles.map((r) => (
              <Role key={r.id} role={r} own={a.own} />
            ))}
          </ul>
        </Section>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('account.newLinkTitle', { name: a.name })}
        text={t('account.newLinkText')}
        confirmLabel={t('account.newLink')}
        onConfirm={invite}
        onClose={() => setAsking(false)}
      />
      {giving && <GiveRole accountId={a.id} onClose={() => setGiving(false)} />}
      {invitation && (
        <InvitationShown name={a.name} invitation={invitation} onDone={() => setInvitation(undefined)} />
      )}
    </>
  );
}

function Role({ role, own }: { role: HeldRole; own: boolean }) {
  const t = useT();
  const details = useRoleDetails();
  const [ending, setEnding] = useState(false);
  const past = isPast(role);
  return (
    <li>
      <div>
        <strong>{t(`role.${role.role}`)}</strong>
        {past && <StatusTag>{t('account.rolePast')}</StatusTag>}
        {isComing(role) && <StatusTag tone="info">{t('account.roleComing')}</StatusTag>}
        <p className="muted flush">{details(role)}</p>
      </div>
      {!past && !own && (
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={`${t('account.endRole')}: ${t(`role.${role.role}`)}`}
          onClick={() => setEnding(true)}
        >
          {t('account.endRole')}
        </Button>
      )}
      {ending && <EndRole role={role} onClose={() => setEnding(false)} />}
    </li>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { LeaveIcon } from '@navikt/aksel-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { body, client } from '@/shared/api/client';
import { joined } from '@/shared/format/joined';
import { textOf } from '@/shared/i18n';
import { sessionQuery, useForgetAll, useMay, useSession } from '@/shared/session/session';
import { LanguageSelect, SchemeSelect } from '@/shared/ui/choices';
import { toastError } from '@/shared/ui/toasts';
import { useT } from '../texts';

/** Who I am, as what, and the way out. */
export function Me({ onDone }: { onDone: () => void }) {
  const t = useT();
  const session = useSession();
  const mayBeTold = useMay('notifications:own');
  return (
    <div className="me">
      <div>
        <strong>
          <bdi>{session.name}</bdi>
        </strong>
        <div className="muted">
          {joined(textOf(`role.${session.role}`), session.organisation?.name, session.district.name)}
        </div>
      </div>
      {session.memberships.length > 1 && <Memberships onDone={onDone} />}
      <label className="me-line">
        {t('choice.language')} <LanguageSelect />
      </label>
      <label className="me-line">
        {t('choice.scheme')} <SchemeSelect />
      </label>
      {mayBeTold && (
        <Link to="/epost" className="ds-link" onClick={onDone}>
          {t('me.mail')}
        </Link>
      )}
      <Link to="/passord" className="ds-link" onClick={onDone}>
        {t('me.password')}
      </Link>
      <Link to="/okter" className="ds-link" onClick={onDone}>
        {t('me.sessions')}
      </Link>
      <Leave />
    </div>
  );
}

function Memberships({ onDone }: { onDone: () => void }) {
  const t = useT();
  const session = useSession();
  const queryClient = useQueryClient();
  const router = useRouter();
  const change = useMutation({
    mutationFn: (membership_id: string) =>
      body(client.PUT('/v1/session/membership', { body: { membership_id } })),
    onSuccess: async () => {
      // another role may see other things: nothing cached stays
      queryClient.clear();
      await queryClient.ensureQueryData(sessionQuery);
      onDone();
      await router.navigate({ to: '/' });
      await router.invalidate();
    },
    onError: toastError,
  });
  return (
    <label className="me-stack">
      {t('me.actAs')}
      <select
        className="ds-input"
        value={session.membership_id ?? ''}
        disabled={change.isPending}
        onChange={(e) => change.mutate(e.target.value)}
      >
        {session.memberships.map((m) => (
          <option key={m.id} value={m.id}>
            {joined(textOf(`role.${m.role}`), m.organisation_name, m.district_name)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Leave() {
  const t = useT();
  const router = useRouter();
  const forget = useForgetAll();
  const leave = useMutation({
    mutationFn: (everywhere: boolean) =>
      body(everywhere ? client.POST('/v1/auth/sign-out-everywhere') : client.POST('/v1/auth/sign-out')),
    onSuccess: async () => {
      await router.navigate({ to: '/logg-inn' });
      forget();
      // whoever went back meanwhile is asked again who they are
      await router.invalidate();
    },
    onError: toastError,
  });
  return (
    <div className="me-stack">
      <Button type="button" variant="secondary" loading={leave.isPending} onClick={() => leave.mutate(false)}>
        <LeaveIcon aria-hidden />
        {t('me.signOut')}
      </Button>
      <Button type="button" variant="tertiary" disabled={leave.isPending} onClick={() => leave.mutate(true)}>
        {t('me.signOutEverywhere')}
      </Button>
    </div>
  );
}

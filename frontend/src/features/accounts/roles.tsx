import { day, isoDay } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { useSession } from '@/shared/session/session';
import { StatusTag } from '@/shared/ui/Tag';
import { accountStates } from './accountSearch';
import type { Account, AccountState, HeldRole } from './queries';
import { useT } from './texts';

export const isPast = (r: HeldRole) => r.last_day !== null && r.last_day < isoDay();
export const isComing = (r: HeldRole) => r.from_day > isoDay();

/** What somebody is here, now or soon. */
export function useRoleNames() {
  const t = useT();
  return (account: Account) =>
    [...new Set(account.roles.filter((r) => !isPast(r)).map((r) => t(`role.${r.role}`)))].join(', ');
}

export function useRoleDetails() {
  const t = useT();
  const { sites } = useSession();
  return (r: HeldRole) =>
    joined(
      r.organisation.name,
      r.last_day
        ? t('account.span', { first: day(r.from_day), last: day(r.last_day) })
        : t('account.from', { day: day(r.from_day) }),
      r.site_ids &&
        sites
          .filter((s) => r.site_ids?.includes(s.id))
          .map((s) => s.name)
          .join(', '),
    );
}

export function StateTag({ of }: { of: AccountState }) {
  const t = useT();
  return <StatusTag tone={accountStates[of]}>{t(`account.state.${of}`)}</StatusTag>;
}

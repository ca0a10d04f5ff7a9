import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fullName } from '@/shared/people/names';
import { useMay } from '@/shared/session/session';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { type Candidate, type CandidateHousehold, openForPlans } from '../queries';
import { HouseholdCardOf } from '../request/Households';
import { useT } from '../texts';
import { LiftDialog } from './LiftDialog';
import { protectedCandidates } from './queries';
import { SettleDialog } from './SettleDialog';
import '../placement.css';

type Open =
  | { what: 'settle'; household: CandidateHousehold }
  | { what: 'lift'; household: CandidateHousehold; person: Candidate };

/** The guardians' own list: on no other, in no count, on no table. */
export function ProtectedList({ onSettled }: { onSettled: (tenancyId: string) => void }) {
  const t = useT();
  const query = useInfiniteQuery(protectedCandidates);
  const maySettle = useMay('placement:write');
  const mayLift = useMay('protection:write');
  const [open, setOpen] = useState<Open>();
  if (query.isPending) return <LoadingState />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.pages.flatMap((p) => p.items) ?? [];
  if (rows.length === 0) return <EmptyState title={t('hidden.none')} hint={t('hidden.noneHint')} />;
  const close = () => setOpen(undefined);
  return (
    <>
      <ul className="lines households">
        {rows.map((h) => (
          <li key={h.id}>
            <HouseholdCardOf household={h}>
              {maySettle && openForPlans(h) && (
                <Button
                  type="button"
                  variant="secondary"
                  onClick={() => setOpen({ what: 'settle', household: h })}
                >
                  {t('byHand.open')}
                </Button>
              )}
              {mayLift &&
                openForPlans(h) &&
                h.members.map((person) => (
                  <Button
                    key={person.id}
                    type="button"
                    variant="tertiary"
                    onClick={() => setOpen({ what: 'lift', household: h, person })}
                  >
                    {t('unhide.open')}
                    {h.members.length > 1 ? ` ${fullName(person)}` : ''}
                  </Button>
                ))}
            </HouseholdCardOf>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          type="button"
          variant="secondary"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
      {open?.what === 'settle' && (
        <SettleDialog household={open.household} onClose={close} onSettled={onSettled} />
      )}
      {open?.what === 'lift' && (
        <LiftDialog person={open.person} household={open.household} onClose={close} />
      )}
    </>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { joined } from '@/shared/format/joined';
import { textOf } from '@/shared/i18n';
import { fullName } from '@/shared/people/names';
import { useMay } from '@/shared/session/session';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { SeverityTag } from '@/shared/ui/Tag';
import { toast, toastError } from '@/shared/ui/toasts';
import { CareDialog } from '../care/CareDialog';
import { ProtectDialog } from '../protected/ProtectDialog';
import {
  type Candidate,
  type CandidateHousehold,
  householdsOf,
  useRefreshPlacement,
  withdraw,
} from '../queries';
import { useT } from '../texts';
import { HouseholdStatus, Needs, useAgeWords, useLanguageWords } from '../words';
import { NeedsDialog } from './NeedsDialog';
import { PermitDialog } from './PermitDialog';

type Open = { what: 'care' | 'permit' | 'hide'; person: Candidate } | { what: 'needs' };

export function Households({ requestId }: { requestId: string }) {
  const t = useT();
  const query = useInfiniteQuery(householdsOf(requestId));
  if (query.isPending) return <LoadingState />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.pages.flatMap((p) => p.items) ?? [];
  if (rows.length === 0) return <EmptyState title={t('households.none')} />;
  return (
    <>
      <ul className="lines households">
        {rows.map((h) => (
          <li key={h.id}>
            <HouseholdCardOf household={h} />
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
    </>
  );
}

interface CardProps {
  household: CandidateHousehold;
  /** More that can be done with it. */
  children?: ReactNode;
}
export function HouseholdCardOf({ household, children }: CardProps) {
  const t = useT();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const mayCare = useMay('care:write');
  const mayWrite = useMay('placement:write');
  const refresh = useRefreshPlacement();
  const turn = () =>
    withdraw(household.id, { version: household.version, withdrawn: household.status !== 'withdrawn' }).then(
      () => {
        toast(t(household.status === 'withdrawn' ? 'placing.comes' : 'placing.withdrawn'));
        refresh();
      },
      toastError,
    );
  return (
    <article className="household" aria-label={nameOf(household)}>
      <div className="household-head">
        <strong>
          <bdi>{t('board.household', { ref: household.ref })}</bdi>
        </strong>
        <span>{t(`placing.kind.${household.kind}`)}</span>
        <HouseholdStatus status={household.status} />
        {household.protected && <SeverityTag tone="danger">{t('placing.protected')}</SeverityTag>}
        <Needs requirements={household.requirements} support={household.support} />
      </div>
      <ul className="members">
        {household.members.map((person) => (
          <li key={person.id}>
            <Member person={person} household={household} onOpen={setOpen} />
          </li>
        ))}
      </ul>
      <div className="actions household-actions">
        {mayCare && (
          <Button type="button" variant="tertiary" onClick={() => setOpen({ what: 'needs' })}>
            {t('needs.open')}
          </Button>
        )}
        {children}
        {mayWrite && household.status !== 'placed' && household.status !== 'settled' && (
          <Button type="button" variant="tertiary" onClick={() => void turn()}>
            {t(household.status === 'withdrawn' ? 'placing.takeBack' : 'placing.withdraw')}
          </Button>
        )}
      </div>
      {open?.what === 'needs' && <NeedsDialog household={household} onClose={close} />}
      {open?.what === 'care' && (
        <CareDialog candidateId={open.person.id} title={fullName(open.person)} onClose={close} />
      )}
      {open?.what === 'permit' && <PermitDialog person={open.person} onClose={close} />}
      {open?.what === 'hide' && <ProtectDialog person={open.person} household={household} onClose={close} />}
    </article>
  );
}

const nameOf = (household: CandidateHousehold) => household.members.map(fullName).join(', ');

interface MemberProps {
  person: Candidate;
  household: CandidateHousehold;
  onOpen: (open: Open) => void;
}
function Member({ person, household, onOpen }: MemberProps) {
  const t = useT();
  const age = useAgeWords();
  const languages = useLanguageWords();
  const mayCare = useMay('care:read');
  const mayPermit = useMay('permits:read');
  const mayHide = useMay('placement:write') && !household.protected;
  const alone = household.members.length === 1;
  const wanted = person.interpreter_languages.length > 0;
  return (
    <>
      <span className="member-name">
        <bdi>{fullName(person)}</bdi>{' '}
        <span className="muted">
          {joined(age(person), alone ? '' : (textOf(`placing.relation.${person.relation}`) ?? ''))}
        </span>
      </span>
      <span className="muted member-more">
        <bdi>
          {joined(
            languages(person.own_languages),
            wanted ? t('placing.interpreter', { languages: languages(person.interpreter_languages) }) : '',
            person.education ?? '',
            person.work ?? '',
            person.current_place ?? '',
          )}
        </bdi>
      </span>
      <span className="member-doors">
        {mayCare && (
          <Button type="button" variant="tertiary" onClick={() => onOpen({ what: 'care', person })}>
            {t('care.open')}
            <span className="sr-only"> {fullName(person)}</span>
          </Button>
        )}
        {mayPermit && (
          <Button type="button" variant="tertiary" onClick={() => onOpen({ what: 'permit', person })}>
            {t('permit.open')}
            <span className="sr-only"> {fullName(person)}</span>
          </Button>
        )}
        {mayHide && (
          <Button type="button" variant="tertiary" onClick={() => onOpen({ what: 'hide', person })}>
            {t('hide.open')}
            <span className="sr-only"> {fullName(person)}</span>
          </Button>
        )}
      </span>
    </>
  );
}

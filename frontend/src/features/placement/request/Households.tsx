import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { joined } from '@/shared/format/joined';
import { textOf } from '@/shared/i18n';
import { fullName } from '@/shared/people/names';
import { useMay } from '@/shared/session/session';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { SeverityTag } from '@/shared/ui/Tag';
import { toast, toastError } from '@/shared/ui/toasts';
import { CareDialog } from '../care/CareDialog';
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

type Open = { what: 'care' | 'permit'; person: Candidate } | { what: 'needs'; household: CandidateHousehold };

export function Households({ requestId }: { requestId: string }) {
  const t = useT();
  const query = useInfiniteQuery(householdsOf(requestId));
  const [open, setOpen] = useState<Open>();
  if (query.isPending) return <LoadingState />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.pages.flatMap((p) => p.items) ?? [];
  if (rows.length === 0) return <EmptyState title={t('households.none')} />;
  const close = () => setOpen(undefined);
  return (
    <>
      <ul className="lines households">
        {rows.map((h) => (
          <li key={h.id}>
            <One household={h} onOpen={setOpen} />
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
      {open?.what === 'needs' && <NeedsDialog household={open.household} onClose={close} />}
      {open?.what === 'care' && (
        <CareDialog candidateId={open.person.id} title={fullName(open.person)} onClose={close} />
      )}
      {open?.what === 'permit' && <PermitDialog person={open.person} onClose={close} />}
    </>
  );
}

function One({ household, onOpen }: { household: CandidateHousehold; onOpen: (open: Open) => void }) {
  const t = useT();
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
            <Member person={person} alone={household.members.length === 1} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      <div className="actions household-actions">
        {mayCare && (
          <Button type="button" variant="tertiary" onClick={() => onOpen({ what: 'needs', household })}>
            {t('needs.open')}
          </Button>
        )}
        {mayWrite && household.status !== 'placed' && household.status !== 'settled' && (
          <Button type="button" variant="tertiary" onClick={() => void turn()}>
            {t(household.status === 'withdrawn' ? 'placing.takeBack' : 'placing.withdraw')}
          </Button>
        )}
      </div>
    </article>
  );
}

const nameOf = (household: CandidateHousehold) => household.members.map(fullName).join(', ');

interface MemberProps {
  person: Candidate;
  alone: boolean;
  onOpen: (open: Open) => void;
}
function Member({ person, alone, onOpen }: MemberProps) {
  const t = useT();
  const age = useAgeWords();
  const languages = useLanguageWords();
  const mayCare = useMay('care:read');
  const mayPermit = useMay('permits:read');
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
      </span>
    </>
  );
}

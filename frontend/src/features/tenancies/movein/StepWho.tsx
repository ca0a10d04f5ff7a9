import { Button } from '@digdir/designsystemet-react';
import { PersonPlusIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { type Pick, PickField } from '@/shared/forms/PickField';
import { findResident } from '@/shared/people/findResident';
import { fullName } from '@/shared/people/names';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay, useSite } from '@/shared/session/session';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { ResidentStatusWord } from '@/shared/words/tags';
import { expected, type Resident } from '../queries';
import { useT } from '../texts';
import type { Guests, StepProps } from './parts';

interface Props extends StepProps {
  person: Resident | undefined;
  failed: unknown;
  guests: Guests;
}
export function StepWho({ draft, change, next, person, failed, guests }: Props) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const choose = (resident: string) => {
    // another person has other helpers
    change({ resident, helpers: {} });
    setAdding(false);
  };
  if (draft.resident && !person)
    return failed ? (
      <>
        <ErrorState error={failed} />
        <Other onOther={() => choose('')} />
      </>
    ) : (
      <LoadingState lines={3} />
    );
  if (person) return <Chosen person={person} next={next} onOther={() => choose('')} guests={guests} />;
  if (adding)
    return (
      <>
        <p className="muted flush">{t('moveIn.newHint')}</p>
        {guests.newPerson(choose, () => setAdding(false))}
      </>
    );
  return <Find onChoose={choose} onNew={() => setAdding(true)} />;
}

function Find({ onChoose, onNew }: { onChoose: (id: string) => void; onNew: () => void }) {
  const t = useT();
  const mayWrite = useMay('residents:write');
  const { chosen } = useSite();
  const waiting = useQuery(expected(chosen?.id)).data?.items ?? [];
  const form = useForm<{ person: Pick | null }>({ defaultValues: { person: null } });
  const picked = useWatch({ control: form.control, name: 'person' });
  useEffect(() => {
    if (picked) onChoose(picked.id);
  }, [picked, onChoose]);
  return (
    <div className="stack">
      {waiting.length > 0 && (
        <div>
          <h3 className="ds-label waiting">{t('moveIn.waiting')}</h3>
          <ul className="choice-cards plain-list">
            {waiting.map((r) => (
              <li key={r.id}>
                <button type="button" className="choice-card wide-choice" onClick={() => onChoose(r.id)}>
                  <bdi>{fullName(r)}</bdi>
                  {r.native_name && <bdi className="muted">{r.native_name}</bdi>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <FormProvider {...form}>
        <PickField
          name="person"
          label={t('moveIn.find')}
          hint={t('moveIn.findHint')}
          source="residents"
          search={findResident}
          minLetters={2}
        />
      </FormProvider>
      {mayWrite && (
        <div>
          <Button type="button" variant="secondary" onClick={onNew}>
            <PersonPlusIcon aria-hidden />
            {t('moveIn.new')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ChosenProps {
  person: Resident;
  next: () => void;
  onOther: () => void;
  guests: Guests;
}
function Chosen({ person, next, onOther, guests }: ChosenProps) {
  const t = useT();
  const { home } = person;
  const others = (person.household?.members.length ?? 1) - 1;
  return (
    <div className="stack">
      <div className="picked">
        <span className="row tight">
          <strong>
            <bdi>{fullName(person)}</bdi>
          </strong>
          <ResidentStatusWord status={person.status} />
        </span>
        <Other onOther={onOther} />
      </div>
      {home ? (
        <div className="clash" data-color="warning" role="alert">
          <p className="flush">
            {home.planned
              ? t('moveIn.planned', { unit: home.unit_label })
              : t('moveIn.livesIn', { unit: home.unit_label })}{' '}
            <When at={home.from_day} as="day" />.
          </p>
          <p className="flush">
            {home.planned ? t('moveIn.plannedHint') : t('moveIn.livesInHint')}{' '}
            <PathLink path={pathTo('tenancy', home.tenancy_id) ?? ''}>{t('moveIn.toTenancy')}</PathLink>
          </p>
        </div>
      ) : (
        <>
          {guests.household(person)}
          {others > 0 && <p className="flush">{t('moveIn.together', { count: others })}</p>}
          <div className="actions actions-large">
            <Button type="button" data-size="lg" onClick={next}>
              {t('moveIn.next')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function Other({ onOther }: { onOther: () => void }) {
  const t = useT();
  return (
    <Button type="button" variant="tertiary" onClick={onOther}>
      {t('moveIn.other')}
    </Button>
  );
}

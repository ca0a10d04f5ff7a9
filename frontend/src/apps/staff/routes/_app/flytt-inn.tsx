import { createFileRoute } from '@tanstack/react-router';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import { Household } from '@/features/residents/household/Household';
import { NewResident } from '@/features/residents/NewResident';
import { Done } from '@/features/tenancies/movein/Done';
import { steps } from '@/features/tenancies/movein/draft';
import { MoveIn } from '@/features/tenancies/movein/MoveIn';
import { useT } from '@/features/tenancies/texts';
import { idValue, oneOf } from '@/shared/routing/search';

export const Route = createFileRoute('/_app/flytt-inn')({
  // `resident` and `unit` begin with somebody or somewhere; `done` is the tenancy that came of it
  validateSearch: z.object({ step: oneOf(steps), resident: idValue(), unit: idValue(), done: idValue() }),
  component: MoveInPage,
});

function MoveInPage() {
  const t = useT();
  const { step, resident, unit, done } = Route.useSearch();
  const navigate = Route.useNavigate();
  useEffect(() => {
    // taken up once; later choices must not be undone by the address
    if (resident || unit)
      void navigate({ search: (old) => ({ ...old, resident: undefined, unit: undefined }), replace: true });
  }, [resident, unit, navigate]);
  if (done) return <Done tenancyId={done} />;
  return (
    <MoveIn
      step={step ?? 'who'}
      link={{ resident, unit }}
      onStep={(next) => void navigate({ search: (old) => ({ ...old, step: next }) })}
      onDone={(id) =>
        void navigate({ search: (old) => ({ ...old, step: undefined, done: id }), replace: true })
      }
      guests={{
        newPerson: (onCreated, onCancel) => (
          <NewResident
            onCreated={({ id }) => onCreated(id)}
            onCancel={onCancel}
            submitLabel={t('moveIn.saveNew')}
          />
        ),
        household: (person) => <Household resident={person} />,
      }}
    />
  );
}

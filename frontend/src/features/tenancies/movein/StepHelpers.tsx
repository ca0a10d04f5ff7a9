import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { SelectField } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { type Colleague, colleagues, fitting } from '@/shared/people/colleagues';
import { useSession } from '@/shared/session/session';
import { LoadingState } from '@/shared/ui/states';
import { type HelperKind, helperKinds } from '@/shared/words/values';
import type { Resident } from '../queries';
import { useT } from '../texts';
import type { StepProps } from './parts';
import { StepForm } from './StepForm';

const schema = z.object({
  helpers: z.object({
    env_worker: z.string(),
    settler: z.string(),
    nav_advisor: z.string(),
    intro_advisor: z.string(),
  }),
});

/** Who helps already, else me where I hold the role, else the only one who holds it. */
function suggested(kind: HelperKind, person: Resident, staff: readonly Colleague[], me: string): string {
  const now = person.helpers.find((h) => h.kind === kind && h.active)?.user_id;
  const fits = fitting(staff, kind);
  return now ?? fits.find((c) => c.id === me)?.id ?? (fits.length === 1 ? fits[0]?.id : undefined) ?? '';
}

export function StepHelpers(props: StepProps & { person: Resident }) {
  const staff = useQuery(colleagues);
  if (staff.isPending) return <LoadingState lines={4} />;
  return <Choose {...props} staff={staff.data?.items ?? []} />;
}

function Choose({
  draft,
  change,
  next,
  back,
  refused,
  person,
  staff,
}: StepProps & { person: Resident; staff: readonly Colleague[] }) {
  const t = useT();
  const { actor_id } = useSession();
  const first = (kind: HelperKind) => draft.helpers[kind] ?? suggested(kind, person, staff, actor_id);
  const state = useServerForm({
    schema,
    defaultValues: {
      helpers: {
        env_worker: first('env_worker'),
        settler: first('settler'),
        nav_advisor: first('nav_advisor'),
        intro_advisor: first('intro_advisor'),
      },
    },
    save: async (values) => {
      change(values);
      next();
    },
  });
  return (
    <StepForm
      state={state}
      onValues={change}
      refused={refused}
      fieldOf={() => 'helpers.env_worker'}
      onBack={back}
    >
      <p className="muted flush">{t('moveIn.helpersHint')}</p>
      <div className="two">
        {helperKinds.map((kind) => (
          <SelectField
            key={kind}
            name={`helpers.${kind}`}
            label={t(`helper.${kind}`)}
            options={fitting(staff, kind).map((c) => ({ value: c.id, label: c.name }))}
            empty={t('moveIn.later')}
          />
        ))}
      </div>
    </StepForm>
  );
}

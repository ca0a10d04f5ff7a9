import * as z from 'zod/mini';
import { readDay } from '@/shared/format/dates';
import { useServerForm } from '@/shared/forms/useServerForm';
import { ContractFields } from '../contract/ContractFields';
import { contractCheck, contractFields, type Ground } from '../contract/contractRules';
import type { StepProps } from './parts';
import { StepForm } from './StepForm';

const schema = z.object(contractFields).check(contractCheck);

export function StepContract({ draft, change, next, back, refused }: StepProps) {
  const { kind, ground, ground_text, contract_ends_on } = draft;
  const state = useServerForm({
    schema,
    defaultValues: { kind, ground, ground_text, contract_ends_on },
    save: async () => next(),
  });
  return (
    <StepForm
      state={state}
      onValues={(v) => change({ ...v, ground: v.ground as Ground | '' })}
      refused={refused}
      fieldOf={(field) => (field === 'legal_ground' ? 'ground' : field)}
      onBack={back}
    >
      <ContractFields from={readDay(draft.from_day)} />
    </StepForm>
  );
}

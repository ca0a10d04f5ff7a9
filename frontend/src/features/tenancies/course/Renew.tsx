import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day, readDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { optionalText } from '@/shared/forms/rules';
import { ContractFields } from '../contract/ContractFields';
import {
  contractBody,
  contractCheck,
  contractFields,
  contractOf,
  threeYears,
} from '../contract/contractRules';
import type { TenancyCare } from '../queries';
import { useT } from '../texts';
import { type Clock, renew } from './queries';
import { dayAfter } from './steps';
import { useLeaseForm } from './useLeaseForm';

const schema = z.object({ ...contractFields, weighty_grounds: optionalText(200) }).check(contractCheck);

interface Props {
  tenancy: TenancyCare;
  clock: Clock;
  onClose: () => void;
}
/** A new contract from the day after the one that ends; they stay where they live. */
export function Renew({ tenancy, clock, onClose }: Props) {
  const t = useT();
  const begins = dayAfter(clock.ends_on);
  const state = useLeaseForm({
    tenancy,
    values: { ...contractOf(tenancy), contract_ends_on: '', weighty_grounds: '' },
    schema,
    done: t('renew.done'),
    onClose,
    fieldOf: (field) => (field === 'legal_ground' ? 'ground' : field),
    send: ({ weighty_grounds, ...contract }, version, key) =>
      renew(
        tenancy.id,
        { version, ...contractBody(contract), weighty_grounds: weighty_grounds || null },
        key,
      ),
  });
  const [kind, typed] = useWatch({ control: state.form.control, name: ['kind', 'contract_ends_on'] });
  const ends = readDay(typed);
  const short = kind === 'fixed_term' && ends !== undefined && ends < threeYears(begins);
  return (
    <DialogForm
      state={state}
      title={t('renew.title', { unit: tenancy.unit_label })}
      submitLabel={t('renew.submit')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <ContractFields from={begins} />
      {short && (
        <TextField name="weighty_grounds" label={t('renew.weighty')} hint={t('renew.weightyHint')} optional />
      )}
      <ul className="consequences clash">
        <li>{t('renew.happens.from', { day: day(begins) })}</li>
        <li>{t('renew.happens.stay')}</li>
      </ul>
    </DialogForm>
  );
}

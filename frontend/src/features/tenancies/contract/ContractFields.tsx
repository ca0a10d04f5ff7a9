import { Button } from '@digdir/designsystemet-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { day, readDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { RadioCards, TextField } from '@/shared/forms/fields';
import { useT } from '../texts';
import { type ContractForm, grounds, tenancyKinds, threeYears, tooShort } from './contractRules';

/** `from`: the first day as yyyy-mm-dd, to count three years from. */
export function ContractFields({ from }: { from: string | undefined }) {
  const t = useT();
  const { setValue } = useFormContext<ContractForm>();
  const [kind, ground, ends] = useWatch<ContractForm, ['kind', 'ground', 'contract_ends_on']>({
    name: ['kind', 'ground', 'contract_ends_on'],
  });
  const last = from && threeYears(from);
  return (
    <>
      <RadioCards
        name="kind"
        label={t('contract.kind')}
        columns={2}
        options={tenancyKinds.map((k) => ({
          value: k,
          label: t(`tenancy.kind.${k}`),
          hint: t(`contract.hint.${k}`),
        }))}
      />
      {kind === 'fixed_term' && (
        <>
          <RadioCards
            name="ground"
            label={t('contract.ground')}
            options={grounds.map((g) => ({
              value: g,
              label: t(`contract.ground.${g}`),
              hint: t(`contract.groundHint.${g}`),
            }))}
          />
          {ground === 'other' && <TextField name="ground_text" label={t('contract.groundText')} />}
          <div>
            <DateField name="contract_ends_on" label={t('contract.ends')} />
            {last && day(last) !== ends && (
              <Button
                type="button"
                variant="tertiary"
                onClick={() =>
                  setValue('contract_ends_on', day(last), { shouldDirty: true, shouldValidate: !!ends })
                }
              >
                {t('contract.threeYears', { day: day(last) })}
              </Button>
            )}
          </div>
          {tooShort(ground, from, readDay(ends ?? '')) && (
            <p className="clash" data-color="warning" role="status">
              {t('contract.tooShort')}
            </p>
          )}
        </>
      )}
    </>
  );
}

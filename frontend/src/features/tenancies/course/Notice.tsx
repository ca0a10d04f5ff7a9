import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day, isoDay, readDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxField, RadioCards, TextField } from '@/shared/forms/fields';
import { choice, optionalDay, optionalText, requiredDay } from '@/shared/forms/rules';
import type { TenancyCare } from '../queries';
import { useT } from '../texts';
import { giveNotice, noticeTerms } from './queries';
import { useLeaseForm } from './useLeaseForm';

const parties = ['tenant', 'landlord'] as const;
const schema = z.object({
  party: choice(parties),
  on_day: requiredDay({ notAfterToday: true }),
  last_day: optionalDay(),
  agreed: z.boolean(),
  grounds: optionalText(200),
  in_writing: z.boolean(),
  told_of_protest: z.boolean(),
});

export function Notice({ tenancy, onClose }: { tenancy: TenancyCare; onClose: () => void }) {
  const t = useT();
  const state = useLeaseForm({
    tenancy,
    values: {
      party: 'tenant' as const,
      on_day: day(isoDay()),
      last_day: '',
      agreed: false,
      grounds: '',
      in_writing: false,
      told_of_protest: false,
    } as z.input<typeof schema>,
    schema,
    done: t('notice.done', { unit: tenancy.unit_label }),
    onClose,
    send: ({ grounds, ...values }, version, key) =>
      giveNotice(tenancy.id, { version, ...values, grounds: grounds || null }, key),
  });
  const [party, typed, other] = useWatch({
    control: state.form.control,
    name: ['party', 'on_day', 'last_day'],
  });
  const terms = useQuery(noticeTerms(tenancy.id, readDay(typed) ?? '')).data;
  const chosen = readDay(other);
  const early = terms !== undefined && chosen !== undefined && chosen < terms.last_day;
  return (
    <DialogForm
      state={state}
      title={t('notice.title', { unit: tenancy.unit_label })}
      submitLabel={t('notice.submit')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <RadioCards
        name="party"
        label={t('notice.party')}
        columns={2}
        options={parties.map((value) => ({ value, label: t(`notice.party.${value}`) }))}
      />
      <div className="two">
        <DateField name="on_day" label={t('notice.onDay')} max={isoDay()} />
        <DateField name="last_day" label={t('notice.lastDay')} hint={t('notice.lastDayHint')} optional />
      </div>
      {party === 'landlord' && (
        <>
          <TextField name="grounds" label={t('notice.grounds')} hint={t('notice.groundsHint')} />
          <CheckboxField name="in_writing" label={t('notice.inWriting')} />
          <CheckboxField
            name="told_of_protest"
            label={t('notice.toldOfProtest')}
            hint={
              terms && t('notice.protestBy', { day: day(terms.protest_by), source: terms.protest_source })
            }
          />
        </>
      )}
      {(terms?.term_until || early) && <CheckboxField name="agreed" label={t('notice.agreed')} />}
      {terms && (
        <div className="clash" aria-live="polite">
          <p className="flush">
            <strong>{t('notice.counted', { day: day(chosen ?? terms.last_day) })}</strong>
          </p>
          <ul className="consequences">
            <li>
              {t('notice.law', { months: terms.months, day: day(terms.last_day), source: terms.source })}
            </li>
            {terms.term_until && <li>{t('notice.fixedTerm', { day: day(terms.term_until) })}</li>}
            {early && <li>{t('notice.early')}</li>}
            <li>{t('notice.settle')}</li>
          </ul>
        </div>
      )}
    </DialogForm>
  );
}

import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { CheckboxField, SelectField, TextField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { optionalText, requiredText } from '@/shared/forms/rules';
import { useSite } from '@/shared/session/session';
import { kinds } from '../kinds';
import { useT } from '../texts';

/** Typed as 9, 0930, 09.30 or 9:30. Undefined when it is no hour. */
export function readClock(typed: string): string | undefined {
  const m = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(typed.trim());
  const [h, min] = [Number(m?.[1]), Number(m?.[2] ?? 0)];
  if (!m || h > 23 || min > 59) return undefined;
  return `${String(h).padStart(2, '0')}:${String(min).padStart(2, '0')}`;
}
export const clockRule = z.pipe(
  z.string().check(
    z.trim(),
    z.refine((v) => readClock(v) !== undefined, 'start.clockWrong'),
  ),
  z.transform((v) => readClock(v) ?? ''),
);
export const lengthRule = z.pipe(
  z.string().check(z.refine((v) => /^\d{1,3}$/.test(v) && +v >= 5 && +v <= 720, 'start.lengthWrong')),
  z.transform(Number),
);
export const aboutRules = {
  kind: z.enum(kinds),
  title: requiredText(200, 'meeting.titleMissing'),
  site_id: z.string(),
  withNav: z.boolean(),
  place: optionalText(200),
};

/** What it is, what it is called and where. */
export function AboutFields() {
  const t = useT();
  const { sites } = useSite();
  const kind: unknown = useWatch({ name: 'kind' });
  return (
    <>
      <div className="two">
        <SelectField
          name="kind"
          label={t('meeting.kind')}
          options={kinds.map((k) => ({ value: k, label: t(`meeting.kind.${k}`) }))}
          empty={false}
        />
        <TextField name="title" label={t('meeting.title')} maxLength={200} />
      </div>
      {kind === 'landlord' && <NoPersons />}
      <NumberWarning names={['title', 'place']} />
      <div className="two">
        <SelectField
          name="site_id"
          label={t('meeting.site')}
          options={sites.map((s) => ({ value: s.id, label: s.name }))}
          empty={t('start.wholeDistrict')}
        />
        <TextField name="place" label={t('meeting.place')} maxLength={200} optional />
      </div>
      <CheckboxField name="withNav" label={t('start.withNav')} />
    </>
  );
}

/** Stands at every free text of a meeting with the landlord. */
export function NoPersons() {
  const t = useT();
  return <p className="meet-no-persons flush">{t('landlord.noPersons')}</p>;
}

/** When by the clock, and how long. */
export function ClockFields() {
  const t = useT();
  return (
    <div className="two">
      <TextField
        name="begins"
        label={t('start.begins')}
        hint={t('start.clockHint')}
        dir="ltr"
        maxLength={5}
      />
      <TextField
        name="minutes"
        label={t('start.minutes')}
        hint={t('start.minutesHint')}
        inputMode="numeric"
        dir="ltr"
        maxLength={3}
      />
    </div>
  );
}

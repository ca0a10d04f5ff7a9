import { Button } from '@digdir/designsystemet-react';
import { PlusIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useController, useFieldArray, useFormContext } from 'react-hook-form';
import { weekdayName } from '@/shared/format/dates';
import { FieldFrame, GroupFrame } from '@/shared/forms/FieldFrame';
import { useFieldParts } from '@/shared/forms/fieldId';
import { CheckboxField, SelectField, TextareaField, TextField } from '@/shared/forms/fields';
import { useLocale } from '@/shared/i18n';
import { useLanguages } from '@/shared/people/languages';
import { useSession } from '@/shared/session/session';
import { useT } from '../texts';
import { emptyRow, spans } from './contactSchema';

/** What every contact has, whoever they are; `linked` ones have their number elsewhere. */
export function CommonFields({ linked }: { linked: boolean }) {
  const t = useT();
  const { sites } = useSession();
  return (
    <>
      {linked && <p className="muted flush">{t('contact.linkedHint')}</p>}
      <div className="two">
        {!linked && (
          <TextField
            name="phone"
            label={t('contact.phone')}
            hint={t('contact.phoneHint')}
            type="tel"
            dir="ltr"
            optional
          />
        )}
        <TextField name="email" label={t('contact.email')} type="email" dir="ltr" optional />
      </div>
      <div className="two">
        <TextField name="title" label={t('contact.title')} hint={t('contact.titleHint')} optional />
        <TextField
          name="organisation_name"
          label={t('contact.organisationName')}
          hint={t('contact.organisationNameHint')}
          optional
        />
      </div>
      <TextareaField
        name="helps_with"
        label={t('contact.helpsWith')}
        hint={t('contact.helpsWithHint')}
        rows={3}
        optional
      />
      <LanguagesField />
      <HoursField />
      {sites.length > 1 && (
        <SelectField
          name="site_id"
          label={t('contact.site')}
          options={sites.map((s) => ({ value: s.id, label: s.name }))}
          empty={t('contact.everySite')}
          optional
        />
      )}
      <CheckboxField
        name="visible_to_residents"
        label={t('contact.visible')}
        hint={t('contact.visibleHint')}
      />
    </>
  );
}

/** Chosen one by one; each can be taken away again. */
function LanguagesField() {
  const t = useT();
  const { items, name } = useLanguages();
  const {
    field: { ref, value, onChange, onBlur },
  } = useController({ name: 'languages' });
  const { id, error, aria } = useFieldParts('languages', false);
  const chosen = value as string[];
  return (
    <FieldFrame
      id={id}
      label={t('contact.languages')}
      error={error}
      optional
      after={
        chosen.length > 0 && (
          <ul className="chips">
            {chosen.map((code) => (
              <li key={code}>
                <Button
                  type="button"
                  variant="secondary"
                  data-size="sm"
                  aria-label={t('contact.removeLanguage', { language: name(code) })}
                  onClick={() => onChange(chosen.filter((c) => c !== code))}
                >
                  {name(code)}
                  <XMarkIcon aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
        )
      }
    >
      <select
        className="ds-input"
        {...aria}
        value=""
        onChange={(e) => onChange([...chosen, e.target.value])}
        onBlur={onBlur}
        ref={ref}
      >
        <option value="">{t('contact.addLanguage')}</option>
        {items
          .filter((l) => !chosen.includes(l.code))
          .map((l) => (
            <option key={l.code} value={l.code}>
              {`${name(l.code)} – ${l.autonym}`}
            </option>
          ))}
      </select>
    </FieldFrame>
  );
}

function HoursField() {
  const t = useT();
  const locale = useLocale();
  const { control } = useFormContext();
  const rows = useFieldArray({ control, name: 'hours' });
  const { id, error } = useFieldParts('hours', false);
  const day = (n: number) => weekdayName(`2024-01-0${n}`, locale);
  const options = spans.map((span) => {
    const [first = 1, last] = span.split('-').map(Number);
    return { value: span, label: last ? `${day(first)}–${day(last)}` : day(first) };
  });
  return (
    <GroupFrame id={id} label={t('contact.hours')} hint={t('contact.hoursHint')} error={error} optional>
      {rows.fields.map((row, i) => (
        <div key={row.id} className="hour-row" role="group" aria-label={t('hours.number', { number: i + 1 })}>
          <SelectField name={`hours.${i}.days`} label={t('hours.days')} options={options} empty={false} />
          <TextField name={`hours.${i}.from_time`} label={t('hours.from')} type="time" />
          <TextField name={`hours.${i}.to_time`} label={t('hours.to')} type="time" />
          <div className="hour-note">
            <TextField name={`hours.${i}.note`} label={t('hours.note')} optional />
            <Button
              type="button"
              icon
              variant="tertiary"
              data-color="neutral"
              aria-label={t('hours.remove', { number: i + 1 })}
              onClick={() => rows.remove(i)}
            >
              <XMarkIcon aria-hidden />
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          disabled={rows.fields.length >= 14}
          onClick={() => rows.append(emptyRow)}
        >
          <PlusIcon aria-hidden />
          {t('hours.add')}
        </Button>
      </div>
    </GroupFrame>
  );
}

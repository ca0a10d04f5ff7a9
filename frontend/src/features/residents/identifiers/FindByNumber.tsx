import { useState } from 'react';
import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, TextField } from '@/shared/forms/fields';
import { choice, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { say } from '@/shared/i18n/describeError';
import { fullName } from '@/shared/people/names';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useT } from '../texts';
import { digitsOf, hasRightLength, lengthOf } from './checkDigits';
import { PurposeFields, purposeFields } from './PurposeFields';
import { findByIdentifier, identifierKinds } from './queries';

const schema = z
  .object({
    kind: choice(identifierKinds),
    value: requiredText(30, 'identifiers.valueMissing'),
    ...purposeFields,
  })
  .check(({ value: v, issues }) => {
    if (hasRightLength(v.kind, v.value)) return;
    const message = say('identifiers.wrongLength', { digits: lengthOf(v.kind) });
    issues.push({ code: 'custom', input: v, path: ['value'], message });
  });

/** The whole number, a purpose, and a line in the log; the number stands in no address and no cache. */
export function FindByNumber({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [found, setFound] = useState<Awaited<ReturnType<typeof findByIdentifier>>['items']>();
  const state = useServerForm({
    schema,
    defaultValues: { value: '', note: '' },
    save: async (sought) => {
      setFound(undefined);
      setFound((await findByIdentifier({ ...sought, value: digitsOf(sought.value) })).items);
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('identifiers.find')}
      submitLabel={t('identifiers.search')}
      onClose={onClose}
    >
      <p className="flush">{t('identifiers.findExplain')}</p>
      <RadioCards
        name="kind"
        label={t('identifiers.kind')}
        columns={3}
        options={identifierKinds.map((k) => ({ value: k, label: t(`identifiers.kind.${k}`) }))}
      />
      <TextField
        name="value"
        label={t('identifiers.value')}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
      />
      <PurposeFields />
      <div role="status">
        {found?.length === 0 && <p className="flush">{t('identifiers.foundNone')}</p>}
        {found && found.length > 0 && (
          <ul className="lines">
            {found.map((f) => (
              <li key={f.resident_id}>
                {t('identifiers.found')}{' '}
                <PathLink path={pathTo('resident', f.resident_id) ?? ''}>
                  <bdi>{fullName(f)}</bdi>
                </PathLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </DialogForm>
  );
}

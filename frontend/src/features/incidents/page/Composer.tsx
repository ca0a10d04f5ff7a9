import { useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { Form } from '@/shared/forms/Form';
import { TextareaField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { entryAudiences } from '@/shared/words/values';
import { AudienceChoice, useAudiences } from '../audience';
import { addEntry } from '../mutations';
import { type Entry, type Incident, useKeepIncident } from '../queries';
import { useT } from '../texts';

const schema = z.object({ body: requiredText(4000, 'story.missing'), audience: z.enum(entryAudiences) });

interface Props {
  incident: Incident;
  /** An earlier note that the new text sets right; it stays. */
  corrects?: Entry;
  onDone: () => void;
}
/** A note; who reads it is chosen before it is sent, the narrowest to begin with. */
export function Composer({ incident, corrects, onDone }: Props) {
  const t = useT();
  const keep = useKeepIncident();
  const box = useRef<HTMLDivElement>(null);
  const options = useAudiences(incident).map((o) => o.value);
  const first = options.find((o) => o === corrects?.audience) ?? options[0] ?? 'partners';
  const state = useServerForm({
    schema,
    defaultValues: { body: corrects?.body ?? '', audience: first },
    save: async ({ body, audience }, headers) => {
      keep(await addEntry(incident.id, { body, audience, corrects_id: corrects?.id }, headers));
      toast(t(corrects ? 'story.corrected' : 'story.sent'));
      state.form.reset({ body: '', audience: options[0] ?? 'partners' });
      onDone();
    },
  });
  const typed = useWatch({ control: state.form.control, name: 'body' }).trim() !== '';
  useEffect(() => {
    if (corrects) box.current?.querySelector('textarea')?.focus();
  }, [corrects]);
  return (
    <div className="composer" ref={box}>
      <Form
        state={state}
        submitLabel={t(corrects ? 'story.correctDo' : 'story.send')}
        onCancel={corrects && onDone}
      >
        <TextareaField
          name="body"
          label={t(corrects ? 'story.correctLabel' : 'story.write')}
          hint={t('incident.noHealth')}
          rows={2}
        />
        <NumberWarning names={['body']} />
        {typed && <AudienceChoice incident={incident} />}
      </Form>
    </div>
  );
}

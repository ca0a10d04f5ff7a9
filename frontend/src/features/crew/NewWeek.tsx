import { Button } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import * as z from 'zod/mini';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextareaField, TextField } from '@/shared/forms/fields';
import { optionalText, requiredDay, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { refresh } from '@/shared/live/useLiveEvents';
import { useMay, useSite } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { openWeek } from './queries';
import { useT } from './texts';

export function NewWeek() {
  const t = useT();
  const { site } = useSite();
  const [open, setOpen] = useState(false);
  if (!useMay('crew:plan') || !site) return null;
  return (
    <>
      <Button type="button" onClick={() => setOpen(true)}>
        <PlusIcon aria-hidden />
        {t('crew.new')}
      </Button>
      {open && createPortal(<WeekForm siteId={site.id} onClose={() => setOpen(false)} />, document.body)}
    </>
  );
}

const schema = z.object({
  name: requiredText(200),
  first_day: requiredDay(),
  last_day: requiredDay(),
  youths: optionalText(4000),
  leaders: optionalText(4000),
});
const named = (lines: string, kind: 'youth' | 'leader') =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((name) => name)
    .map((name) => ({ name, kind, under_18: false, account_id: null }));

function WeekForm({ siteId, onClose }: { siteId: string; onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const state = useServerForm({
    schema,
    defaultValues: { name: '', first_day: '', last_day: '', youths: '', leaders: '' },
    fieldOf: (field) => (field.startsWith('members') ? 'youths' : field === 'site_id' ? 'name' : field),
    save: async ({ youths, leaders, ...given }, key) => {
      const members = [...named(youths, 'youth'), ...named(leaders, 'leader')];
      const made = await openWeek({ ...given, site_id: siteId, members }, key);
      refresh(client, 'crew');
      toast(t('crew.created'));
      onClose();
      await navigate({ to: '/klargjoring/arbeidslag/$weekId', params: { weekId: made.id } });
    },
  });
  return (
    <DialogForm state={state} title={t('crew.newTitle')} submitLabel={t('crew.create')} onClose={onClose}>
      <TextField name="name" label={t('crew.name')} hint={t('crew.nameHint')} maxLength={200} />
      <div className="two">
        <DateField name="first_day" label={t('crew.first')} />
        <DateField name="last_day" label={t('crew.last')} />
      </div>
      <TextareaField
        name="youths"
        label={t('crew.youthNames')}
        hint={t('crew.namesHint')}
        rows={5}
        optional
      />
      <TextareaField name="leaders" label={t('crew.leaderNames')} rows={2} optional />
    </DialogForm>
  );
}

import { useState } from 'react';
import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, TextareaField, TextField } from '@/shared/forms/fields';
import { choice, optionalText, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useMay } from '@/shared/session/session';
import { FormDialog } from '@/shared/ui/dialogs';
import { toast } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { assessCare, type Care, openCare, useRefreshPlacement } from '../queries';
import { useT } from '../texts';

const why = z.object({ purpose: requiredText(200, 'care.purposeMissing') });

interface Props {
  candidateId: string;
  title: string;
  onClose: () => void;
}
/** Asks why, then shows; what is read lives in this component alone. */
export function CareDialog({ candidateId, title, onClose }: Props) {
  const t = useT();
  const mayAssess = useMay('care:write');
  const [opened, setOpened] = useState<{ care: Care; purpose: string }>();
  const state = useServerForm({
    schema: why,
    defaultValues: { purpose: '' },
    save: async ({ purpose }) => setOpened({ care: await openCare(candidateId, purpose), purpose }),
  });
  if (opened && mayAssess) return <Assess {...opened} title={title} onClose={onClose} />;
  if (opened)
    return (
      <FormDialog open title={title} onClose={onClose}>
        <Said care={opened.care} />
      </FormDialog>
    );
  return (
    <DialogForm
      state={state}
      title={t('care.title', { name: title })}
      submitLabel={t('care.show')}
      onClose={onClose}
    >
      <p className="flush">{t('care.explain')}</p>
      <TextField name="purpose" label={t('care.purpose')} hint={t('care.purposeHint')} />
    </DialogForm>
  );
}

function Said({ care }: { care: Care }) {
  const t = useT();
  return (
    <div className="care-said">
      <p className="flush" dir="auto">
        {care.note ?? t('care.nothing')}
      </p>
      {care.assessed_by && (
        <p className="muted flush">
          {t(`suitability.${care.suitability}`)} · <bdi>{care.assessed_by}</bdi>{' '}
          {care.assessed_at && <When at={care.assessed_at} />}
        </p>
      )}
    </div>
  );
}

const suitabilities = ['can_live_here', 'needs_another_offer'] as const;
const assessment = z.object({
  suitability: choice(suitabilities, 'care.suitabilityMissing'),
  note: optionalText(4000),
});
type Values = z.input<typeof assessment>;

interface AssessProps {
  care: Care;
  purpose: string;
  title: string;
  onClose: () => void;
}
function Assess({ care, purpose, title, onClose }: AssessProps) {
  const t = useT();
  const refresh = useRefreshPlacement();
  const state = useServerForm({
    schema: assessment,
    defaultValues: {
      suitability: care.suitability === 'not_assessed' ? ('' as Values['suitability']) : care.suitability,
      note: care.note ?? '',
    },
    save: async ({ suitability, note }) => {
      await assessCare(care.candidate_id, {
        version: care.version,
        purpose,
        suitability,
        ...(note && note !== care.note && { note }),
      });
      toast(t('care.saved'));
      refresh();
      onClose();
    },
  });
  return (
    <DialogForm state={state} title={title} submitLabel={t('care.save')} onClose={onClose}>
      <Said care={care} />
      <RadioCards
        name="suitability"
        label={t('care.suitability')}
        options={suitabilities.map((s) => ({ value: s, label: t(`suitability.${s}`) }))}
      />
      <TextareaField name="note" label={t('care.note')} hint={t('care.noteHint')} max={4000} optional />
    </DialogForm>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { useServerForm } from '@/shared/forms/useServerForm';
import { CopyButton } from '@/shared/ui/CopyButton';
import { FormDialog } from '@/shared/ui/dialogs';
import { useT } from '../texts';
import { PurposeFields, purposeFields } from './PurposeFields';
import { type Identifier, revealIdentifier } from './queries';

const schema = z.object(purposeFields);
export const shownFor = 60;

interface Props {
  residentId: string;
  identifier: Identifier;
  onClose: () => void;
}
/** Asks why, shows the whole number for a minute, forgets it. The number lives in this component alone. */
export function Reveal({ residentId, identifier, onClose }: Props) {
  const t = useT();
  const [value, setValue] = useState<string>();
  const state = useServerForm({
    schema,
    defaultValues: { note: '' },
    save: async (why) => setValue((await revealIdentifier(residentId, identifier.id, why)).value),
  });
  const kind = t(`identifiers.kind.${identifier.kind}`);
  if (value)
    return (
      <FormDialog open title={kind} onClose={onClose}>
        <Shown value={value} kind={kind} onClose={onClose} />
      </FormDialog>
    );
  return (
    <DialogForm
      state={state}
      title={t('identifiers.revealTitle', { kind })}
      submitLabel={t('identifiers.reveal')}
      onClose={onClose}
    >
      <p className="flush">{t('identifiers.revealExplain')}</p>
      <PurposeFields />
    </DialogForm>
  );
}

function Shown({ value, kind, onClose }: { value: string; kind: string; onClose: () => void }) {
  const t = useT();
  const [left, setLeft] = useState(shownFor);
  const [end] = useState(() => Date.now() + shownFor * 1000);
  useEffect(() => {
    // by the clock: a sleeping tab counts no ticks
    const timer = setInterval(() => {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      if (seconds <= 0) onClose();
      else setLeft(seconds);
    }, 500);
    return () => clearInterval(timer);
  }, [end, onClose]);
  const at = value.length === 12 ? 4 : 6;
  return (
    <div className="revealed">
      <div className="row">
        <output dir="ltr">{`${value.slice(0, at)} ${value.slice(at)}`}</output>
        <CopyButton text={value} what={kind} />
      </div>
      <p className="flush" role="timer">
        {t('identifiers.left', { count: left })}
      </p>
      <Button type="button" onClick={onClose}>
        {t('identifiers.hide')}
      </Button>
    </div>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { ClipboardCheckmarkIcon, KeyVerticalIcon, PlusIcon, PrinterSmallIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { toast, toastError } from '@/shared/ui/toasts';
import { OverPage } from '../OverPage';
import { type Checklist, layKeyReady, useKeepChecklist } from '../queries';
import { useT } from '../texts';
import { AddLine } from './AddLine';
import { LetAgain } from './LetAgain';
import { PrintPaper } from './Paper';

export function ChecklistActions({ list }: { list: Checklist }) {
  const t = useT();
  const mayTick = useMay('furnishing:tick');
  const mayWrite = useMay('furnishing:write');
  const [open, setOpen] = useState<'add' | 'print'>();
  const close = () => setOpen(undefined);
  const finished = list.key !== null;
  return (
    <>
      {mayTick && list.ready_at && !finished && <LayKeyReady list={list} />}
      {mayTick && !finished && (
        <Link
          to="/klargjoring/$unitId/kryss"
          params={{ unitId: list.unit.id }}
          className="ds-button"
          data-variant={list.ready_at ? 'secondary' : 'primary'}
        >
          <ClipboardCheckmarkIcon aria-hidden />
          {t('checklist.phone')}
        </Link>
      )}
      {mayWrite && finished && list.unit.state === 'vacant' && <LetAgain list={list} />}
      <Button type="button" variant="secondary" onClick={() => setOpen('print')}>
        <PrinterSmallIcon aria-hidden />
        {t('checklist.print')}
      </Button>
      {mayWrite && !finished && (
        <Button type="button" variant="tertiary" onClick={() => setOpen('add')}>
          <PlusIcon aria-hidden />
          {t('checklist.extra')}
        </Button>
      )}
      {open === 'add' && (
        <OverPage>
          <AddLine list={list} onClose={close} />
        </OverPage>
      )}
      {open === 'print' && <PrintPaper list={list} onDone={close} />}
    </>
  );
}

function LayKeyReady({ list }: { list: Checklist }) {
  const t = useT();
  const keep = useKeepChecklist();
  const { mutate, isPending } = useMutation({
    mutationFn: () => layKeyReady(list.id, list.version),
    onSuccess: (saved) => {
      keep(saved);
      toast(t('checklist.keyDone'));
    },
    onError: toastError,
  });
  return (
    <Button type="button" loading={isPending} onClick={() => mutate()}>
      <KeyVerticalIcon aria-hidden />
      {t('checklist.key')}
    </Button>
  );
}

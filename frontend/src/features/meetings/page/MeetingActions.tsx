import { Button } from '@digdir/designsystemet-react';
import { PrinterSmallIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import type { Meeting } from '../queries';
import { useT } from '../texts';
import { isAhead } from '../words';
import { CancelDialog } from './CancelDialog';
import { MoveDialog } from './MoveDialog';

export function MeetingActions({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const mayWrite = useMay('meetings:write');
  const [open, setOpen] = useState<'move' | 'cancel'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Button type="button" variant="tertiary" onClick={() => print()}>
        <PrinterSmallIcon aria-hidden />
        {t('meeting.print')}
      </Button>
      {mayWrite && isAhead(meeting) && (
        <>
          <Button type="button" variant="secondary" onClick={() => setOpen('move')}>
            {t('meeting.move')}
          </Button>
          <Button type="button" variant="secondary" data-color="danger" onClick={() => setOpen('cancel')}>
            {t('meeting.cancel')}
          </Button>
        </>
      )}
      {open === 'move' && <MoveDialog meeting={meeting} onClose={close} />}
      {open === 'cancel' && <CancelDialog meeting={meeting} onClose={close} />}
    </>
  );
}

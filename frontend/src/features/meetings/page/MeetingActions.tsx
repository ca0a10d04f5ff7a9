import { Button } from '@digdir/designsystemet-react';
import { PrinterSmallIcon } from '@navikt/aksel-icons';
import { useMay } from '@/shared/session/session';
import type { Meeting } from '../queries';
import { useT } from '../texts';
import { isAhead } from '../words';

export type Open = 'move' | 'cancel';

export function MeetingActions({ meeting, onOpen }: { meeting: Meeting; onOpen: (what: Open) => void }) {
  const t = useT();
  const mayWrite = useMay('meetings:write');
  return (
    <>
      <Button type="button" variant="tertiary" onClick={() => print()}>
        <PrinterSmallIcon aria-hidden />
        {t('meeting.print')}
      </Button>
      {mayWrite && isAhead(meeting) && (
        <>
          <Button type="button" variant="secondary" onClick={() => onOpen('move')}>
            {t('meeting.move')}
          </Button>
          <Button type="button" variant="secondary" data-color="danger" onClick={() => onOpen('cancel')}>
            {t('meeting.cancel')}
          </Button>
        </>
      )}
    </>
  );
}

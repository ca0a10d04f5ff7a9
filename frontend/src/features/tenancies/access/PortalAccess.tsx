import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { FormDialog } from '@/shared/ui/dialogs';
import { Section } from '@/shared/ui/Page';
import { LoadingState } from '@/shared/ui/states';
import type { Resident } from '../queries';
import { useT } from '../texts';
import { callName } from './callName';
import { Devices } from './Devices';
import { issuedCode } from './queries';

// with the slip in four languages and its picture, which few of those who read the page print
const IssueCode = lazy(async () => ({ default: (await import('./IssueCode')).IssueCode }));

/** The resident's way into the portal: a code on paper, and the phones it has opened. */
export function PortalAccess({ resident }: { resident: Resident }) {
  const t = useT();
  const queryClient = useQueryClient();
  const [issuing, setIssuing] = useState(false);
  const [listing, setListing] = useState(false);
  const close = () => {
    setIssuing(false);
    queryClient.removeQueries({ queryKey: issuedCode(resident.id).queryKey });
  };
  const fresh = useQuery(issuedCode(resident.id)).data;
  return (
    <Section title={t('access.title')}>
      <p className="muted access-open">{t('access.open', { count: resident.open_devices })}</p>
      <div className="actions">
        {resident.status !== 'moved_out' && (
          <Button type="button" variant="secondary" onClick={() => setIssuing(true)}>
            {t('access.issue')}
          </Button>
        )}
        {resident.open_devices > 0 && (
          <Button type="button" variant="tertiary" onClick={() => setListing(true)}>
            {t('access.devices')}
          </Button>
        )}
      </div>
      {issuing && (
        <FormDialog open title={t('access.issueTitle')} onClose={close}>
          <div className="stack">
            {!fresh && <p className="flush">{t('access.issueExplain')}</p>}
            <Suspense fallback={<LoadingState lines={2} />}>
              <IssueCode
                resident={{ id: resident.id, name: callName(resident), language: resident.portal_language }}
                label={t('access.issue')}
              />
            </Suspense>
          </div>
        </FormDialog>
      )}
      {listing && <Devices residentId={resident.id} onClose={() => setListing(false)} />}
    </Section>
  );
}

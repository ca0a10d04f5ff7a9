import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '@/shared/api/problem';
import { joined } from '@/shared/format/joined';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { PageHeader, Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { IncidentStatusWord, SeverityWord } from '@/shared/words/tags';
import { type Incident, incident } from '../queries';
import { useT } from '../texts';
import { placeOf, useCaseName } from '../words';
import { Dialogs, type Open } from './Dialogs';
import { Facts } from './Facts';
import { Measures } from './Measures';
import { NextStep } from './NextStep';
import { OnCall } from './OnCall';
import { Parties } from './Parties';
import { Pictures } from './Pictures';
import { Sharing } from './Sharing';
import { Story } from './Story';
import '../incidents.css';
import '../report/report.css';
import './page.css';

export function IncidentPage({ id }: { id: string }) {
  const t = useT();
  const query = useQuery(incident(id));
  if (query.isPending) return <LoadingState lines={10} />;
  // whoever may no longer see it shall not go on reading what is on the screen
  if (query.isError && (!query.data || query.error instanceof ApiError))
    return (
      <>
        <PageHeader title={t('incident.title')} back={<Back />} />
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  return <Case incident={query.data} />;
}

function Back() {
  const t = useT();
  return <PathLink path="/hendelser">{t('incidents.title')}</PathLink>;
}

function Case({ incident }: { incident: Incident }) {
  const t = useT();
  const name = useCaseName();
  const mayHandle = useMay('incidents:handle');
  const maySeeParties = useMay('parties:read');
  const [open, setOpen] = useState<Open>();
  const ended = incident.status === 'resolved' || incident.status === 'closed';
  const grave = incident.severity === 'acute' || incident.severity === 'serious';
  return (
    <>
      <PageHeader
        title={`${incident.number} · ${name(incident)}`}
        back={<Back />}
        tags={
          <>
            <SeverityWord severity={incident.severity} />
            <IncidentStatusWord status={incident.status} />
          </>
        }
        lead={
          <bdi>
            {joined(
              incident.view === 'care' ? t(`category.${incident.category}`) : undefined,
              placeOf(incident),
              incident.site.name,
            )}
          </bdi>
        }
        actions={mayHandle && <NextStep incident={incident} onOpen={setOpen} />}
      />
      <div className="case">
        <div className="case-facts">
          {grave && !ended && <OnCall incident={incident} />}
          <Facts incident={incident} onOpen={setOpen} />
        </div>
        <div className="case-main">
          <What incident={incident} onOpen={setOpen} />
          <Pictures incident={incident} />
          <Measures incident={incident} />
          <Story incident={incident} />
        </div>
        {incident.view === 'care' && (
          <div className="case-more">
            <Sharing incident={incident} onOpen={setOpen} />
            {maySeeParties && <Parties incident={incident} />}
          </div>
        )}
      </div>
      <Dialogs incident={incident} open={open} onClose={() => setOpen(undefined)} />
    </>
  );
}

/** What happened in the district's words; to the landlord what is said about the building. */
function What({ incident, onOpen }: { incident: Incident; onOpen: (what: Open) => void }) {
  const t = useT();
  const mayEdit = useMay('incidents:edit');
  const text = incident.view === 'care' ? incident.description : incident.building_note;
  return (
    <Section
      title={t(incident.view === 'care' ? 'incident.description' : 'incident.building')}
      actions={
        mayEdit && (
          <Button
            type="button"
            variant="tertiary"
            aria-label={t('incident.editLabel')}
            onClick={() => onOpen({ kind: 'edit' })}
          >
            {t('action.edit')}
          </Button>
        )
      }
    >
      {text ? (
        <p className="case-text">
          <bdi>{text}</bdi>
        </p>
      ) : (
        <p className="muted flush">{t('incident.noDescription')}</p>
      )}
    </Section>
  );
}

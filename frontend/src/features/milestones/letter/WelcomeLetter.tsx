import { Button } from '@digdir/designsystemet-react';
import { PrinterSmallIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { body, client, type Schemas } from '@/shared/api/client';
import { inWords, isoDay } from '@/shared/format/dates';
import { showPhone } from '@/shared/format/phone';
import { fullName } from '@/shared/people/names';
import { FormDialog } from '@/shared/ui/dialogs';
import { useT } from '../texts';
import { daysBetween } from '../words';
import { letterIn } from './words';
import './letter.css';

type Resident = Schemas['ResidentCare'] | Schemas['ResidentCase'];
const NOON = '11.00';
/** Days after the first one in which the letter is still of use. */
const NEW_FOR = 14;
const urgent = {
  fire: 'fire',
  police: 'police',
  ambulance: 'ambulance',
  doctor: 'out_of_hours_doctor',
} as const;
const urgentNames = ['fire', 'police', 'ambulance', 'doctor'] as const;

const sites = {
  queryKey: ['get', '/v1/sites'],
  queryFn: ({ signal }: { signal: AbortSignal }) => body(client.GET('/v1/sites', { signal })),
};
const emergencyNumbers = {
  queryKey: ['get', '/v1/emergency-numbers'],
  queryFn: ({ signal }: { signal: AbortSignal }) => body(client.GET('/v1/emergency-numbers', { signal })),
};

/** The letter a household gets before the first day: looked at, given its hour, and printed. */
export function WelcomeLetter({ resident }: { resident: Resident }) {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [printing, setPrinting] = useState(false);
  const [clock, setClock] = useState(NOON);
  useEffect(() => {
    if (!printing) return;
    const done = () => setPrinting(false);
    addEventListener('afterprint', done);
    window.print();
    return () => removeEventListener('afterprint', done);
  }, [printing]);
  if (!resident.home || daysBetween(resident.home.from_day, isoDay()) > NEW_FOR) return null;
  const paper = <Letter resident={resident} clock={clock} />;
  return (
    <>
      <Button type="button" variant="tertiary" onClick={() => setOpen(true)}>
        {t('letter.open')}
      </Button>
      {open && (
        <FormDialog open title={t('letter.title')} onClose={() => setOpen(false)}>
          <div className="stack">
            <p className="flush">{t('letter.explain')}</p>
            <div className="ds-field">
              <label className="ds-label" htmlFor={id}>
                {t('letter.clock')}
              </label>
              <input
                className="ds-input letter-clock"
                id={id}
                maxLength={5}
                dir="ltr"
                value={clock}
                onChange={(e) => setClock(e.target.value)}
              />
            </div>
            {paper}
            <div className="actions">
              <Button type="button" onClick={() => setPrinting(true)}>
                <PrinterSmallIcon aria-hidden />
                {t('letter.print')}
              </Button>
            </div>
          </div>
        </FormDialog>
      )}
      {printing && createPortal(<div className="letter-print">{paper}</div>, document.body)}
    </>
  );
}

function Letter({ resident, clock }: { resident: Resident; clock: string }) {
  const t = useT();
  const { words, lang, dir } = letterIn(resident.portal_language);
  const site = useQuery(sites).data?.items.find((x) => x.id === resident.site_id);
  const numbers = useQuery(emergencyNumbers).data?.items ?? [];
  const { home, household } = resident;
  if (!home) return null;
  const names = (household?.members.map((m) => m.name) ?? [fullName(resident)]).join(', ');
  const helpers = resident.helpers.filter((h) => h.active);
  return (
    <article className="letter" lang={lang} dir={dir} aria-label={t('letter.label', { names })}>
      <p className="letter-title">{words.title.replace('{site}', site?.name ?? '')}</p>
      <p>
        <bdi>{words.dear.replace('{names}', names)}</bdi>
      </p>
      <dl>
        <div>
          <dt>{words.home}</dt>
          <dd>
            <strong>{words.flat.replace('{flat}', home.unit_label)}</strong>
            {site && (
              <bdi>
                {site.street_address}, {site.postal_code} {site.postal_place}
              </bdi>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.firstDay}</dt>
          <dd>
            <strong>
              {inWords(home.from_day, lang)} {words.atClock.replace('{clock}', clock)}
            </strong>
            <span>{words.comeTo}</span>
          </dd>
        </div>
        <div>
          <dt>{words.bring}</dt>
          <dd>
            <ul>
              {words.bringThings.map((thing) => (
                <li key={thing}>{thing}</li>
              ))}
            </ul>
          </dd>
        </div>
        {helpers.length > 0 && (
          <div>
            <dt>{words.ask}</dt>
            <dd>
              {helpers.map((h) => (
                <span key={h.id}>
                  {words[h.kind]}: <bdi>{h.name}</bdi> {h.phone && <bdi dir="ltr">{showPhone(h.phone)}</bdi>}
                </span>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>{words.emergency}</dt>
          <dd className="letter-numbers">
            {urgentNames.map((name) => (
              <span key={name}>
                {words[name]}{' '}
                <strong dir="ltr">
                  {showPhone(numbers.find((n) => n.key === urgent[name])?.number ?? '')}
                </strong>
              </span>
            ))}
          </dd>
        </div>
      </dl>
      <p>{words.interpreter}</p>
    </article>
  );
}

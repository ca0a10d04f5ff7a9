import { PhoneIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { dialPhone, showPhone } from '@/shared/format/phone';
import { textOf } from '@/shared/i18n';
import { sessionQuery } from '@/shared/session/session';
import { type EmergencyNumber, emergencyNumbers, mergeNumbers, national, urgent } from './numbers';
import { useT } from './texts';
import './emergency.css';

export function EmergencyNumbers() {
  const t = useT();
  const { data } = useQuery(emergencyNumbers);
  const session = useQuery(sessionQuery);
  const place = session.data?.kind === 'resident' ? session.data.sites[0]?.name : undefined;
  const all = mergeNumbers(national, data?.items ?? []);
  const isUrgent = (n: EmergencyNumber) => urgent.includes(n.key);
  return (
    <div className="stack">
      <ul className="plain-list numbers">
        {all.filter(isUrgent).map((n) => (
          <Line key={n.key} entry={n} urgent />
        ))}
      </ul>
      <p className="flush">{place ? t('emergency.sayPlace', { place }) : t('emergency.sayWhere')}</p>
      <h2 className="numbers-more">{t('emergency.more')}</h2>
      <ul className="plain-list numbers">
        {all
          .filter((n) => !isUrgent(n))
          .map((n) => (
            <Line key={n.key} entry={n} />
          ))}
      </ul>
    </div>
  );
}

function Line({ entry, urgent: isUrgent = false }: { entry: EmergencyNumber; urgent?: boolean }) {
  const label = textOf(`emergency.${entry.key}`) ?? entry.label ?? entry.key;
  return (
    <li>
      <a className="number" data-urgent={isUrgent} href={`tel:${dialPhone(entry.number)}`}>
        <PhoneIcon aria-hidden fontSize="1.5rem" />
        <span>{label}</span>{' '}
        <bdi dir="ltr" className="number-digits">
          {showPhone(entry.number)}
        </bdi>
      </a>
    </li>
  );
}

import { PhoneIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { dialPhone, showPhone } from '@/shared/format/phone';
import { textOf } from '@/shared/i18n';
import { StatusTag } from '@/shared/ui/Tag';
import { type Contact, emergencyNumbers, type Service } from './queries';
import { useT } from './texts';
import { useTurn } from './turn';

const urgent = ['ambulance', 'fire', 'police'];

interface Props {
  contacts: readonly Contact[];
  /** Whose matter it is: their people stand before the others. */
  first: Service;
  /** With the emergency numbers on top. */
  emergency?: boolean;
  /** Only the first on duty in sight. */
  brief?: boolean;
}
/** One tap calls: the emergency numbers, then whoever has duty now; the others behind a fold. */
export function WhomToRing({ contacts, first, emergency, brief }: Props) {
  const t = useT();
  const sorted = [...contacts].sort(
    (a, b) => Number(b.responsible === first) - Number(a.responsible === first),
  );
  const turns = sorted.filter((c) => c.now);
  const onDuty = brief ? turns.slice(0, 1) : turns;
  const others = [...turns, ...sorted.filter((c) => !c.now)].filter((c) => !onDuty.includes(c));
  return (
    <div className="ring">
      {emergency && <Emergency />}
      {onDuty.length === 0 && <p className="flush">{t('ring.nobody')}</p>}
      <ul className="plain-list ring-list">
        {onDuty.map((c) => (
          <Line key={c.id} contact={c} />
        ))}
      </ul>
      {others.length > 0 && (
        <details open={onDuty.length === 0}>
          <summary>{t('ring.others', { count: others.length })}</summary>
          <ul className="plain-list ring-list">
            {others.map((c) => (
              <Line key={c.id} contact={c} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Emergency() {
  const numbers = useQuery(emergencyNumbers).data?.items ?? [];
  const t = useT();
  const shown = urgent.flatMap((key) => numbers.filter((n) => n.key === key));
  if (shown.length === 0) return <p className="flush">{t('ring.emergency')}</p>;
  return (
    <ul className="plain-list ring-emergency" aria-label={t('ring.emergencyLabel')}>
      {shown.map((n) => (
        <li key={n.key}>
          <a
            className="ds-button"
            data-variant="primary"
            data-color="danger"
            href={`tel:${dialPhone(n.number)}`}
          >
            <span className="figures">{showPhone(n.number)}</span>
            <span>{textOf(`ring.number.${n.key}`) ?? n.label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Line({ contact: c }: { contact: Contact }) {
  const t = useT();
  const turn = useTurn();
  return (
    <li>
      <span className="ring-who">
        <bdi>{c.name}</bdi>
        <span className="muted ring-when">
          {t(`audience.${c.responsible}`)} · {turn(c)}
        </span>
      </span>
      {c.now && <StatusTag tone="success">{t('ring.now')}</StatusTag>}
      <a
        className="ds-button ring-call"
        data-variant={c.now ? 'primary' : 'secondary'}
        href={`tel:${dialPhone(c.phone)}`}
        aria-label={t('ring.call', { name: c.name, number: showPhone(c.phone) })}
      >
        <PhoneIcon aria-hidden />
        <bdi dir="ltr" className="figures">
          {showPhone(c.phone)}
        </bdi>
      </a>
    </li>
  );
}

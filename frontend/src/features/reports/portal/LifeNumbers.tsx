import { PhoneIcon } from '@navikt/aksel-icons';
import { useT } from './texts';

const numbers = ['113', '112', '110'] as const;

/** The three that come before any report, each one press away. */
export function LifeNumbers() {
  const t = useT();
  return (
    <ul className="plain-list life-numbers" aria-label={t('tell.callFirst')}>
      {numbers.map((number) => (
        <li key={number}>
          <a href={`tel:${number}`}>
            <PhoneIcon aria-hidden fontSize="1.5rem" />
            <bdi dir="ltr">{number}</bdi> <span>{t(`tell.call.${number}`)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

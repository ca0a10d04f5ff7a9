import { useT } from '../texts';

/** What hiding somebody means, before it is done. */
export function Consequences() {
  const t = useT();
  return (
    <div className="clash" data-color="warning">
      <p className="flush">
        <strong>{t('protection.happens')}</strong>
      </p>
      <ul className="consequences">
        <li>{t('protection.happens.lists')}</li>
        <li>{t('protection.happens.two')}</li>
        <li>{t('protection.happens.household')}</li>
        <li>{t('protection.happens.unit')}</li>
        <li>{t('protection.happens.you')}</li>
      </ul>
    </div>
  );
}

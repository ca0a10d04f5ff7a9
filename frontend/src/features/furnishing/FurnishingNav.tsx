import { Link } from '@tanstack/react-router';
import { useMay } from '@/shared/session/session';
import { useT } from './texts';
import './furnishing.css';

export function FurnishingNav() {
  const t = useT();
  const views = [
    { to: '/klargjoring', text: t('furnishing.view.units') },
    { to: '/klargjoring/bestilling', text: t('furnishing.view.orders') },
    { to: '/klargjoring/likt', text: t('furnishing.view.equal') },
    { to: '/klargjoring/pakker', text: t('furnishing.view.packages') },
    ...(useMay('crew:read')
      ? ([{ to: '/klargjoring/arbeidslag', text: t('furnishing.view.crew') }] as const)
      : []),
  ] as const;
  return (
    <nav className="section-nav" aria-label={t('furnishing.views')}>
      {views.map(({ to, text }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {text}
        </Link>
      ))}
    </nav>
  );
}

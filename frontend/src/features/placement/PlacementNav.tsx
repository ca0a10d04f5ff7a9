import { Link } from '@tanstack/react-router';
import { useMay } from '@/shared/session/session';
import { useT } from './texts';

export function PlacementNav() {
  const t = useT();
  const plans = useMay('placement:read');
  const views = [
    { to: '/bosetting', text: t('placement.view.requests') },
    { to: '/bosetting/bord', text: t('board.title') },
    { to: '/bosetting/sammensetning', text: t('monitor.title') },
    { to: '/bosetting/skjermet', text: t('hidden.title') },
  ] as const;
  if (!plans) return null;
  return (
    <nav className="section-nav" aria-label={t('placement.views')}>
      {views.map(({ to, text }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {text}
        </Link>
      ))}
    </nav>
  );
}

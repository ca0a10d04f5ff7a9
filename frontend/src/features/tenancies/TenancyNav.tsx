import { Link } from '@tanstack/react-router';
import { useT } from './texts';
import './course/course.css';

export function TenancyNav() {
  const t = useT();
  const views = [
    { to: '/leieforhold', text: t('tenancies.view.all') },
    { to: '/leieforhold/gar-ut', text: t('tenancies.view.out') },
  ] as const;
  return (
    <nav className="section-nav" aria-label={t('tenancies.views')}>
      {views.map(({ to, text }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {text}
        </Link>
      ))}
    </nav>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useSite } from '@/shared/session/session';
import { useT } from '../texts';

export function SiteSwitch() {
  const t = useT();
  const navigate = useNavigate();
  const { sites, chosen } = useSite();
  if (sites.length === 0) return null;
  if (sites.length === 1) return <span className="ds-tag tag site-name">{sites[0]?.name}</span>;
  return (
    <select
      className="ds-input site-select"
      data-width="auto"
      aria-label={t('site.choose')}
      value={chosen?.id ?? ''}
      onChange={(e) =>
        void navigate({
          to: '.',
          search: (old: Record<string, unknown>) => ({ ...old, sted: e.target.value || undefined }),
        })
      }
    >
      <option value="">{t('site.all')}</option>
      {sites.map((s) => (
        <option key={s.id} value={s.id}>
          {s.name}
        </option>
      ))}
    </select>
  );
}

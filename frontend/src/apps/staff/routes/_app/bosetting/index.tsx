import { createFileRoute, Link } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { PlacementNav } from '@/features/placement/PlacementNav';
import { Requests } from '@/features/placement/Requests';
import { useT } from '@/features/placement/texts';
import { flag } from '@/shared/routing/search';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/bosetting/')({
  validateSearch: z.object({ undone: flag() }),
  component: PlacementPage,
});

function PlacementPage() {
  const t = useT();
  const { undone } = Route.useSearch();
  const navigate = Route.useNavigate();
  const mayWrite = useMay('placement:write');
  if (!useMay('placement:read')) return <NotFound />;
  const read = mayWrite && (
    <Link to="/bosetting/ny" className="ds-button">
      {t('requests.new')}
    </Link>
  );
  return (
    <>
      <PageHeader title={t('requests.title')} lead={t('requests.lead')} actions={read} />
      <PlacementNav />
      <Requests
        undone={undone ?? false}
        onUndone={(shown) =>
          void navigate({ search: (old) => ({ ...old, undone: shown || undefined }), replace: true })
        }
        empty={read}
      />
    </>
  );
}

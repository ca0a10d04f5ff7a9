import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { Board } from '@/features/placement/board/Board';
import { PlacementNav } from '@/features/placement/PlacementNav';
import { useT } from '@/features/placement/texts';
import { idValue } from '@/shared/routing/search';
import { useMay, useSite } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState } from '@/shared/ui/states';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/bosetting/bord')({
  validateSearch: z.object({ plan: idValue() }),
  component: MixingTable,
});

function MixingTable() {
  const t = useT();
  const { plan } = Route.useSearch();
  const navigate = Route.useNavigate();
  const { site } = useSite();
  if (!useMay('placement:read')) return <NotFound />;
  return (
    <>
      <PageHeader
        title={t('board.title')}
        lead={site ? `${site.name} · ${t('board.lead')}` : t('board.lead')}
      />
      <PlacementNav />
      {site ? (
        <Board
          key={site.id}
          siteId={site.id}
          alternative={plan}
          onAlternative={(id) => void navigate({ search: (old) => ({ ...old, plan: id }), replace: true })}
        />
      ) : (
        <EmptyState title={t('board.noSite')} />
      )}
    </>
  );
}

import { createFileRoute } from '@tanstack/react-router';
import { Monitor } from '@/features/placement/monitor/Monitor';
import { PlacementNav } from '@/features/placement/PlacementNav';
import { useT } from '@/features/placement/texts';
import { useMay, useSite } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState } from '@/shared/ui/states';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/bosetting/sammensetning')({ component: CompositionPage });

function CompositionPage() {
  const t = useT();
  const { site } = useSite();
  if (!useMay('composition:read')) return <NotFound />;
  return (
    <>
      <PageHeader title={t('monitor.title')} lead={site?.name} />
      <PlacementNav />
      {site ? <Monitor key={site.id} siteId={site.id} /> : <EmptyState title={t('board.noSite')} />}
    </>
  );
}

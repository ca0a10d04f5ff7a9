import { createFileRoute, useCanGoBack, useRouter } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ReportIncident } from '@/features/incidents/report/ReportIncident';
import { idValue } from '@/shared/routing/search';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/hendelser/ny')({
  validateSearch: z.object({ unit: idValue() }),
  component: ReportPage,
});

function ReportPage() {
  const { unit } = Route.useSearch();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  if (!useMay('incidents:report')) return <NotFound />;
  return (
    <ReportIncident
      unitId={unit}
      onLeave={() => (canGoBack ? router.history.back() : void router.navigate({ to: '/' }))}
    />
  );
}

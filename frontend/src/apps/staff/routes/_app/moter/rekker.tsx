import { createFileRoute } from '@tanstack/react-router';
import { SeriesList } from '@/features/meetings/list/SeriesList';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/moter/rekker')({ component: SeriesPage });

function SeriesPage() {
  return useMay('meetings:read') ? <SeriesList /> : <NotFound />;
}

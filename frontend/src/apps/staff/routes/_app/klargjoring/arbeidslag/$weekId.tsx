import { createFileRoute, Link } from '@tanstack/react-router';
import { useT } from '@/features/crew/texts';
import { WeekPage } from '@/features/crew/WeekPage';

export const Route = createFileRoute('/_app/klargjoring/arbeidslag/$weekId')({ component: CrewWeek });

function CrewWeek() {
  const t = useT();
  const { weekId } = Route.useParams();
  return (
    <WeekPage
      key={weekId}
      weekId={weekId}
      back={
        <Link to="/klargjoring/arbeidslag" className="ds-link">
          {t('crew.title')}
        </Link>
      }
    />
  );
}

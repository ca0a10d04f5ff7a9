import { createFileRoute, Link } from '@tanstack/react-router';
import { ChecklistPage } from '@/features/furnishing/checklist/ChecklistPage';
import { useT } from '@/features/furnishing/texts';

export const Route = createFileRoute('/_app/klargjoring/$unitId/')({ component: OneChecklist });

function OneChecklist() {
  const t = useT();
  const { unitId } = Route.useParams();
  return (
    <ChecklistPage
      key={unitId}
      unitId={unitId}
      back={
        <Link to="/klargjoring" className="ds-link">
          {t('furnishing.title')}
        </Link>
      }
    />
  );
}

import { createFileRoute } from '@tanstack/react-router';
import { NewWeek } from '@/features/crew/NewWeek';
import { useT } from '@/features/crew/texts';
import { Weeks } from '@/features/crew/Weeks';
import { FurnishingNav } from '@/features/furnishing/FurnishingNav';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/klargjoring/arbeidslag/')({ component: CrewWeeks });

function CrewWeeks() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('crew.title')} actions={<NewWeek />} />
      <FurnishingNav />
      <Weeks />
    </>
  );
}

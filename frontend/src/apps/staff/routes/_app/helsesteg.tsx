import { createFileRoute } from '@tanstack/react-router';
import { HealthSteps } from '@/features/milestones/health/HealthSteps';
import { useT } from '@/features/milestones/texts';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { NotFound } from '../../shell/fallbacks';

export const Route = createFileRoute('/_app/helsesteg')({ component: HealthStepsPage });

function HealthStepsPage() {
  const t = useT();
  if (!useMay('health_steps:read')) return <NotFound />;
  return (
    <>
      <PageHeader title={t('healthSteps.title')} lead={t('healthSteps.lead')} />
      <HealthSteps />
    </>
  );
}

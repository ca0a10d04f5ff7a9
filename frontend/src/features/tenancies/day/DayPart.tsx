import { useQuery } from '@tanstack/react-query';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import type { Tenancy } from '../queries';
import { stageOf } from '../stage';
import { Found, Inspecting } from './Inspecting';
import { useKeeping } from './keeping';
import { inspections } from './queries';
import { useT } from './texts';
import { WaitingDay } from './WaitingDay';
import './day.css';

/** On a tenancy's page: the way to its first day, and how the flat was handed over. */
export function DayPart({ tenancy }: { tenancy: Tenancy }) {
  const t = useT();
  const mayGuide = useMay('handover:read');
  const mayInspect = useMay('inspections:read');
  const { data } = useQuery({ ...inspections(tenancy.id), enabled: mayInspect });
  const first = data?.items.find((one) => one.kind === 'move_in');
  const stage = stageOf(tenancy);
  const keeping = useKeeping(tenancy.id);
  return (
    <>
      {mayGuide && tenancy.view === 'care' && stage !== 'over' && (
        <p className="flush">
          <PathLink path={`/innflytting/${tenancy.id}`}>{t('moveDay.open')}</PathLink>
        </p>
      )}
      {first?.finished_at && (
        <Section title={t('inspect.moveIn')}>
          <Found of={first} />
        </Section>
      )}
      {mayInspect && (stage === 'notice' || stage === 'over') && (
        <Section title={t('inspect.moveOut')}>
          <WaitingDay keeping={keeping} />
          <Inspecting tenancyId={tenancy.id} kind="move_out" keeping={keeping} />
        </Section>
      )}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { DescriptionList, Section } from '@/shared/ui/Page';
import { When } from '@/shared/ui/When';
import { planOfLease } from '../queries';
import { useT } from '../texts';

/** Where a lease came from: nothing for one that no plan has made. */
export function PlanOfLease({ tenancyId }: { tenancyId: string }) {
  const t = useT();
  const may = useMay('placement:read');
  const plan = useQuery({ ...planOfLease(tenancyId), enabled: may }).data?.plan;
  if (!plan) return null;
  return (
    <Section title={t('origin.title')}>
      <DescriptionList
        items={[
          {
            term: t('origin.plan'),
            value: (
              <Link to="/bosetting/bord" search={{ plan: plan.alternative_id }} className="ds-link">
                <bdi>{plan.name}</bdi>
              </Link>
            ),
          },
          { term: t('origin.why'), value: <bdi>{plan.chosen_because}</bdi> },
          { term: t('origin.chosenBy'), value: <bdi>{plan.chosen_by}</bdi> },
          { term: t('origin.committed'), value: <When at={plan.committed_at} as="day" /> },
          {
            term: t('origin.request'),
            value: <PathLink path={pathTo('request', plan.request_id) ?? ''}>{plan.request}</PathLink>,
          },
          {
            term: t('origin.letter'),
            value: plan.resident_id && (
              <PathLink path={pathTo('resident', plan.resident_id) ?? ''}>{t('origin.toLetter')}</PathLink>
            ),
          },
        ]}
      />
    </Section>
  );
}

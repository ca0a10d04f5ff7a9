import { Heading } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@/shared/api/client';
import { useSite } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { equalTreatment } from '../queries';
import { useT } from '../texts';
import './equality.css';

export function EqualTreatment() {
  const t = useT();
  const { chosen } = useSite();
  const query = useQuery(equalTreatment(chosen?.id));
  if (query.isPending) return <LoadingState lines={4} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { groups, without_list } = query.data;
  if (groups.length === 0) return <EmptyState title={t('equal.none')} hint={t('equal.noneHint')} />;
  return (
    <div className="stack equal">
      {groups.map((group) => (
        <Proof key={group.persons} group={group} only={groups.length === 1} />
      ))}
      {without_list > 0 && <p className="muted flush">{t('equal.without', { count: without_list })}</p>}
    </div>
  );
}

function Proof({ group, only }: { group: Schemas['EqualFlats']; only: boolean }) {
  const t = useT();
  const { persons, same, flats, pieces, checked, differing } = group;
  const sentence = t('equal.sentence', { same, flats, pieces });
  return (
    <>
      <div className="equal-proof" data-color={differing.length ? 'info' : 'success'}>
        <Heading level={2} data-size="sm">
          {only ? sentence : t('equal.sentenceFor', { persons, sentence })}
        </Heading>
        <p className="flush">{t('equal.lead', { checked })}</p>
      </div>
      <Section title={only ? t('equal.differing') : t('equal.differingFor', { persons })}>
        {differing.length === 0 ? (
          <p className="muted flush">{t('equal.noneDiffer')}</p>
        ) : (
          <ul className="lines">
            {differing.map((flat) => (
              <Differing key={flat.unit_id} flat={flat} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function Differing({ flat }: { flat: Schemas['DifferingFlat'] }) {
  const t = useT();
  return (
    <li>
      <Link to="/klargjoring/$unitId" params={{ unitId: flat.unit_id }} className="ds-link tap">
        <bdi>{flat.label}</bdi>
      </Link>
      <span className="line-main">
        {flat.differences.map(({ item, quantity, usual, reason }) => (
          <span key={item} className="equal-difference">
            <bdi>{t('equal.difference', { item, quantity, usual })}</bdi>
            <span className="muted line-sub">
              <bdi>{reason ?? t('equal.noReason')}</bdi>
            </span>
          </span>
        ))}
      </span>
      <span className="muted">{t('equal.pieces', { count: flat.pieces })}</span>
    </li>
  );
}

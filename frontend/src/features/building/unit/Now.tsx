import { useQuery } from '@tanstack/react-query';
import { joined } from '@/shared/format/joined';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { ErrorState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { IncidentStatusWord, SeverityWord } from '@/shared/words/tags';
import { type OpenIncident, openIncidents, type Tenancy, tenanciesNow, type Unit } from '../queries';
import { useT } from '../texts';

/** What holds today: who lives here or is about to, and what is open. */
export function Now({ unit }: { unit: Unit }) {
  const mayTenancies = useMay('tenancies:read');
  const mayIncidents = useMay('incidents:read');
  const let_ = unit.state === 'occupied' || unit.state === 'reserved';
  return (
    <>
      {mayIncidents && <Open unitId={unit.id} />}
      {mayTenancies && let_ && <Living unit={unit} />}
    </>
  );
}

function Open({ unitId }: { unitId: string }) {
  const t = useT();
  const query = useQuery(openIncidents(unitId));
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('unit.openIncidents')}>
      <ul className="lines">
        {items.map((i) => (
          <li key={i.id}>
            <span className="line-main unit-line">
              <PathLink path={pathTo('incident', i.id) ?? '/'}>
                <bdi>{titleOf(i)}</bdi>
              </PathLink>
              <span className="muted">{joined(i.number, t(`category.${i.category}`), i.assignee?.name)}</span>
            </span>
            <span className="row tight">
              <SeverityWord severity={i.severity} />
              <IncidentStatusWord status={i.status} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
const titleOf = (i: OpenIncident) => (i.view === 'care' ? i.title : i.building_note);

function Living({ unit }: { unit: Unit }) {
  const t = useT();
  const state = unit.state === 'reserved' ? 'planned' : 'current';
  const query = useQuery(tenanciesNow(unit.id, state));
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t(state === 'planned' ? 'unit.movingIn' : 'unit.livingHere')}>
      <ul className="lines">
        {items.map((one) => (
          <li key={one.id}>
            <Household tenancy={one} />
            <PathLink path={pathTo('tenancy', one.id) ?? '/'}>{t('life.tenancy')}</PathLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Names for those who follow people up, a number for those who own the walls. */
function Household({ tenancy }: { tenancy: Tenancy }) {
  const t = useT();
  const mayRead = useMay('residents:read');
  const members = tenancy.view === 'care' ? tenancy.members : [];
  return (
    <span className="line-main unit-line">
      {members.length === 0 && t('unit.persons', { count: tenancy.household_size })}
      {members.map((m) =>
        mayRead ? (
          <PathLink key={m.id} path={pathTo('resident', m.resident_id) ?? '/'}>
            <bdi>{m.name}</bdi>
          </PathLink>
        ) : (
          <bdi key={m.id}>{m.name}</bdi>
        ),
      )}
      <span className="muted">
        {t('unit.from')} <When at={tenancy.from_day} as="day" />
      </span>
    </span>
  );
}

const roots: Record<string, string> = {
  unit: '/bygget',
  units: '/bygget',
  resident: '/beboere',
  residents: '/beboere',
  incident: '/hendelser',
  incidents: '/hendelser',
  tenancy: '/leieforhold',
  tenancies: '/leieforhold',
  move_in_day: '/innflytting',
  activity: '/aktiviteter',
  activities: '/aktiviteter',
  meeting: '/moter',
  meetings: '/moter',
  contact: '/kontakter',
  contacts: '/kontakter',
  responsibilities: '/kontakter/ansvar',
  placement: '/bosetting',
  request: '/bosetting/anmodning',
  crew_week: '/klargjoring/arbeidslag',
};

/** Where the staff app shows what the server points at with `{to, id}`; undefined for what has no page. */
export function pathTo(kind: string, id?: string | null): string | undefined {
  if (kind === 'site' || kind === 'sites') return roots.units;
  // an action has no page of its own: it stands among those that are mine
  if (kind === 'action') return '/moter/oppfolging';
  if (kind === 'placement') return roots.placement;
  // nor has an order
  if (kind === 'order') return '/klargjoring/bestilling';
  const root = roots[kind];
  return root && id ? `${root}/${encodeURIComponent(id)}` : root;
}

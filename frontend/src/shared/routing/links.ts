const roots: Record<string, string> = {
  unit: '/enheter',
  units: '/enheter',
  resident: '/beboere',
  residents: '/beboere',
  incident: '/hendelser',
  incidents: '/hendelser',
  tenancy: '/leieforhold',
  tenancies: '/leieforhold',
  site: '/bygget',
  sites: '/bygget',
};

/** Where the staff app shows what the server points at with `{to, id}`; undefined for what has no page. */
export function pathTo(kind: string, id?: string | null): string | undefined {
  const root = roots[kind];
  if (!root) return undefined;
  return id && root !== '/bygget' ? `${root}/${encodeURIComponent(id)}` : root;
}

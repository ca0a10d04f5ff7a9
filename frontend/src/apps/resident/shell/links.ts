const pages: Record<string, (id: string) => string> = {
  incident: (id) => `/meldinger/${encodeURIComponent(id)}`,
  activity: () => '/uka',
  meeting: () => '/avtaler',
};

/** Where the portal shows what the server points at; undefined for what has no page here. */
export const pathTo = (kind: string, id: string): string | undefined => pages[kind]?.(id);

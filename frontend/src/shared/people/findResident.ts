import { body, client } from '@/shared/api/client';
import type { Pick } from '@/shared/forms/PickField';

/** For `PickField`: residents by name, within what the session may see. */
export async function findResident(q: string, signal: AbortSignal): Promise<Pick[]> {
  const found = await body(client.POST('/v1/search', { body: { q }, signal }));
  return found.groups.flatMap((g) =>
    g.hits
      .filter((h) => h.link.to === 'resident')
      .map((h) => ({ id: h.link.id, label: h.title, detail: h.detail })),
  );
}

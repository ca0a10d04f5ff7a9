import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import type { paths } from '@/shared/api/schema.gen';
import type { Pick } from '@/shared/forms/PickField';
import { refresh } from '@/shared/live/useLiveEvents';

export type Contact = Schemas['ContactView'];
export type SiteMap = Schemas['MapView'];
export type Cell = Schemas['CellView'];
export type NamedContact = Schemas['NamedContact'];
type Key = { 'Idempotency-Key': string };
export type ContactFilter = Omit<
  NonNullable<paths['/v1/contacts']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;

export const contacts = (query: ContactFilter) =>
  keyset<Contact>(['get', '/v1/contacts', query], (cursor, signal) =>
    body(client.GET('/v1/contacts', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
export const contact = (contact_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/contacts/{contact_id}', contact_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/contacts/{contact_id}', { params: { path: { contact_id } }, signal })),
  });
export const siteMap = (site_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/sites/{site_id}/responsibilities', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/sites/{site_id}/responsibilities', { params: { path: { site_id } }, signal })),
  });
export const ownTopics = queryOptions({
  queryKey: ['get', '/v1/topics'],
  queryFn: ({ signal }) => body(client.GET('/v1/topics', { signal })),
  staleTime: 10 * 60_000,
});

/** Puts what a write answered in place of the page it came from; lists and maps are looked up anew. */
export function useKeepContact() {
  const queryClient = useQueryClient();
  return (saved: Contact): void => {
    queryClient.setQueryData(contact(saved.id).queryKey, saved);
    void queryClient.invalidateQueries({ queryKey: ['get', '/v1/contacts'] });
    void queryClient.invalidateQueries({ queryKey: ['get', '/v1/sites/{site_id}/responsibilities'] });
  };
}
export function useReloadContact(id: string) {
  const queryClient = useQueryClient();
  return () => queryClient.fetchQuery({ ...contact(id), staleTime: 0 });
}
export function useKeepMap() {
  const queryClient = useQueryClient();
  return (saved: SiteMap): void => {
    queryClient.setQueryData(siteMap(saved.site.id).queryKey, saved);
    refresh(queryClient, 'contacts');
  };
}
/** The whole map as it stands on the server now, and everything that names topics. */
export function useRefreshTopics() {
  const queryClient = useQueryClient();
  return async () => {
    refresh(queryClient, 'topics');
    refresh(queryClient, 'contacts');
    await queryClient.invalidateQueries({ queryKey: ['get', '/v1/sites/{site_id}/responsibilities'] });
  };
}

const at = (contact_id: string) => ({ path: { contact_id } });
export const addContact = (json: Schemas['NewContact'], headers: Key) =>
  body(client.POST('/v1/contacts', { body: json, headers }));
export const editContact = (id: string, json: Schemas['EditContact']) =>
  body(client.PATCH('/v1/contacts/{contact_id}', { params: at(id), body: json }));
export const endContact = (id: string, json: Schemas['EndContact'], headers?: Key) =>
  body(client.POST('/v1/contacts/{contact_id}/end', { params: at(id), body: json, headers }));

export const nameWhoAnswers = (site_id: string, json: Schemas['SetResponsibility'], headers: Key) =>
  body(
    client.POST('/v1/sites/{site_id}/responsibilities', {
      params: { path: { site_id } },
      body: json,
      headers,
    }),
  );
export const clearWhoAnswers = (responsibility_id: string, version: number) =>
  body(
    client.POST('/v1/responsibilities/{responsibility_id}/clear', {
      params: { path: { responsibility_id } },
      body: { version },
    }),
  );
export const addTopic = (title: string, headers: Key) =>
  body(client.POST('/v1/topics', { body: { title }, headers }));
export const renameTopic = (topic_id: string, title: string, version: number) =>
  body(client.PATCH('/v1/topics/{topic_id}', { params: { path: { topic_id } }, body: { title, version } }));
export const removeTopic = (topic_id: string) =>
  body(client.DELETE('/v1/topics/{topic_id}', { params: { path: { topic_id } } }));

/** For `PickField`: contacts that serve a site, by name or what they help with. */
export const findContact =
  (site_id: string, organisation?: Schemas['ContactOrganisation']) =>
  async (q: string, signal: AbortSignal): Promise<Pick[]> => {
    const query = { site_id, organisation, q: q || undefined, limit: 20 };
    const found = await body(client.GET('/v1/contacts', { params: { query }, signal }));
    return found.items.map((c) => ({ id: c.id, label: c.name, detail: c.title ?? c.organisation_name }));
  };

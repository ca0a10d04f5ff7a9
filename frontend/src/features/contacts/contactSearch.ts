import * as z from 'zod/mini';
import { flag, idValue, oneOf, words } from '@/shared/routing/search';
import { contactOrganisations } from '@/shared/words/values';

/** What the address of the directory holds; a topic is a code of the catalogue or the id of an own one. */
export const contactSearch = z.object({
  organisation: oneOf(contactOrganisations),
  topic: idValue(),
  language: words(12),
  q: words(),
  ended: flag(),
});
export type ContactSearch = z.infer<typeof contactSearch>;
export const contactFilters = ['organisation', 'topic', 'language', 'q', 'ended'] as const;

/** What the address of the map holds. */
export const mapSearch = z.object({ gaps: flag() });
export type MapSearch = z.infer<typeof mapSearch>;

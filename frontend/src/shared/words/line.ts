import type { Schemas } from '@/shared/api/client';
import { joined } from '@/shared/format/joined';
import { textOf } from '@/shared/i18n';

export type Line = Pick<Schemas['LineView'], 'kind' | 'about' | 'title'>;

const vocabularies: Record<string, string> = {
  category: 'category',
  severity: 'severity',
  status: 'status',
  state: 'unit.state',
  use: 'unit.use',
  role: 'role',
  helper: 'helper',
  activity: 'activity',
};

/** A line's sentence: `line.<kind>` filled with `about`, whose codes are put into words; parts that stay empty fall away. */
export function sentenceOf({ kind, about, title }: Line): string {
  const values = Object.fromEntries(
    Object.entries(about).map(([name, value]) => {
      const vocabulary = vocabularies[name];
      return [name, (vocabulary && textOf(`${vocabulary}.${value}`)) || value];
    }),
  );
  const text = textOf(`line.${kind}`, values) ?? title ?? kind;
  return joined(...text.split(' · ').map((part) => part.trim()));
}

import type { Schemas } from '@/shared/api/client';
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
};

/** A line's sentence: `line.<kind>` filled with `about`, whose codes are put into words; without one, its title. */
export function sentenceOf({ kind, about, title }: Line): string {
  const values = Object.fromEntries(
    Object.entries(about).map(([name, value]) => {
      const vocabulary = vocabularies[name];
      return [name, (vocabulary && textOf(`${vocabulary}.${value}`)) || value];
    }),
  );
  return textOf(`line.${kind}`, values) ?? title ?? kind;
}

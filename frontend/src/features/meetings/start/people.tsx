import { useFormContext, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { joined } from '@/shared/format/joined';
import { CheckboxGroup, TextareaField } from '@/shared/forms/fields';
import { textOf } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { useColleagues } from '../owners';
import type { ListedMeeting, Service } from '../queries';
import { useT } from '../texts';

type Kind = ListedMeeting['kind'];

export const peopleRules = { people: z.array(z.string()), others: z.string() };

/** Who meets in a meeting of this kind, where nothing else is said. */
export function servicesOf(kind: Kind, withNav: boolean): Service[] {
  if (kind === 'landlord') return withNav ? ['district', 'nav', 'landlord'] : ['district', 'landlord'];
  return withNav ? ['district', 'nav'] : ['district'];
}
export const usuallyWithNav = (kind: Kind): boolean =>
  kind === 'nav' || kind === 'intake' || kind === 'job_shadowing';

/** «Kari Nordmann, Bredtvet skole»: one person a line, with where they come from. */
export const othersOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [name = '', ...rest] = line.split(',').map((p) => p.trim());
      return { name, organisation: rest.join(', ') || null };
    });

export function PeopleFields({ services }: { services: readonly Service[] }) {
  const t = useT();
  const { audience } = useSession();
  const colleagues = useColleagues(services);
  const { control } = useFormContext();
  const chosen: unknown = useWatch({ control, name: 'people' });
  const own = (c: (typeof colleagues)[number]) => Number(c.audience !== audience);
  return (
    <details className="meet-people" open>
      <summary>{t('start.people', { count: Array.isArray(chosen) ? chosen.length : 0 })}</summary>
      <div className="stack">
        <CheckboxGroup
          name="people"
          label={t('start.colleagues')}
          columns={2}
          options={[...colleagues]
            .sort((a, b) => own(a) - own(b))
            .map((c) => ({
              value: c.id,
              label: c.name,
              hint: joined(textOf(`role.${c.role}`), c.organisation.name),
            }))}
        />
        <TextareaField
          name="others"
          label={t('start.others')}
          hint={t('start.othersHint')}
          rows={2}
          optional
        />
      </div>
    </details>
  );
}

import { useEffect, useRef } from 'react';
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { kinds } from '../kinds';
import type { ListedMeeting } from '../queries';
import { useT } from '../texts';
import { usuallyWithNav } from './people';

/** The title and who meets follow the kind, until somebody has written a title of their own. */
export function useKindFollows<In extends FieldValues, Out>(form: UseFormReturn<In, unknown, Out>): void {
  const t = useT();
  const kind = useWatch({ control: form.control, name: 'kind' as Path<In> }) as ListedMeeting['kind'];
  const before = useRef(kind);
  useEffect(() => {
    if (before.current === kind) return;
    before.current = kind;
    const set = (name: string, value: string | boolean) =>
      form.setValue(name as Path<In>, value as PathValue<In, Path<In>>);
    const title: unknown = form.getValues('title' as Path<In>);
    const usual = (k: typeof kind) => (k === 'intake' ? t('start.intake') : t(`meeting.kind.${k}`));
    if (title === '' || kinds.some((k) => usual(k) === title)) set('title', usual(kind));
    set('withNav', usuallyWithNav(kind));
  }, [kind, form, t]);
}

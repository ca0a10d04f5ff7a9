import { initials } from '@/shared/people/names';
import { type HelperKind, helperKinds } from '@/shared/words/values';
import { useT } from '../texts';

export function Face({ name }: { name: string | undefined }) {
  return (
    <span className="face" data-missing={name === undefined || undefined} aria-hidden>
      {name === undefined ? '–' : initials(name)}
    </span>
  );
}

interface Props {
  helpers: readonly { kind: HelperKind; name: string }[];
}
/** One place for each kind of helper, always in the same order; an empty place is somebody missing. */
export function Faces({ helpers }: Props) {
  const t = useT();
  return (
    <ul className="faces plain-list">
      {helperKinds.map((kind) => {
        const name = helpers.find((h) => h.kind === kind)?.name;
        const text = `${t(`helper.${kind}`)}: ${name ?? t('helpers.nobody')}`;
        return (
          <li key={kind} title={text}>
            <Face name={name} />
            <span className="sr-only">{text}</span>
          </li>
        );
      })}
    </ul>
  );
}

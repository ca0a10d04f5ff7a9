import { initials } from '@/shared/people/names';
import { type HelperKind, helperKinds } from '@/shared/words/values';
import { useT } from '../texts';

/** Initials; `text` says it aloud where the name does not stand beside it. */
export function Face({ name, text }: { name: string | undefined; text?: string }) {
  return (
    <span
      className="face"
      data-missing={name === undefined || undefined}
      role={text ? 'img' : undefined}
      aria-label={text}
      aria-hidden={text ? undefined : true}
    >
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
            <Face name={name} text={text} />
          </li>
        );
      })}
    </ul>
  );
}

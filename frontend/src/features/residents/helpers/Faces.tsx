import { Face } from '@/shared/people/Face';
import { type HelperKind, helperKinds } from '@/shared/words/values';
import { useT } from '../texts';

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

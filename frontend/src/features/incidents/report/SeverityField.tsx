import { RadioCards } from '@/shared/forms/fields';
import { keysOf, severities } from '@/shared/words/values';
import { useT } from '../texts';

/** Each level with what it means in practice, the lightest first. */
export function SeverityField({ label }: { label: string }) {
  const t = useT();
  return (
    <RadioCards
      name="severity"
      label={label}
      columns={2}
      options={[...keysOf(severities)].reverse().map((s) => ({
        value: s,
        label: t(`severity.${s}`),
        hint: t(`incident.severity.${s}`),
      }))}
    />
  );
}

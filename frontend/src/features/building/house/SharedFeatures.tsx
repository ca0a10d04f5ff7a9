import type { Accessibility } from '@/shared/words/values';
import { useT } from '../texts';

/** Told once instead of in every cell. */
export function SharedFeatures({ features }: { features: readonly Accessibility[] }) {
  const t = useT();
  if (features.length === 0) return null;
  return (
    <p className="muted house-note">
      {t('house.shared')} {features.map((f) => t(`accessibility.${f}`).toLowerCase()).join(', ')}.
    </p>
  );
}

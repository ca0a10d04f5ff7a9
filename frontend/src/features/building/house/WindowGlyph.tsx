import { BriefcaseIcon, ChatIcon, CoffeeIcon, HouseIcon, PackageIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import type { UnitState, UnitUse } from '@/shared/words/values';

/** A window seen from the street; what fills the frame tells the state. The word stands beside it always. */
export function StateGlyph({ state }: { state: UnitState }) {
  return (
    <svg className="glyph" viewBox="0 0 20 24" aria-hidden data-glyph={state}>
      <rect className="glyph-frame" x="1" y="1" width="18" height="20" rx="1" />
      {inside[state]}
      <path className="glyph-line" d="M0 23.25h20" />
    </svg>
  );
}

const inside: Record<UnitState, ReactNode> = {
  vacant: null,
  reserved: <path className="glyph-line" d="M10 1v20" />,
  being_furnished: (
    <>
      <rect className="glyph-fill" x="1" y="12" width="18" height="9" />
      <path className="glyph-line" d="M1 11.5h18" />
    </>
  ),
  ready: <path className="glyph-line glyph-thick" d="m5 11.5 3.5 3.5 6.5-8" />,
  occupied: (
    <>
      <rect className="glyph-fill" x="1" y="1" width="18" height="20" rx="1" />
      <path className="glyph-bar" d="M10 1v20M1 9h18" />
    </>
  ),
  out_of_use: <path className="glyph-line glyph-thick" d="m4.5 5.5 11 11m0-11-11 11" />,
};

const icons = {
  dwelling: HouseIcon,
  office: BriefcaseIcon,
  conversation_room: ChatIcon,
  common_room: CoffeeIcon,
  storage: PackageIcon,
} as const satisfies Record<UnitUse, unknown>;

export function UseGlyph({ use }: { use: UnitUse | null }) {
  const Icon = icons[use ?? 'dwelling'];
  return <Icon aria-hidden className="glyph-icon" />;
}

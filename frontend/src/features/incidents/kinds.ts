import {
  BellIcon,
  BucketMopIcon,
  BugIcon,
  ChatExclamationmarkIcon,
  CigaretteIcon,
  ClothingHangerIcon,
  ExclamationmarkTriangleIcon,
  EyeIcon,
  FirstAidIcon,
  KeyVerticalIcon,
  LightningIcon,
  PersonGroupIcon,
  RaindropIcon,
  SackIcon,
  SpeakerSoundWave3Icon,
  ThermometerIcon,
  TrashIcon,
  WrenchIcon,
} from '@navikt/aksel-icons';
import type { ComponentType } from 'react';
import type { IncidentCategory, Severity } from '@/shared/words/values';

type Icon = ComponentType<{ 'aria-hidden': true; fontSize?: string }>;
export const groups = ['acute', 'building', 'living'] as const;
type Group = (typeof groups)[number];

interface Kind {
  /** How people look for it; a matter of the building reaches the landlord at once. */
  group: Group;
  /** What the form starts with. */
  severity: Severity;
  icon: Icon;
}
export const kinds: Record<IncidentCategory, Kind> = {
  health_emergency: { group: 'acute', severity: 'acute', icon: FirstAidIcon },
  threat_violence: { group: 'acute', severity: 'serious', icon: ExclamationmarkTriangleIcon },
  concern: { group: 'acute', severity: 'medium', icon: EyeIcon },
  leak: { group: 'building', severity: 'serious', icon: RaindropIcon },
  fire_safety: { group: 'building', severity: 'serious', icon: BellIcon },
  electricity: { group: 'building', severity: 'serious', icon: LightningIcon },
  heating: { group: 'building', severity: 'medium', icon: ThermometerIcon },
  lock_access: { group: 'building', severity: 'medium', icon: KeyVerticalIcon },
  laundry_common: { group: 'building', severity: 'medium', icon: ClothingHangerIcon },
  cleaning: { group: 'building', severity: 'low', icon: BucketMopIcon },
  waste: { group: 'building', severity: 'low', icon: TrashIcon },
  pests: { group: 'building', severity: 'medium', icon: BugIcon },
  vandalism: { group: 'building', severity: 'medium', icon: WrenchIcon },
  noise: { group: 'living', severity: 'medium', icon: SpeakerSoundWave3Icon },
  smoke: { group: 'living', severity: 'medium', icon: CigaretteIcon },
  conflict: { group: 'living', severity: 'medium', icon: PersonGroupIcon },
  theft: { group: 'living', severity: 'medium', icon: SackIcon },
  other: { group: 'living', severity: 'medium', icon: ChatExclamationmarkIcon },
};
export const ofGroup = (group: Group): IncidentCategory[] =>
  (Object.keys(kinds) as IncidentCategory[]).filter((c) => kinds[c].group === group);

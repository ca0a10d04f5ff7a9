import {
  BellIcon,
  BugIcon,
  ChatExclamationmarkIcon,
  ClothingHangerIcon,
  CloudIcon,
  ExclamationmarkTriangleIcon,
  KeyVerticalIcon,
  LightBulbIcon,
  QuestionmarkDiamondIcon,
  RaindropIcon,
  SpeakerSoundWave2Icon,
  ThermometerIcon,
  TrashIcon,
} from '@navikt/aksel-icons';
import type { ComponentType } from 'react';
import type { Schemas } from '@/shared/api/client';

export type Kind = Schemas['ReportKind'];
export const kinds = {
  leak: RaindropIcon,
  heating: ThermometerIcon,
  electricity: LightBulbIcon,
  lock_access: KeyVerticalIcon,
  laundry_common: ClothingHangerIcon,
  waste: TrashIcon,
  pests: BugIcon,
  noise: SpeakerSoundWave2Icon,
  smoke: CloudIcon,
  fire_safety: BellIcon,
  threat_violence: ExclamationmarkTriangleIcon,
  other: QuestionmarkDiamondIcon,
} as const satisfies Record<Kind, ComponentType<{ 'aria-hidden': true; fontSize?: string }>>;

export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];
/** Staff may move a report to a category that residents do not choose from. */
export const isKind = (category: string): category is Kind => category in kinds;
export const iconOf = (category: string) => (isKind(category) ? kinds[category] : ChatExclamationmarkIcon);

import {
  BellIcon,
  CalendarIcon,
  ChatIcon,
  FileSearchIcon,
  FootprintIcon,
  HouseIcon,
  MegaphoneIcon,
  PersonGroupIcon,
  PhoneIcon,
} from '@navikt/aksel-icons';
import type { LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type nb from '../texts/nb.json';

export interface Place {
  to: NonNullable<LinkProps['to']>;
  text: keyof typeof nb;
  hint: keyof typeof nb;
  icon: ComponentType<{ 'aria-hidden': true; className?: string }>;
  /** One's own: shown to who is signed in. */
  mine?: boolean;
}
/** The large targets on the first page, most needed first. */
export const targets: readonly Place[] = [
  { to: '/hvem', text: 'place.ask', hint: 'place.askHint', icon: PersonGroupIcon, mine: true },
  { to: '/meld', text: 'place.report', hint: 'place.reportHint', icon: MegaphoneIcon, mine: true },
  { to: '/uka', text: 'place.week', hint: 'place.weekHint', icon: CalendarIcon, mine: true },
  { to: '/avtaler', text: 'place.meetings', hint: 'place.meetingsHint', icon: CalendarIcon, mine: true },
  { to: '/veien', text: 'place.path', hint: 'place.pathHint', icon: FootprintIcon, mine: true },
  { to: '/meldinger', text: 'place.reports', hint: 'place.reportsHint', icon: ChatIcon, mine: true },
  { to: '/varsler', text: 'place.notices', hint: 'place.noticesHint', icon: BellIcon, mine: true },
  { to: '/mine-data', text: 'place.myData', hint: 'place.myDataHint', icon: FileSearchIcon, mine: true },
  { to: '/nodnumre', text: 'place.emergency', hint: 'place.emergencyHint', icon: PhoneIcon },
];

/** The bar at the bottom: at most five, the first page first, emergency last. */
export const bar: readonly Omit<Place, 'hint'>[] = [
  { to: '/', text: 'place.home', icon: HouseIcon },
  { to: '/hvem', text: 'place.askShort', icon: PersonGroupIcon },
  { to: '/meld', text: 'place.reportShort', icon: MegaphoneIcon },
  { to: '/meldinger', text: 'place.reportsShort', icon: ChatIcon },
  { to: '/nodnumre', text: 'place.emergencyShort', icon: PhoneIcon },
];

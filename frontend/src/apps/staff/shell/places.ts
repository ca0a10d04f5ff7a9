import {
  Buildings3Icon,
  CalendarIcon,
  ClipboardCheckmarkIcon,
  EnvelopeClosedIcon,
  ExclamationmarkTriangleIcon,
  FileSearchIcon,
  HandShakeHeartIcon,
  HourglassIcon,
  KeyVerticalIcon,
  PadlockLockedIcon,
  PersonGroupIcon,
  PersonPlusIcon,
  PhoneIcon,
  PieChartIcon,
  SunIcon,
  TasklistIcon,
} from '@navikt/aksel-icons';
import type { LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { may, type Permission, type Session } from '@/shared/session/session';
import type nb from '../texts/nb.json';

interface Place {
  to: NonNullable<LinkProps['to']>;
  text: keyof typeof nb;
  icon: ComponentType<{ 'aria-hidden': true; fontSize: string }>;
  needs: Permission;
  /** Left out for those who may do this: they get there from another place. */
  unless?: Permission;
}
/** The rail, from the top. The first three that a role may open also stand in the phone's bottom bar. */
const places: readonly Place[] = [
  { to: '/', text: 'place.today', icon: SunIcon, needs: 'today:read' },
  { to: '/', text: 'place.myDay', icon: SunIcon, needs: 'crew:own_day', unless: 'today:read' },
  { to: '/hendelser', text: 'place.incidents', icon: ExclamationmarkTriangleIcon, needs: 'incidents:read' },
  {
    to: '/hendelser/ny',
    text: 'place.report',
    icon: ExclamationmarkTriangleIcon,
    needs: 'incidents:report',
    unless: 'incidents:read',
  },
  { to: '/kalender', text: 'place.calendar', icon: CalendarIcon, needs: 'calendar:read' },
  { to: '/bygget', text: 'place.building', icon: Buildings3Icon, needs: 'units:read' },
  {
    to: '/klargjoring',
    text: 'place.furnishing',
    icon: ClipboardCheckmarkIcon,
    needs: 'furnishing:read',
  },
  { to: '/beboere', text: 'place.residents', icon: PersonGroupIcon, needs: 'residents:read' },
  { to: '/ventevev', text: 'place.waiting', icon: HourglassIcon, needs: 'waiting_times:read' },
  { to: '/helsesteg', text: 'place.healthSteps', icon: HourglassIcon, needs: 'health_steps:read' },
  { to: '/aktiviteter', text: 'place.activities', icon: CalendarIcon, needs: 'activities:read' },
  { to: '/leieforhold', text: 'place.tenancies', icon: KeyVerticalIcon, needs: 'tenancies:read' },
  { to: '/moter', text: 'place.meetings', icon: TasklistIcon, needs: 'meetings:read' },
  { to: '/kontakter', text: 'place.contacts', icon: PhoneIcon, needs: 'contacts:read' },
  { to: '/bosetting', text: 'place.placement', icon: PersonPlusIcon, needs: 'placement:read' },
  {
    to: '/bosetting/sammensetning',
    text: 'place.composition',
    icon: PieChartIcon,
    needs: 'composition:read',
    unless: 'placement:read',
  },
  {
    to: '/bosetting/vurderinger',
    text: 'place.care',
    icon: HandShakeHeartIcon,
    needs: 'care:read',
    unless: 'placement:read',
  },
  { to: '/kontoer', text: 'place.accounts', icon: PadlockLockedIcon, needs: 'accounts:read' },
  { to: '/utsendinger', text: 'place.outbox', icon: EnvelopeClosedIcon, needs: 'outbox:read' },
  { to: '/logg', text: 'place.log', icon: FileSearchIcon, needs: 'changes:read' },
];

export const placesFor = (session: Session) =>
  places.filter((p) => may(session, p.needs) && !(p.unless && may(session, p.unless)));

import { SunIcon } from '@navikt/aksel-icons';
import type { LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { may, type Permission, type Session } from '@/shared/session/session';
import type nb from '../texts/nb.json';

interface Place {
  to: NonNullable<LinkProps['to']>;
  text: keyof typeof nb;
  icon: ComponentType<{ 'aria-hidden': true; fontSize: string }>;
  needs: Permission;
}
/** The rail, from the top. The first three that a role may open also stand in the phone's bottom bar. */
const places: readonly Place[] = [{ to: '/', text: 'place.today', icon: SunIcon, needs: 'today:read' }];

export const placesFor = (session: Session) => places.filter((p) => may(session, p.needs));

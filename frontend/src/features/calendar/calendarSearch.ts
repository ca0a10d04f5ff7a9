import * as z from 'zod/mini';
import { dayValue, flag, oneOf } from '@/shared/routing/search';

export const rooms = ['activities', 'meetings', 'incidents', 'tenancies', 'furnishing'] as const;

export const calendarSearch = z.object({
  view: oneOf(['week', 'month']),
  day: dayValue(),
  room: oneOf(rooms),
  mine: flag(),
});
export type CalendarSearch = z.infer<typeof calendarSearch>;

import { useQuery } from '@tanstack/react-query';
import { useMay, useSite } from '@/shared/session/session';
import { sameDay } from './queries';
import { useT } from './texts';

/** «34 av 35 kom inn i leiligheten samme dag», of those whose hours were noted. */
export function SameDayShare() {
  const t = useT();
  const { site } = useSite();
  const may = useMay('same_day:read');
  const { data } = useQuery({ ...sameDay(site?.id ?? ''), enabled: may && !!site });
  const all = data ? data.same_day + data.later : 0;
  if (!data || all === 0) return null;
  return <p className="muted flush">{t('sameDay.share', { same: data.same_day, all })}</p>;
}

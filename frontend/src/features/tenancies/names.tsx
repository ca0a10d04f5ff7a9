import { isoDay } from '@/shared/format/dates';
import { StatusTag } from '@/shared/ui/Tag';
import { TenancyStateWord } from '@/shared/words/tags';
import type { Tenancy } from './queries';
import { useT } from './texts';

/** The landlord counts heads; others read names. */
export const whoOf = (tenancy: Tenancy): string | undefined =>
  tenancy.view === 'care' ? tenancy.members.map((m) => m.name).join(', ') : undefined;

export function State({ tenancy }: { tenancy: Tenancy }) {
  const t = useT();
  const awaited = !tenancy.moved_in_at && tenancy.from_day <= isoDay();
  return (
    <span className="row tight">
      <TenancyStateWord state={tenancy.state} />
      {awaited && <StatusTag tone="warning">{t('tenancy.notConfirmed')}</StatusTag>}
    </span>
  );
}

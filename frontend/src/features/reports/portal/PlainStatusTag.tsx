import type { Schemas } from '@/shared/api/client';
import { StatusTag, type Tone } from '@/shared/ui/Tag';
import { useT } from './texts';

export type PlainStatus = Schemas['PlainStatus'];
const tones = {
  received: 'warning',
  in_work: 'info',
  waiting: 'neutral',
  done: 'success',
} as const satisfies Record<PlainStatus, Tone>;

export function PlainStatusTag({ status }: { status: PlainStatus }) {
  const t = useT();
  return <StatusTag tone={tones[status]}>{t(`reports.status.${status}`)}</StatusTag>;
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { idempotencyKeys } from '@/shared/api/client';
import { ApiError } from '@/shared/api/problem';
import { refresh } from '@/shared/live/useLiveEvents';
import { PathLink } from '@/shared/routing/PathLink';
import { useSite } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { toast, toastError } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { PlanLines } from './PlanLines';
import { PlanSource } from './PlanSource';
import { keep, type PlanLine, type Row } from './queries';
import '../activities.css';

export function ImportPlan({ onDone }: { onDone: (firstDay: string | null) => void }) {
  const t = useT();
  const { site } = useSite();
  const queryClient = useQueryClient();
  const [rows, setRows] = useState<Row[]>();
  const [wrong, setWrong] = useState<ReadonlySet<number>>(new Set());
  const [keyFor] = useState(idempotencyKeys);
  if (!site) return null;
  const take = (lines: readonly PlanLine[]) => setRows(lines.map((one) => ({ ...one, settled: false })));
  const save = async (chosen: readonly Row[]) => {
    setWrong(new Set());
    try {
      const { count, first_day } = await keep(site.id, chosen, keyFor(chosen));
      refresh(queryClient, 'activities');
      toast(t('plan.kept', { count }));
      onDone(first_day);
    } catch (error) {
      const at = error instanceof ApiError ? linesAt(error, chosen) : new Set<number>();
      setWrong(at);
      toastError(error);
    }
  };
  return (
    <>
      <PageHeader
        title={t('plan.title')}
        lead={site.name}
        back={<PathLink path="/aktiviteter">{t('activities.title')}</PathLink>}
      />
      {rows ? (
        <PlanLines
          siteId={site.id}
          rows={rows}
          wrong={wrong}
          onRows={(update) => setRows((old) => old && update(old))}
          onSave={save}
          onBack={() => setRows(undefined)}
        />
      ) : (
        <PlanSource siteId={site.id} onRead={take} />
      )}
    </>
  );
}

/** `rows.3.day` → the line that was sent as the fourth. */
const linesAt = (error: ApiError, rows: readonly Row[]): Set<number> =>
  new Set(
    (error.problem.errors ?? []).flatMap(({ field }) => {
      const line = rows[Number(/rows\.(\d+)\./.exec(field)?.[1])]?.line;
      return line === undefined ? [] : [line];
    }),
  );

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { useT } from '../texts';
import { AlternativeBar } from './AlternativeBar';
import { Compare } from './Compare';
import { Helpers } from './Helpers';
import { type Alternative, type BoardData, board, useStep } from './queries';
import { Units } from './Units';
import { Waiting } from './Waiting';
import { Warnings } from './Warnings';
import '../placement.css';
import './board.css';

interface Props {
  siteId: string;
  /** Which alternative lies on the table. */
  alternative?: string;
  onAlternative: (id: string | undefined) => void;
}
export function Board({ siteId, alternative, onAlternative }: Props) {
  const query = useQuery(board(siteId));
  if (query.isPending) return <LoadingState lines={10} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { alternatives } = query.data;
  const shown = alternatives.find((a) => a.id === alternative) ?? alternatives[0];
  return <Table data={query.data} shown={shown} onAlternative={onAlternative} />;
}

interface TableProps {
  data: BoardData;
  shown: Alternative | undefined;
  onAlternative: Props['onAlternative'];
}
function Table({ data, shown, onAlternative }: TableProps) {
  const t = useT();
  const mayWrite = useMay('placement:write');
  const [picked, setPicked] = useState<string>();
  const step = useStep(data.site_id, shown);
  const placed = new Set(shown?.placed.map((p) => p.household_id));
  const waiting = data.households.filter((h) => h.waits && !placed.has(h.id));
  const changes = mayWrite && shown !== undefined && !shown.chosen_at;
  const hold = changes ? waiting.find((h) => h.id === picked) : undefined;
  const put = (household: string, unit: string | null) => {
    setPicked(undefined);
    step.mutate({ what: 'place', household, unit });
  };
  return (
    <div className="mixing" aria-busy={step.isPending}>
      <AlternativeBar data={data} shown={shown} step={step} onAlternative={onAlternative} />
      {shown === undefined && (
        <EmptyState
          title={t('board.noAlternative')}
          hint={t(mayWrite ? 'board.noAlternativeHint' : 'board.noAlternativeRead')}
        />
      )}
      <div className="board-sides">
        <Waiting households={waiting} picked={hold?.id} onPick={changes ? setPicked : undefined} />
        <Units data={data} shown={shown} hold={hold} onPut={changes && !step.isPending ? put : undefined} />
      </div>
      {shown && (
        <Warnings
          title={t('warnings.title', { count: shown.warnings.length })}
          none={t('warnings.none')}
          warnings={shown.warnings}
        />
      )}
      <Compare data={data} shown={shown?.id} />
      <Helpers data={data} shown={shown} />
    </div>
  );
}

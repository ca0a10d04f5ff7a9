import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePictures } from '@/shared/media/usePictures';
import { PageHeader } from '@/shared/ui/Page';
import { LoadingState } from '@/shared/ui/states';
import { allUnits } from '../queries';
import { useT } from '../texts';
import { useUnitPick } from '../unitPick';
import { Reported } from './Reported';
import { ReportForm, type Sent } from './ReportForm';
import '../incidents.css';
import './report.css';

interface Props {
  /** The unit somebody came from. */
  unitId?: string;
  onLeave: () => void;
}
export function ReportIncident(props: Props) {
  const [round, setRound] = useState(0);
  return (
    <Round
      key={round}
      {...props}
      unitId={round === 0 ? props.unitId : undefined}
      onAnother={() => setRound(round + 1)}
    />
  );
}

function Round({ unitId, onLeave, onAnother }: Props & { onAnother: () => void }) {
  const t = useT();
  const pictures = usePictures(10);
  const [sent, setSent] = useState<Sent>();
  const units = useQuery(allUnits);
  const pick = useUnitPick();
  const found = units.data?.find((u) => u.id === unitId);
  if (sent) return <Reported sent={sent} pictures={pictures} onAnother={onAnother} />;
  return (
    <>
      <PageHeader title={t('report.heading')} />
      {unitId && units.isPending ? (
        <LoadingState />
      ) : (
        <ReportForm pictures={pictures} unit={found && pick(found)} onSent={setSent} onCancel={onLeave} />
      )}
    </>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, DataList } from '@/shared/ui/DataList';
import { EmptyState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { type CareCard, careCards } from '../queries';
import { useT } from '../texts';
import { CareDialog } from './CareDialog';
import '../placement.css';

/** Without names: whoever assesses finds a person by request and line, and opens the door for a purpose. */
export function CareList() {
  const t = useT();
  const query = useInfiniteQuery(careCards);
  const [open, setOpen] = useState<CareCard>();
  const titleOf = (c: CareCard) => t('care.who', { reference: c.request_reference, line: c.line });
  const door = (c: CareCard) => (
    <Button type="button" variant="tertiary" onClick={() => setOpen(c)}>
      {t('care.open')}
      <span className="sr-only"> {titleOf(c)}</span>
    </Button>
  );
  const columns: Column<CareCard>[] = [
    { key: 'who', header: t('care.candidate'), cell: (c) => <bdi>{titleOf(c)}</bdi> },
    { key: 'age', header: t('care.age'), cell: (c) => t(`placing.band.${c.age_band}`) },
    { key: 'suitability', header: t('care.suitability'), cell: (c) => <Suitability card={c} /> },
    { key: 'open', header: t('care.door'), cell: door },
  ];
  return (
    <>
      <DataList
        label={t('care.list')}
        query={query}
        columns={columns}
        rowKey={(c) => c.candidate_id}
        card={(c) => (
          <>
            <bdi>{titleOf(c)}</bdi>
            <span className="place-tags">
              <Suitability card={c} /> {t(`placing.band.${c.age_band}`)}
            </span>
            {door(c)}
          </>
        )}
        empty={<EmptyState title={t('care.none')} hint={t('care.noneHint')} />}
      />
      {open && (
        <CareDialog
          candidateId={open.candidate_id}
          title={titleOf(open)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function Suitability({ card }: { card: CareCard }) {
  const t = useT();
  const tone = card.suitability === 'not_assessed' ? 'warning' : 'neutral';
  return <StatusTag tone={tone}>{t(`suitability.${card.suitability}`)}</StatusTag>;
}

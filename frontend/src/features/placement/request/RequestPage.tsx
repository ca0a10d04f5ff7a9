import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMay } from '@/shared/session/session';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { DescriptionList, DetailLayout, PageHeader, Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toast, toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { request, type SettlementRequest, undoImport, useRefreshPlacement } from '../queries';
import { AnswerWord } from '../Requests';
import { useT } from '../texts';
import { AnswerDialog } from './AnswerDialog';
import { Households } from './Households';
import '../placement.css';

export function RequestPage({ id, back, onUndone }: { id: string; back: ReactNode; onUndone: () => void }) {
  const t = useT();
  const query = useQuery(request(id));
  if (query.data) return <Found request={query.data} back={back} onUndone={onUndone} />;
  return (
    <>
      <PageHeader title={t('request.one')} back={back} />
      {query.isPending ? (
        <LoadingState lines={8} />
      ) : (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
    </>
  );
}

function Found({
  request: row,
  back,
  onUndone,
}: {
  request: SettlementRequest;
  back: ReactNode;
  onUndone: () => void;
}) {
  const t = useT();
  const mayWrite = useMay('placement:write') && !row.undone_at;
  const [open, setOpen] = useState<'answer' | 'undo'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHeader
        title={row.reference}
        back={back}
        tags={<AnswerWord row={row} />}
        lead={t('request.counts', { people: row.people, households: row.households })}
        actions={
          mayWrite && (
            <>
              <Button type="button" onClick={() => setOpen('answer')}>
                {t(row.answer ? 'answer.again' : 'answer.note')}
              </Button>
              {row.placed === 0 && (
                <Button type="button" variant="secondary" onClick={() => setOpen('undo')}>
                  {t('undo.open')}
                </Button>
              )}
            </>
          )
        }
      />
      <DetailLayout aside={<Facts row={row} />}>
        <Section title={t('households.title')}>
          <Households requestId={row.id} />
        </Section>
      </DetailLayout>
      {open === 'answer' && <AnswerDialog request={row} onClose={close} />}
      <Undo row={row} open={open === 'undo'} onClose={close} onUndone={onUndone} />
    </>
  );
}

function Facts({ row }: { row: SettlementRequest }) {
  const t = useT();
  return (
    <Section title={t('request.facts')}>
      <DescriptionList
        items={[
          { term: t('request.received'), value: <When at={row.received_on} as="day" /> },
          { term: t('request.due'), value: row.answer_due && <When at={row.answer_due} as="day" /> },
          { term: t('request.answered'), value: row.answered_on && <When at={row.answered_on} as="day" /> },
          {
            term: t('request.placed'),
            value: t('request.placedOf', { placed: row.placed, households: row.households }),
          },
          { term: t('request.by'), value: <bdi>{row.imported_by}</bdi> },
          { term: t('request.imported'), value: <When at={row.created_at} as="day" /> },
          { term: t('request.undone'), value: row.undone_at && <When at={row.undone_at} as="day" /> },
        ]}
      />
    </Section>
  );
}

interface UndoProps {
  row: SettlementRequest;
  open: boolean;
  onClose: () => void;
  onUndone: () => void;
}
function Undo({ row, open, onClose, onUndone }: UndoProps) {
  const t = useT();
  const refresh = useRefreshPlacement();
  return (
    <ConfirmDialog
      open={open}
      danger
      title={t('undo.title', { reference: row.reference })}
      text={t('undo.text')}
      confirmLabel={t('undo.confirm')}
      onClose={onClose}
      onConfirm={() =>
        undoImport(row.id, row.version).then(() => {
          toast(t('undo.done'));
          onClose();
          onUndone();
          refresh();
        }, toastError)
      }
    />
  );
}

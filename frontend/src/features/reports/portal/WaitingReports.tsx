import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { drop, type OutboxItem } from '@/shared/offline/outbox';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { StatusTag } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import { type NewReport, waitingReports } from './queries';
import { useT } from './texts';
import './reports.css';

/** Reports that wait on this phone for network, or that the server refused; here they can be thrown away. */
export function WaitingReports() {
  const t = useT();
  const client = useQueryClient();
  const { data: items = [] } = useQuery(waitingReports);
  const [asking, setAsking] = useState<string>();
  if (items.length === 0) return null;
  const forget = async () => {
    if (asking) await drop(asking);
    setAsking(undefined);
    await client.invalidateQueries({ queryKey: waitingReports.queryKey });
  };
  return (
    <section className="section" aria-label={t('reports.waiting')}>
      <h2 className="reports-heading">{t('reports.waiting')}</h2>
      <ul className="plain-list reports">
        {items.map((item) => (
          <Waiting key={item.key} item={item} onForget={() => setAsking(item.key)} />
        ))}
      </ul>
      <ConfirmDialog
        open={asking !== undefined}
        title={t('reports.forgetAsk')}
        text={t('reports.forgetText')}
        confirmLabel={t('reports.forget')}
        danger
        onConfirm={forget}
        onClose={() => setAsking(undefined)}
      />
    </section>
  );
}

function Waiting({ item, onForget }: { item: OutboxItem; onForget: () => void }) {
  const t = useT();
  const { category, description } = item.content as NewReport;
  return (
    <li>
      <strong>{t(`tell.kind.${category}`)}</strong>
      {description && <bdi className="message-body">{description}</bdi>}
      <span className="reports-line">
        <StatusTag tone={item.refused ? 'danger' : 'warning'}>
          {item.refused ? t('reports.refused') : t('reports.waitingNet')}
        </StatusTag>
        <When at={new Date(item.queuedAt).toISOString()} />
      </span>
      {item.createdId && <span>{t('reports.wordsArrived')}</span>}
      {item.pictures.length > 0 && (
        <ul className="plain-list report-pictures" aria-label={t('tell.pictures')}>
          {item.pictures.map((picture, i) => (
            <li key={picture.key}>
              <Preview blob={picture.blob} alt={t('reports.picture', { number: i + 1 })} />
            </li>
          ))}
        </ul>
      )}
      <Button type="button" variant="tertiary" data-color="danger" className="forget" onClick={onForget}>
        {t('reports.forget')}
      </Button>
    </li>
  );
}

function Preview({ blob, alt }: { blob: Blob; alt: string }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(blob);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob],
  );
  return <img ref={show} alt={alt} />;
}

import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { idempotencyKeys } from '@/shared/api/client';
import { refresh } from '@/shared/live/useLiveEvents';
import { useMay } from '@/shared/session/session';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toast, toastError } from '@/shared/ui/toasts';
import { type Need, needs, orderJointly } from '../queries';
import { useT } from '../texts';
import { StockField } from './StockField';

interface Site {
  id: string;
  name: string;
}
export function Needs({ site }: { site: Site }) {
  const t = useT();
  const query = useQuery(needs(site.id));
  const mayOrder = useMay('furnishing:write');
  const items = query.data?.items;
  return (
    <Section
      title={t('needs.title', { site: site.name })}
      actions={mayOrder && items && items.length > 0 && <OrderButton siteId={site.id} items={items} />}
    >
      {query.isPending && <LoadingState lines={4} />}
      {query.isError && !items && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {items && <p className="muted flush">{items.length ? t('needs.hint') : t('needs.none')}</p>}
      {items && items.length > 0 && <NeedTable siteId={site.id} items={items} />}
    </Section>
  );
}

function bySupplier(items: readonly Need[]): { supplier: string | null; items: Need[] }[] {
  const found = new Map<string | null, Need[]>();
  for (const need of items) found.set(need.supplier, [...(found.get(need.supplier) ?? []), need]);
  return [...found].map(([supplier, theirs]) => ({ supplier, items: theirs }));
}

function NeedTable({ siteId, items }: { siteId: string; items: readonly Need[] }) {
  const t = useT();
  return (
    <div className="needs-frame">
      <table className="ds-table table needs">
        <caption className="sr-only">{t('needs.hint')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('needs.item')}</th>
            <th scope="col" className="needs-units">
              {t('needs.units')}
            </th>
            <th scope="col">{t('needs.needed')}</th>
            <th scope="col">{t('needs.stock')}</th>
            <th scope="col">{t('needs.toOrder')}</th>
          </tr>
        </thead>
        {bySupplier(items).map(({ supplier, items: theirs }) => (
          <tbody key={supplier ?? ''}>
            <tr className="checklist-room">
              <th scope="rowgroup" colSpan={5}>
                <bdi>{supplier ?? t('needs.noSupplier')}</bdi>
              </th>
            </tr>
            {theirs.map((need) => (
              <tr key={need.item}>
                <td>
                  <bdi>{need.item}</bdi>
                </td>
                <td className="figures needs-units">{need.units}</td>
                <td className="figures">{need.needed}</td>
                <td className="figures">
                  <StockField key={need.stock} siteId={siteId} need={need} />
                </td>
                <td className="figures">
                  <strong>{need.to_order}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function OrderButton({ siteId, items }: { siteId: string; items: readonly Need[] }) {
  const t = useT();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [keyFor] = useState(idempotencyKeys);
  const ordered = items.filter((i) => i.to_order > 0);
  const order = async () => {
    try {
      await orderJointly(siteId, keyFor(items));
      for (const topic of ['furnishing', 'units']) refresh(client, topic);
      toast(t('needs.ordered'));
      setAsking(false);
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <>
      <Button type="button" onClick={() => setAsking(true)}>
        {t('needs.order')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('needs.orderTitle')}
        text={t('needs.orderText', {
          pieces: ordered.reduce((sum, i) => sum + i.to_order, 0),
          suppliers: new Set(ordered.map((i) => i.supplier)).size,
        })}
        confirmLabel={t('needs.order')}
        onConfirm={order}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

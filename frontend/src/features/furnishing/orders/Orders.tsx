import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { day } from '@/shared/format/dates';
import { useLocale, useT as useShared } from '@/shared/i18n';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { PlanDelivery } from '../deliveries/PlanDelivery';
import { slotText } from '../deliveries/words';
import { OverPage } from '../OverPage';
import { type FurnitureOrder, orders, sheetOf } from '../queries';
import { useT } from '../texts';
import { ReceiveDelivery } from './ReceiveDelivery';

const tones = { ordered: 'info', partly: 'warning', delivered: 'success' } as const;

export function Orders({ siteId }: { siteId: string }) {
  const t = useT();
  const shared = useShared();
  const query = useInfiniteQuery(orders(siteId));
  const found = query.data?.pages.flatMap((p) => p.items);
  return (
    <Section title={t('orders.title')}>
      {query.isPending && <LoadingState lines={2} />}
      {query.isError && !found && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {found?.length === 0 && <p className="muted flush">{t('orders.none')}</p>}
      {found && found.length > 0 && (
        <ul className="lines">
          {found.map((order) => (
            <OneOrder key={order.id} order={order} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button type="button" variant="secondary" onClick={() => void query.fetchNextPage()}>
          {shared('list.more')}
        </Button>
      )}
    </Section>
  );
}

function OneOrder({ order }: { order: FurnitureOrder }) {
  const t = useT();
  const mayReceive = useMay('furnishing:tick');
  const mayPlan = useMay('furnishing:write');
  const locale = useLocale();
  const [receiving, setReceiving] = useState(false);
  const [planning, setPlanning] = useState(false);
  const { window } = order;
  const supplier = order.supplier ?? t('needs.noSupplier');
  const sum = (of: 'quantity' | 'delivered') => order.lines.reduce((all, line) => all + line[of], 0);
  return (
    <li>
      <span className="line-main">
        <bdi>{supplier}</bdi>
        <span className="muted line-sub">
          {t('orders.by', { day: day(order.created_at), name: order.ordered_by.name })}
          {' · '}
          {t('orders.came', { delivered: sum('delivered'), quantity: sum('quantity') })}
        </span>
        {window && (
          <span className="line-sub">
            <bdi>
              {[t('window.comes', { when: slotText(window, locale) }), window.supplier_note]
                .filter(Boolean)
                .join(' · ')}
            </bdi>
          </span>
        )}
        {window?.reason && (
          <span className="muted line-sub">
            <bdi>{t('window.against', { reason: window.reason })}</bdi>
          </span>
        )}
      </span>
      <StatusTag tone={tones[order.state]}>{t(`orders.state.${order.state}`)}</StatusTag>
      <span className="line-acts">
        <a
          className="ds-button"
          data-variant="tertiary"
          href={sheetOf(order.id, 'xlsx')}
          download
          aria-label={t('orders.sheetOf', { supplier })}
        >
          {t('orders.sheet')}
        </a>
        <a
          className="ds-button"
          data-variant="tertiary"
          href={sheetOf(order.id, 'pdf')}
          download
          aria-label={t('orders.paperOf', { supplier })}
        >
          {t('orders.paper')}
        </a>
        {mayPlan && order.state !== 'delivered' && (
          <Button
            type="button"
            variant="tertiary"
            aria-label={t(window ? 'window.moveOf' : 'window.planOf', { supplier })}
            onClick={() => setPlanning(true)}
          >
            {t(window ? 'window.move' : 'window.plan')}
          </Button>
        )}
        {mayReceive && order.state !== 'delivered' && (
          <Button
            type="button"
            variant="secondary"
            aria-label={t('orders.receiveOf', { supplier })}
            onClick={() => setReceiving(true)}
          >
            {t('orders.receive')}
          </Button>
        )}
      </span>
      {planning && (
        <OverPage>
          <PlanDelivery order={order} supplier={supplier} onClose={() => setPlanning(false)} />
        </OverPage>
      )}
      {receiving && <ReceiveDelivery order={order} supplier={supplier} onClose={() => setReceiving(false)} />}
    </li>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { toast, toastError } from '@/shared/ui/toasts';
import { type Need, needs, putStock } from '../queries';
import { useT } from '../texts';

/** Counted on the shelf and written where it counts; kept when the field is left. */
export function StockField({ siteId, need }: { siteId: string; need: Need }) {
  const t = useT();
  const client = useQueryClient();
  const mayCount = useMay('furnishing:tick');
  const [text, setText] = useState(String(need.stock));
  const { mutate } = useMutation({
    mutationFn: (quantity: number) => putStock({ site_id: siteId, item: need.item, quantity }),
    onSuccess: (all) => client.setQueryData(needs(siteId).queryKey, all),
    onError: toastError,
  });
  if (!mayCount) return <>{need.stock}</>;
  const take = () => {
    if (text.trim() === String(need.stock)) return;
    if (/^\d{1,5}$/.test(text.trim())) return mutate(Number(text));
    toast(t('needs.stockWrong'), 'danger');
    setText(String(need.stock));
  };
  return (
    <input
      className="ds-input stock-field"
      inputMode="numeric"
      autoComplete="off"
      aria-label={t('needs.stockOf', { item: need.item })}
      value={text}
      onChange={(e) => setText(e.target.value)}
      onKeyDown={(e) => e.key === 'Enter' && take()}
      onBlur={take}
    />
  );
}

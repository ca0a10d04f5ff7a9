import { Button } from '@digdir/designsystemet-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { TextField } from '@/shared/forms/fields';
import { useLocale } from '@/shared/i18n';
import { useDebounced } from '@/shared/ui/useDebounced';
import { useT } from '../texts';
import { advice, type Slot } from './queries';
import { obstacleText, slotText } from './words';

interface Props {
  orderId: string;
  slot: Slot | undefined;
  onTake: (slot: Slot) => void;
}
export function Advice({ orderId, slot, onTake }: Props) {
  const t = useT();
  const locale = useLocale();
  const { data } = useQuery({
    ...advice(orderId, useDebounced(slot, 250)),
    placeholderData: keepPreviousData,
  });
  if (!slot || !data) return null;
  const { obstacles, better_slots } = data;
  const may = obstacles.every((o) => o.kind === 'neighbour');
  return (
    <div role="status" className="delivery-advice" data-fine={obstacles.length === 0}>
      {obstacles.length === 0 && <p className="flush">{t('window.fine')}</p>}
      {obstacles.length > 0 && (
        <>
          <p className="flush">
            <strong>{t(may ? 'window.unwelcome' : 'window.impossible')}</strong>
          </p>
          <ul>
            {obstacles.map((o) => (
              <li key={`${o.kind} ${o.name} ${o.from_time}`}>
                <bdi>{obstacleText(t, o)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {better_slots.length > 0 && (
        <div className="better-slots" role="group" aria-label={t('window.better')}>
          <p className="flush">{t('window.better')}</p>
          {better_slots.map((better) => (
            <Button
              key={`${better.day} ${better.from_time}`}
              type="button"
              variant="secondary"
              onClick={() => onTake(better)}
            >
              {slotText(better, locale)}
            </Button>
          ))}
        </div>
      )}
      {obstacles.length > 0 && may && (
        <TextField name="reason" label={t('window.reason')} hint={t('window.reasonHint')} />
      )}
    </div>
  );
}

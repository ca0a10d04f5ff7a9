import { Button } from '@digdir/designsystemet-react';
import { ChevronDownIcon } from '@navikt/aksel-icons';
import { Popup } from '@/shared/ui/Popup';
import type { Unit } from '../queries';
import { useT } from '../texts';

export type Dialog = 'block' | 'unblock' | 'use' | 'edit';

interface Props {
  unit: Unit;
  onOpen: (dialog: Dialog) => void;
  /** The choices are shown: one of them is likely to be opened. */
  onAboutTo: () => void;
}
export function UnitActions({ unit, onOpen, onAboutTo }: Props) {
  const t = useT();
  const blocked = unit.view !== 'plain' && unit.blocked_from !== null;
  const actions: { dialog: Dialog; text: string }[] = [
    { dialog: 'edit', text: t('unit.edit') },
    { dialog: 'use', text: t('unit.changeUse') },
    { dialog: 'block', text: t(blocked ? 'unit.changeBlock' : 'unit.block') },
  ];
  if (blocked) actions.push({ dialog: 'unblock', text: t('unit.unblock') });
  return (
    <Popup
      onOpen={onAboutTo}
      trigger={
        <>
          {t('unit.change')} <ChevronDownIcon aria-hidden />
        </>
      }
    >
      {(close) => (
        <ul className="plain-list unit-actions">
          {actions.map((a) => (
            <li key={a.dialog}>
              <Button
                type="button"
                variant="tertiary"
                data-color="neutral"
                onClick={(e) => {
                  // this button goes away; when the dialog closes, the focus goes back to the one that stays
                  e.currentTarget.closest('.popup')?.querySelector('button')?.focus();
                  close();
                  onOpen(a.dialog);
                }}
              >
                {a.text}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Popup>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface Props {
  /** What stands on the button. */
  trigger: ReactNode;
  /** Name of the button where its content is only an icon. */
  label?: string;
  /** `close` for entries that act. */
  children: (close: () => void) => ReactNode;
  wide?: boolean;
  onOpen?: () => void;
}
/** A button that discloses a panel under it; Escape, a click outside or leaving by Tab closes it. */
export function Popup({ trigger, label, children, wide, onOpen }: Props) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const outside = (e: Event) => {
      if (e.target instanceof Node && !root.current?.contains(e.target)) setOpen(false);
    };
    const escape = (e: KeyboardEvent) => {
      if (e.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);
  return (
    <div className="popup" ref={root}>
      <Button
        ref={button}
        type="button"
        variant="tertiary"
        data-color="neutral"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          if (!open) onOpen?.();
          setOpen(!open);
        }}
      >
        {trigger}
      </Button>
      <div id={id} className={wide ? 'popup-panel popup-wide' : 'popup-panel'} hidden={!open}>
        {open && children(() => setOpen(false))}
      </div>
    </div>
  );
}

import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useT } from '@/shared/i18n';

const focus = (element: HTMLElement | null) => element?.focus();

interface FrameProps {
  open: boolean;
  title: string;
  /** Called when the user closes; with `guarded` only after a yes to losing what was typed. */
  onClose: () => void;
  guarded?: boolean;
  children: ReactNode;
}
/** For a form: mount the form inside only while open, and pass its `formState.isDirty` as `guarded`. */
export function FormDialog({ open, title, onClose, guarded = false, children }: FrameProps) {
  const t = useT();
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [before] = useState(() => document.activeElement);
  // a dialog taken away while open would leave the focus nowhere: back to what opened it
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    },
    [before],
  );
  const leave = () => (guarded ? setAsking(true) : onClose());
  if (!open && asking) setAsking(false);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      closeButton={false}
      aria-labelledby={id}
      onCancel={(e) => {
        // Escape in a half-filled form asks first
        e.preventDefault();
        leave();
      }}
    >
      <Dialog.Block className="dialog-head">
        <Heading level={2} data-size="xs" id={id}>
          {title}
        </Heading>
        <Button
          type="button"
          icon
          variant="tertiary"
          data-color="neutral"
          aria-label={t('action.close')}
          onClick={leave}
        >
          <XMarkIcon aria-hidden />
        </Button>
      </Dialog.Block>
      {asking && (
        <Dialog.Block className="dialog-ask" role="alert">
          <Paragraph className="flush">{t('form.discardAsk')}</Paragraph>
          <div className="actions">
            <Button type="button" data-color="danger" onClick={onClose}>
              {t('form.discard')}
            </Button>
            <Button type="button" variant="secondary" ref={focus} onClick={() => setAsking(false)}>
              {t('form.keep')}
            </Button>
          </div>
        </Dialog.Block>
      )}
      <Dialog.Block>{open && children}</Dialog.Block>
    </Dialog>
  );
}

interface DrawerProps {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Where it slides in from: below, under the thumb, or above, over a keyboard. */
  placement: 'bottom' | 'top';
  children: ReactNode;
}
/** A panel over the page on a phone; a tap outside closes it. */
export function Drawer({ open, title, onClose, placement, children }: DrawerProps) {
  const t = useT();
  const id = useId();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      placement={placement}
      closeButton={false}
      aria-labelledby={id}
      onClick={(e) => {
        if (e.target === e.currentTarget) onClose();
      }}
    >
      <Dialog.Block>
        <div className="drawer-head">
          <Heading level={2} data-size="2xs" id={id}>
            {title}
          </Heading>
          <Button
            type="button"
            icon
            variant="tertiary"
            data-color="neutral"
            aria-label={t('action.close')}
            onClick={onClose}
          >
            <XMarkIcon aria-hidden />
          </Button>
        </div>
        {open && children}
      </Dialog.Block>
    </Dialog>
  );
}

interface ConfirmProps {
  open: boolean;
  title: string;
  text?: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  /** Asks for a reason in words, which `onConfirm` receives; it must not be empty. */
  reasonLabel?: string;
  onConfirm: (reason: string) => Promise<unknown> | void;
  onClose: () => void;
}
export function ConfirmDialog({
  open,
  title,
  text,
  confirmLabel,
  danger,
  reasonLabel,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const t = useT();
  const id = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    if (reasonLabel && !reason.trim()) return setMissing(true);
    setBusy(true);
    try {
      await onConfirm(reason.trim());
      setReason('');
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormDialog open={open} title={title} onClose={onClose} guarded={reason !== ''}>
      <div className="stack">
        {text && <Paragraph className="flush">{text}</Paragraph>}
        {reasonLabel && (
          <div className="ds-field">
            <label className="ds-label" htmlFor={id}>
              {reasonLabel}
            </label>
            <textarea
              className="ds-input"
              id={id}
              rows={3}
              dir="auto"
              value={reason}
              aria-invalid={missing || undefined}
              aria-describedby={missing ? `${id}-error` : undefined}
              onChange={(e) => {
                setReason(e.target.value);
                setMissing(false);
              }}
            />
            {missing && (
              <p className="ds-validation-message" data-color="danger" id={`${id}-error`} role="alert">
                {t('form.reasonMissing')}
              </p>
            )}
          </div>
        )}
        <div className="actions">
          <Button type="button" data-color={danger ? 'danger' : undefined} loading={busy} onClick={confirm}>
            {confirmLabel}
          </Button>
          <Button type="button" variant="secondary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </div>
    </FormDialog>
  );
}

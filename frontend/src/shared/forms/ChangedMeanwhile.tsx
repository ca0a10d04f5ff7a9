import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { FieldValues, Path } from 'react-hook-form';
import { useT } from '@/shared/i18n';
import type { EditForm } from './useEditForm';

interface Props<In extends FieldValues, Out> {
  state: EditForm<In, Out>;
  labels: Partial<Record<Path<In>, string>>;
  /** How a value reads; plain text when left out. */
  show?: (name: Path<In>, value: unknown) => string;
}
const plain = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

/** Stands first in a form of `useEditForm`; shown once somebody else has saved in between. */
export function ChangedMeanwhile<In extends FieldValues, Out>({ state, labels, show }: Props<In, Out>) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const { clash } = state;
  const open = clash !== undefined;
  useEffect(() => {
    if (open) box.current?.focus();
  }, [open]);
  if (!clash) return null;
  const text = (name: Path<In>, value: unknown) => (show ?? ((_, v) => plain(v)))(name, value) || '–';
  const seen = clash.fields.filter((f) => labels[f.name]);
  return (
    <div
      className="clash"
      data-color="warning"
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={t('changed.title')}
    >
      <p className="flush">
        <strong>{t('changed.title')}</strong> {seen.length === 0 && t('changed.elsewhere')}
      </p>
      {seen.length > 0 && (
        <dl className="descriptions">
          {seen.map((f) => (
            <div key={f.name}>
              <dt>{labels[f.name]}</dt>
              <dd>
                {t('changed.now')} <bdi>{text(f.name, f.now)}</bdi>
                <br />
                {t('changed.mine')} <bdi>{text(f.name, f.mine)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="actions">
        <Button type="button" onClick={() => void clash.keepMine()}>
          {t('changed.keep')}
        </Button>
        <Button type="button" variant="secondary" onClick={clash.takeTheirs}>
          {t('changed.take')}
        </Button>
      </div>
    </div>
  );
}

import { useFormContext, useWatch } from 'react-hook-form';
import { useT } from '@/shared/i18n';
import { looksLikeIdentifier } from './identifiers';

/** A gentle word when something like an identity number is being typed into one of these fields. */
export function NumberWarning({ names }: { names: readonly string[] }) {
  const t = useT();
  const { control } = useFormContext();
  const typed: unknown[] = useWatch({ control, name: names as string[] });
  const found = typed.some((x) => typeof x === 'string' && looksLikeIdentifier(x));
  return (
    <div role="status" className="quiet-word">
      {found && <p className="number-warning flush">{t('form.looksLikeNumber')}</p>}
    </div>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { describeError } from '@/shared/i18n/describeError';
import { FormDialog } from '@/shared/ui/dialogs';
import { toast } from '@/shared/ui/toasts';
import { helperKinds } from '@/shared/words/values';
import { useT } from '../texts';
import { useKeyWords } from './keys';
import { type Band, type BoardData, type Measure, setBands, useRefreshBoard } from './queries';

const offered: readonly { measure: Measure; key: string }[] = [
  ...['under_18', '18_24', '25_39', '40_59', '60_plus'].map((key) => ({ measure: 'age' as const, key })),
  { measure: 'kind', key: 'single' },
  { measure: 'kind', key: 'family' },
  { measure: 'language', key: 'any' },
  { measure: 'requirement', key: 'any' },
  { measure: 'support', key: 'high' },
  ...helperKinds.map((key) => ({ measure: 'cases' as const, key })),
];
type Typed = { least: string; most: string };
const nameOf = (b: { measure: string; key: string }) => `${b.measure}.${b.key}`;

/** What the district wants to keep within: percent of the site, empty for no limit. No ethnicity, no citizenship. */
export function BandsDialog({
  data,
  onClose,
}: {
  data: Pick<BoardData, 'site_id' | 'bands' | 'bands_version'>;
  onClose: () => void;
}) {
  const t = useT();
  const words = useKeyWords();
  const refresh = useRefreshBoard(data.site_id);
  const [typed, setTyped] = useState<Record<string, Typed>>(() =>
    Object.fromEntries(
      data.bands.map((b) => [
        nameOf(b),
        { least: b.least > 0 ? String(b.least) : '', most: b.most < 100 ? String(b.most) : '' },
      ]),
    ),
  );
  const [touched, setTouched] = useState(false);
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = (name: string, part: Partial<Typed>) => {
    setTouched(true);
    setTyped((old) => ({ ...old, [name]: { least: '', most: '', ...old[name], ...part } }));
  };
  const save = async () => {
    const bands: Band[] = offered.flatMap((o) => {
      const { least = '', most = '' } = typed[nameOf(o)] ?? {};
      return least || most ? [{ ...o, least: Number(least || 0), most: Number(most || 100) }] : [];
    });
    if (bands.some((b) => !(b.least >= 0 && b.least <= b.most && b.most <= 100)))
      return setFault(t('bands.wrong'));
    setBusy(true);
    try {
      await setBands({ version: data.bands_version, bands });
      toast(t('bands.saved'));
      onClose();
    } catch (error) {
      setFault(describeError(error).title);
    } finally {
      setBusy(false);
      void refresh();
    }
  };
  return (
    <FormDialog open title={t('bands.title')} onClose={onClose} guarded={touched}>
      <form
        className="stack"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          void save();
        }}
      >
        <p className="flush">{t('bands.explain')}</p>
        {fault && (
          <p className="ds-validation-message" data-color="danger" role="alert">
            {fault}
          </p>
        )}
        <div className="bands">
          {offered.map((o) => {
            const name = nameOf(o);
            const label = `${t(`measure.${o.measure}`)}: ${words(o.measure, o.key)}`;
            return (
              <fieldset key={name} className="ds-fieldset band">
                <legend>{label}</legend>
                {(o.measure === 'cases' ? (['most'] as const) : (['least', 'most'] as const)).map((end) => (
                  <label key={end}>
                    {t(`bands.${end}`)}
                    <input
                      className="ds-input"
                      inputMode="numeric"
                      size={4}
                      maxLength={3}
                      value={typed[name]?.[end] ?? ''}
                      onChange={(e) => change(name, { [end]: e.target.value.replace(/\D/g, '') })}
                    />
                  </label>
                ))}
              </fieldset>
            );
          })}
        </div>
        <div className="actions">
          <Button type="submit" loading={busy}>
            {t('bands.save')}
          </Button>
          <Button type="button" variant="secondary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </FormDialog>
  );
}

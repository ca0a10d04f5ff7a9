import { useMutation } from '@tanstack/react-query';
import { joined } from '@/shared/format/joined';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/Tag';
import { toastError } from '@/shared/ui/toasts';
import { helperKinds } from '@/shared/words/values';
import { useT } from '../texts';
import { type Alternative, type BoardData, type Load, setHelpers, useRefreshBoard } from './queries';

const same = (a: Load, b: Load) => a.kind === b.kind && a.user_id === b.user_id;

interface Props {
  data: BoardData;
  shown: Alternative | undefined;
}
/** How many households each has today and after the plan; whoever is ticked shares the plan's. */
export function Helpers({ data, shown }: Props) {
  const t = useT();
  const refresh = useRefreshBoard(data.site_id);
  const mayWrite = useMay('placement:write') && shown !== undefined && !shown.chosen_at;
  const choose = useMutation({
    mutationFn: async (load: Load) => {
      if (!shown) return;
      const rest = shown.helpers.filter((h) => !same(h, load));
      const next = rest.length < shown.helpers.length ? rest : [...rest, load];
      const helpers = next.map(({ kind, user_id }) => ({ kind, user_id }));
      await setHelpers(shown.id, { version: shown.version, helpers });
    },
    onError: toastError,
    onSettled: refresh,
  });
  if (data.helpers.length === 0) return null;
  return (
    <Section title={t('loads.title')}>
      <p className="muted flush">{t('loads.lead')}</p>
      <table className="ds-table table loads">
        <caption className="sr-only">{t('loads.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('loads.helper')}</th>
            <th scope="col">{t('loads.today')}</th>
            <th scope="col">{t('loads.after')}</th>
            <th scope="col">{t('compare.band')}</th>
          </tr>
        </thead>
        {helperKinds
          .filter((kind) => data.helpers.some((h) => h.kind === kind))
          .map((kind) => (
            <tbody key={kind}>
              <tr>
                <th scope="rowgroup" colSpan={4} className="compare-group">
                  {t(`helper.${kind}`)}
                </th>
              </tr>
              {data.helpers
                .filter((h) => h.kind === kind)
                .map((h) => (
                  <Row
                    key={h.user_id}
                    load={h}
                    after={shown?.helpers.find((x) => same(x, h))}
                    turning={choose.isPending && same(choose.variables, h)}
                    most={data.bands.find((b) => b.measure === 'cases' && b.key === kind)?.most}
                    onTick={mayWrite ? () => choose.mutate(h) : undefined}
                    busy={choose.isPending}
                  />
                ))}
            </tbody>
          ))}
      </table>
    </Section>
  );
}

interface RowProps {
  load: Load;
  after: Load | undefined;
  /** Just ticked, or no longer; the answer is on its way. */
  turning: boolean;
  most: number | undefined;
  onTick: (() => void) | undefined;
  busy: boolean;
}
function Row({ load, after, turning, most, onTick, busy }: RowProps) {
  const t = useT();
  const over = most !== undefined && (after ?? load).households > most;
  return (
    <tr>
      <th scope="row">
        {onTick ? (
          <label className="load-tick">
            <input
              className="ds-input"
              type="checkbox"
              checked={(after !== undefined) !== turning}
              disabled={busy}
              onChange={onTick}
            />
            <bdi>{load.name}</bdi>
          </label>
        ) : (
          <bdi>{load.name}</bdi>
        )}
      </th>
      <td className="figures">
        <Count load={load} />
      </td>
      <td className="figures">{after ? <Count load={after} /> : '–'}</td>
      <td className="figures">
        {most === undefined ? '–' : t('loads.most', { most })}{' '}
        {over && <StatusTag tone="warning">{t('compare.outside')}</StatusTag>}
      </td>
    </tr>
  );
}

function Count({ load }: { load: Load }) {
  const t = useT();
  return joined(
    t('loads.count', { count: load.households }),
    load.high > 0 ? t('loads.high', { count: load.high }) : undefined,
  );
}

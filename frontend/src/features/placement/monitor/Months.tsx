import { day } from '@/shared/format/dates';
import { useKeyWords } from '../board/keys';
import { measures } from '../board/queries';
import { useT } from '../texts';
import { type Composition, percent, strandsOf } from './queries';

/** The columns as figures, for whoever reads tables. */
export function Months({ data }: { data: Composition }) {
  const t = useT();
  const words = useKeyWords();
  return (
    <details className="mix-months">
      <summary>{t('monitor.months')}</summary>
      <div className="compare-frame" role="region" aria-label={t('monitor.months')} tabIndex={0}>
        <table className="ds-table table compare">
          <caption className="sr-only">{t('monitor.months')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.what')}</th>
              {data.moments.map((m) => (
                <th key={m.on} scope="col" className="figures">
                  {day(m.on)}
                </th>
              ))}
            </tr>
          </thead>
          {measures.map((measure) => (
            <tbody key={measure}>
              <tr>
                <th scope="rowgroup" colSpan={data.moments.length + 1} className="compare-group">
                  {t(`measure.${measure}`)}
                </th>
              </tr>
              {strandsOf(data.moments, measure).map((s) => (
                <tr key={s.key}>
                  <th scope="row">{words(measure, s.key)}</th>
                  {s.counts.map((c, at) => (
                    <td key={data.moments[at]?.on} className="figures">
                      {c?.count === null
                        ? t('monitor.few')
                        : t('monitor.percent', { part: c ? percent(c) : 0 })}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </details>
  );
}

import { day } from '@/shared/format/dates';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/Tag';
import { useKeyWords } from '../board/keys';
import type { Measure } from '../board/queries';
import { useT } from '../texts';
import { Columns, tintOf } from './Columns';
import { type Composition, type Count, percent, type Strand, strandsOf } from './queries';

/** One measure: the months as columns, and beside them today's figures with the district's bands. */
export function Mix({ data, measure }: { data: Composition; measure: Measure }) {
  const t = useT();
  const words = useKeyWords();
  const strands = strandsOf(data.moments, measure);
  const first = data.moments[0]?.on ?? '';
  if (strands.length === 0) return null;
  return (
    <Section title={t(`measure.${measure}`)}>
      <div className="mix">
        <figure className="mix-figure">
          <Columns strands={strands} />
          <figcaption className="mix-ends muted">
            <span>{day(first)}</span>
            <span>{t('monitor.today')}</span>
          </figcaption>
        </figure>
        <table className="ds-table table mix-table">
          <caption className="sr-only">{t('monitor.table', { what: t(`measure.${measure}`) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.what')}</th>
              <th scope="col">{t('monitor.then')}</th>
              <th scope="col">{t('monitor.now')}</th>
              <th scope="col">{t('compare.band')}</th>
            </tr>
          </thead>
          <tbody>
            {strands.map((s, at) => (
              <tr key={s.key}>
                <th scope="row">
                  <span className="mix-word">
                    <svg className="mix-key" viewBox="0 0 10 10" aria-hidden="true">
                      <rect width="10" height="10" data-tint={tintOf(s.key, at)} />
                    </svg>
                    {words(measure, s.key)}
                  </span>
                </th>
                <td className="figures">
                  <Figure count={s.counts[0]} />
                </td>
                <td className="figures">
                  <Figure count={s.counts.at(-1)} />
                </td>
                <td className="figures">
                  <Limits data={data} measure={measure} strand={s} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Figure({ count }: { count: Count | undefined }) {
  const t = useT();
  if (!count) return '–';
  if (count.count === null) return <span className="muted">{t('monitor.few')}</span>;
  return (
    <>
      {count.count} <span className="muted nowrap">({percent(count)} %)</span>
    </>
  );
}

interface LimitsProps {
  data: Composition;
  measure: Measure;
  strand: Strand;
}
function Limits({ data, measure, strand: { key, counts } }: LimitsProps) {
  const t = useT();
  const band = data.bands.find(
    (b) => b.measure === measure && (b.key === key || (measure === 'language' && b.key === 'any')),
  );
  if (!band || key === 'unknown') return '–';
  const now = counts.at(-1);
  const part = now && percent(now);
  const out = part !== undefined && now?.count !== null && (part > band.most || part < band.least);
  return (
    <>
      <span className="nowrap">{t('compare.range', { least: band.least, most: band.most })}</span>{' '}
      {out && <StatusTag tone="warning">{t('compare.outside')}</StatusTag>}
    </>
  );
}

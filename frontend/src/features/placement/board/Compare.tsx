import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { useT } from '../texts';
import { BandsDialog } from './BandsDialog';
import { useKeyWords } from './keys';
import { type Band, type BoardData, type Measure, measures, type Share } from './queries';

const percent = (s: Share | undefined) => (s && s.of > 0 ? Math.round((100 * s.count) / s.of) : 0);

/** The site today and after each alternative, beside the district's own bands. */
export function Compare({ data, shown }: { data: BoardData; shown: string | undefined }) {
  const t = useT();
  const mayWrite = useMay('placement:write');
  const [open, setOpen] = useState(false);
  const columns = [
    { key: 'before', title: t('compare.before'), shares: data.before, other: false },
    ...data.alternatives.map((a) => ({
      key: a.id,
      title: a.name,
      shares: a.after,
      other: a.id !== shown,
    })),
  ];
  return (
    <Section
      title={t('compare.title')}
      actions={
        mayWrite && (
          <Button type="button" variant="tertiary" onClick={() => setOpen(true)}>
            {t('bands.open')}
          </Button>
        )
      }
    >
      <p className="muted flush">{t('compare.lead')}</p>
      <div className="compare-frame" role="region" aria-label={t('compare.title')} tabIndex={0}>
        <table className="ds-table compare">
          <caption className="sr-only">{t('compare.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.what')}</th>
              {columns.map((c) => (
                <th key={c.key} scope="col" data-other={c.other || undefined}>
                  <bdi>{c.title}</bdi>
                </th>
              ))}
              <th scope="col">{t('compare.band')}</th>
            </tr>
          </thead>
          {measures.map((m) => (
            <Group key={m} measure={m} columns={columns} bands={data.bands} />
          ))}
        </table>
      </div>
      {open && <BandsDialog data={data} onClose={() => setOpen(false)} />}
    </Section>
  );
}

interface GroupProps {
  measure: Measure;
  columns: readonly { key: string; shares: readonly Share[]; other: boolean }[];
  bands: readonly Band[];
}
function Group({ measure, columns, bands }: GroupProps) {
  const t = useT();
  const words = useKeyWords();
  const keys = [
    ...new Set(columns.flatMap((c) => c.shares.filter((s) => s.measure === measure).map((s) => s.key))),
  ].sort((a, b) => Number(a === 'unknown') - Number(b === 'unknown'));
  const bandOf = (key: string) =>
    bands.find(
      (b) =>
        b.measure === measure && (b.key === key || (b.key === 'any' && key !== 'unknown' && key !== 'none')),
    );
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns.length + 2} className="compare-group">
          {t(`measure.${measure}`)}
        </th>
      </tr>
      {keys.map((key) => {
        const band = bandOf(key);
        return (
          <tr key={key} data-unknown={key === 'unknown' || undefined}>
            <th scope="row">{words(measure, key)}</th>
            {columns.map((c) => (
              <Cell
                key={c.key}
                share={c.shares.find((s) => s.measure === measure && s.key === key)}
                band={band}
                other={c.other}
              />
            ))}
            <td className="figures">
              {band ? t('compare.range', { least: band.least, most: band.most }) : '–'}
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

interface CellProps {
  share: Share | undefined;
  band: Band | undefined;
  /** Not the one on the table: a phone leaves it out. */
  other: boolean;
}
function Cell({ share, band, other }: CellProps) {
  const t = useT();
  const part = percent(share);
  const out = share !== undefined && band !== undefined && (part > band.most || part < band.least);
  return (
    <td className="figures" data-out={out || undefined} data-other={other || undefined}>
      <span className="compare-number">
        {share?.count ?? 0} <span className="muted">({part} %)</span>
        {out && <span className="compare-out"> {t('compare.outside')}</span>}
      </span>
      <svg className="compare-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width={part} height="4" />
      </svg>
    </td>
  );
}

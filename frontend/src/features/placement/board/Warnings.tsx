import { day } from '@/shared/format/dates';
import { textOf } from '@/shared/i18n';
import { Section } from '@/shared/ui/Page';
import { SeverityTag } from '@/shared/ui/Tag';
import { useT } from '../texts';
import { useKeyWords } from './keys';
import type { BoardWarning } from './queries';

interface Props {
  title: string;
  none: string;
  warnings: readonly BoardWarning[];
}
/** In plain words, each with the rule behind it: whoever plans decides. */
export function Warnings({ title, none, warnings }: Props) {
  const t = useT();
  const words = useKeyWords();
  const valuesOf = ({ about }: BoardWarning) => ({
    ...about,
    ...(about.language && { language: words('language', about.language) }),
    ...(about.requirement && { requirement: words('requirement', about.requirement) }),
    ...(about.measure && about.key && { what: words(about.measure, about.key) }),
    ...(about.free && { free: day(about.free) }),
    ...(about.planned && { planned: day(about.planned) }),
  });
  return (
    <Section title={title}>
      {warnings.length === 0 && <p className="muted">{none}</p>}
      <ul className="lines warnings">
        {warnings.map((w) => (
          <li key={`${w.code}-${w.household_id}-${w.unit_id}-${JSON.stringify(w.about)}`}>
            <SeverityTag tone={w.blocks ? 'danger' : 'warning'}>
              {t(w.blocks ? 'warnings.stops' : 'warnings.look')}
            </SeverityTag>
            <div>
              <bdi>{textOf(`warning.${w.code}`, valuesOf(w)) ?? w.code}</bdi>
              <span className="muted warning-rule">
                {t('warnings.rule')} {textOf(`warning.rule.${w.code}`, valuesOf(w))}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

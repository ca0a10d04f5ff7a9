import { Button } from '@digdir/designsystemet-react';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { Section } from '@/shared/ui/Page';
import { When } from '@/shared/ui/When';
import { useT } from '../texts';
import { Needs, useLanguageWords } from '../words';
import type { HouseholdCard } from './queries';

interface Props {
  households: readonly HouseholdCard[];
  picked: string | undefined;
  /** Without it the table is only read. */
  onPick: ((id: string | undefined) => void) | undefined;
}
export function Waiting({ households, picked, onPick }: Props) {
  const t = useT();
  return (
    <Section title={t('board.waiting', { count: households.length })}>
      {households.length === 0 && <p className="muted">{t('board.nobodyWaits')}</p>}
      <ul className="lines candidates-waiting">
        {households.map((h) => (
          <li key={h.id} data-picked={h.id === picked || undefined}>
            <Household household={h} />
            {onPick && (
              <Button
                type="button"
                variant={h.id === picked ? 'primary' : 'secondary'}
                aria-pressed={h.id === picked}
                draggable
                onDragStart={(e) => {
                  e.dataTransfer.setData('text/plain', h.id);
                  onPick(h.id);
                }}
                onClick={() => onPick(h.id === picked ? undefined : h.id)}
              >
                {t(h.id === picked ? 'board.picked' : 'board.pick')}
                <span className="sr-only"> {t('board.household', { ref: h.ref })}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A household as facts: no name, no country, no reason. */
export function Household({ household: h }: { household: HouseholdCard }) {
  const t = useT();
  const languages = useLanguageWords();
  const ages = h.age_bands.map((b) => t(`placing.band.${b}`)).join(', ');
  return (
    <div className="facts">
      <span className="facts-head">
        <PathLink path={pathTo('request', h.request_id) ?? '/bosetting'}>
          <bdi>{t('board.household', { ref: h.ref })}</bdi>
        </PathLink>{' '}
        {t(`placing.kind.${h.kind}`)}, {t('board.people', { count: h.size })}
      </span>
      <span className="muted">
        {ages} · <bdi>{languages(h.languages)}</bdi>
        {h.planned_on && (
          <>
            {' '}
            · {t('board.planned')} <When at={h.planned_on} as="day" />
          </>
        )}
      </span>
      <Needs requirements={h.requirements} support={h.support} />
    </div>
  );
}

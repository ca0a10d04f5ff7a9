import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { isoDay } from '@/shared/format/dates';
import { Face } from '@/shared/people/Face';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { PhoneLink } from '@/shared/ui/PhoneLink';
import { When } from '@/shared/ui/When';
import { type HelperKind, helperKinds } from '@/shared/words/values';
import type { Helper, Resident } from '../queries';
import { useT } from '../texts';
import { AssignHelper } from './AssignHelper';
import { EndHelp } from './EndHelp';

type Open = { assign: HelperKind } | { end: Helper };

/** Who helps now, by kind; who helped before, folded away. */
export function Helpers({ resident }: { resident: Resident }) {
  const t = useT();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const earlier = resident.helpers.filter((h) => !h.active && h.until !== null && h.until <= isoDay());
  return (
    <Section title={t('helpers.title')}>
      <ul className="lines">
        {helperKinds.map((kind) => (
          <Line key={kind} kind={kind} helpers={resident.helpers} onOpen={setOpen} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <details className="earlier">
          <summary>{t('helpers.earlier', { count: earlier.length })}</summary>
          <ul className="lines">
            {earlier.map((h) => (
              <li key={h.id}>
                <span className="line-main">
                  <bdi>{h.name}</bdi> <span className="muted">{t(`helper.${h.kind}`)}</span>
                </span>
                <span className="muted">
                  <When at={h.from_day} as="day" /> – {h.until && <When at={h.until} as="day" />}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {open && 'assign' in open && (
        <AssignHelper
          resident={resident}
          kind={open.assign}
          onEnd={(end) => setOpen({ end })}
          onClose={close}
        />
      )}
      {open && 'end' in open && <EndHelp resident={resident} helper={open.end} onClose={close} />}
    </Section>
  );
}

interface LineProps {
  kind: HelperKind;
  helpers: readonly Helper[];
  onOpen: (open: Open) => void;
}
function Line({ kind, helpers, onOpen }: LineProps) {
  const t = useT();
  const mayWrite = useMay('helpers:write');
  const now = helpers.find((h) => h.kind === kind && h.active);
  const next = helpers.find((h) => h.kind === kind && !h.active && h.from_day > isoDay());
  const role = t(`helper.${kind}`);
  return (
    <li className="helper">
      <Face name={now?.name} />
      <span className="line-main">
        {now ? <bdi>{now.name}</bdi> : <span className="muted">{t('helpers.nobody')}</span>}
        <span className="muted line-sub">
          {role}
          {now?.until && (
            <>
              {' · '}
              {t('helpers.until')} <When at={now.until} as="day" />
            </>
          )}
          {next && (
            <>
              {' · '}
              <bdi>{next.name}</bdi> {t('helpers.from')} <When at={next.from_day} as="day" />
            </>
          )}
        </span>
      </span>
      {now?.phone && <PhoneLink number={now.phone} className="ds-link tap" />}
      {mayWrite && (
        <span className="line-acts">
          <Button
            type="button"
            variant={now ? 'tertiary' : 'secondary'}
            aria-label={`${now ? t('helpers.replace') : t('helpers.assign')}: ${role}`}
            onClick={() => onOpen({ assign: kind })}
          >
            {now ? t('helpers.replace') : t('helpers.assign')}
          </Button>
        </span>
      )}
    </li>
  );
}

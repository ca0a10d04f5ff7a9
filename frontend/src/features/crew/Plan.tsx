import { Button, Heading } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { idempotencyKeys } from '@/shared/api/client';
import { day, isoDay, weekdayName } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { refresh } from '@/shared/live/useLiveEvents';
import { useMay } from '@/shared/session/session';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { Section } from '@/shared/ui/Page';
import { toast, toastError } from '@/shared/ui/toasts';
import { PlanWork } from './PlanWork';
import { suggest, type Week } from './queries';
import { useT } from './texts';
import { daysOf } from './told';
import { WorkCard } from './WorkCard';

/** Day by day, beside each other where there is room. Days off are left out while they are empty. */
export function Plan({ week }: { week: Week }) {
  const t = useT();
  const locale = useLocale();
  const mayPlan = useMay('crew:plan');
  const [adding, setAdding] = useState<string>();
  const workOn = (one: string) => week.assignments.filter((work) => work.day === one);
  return (
    <Section title={t('crew.plan')} actions={mayPlan && <Suggest week={week} />}>
      <ol className="plain-list crew-days">
        {daysOf(week).map((one) => {
          const named = `${weekdayName(one, locale)} ${day(one)}`;
          return (
            <li key={one} className="crew-day" data-today={one === isoDay() || undefined}>
              <Heading level={3} data-size="2xs" className="crew-day-name">
                <span>{weekdayName(one, locale)}</span> <span className="muted figures">{day(one)}</span>
              </Heading>
              {workOn(one).length === 0 && <p className="muted flush">{t('crew.freeDay')}</p>}
              <ul className="plain-list crew-works" aria-label={t('crew.planOf', { day: named })}>
                {workOn(one).map((work) => (
                  <WorkCard key={work.id} week={week} work={work} />
                ))}
              </ul>
              {mayPlan && (
                <Button
                  type="button"
                  variant="tertiary"
                  aria-label={t('crew.addOn', { day: named })}
                  onClick={() => setAdding(one)}
                >
                  <PlusIcon aria-hidden />
                  {t('crew.add')}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {adding && <PlanWork week={week} day={adding} onClose={() => setAdding(undefined)} />}
    </Section>
  );
}

function Suggest({ week }: { week: Week }) {
  const t = useT();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [keyFor] = useState(idempotencyKeys);
  const spread = async () => {
    try {
      await suggest(week.id, keyFor(week.assignments));
      refresh(client, 'crew');
      toast(t('crew.suggested'));
    } catch (error) {
      toastError(error);
    }
    setAsking(false);
  };
  return (
    <>
      <Button type="button" variant="secondary" onClick={() => setAsking(true)}>
        {t('crew.suggest')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('crew.suggestTitle')}
        text={t('crew.suggestText')}
        confirmLabel={t('crew.suggest')}
        onConfirm={spread}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

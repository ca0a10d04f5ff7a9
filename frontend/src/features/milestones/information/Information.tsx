import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleFillIcon, CircleIcon } from '@navikt/aksel-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { day } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { useLanguages } from '@/shared/people/languages';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toastError } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { type Given, informationOf, takeBack, topics } from './queries';
import { TellDialog } from './TellDialog';
import './information.css';

interface Props {
  residentId: string;
  /** The one the resident reads the portal in: offered first. */
  language: string;
}
/** What everybody is told when they move in, each time with how it was told. */
export function Information({ residentId, language }: Props) {
  const t = useT();
  const mayWrite = useMay('milestones:write');
  const query = useQuery(informationOf(residentId));
  const [open, setOpen] = useState(false);
  const items = query.data?.items ?? [];
  const left = topics.filter((topic) => !items.some((g) => g.topic === topic));
  return (
    <Section
      title={t('information.title')}
      actions={
        mayWrite && (
          <Button type="button" variant="tertiary" onClick={() => setOpen(true)}>
            {t('information.note')}
          </Button>
        )
      }
    >
      {query.isPending && <LoadingState lines={4} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && (
        <>
          <p className="muted flush">
            {t(left.length === 0 ? 'information.all' : 'information.left', { count: left.length })}
          </p>
          <ul className="lines told">
            {topics.map((topic) => {
              const times = items.filter((g) => g.topic === topic);
              return (
                <li key={topic}>
                  {times.length > 0 ? (
                    <CheckmarkCircleFillIcon className="told-yes" aria-hidden fontSize="1.4rem" />
                  ) : (
                    <CircleIcon className="told-no" aria-hidden fontSize="1.4rem" />
                  )}
                  <div className="line-main">
                    <span>{t(`information.topic.${topic}`)}</span>
                    {times.length === 0 && <span className="muted line-sub">{t('information.not')}</span>}
                    {times.map((g) => (
                      <Time key={g.id} residentId={residentId} given={g} mayWrite={mayWrite} />
                    ))}
                  </div>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {open && (
        <TellDialog residentId={residentId} language={language} left={left} onClose={() => setOpen(false)} />
      )}
    </Section>
  );
}

interface TimeProps {
  residentId: string;
  given: Given;
  mayWrite: boolean;
}
function Time({ residentId, given, mayWrite }: TimeProps) {
  const t = useT();
  const { name } = useLanguages();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const said = joined(
    day(given.given_on),
    t(`information.channel.${given.channel}`),
    name(given.language),
    given.interpreter ? t('information.interpreted') : '',
  );
  const undo = async () => {
    setBusy(true);
    try {
      await takeBack(residentId, given.id);
    } catch (error) {
      toastError(error);
    } finally {
      await queryClient.invalidateQueries({ queryKey: informationOf(residentId).queryKey });
      setBusy(false);
    }
  };
  return (
    <span className="muted line-sub told-time">
      <span>
        {said} · <bdi>{given.given_by}</bdi>
      </span>
      {mayWrite && (
        <Button type="button" variant="tertiary" data-size="sm" loading={busy} onClick={() => void undo()}>
          {t('information.takeBack')}
          <span className="sr-only">
            {' '}
            {t(`information.topic.${given.topic}`)}, {day(given.given_on)}
          </span>
        </Button>
      )}
    </span>
  );
}

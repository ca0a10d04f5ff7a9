import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, ClockIcon, LocationPinIcon } from '@navikt/aksel-icons';
import { inWords } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { useLanguages } from '@/shared/people/languages';
import { toast, toastError } from '@/shared/ui/toasts';
import { ActivityStatusWord } from '@/shared/words/tags';
import { clockOf, hours } from '../weeks';
import { type OwnActivity, useWish, type Wish } from './queries';
import { useT } from './texts';

interface Props {
  activity: OwnActivity;
  online: boolean;
}
export function Card({ activity: one, online }: Props) {
  const t = useT();
  const locale = useLocale();
  const over = one.status === 'postponed' || one.status === 'cancelled';
  const day = one.day ? inWords(one.day, locale) : t('week.noDay');
  return (
    <li className="week-card" data-over={over} data-mine={one.mine ?? undefined}>
      <p className="week-day">
        {over ? <s>{day}</s> : day}
        {one.starts && !over && (
          <>
            {' '}
            {/* figures run left to right in every language */}
            {t('week.at', { hours: `\u2066${hours(one.starts, one.ends)}\u2069` })}
          </>
        )}
      </p>
      <h3 className="week-title">
        {over ? (
          <s>
            <bdi lang="nb">{one.title}</bdi>
          </s>
        ) : (
          <bdi lang="nb">{one.title}</bdi>
        )}
      </h3>
      <p className="row tight flush">
        <ActivityStatusWord status={one.status} />
        {over && one.reason && <span>{t(`activity.reason.${one.reason}`)}</span>}
        {!over && one.weather_dependent && <span className="muted">{t('week.weather')}</span>}
      </p>
      {over ? <MovedTo activity={one} /> : <Details activity={one} />}
      <Mine activity={one} online={online} />
    </li>
  );
}

function MovedTo({ activity: one }: { activity: OwnActivity }) {
  const t = useT();
  const locale = useLocale();
  const { moved_to: moved } = one;
  if (!moved) return null;
  if (!moved.day) return <p className="flush week-strong">{t('week.movedOpen')}</p>;
  const at = moved.starts ? ` ${t('week.at', { hours: `\u2066${clockOf(moved.starts)}\u2069` })}` : '';
  return (
    <p className="flush week-strong">{t('week.moved', { day: `${inWords(moved.day, locale)}${at}` })}</p>
  );
}

function Details({ activity: one }: { activity: OwnActivity }) {
  const t = useT();
  const locale = useLocale();
  const { name } = useLanguages();
  return (
    <>
      {one.description && (
        <p className="flush week-text" lang="nb" dir="auto">
          {one.description}
        </p>
      )}
      {one.place && (
        <p className="flush week-fact">
          <LocationPinIcon aria-hidden /> <bdi lang="nb">{one.place}</bdi>
        </p>
      )}
      {one.meeting_point && (
        <p className="flush week-fact">
          <ClockIcon aria-hidden /> {t('week.meet', { place: `\u2068${one.meeting_point}\u2069` })}
        </p>
      )}
      {one.interpreters.length > 0 && (
        <p className="flush">{t('week.interpreter', { languages: one.interpreters.map(name).join(', ') })}</p>
      )}
      {one.can_sign_up && (
        <p className="flush">
          {one.seats_left === null ? t('week.room') : t('week.free', { count: one.seats_left })}
          {one.waiting > 0 && one.mine !== 'waiting' && ` · ${t('week.line', { count: one.waiting })}`}
          {one.sign_up_until &&
            !one.mine &&
            ` · ${t('week.until', { day: inWords(one.sign_up_until, locale) })}`}
        </p>
      )}
    </>
  );
}

function Mine({ activity: one, online }: Props) {
  const t = useT();
  const wish = useWish(one.id);
  const coming = one.status === 'planned' || one.status === 'booked' || one.status === 'confirmed';
  if (!coming) return null;
  const send = (what: Wish, undoable = true) =>
    wish.mutate(what, {
      onSuccess: (saved) => {
        const told =
          saved.mine === 'waiting' ? 'week.nowWaiting' : saved.mine ? 'week.nowSignedUp' : 'week.nowOff';
        const back: Wish = what === 'sign-up' ? 'withdraw' : 'sign-up';
        toast(
          undoable ? (
            <>
              {t(told)}{' '}
              <button type="button" className="week-undo" onClick={() => send(back, false)}>
                {t('week.undo')}
              </button>
            </>
          ) : (
            t(told)
          ),
          saved.mine === 'waiting' ? 'info' : 'success',
        );
      },
      onError: toastError,
    });
  const { title } = one;
  const full = one.seats_left !== null && one.seats_left <= 0;
  return (
    <div className="week-mine">
      {one.mine && (
        <p className="flush week-strong week-fact">
          <CheckmarkCircleIcon aria-hidden />
          {one.mine === 'waiting'
            ? t('week.waiting', { place: one.place_in_line ?? '' })
            : t('week.signedUp')}
        </p>
      )}
      {one.mine ? (
        <Button
          type="button"
          variant="secondary"
          data-size="lg"
          disabled={!online}
          loading={wish.isPending}
          aria-label={t('week.withdrawFrom', { title })}
          onClick={() => send('withdraw')}
        >
          {t('week.withdraw')}
        </Button>
      ) : one.can_sign_up ? (
        <Button
          type="button"
          variant={full ? 'secondary' : undefined}
          data-size="lg"
          disabled={!online}
          loading={wish.isPending}
          aria-label={t(full ? 'week.waitFor' : 'week.signUpTo', { title })}
          onClick={() => send('sign-up')}
        >
          {t(full ? 'week.wait' : 'week.signUp')}
        </Button>
      ) : (
        <p className="muted flush">{t('week.closed')}</p>
      )}
    </div>
  );
}

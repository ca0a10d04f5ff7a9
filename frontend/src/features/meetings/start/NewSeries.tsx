import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { readDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { Form } from '@/shared/forms/Form';
import { RadioCards, TextareaField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { optionalDay, optionalText, requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { refresh } from '@/shared/live/useLiveEvents';
import { PathLink } from '@/shared/routing/PathLink';
import { useSession, useSite } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { toast } from '@/shared/ui/toasts';
import { kinds } from '../kinds';
import { startSeries } from '../mutations';
import type { Series } from '../queries';
import { placeOf, weekdayOf, writeRule } from '../rule';
import { useT } from '../texts';
import { Days } from './Days';
import { AboutFields, aboutRules, ClockFields, clockRule, lengthRule, readClock } from './fields';
import { othersOf, PeopleFields, peopleRules, servicesOf } from './people';
import { useKindFollows } from './useKindFollows';
import '../meetings.css';

const rhythms = ['1', '2', '3', '4', 'month'] as const;
const schema = z.object({
  ...aboutRules,
  ...peopleRules,
  rhythm: z.enum(rhythms),
  first_day: requiredDay(),
  until: optionalDay(),
  begins: clockRule,
  minutes: lengthRule,
  topics: optionalText(2400),
});

/** The rule follows the first day: its weekday, or its place in the month. */
function ruleOf(rhythm: (typeof rhythms)[number], first: string, until: string | null): string {
  const month = rhythm === 'month';
  return writeRule({
    every: month ? 'month' : 'week',
    interval: month ? 1 : Number(rhythm),
    weekday: weekdayOf(first),
    place: placeOf(first),
    until: until ?? undefined,
  });
}

interface Props {
  onMade: (series: Series) => void;
  onLeave: () => void;
}
export function NewSeries({ onMade, onLeave }: Props) {
  const t = useT();
  const { actor_id } = useSession();
  const { site } = useSite();
  const queryClient = useQueryClient();
  const state = useServerForm({
    schema,
    defaultValues: {
      kind: 'nav',
      title: t('meeting.kind.nav'),
      site_id: site?.id ?? '',
      withNav: true,
      place: '',
      rhythm: '2',
      first_day: '',
      until: '',
      begins: '09.00',
      minutes: '60',
      topics: '',
      people: [actor_id],
      others: '',
    },
    fieldOf: (field) => {
      if (field.startsWith('participants')) return 'people';
      return { rule: 'until', organisations: 'withNav', user_id: 'people' }[field] ?? field;
    },
    save: async ({ people, others, withNav, rhythm, until, topics, ...v }, key) => {
      const made = await startSeries(
        {
          ...v,
          site_id: v.site_id || null,
          place: v.place || null,
          rule: ruleOf(rhythm, v.first_day, until),
          topics: topics
            .split('\n')
            .map((l) => l.trim())
            .filter(Boolean),
          organisations: servicesOf(v.kind, withNav),
          participants: [...people.map((user_id) => ({ user_id })), ...othersOf(others)],
        },
        key,
      );
      for (const topic of ['meetings', 'meeting-series']) refresh(queryClient, topic);
      toast(t('start.started'));
      onMade(made);
    },
  });
  const watch = useWatch({ control: state.form.control });
  const rhythm = rhythms.find((r) => r === watch.rhythm) ?? '2';
  const kind = kinds.find((k) => k === watch.kind) ?? 'nav';
  const first = readDay(watch.first_day ?? '');
  const begins = readClock(watch.begins ?? '');
  const minutes = Number(watch.minutes);
  const until = readDay(watch.until ?? '');
  useKindFollows(state.form);
  return (
    <div className="meet-start">
      <PageHeader
        title={t('series.new')}
        back={<PathLink path="/moter/rekker">{t('meetings.view./moter/rekker')}</PathLink>}
      />
      <Form state={state} submitLabel={t('start.start')} onCancel={onLeave}>
        <AboutFields />
        <RadioCards
          name="rhythm"
          label={t('series.rhythm')}
          columns={3}
          options={rhythms.map((r) => ({ value: r, label: t(`start.rhythm.${r}`) }))}
        />
        <div className="two">
          <DateField name="first_day" label={t('start.firstDay')} />
          <DateField name="until" label={t('start.until')} hint={t('start.untilHint')} />
        </div>
        <ClockFields />
        {first && begins && until && minutes >= 5 && minutes <= 720 && (
          <Days days={{ rule: ruleOf(rhythm, first, until), first_day: first, begins, minutes }} />
        )}
        <TextareaField
          name="topics"
          label={t('series.topics')}
          hint={t('series.topicsHint')}
          rows={4}
          optional
        />
        <NumberWarning names={['topics']} />
        <PeopleFields services={servicesOf(kind, watch.withNav ?? false)} />
      </Form>
    </div>
  );
}

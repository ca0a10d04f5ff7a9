import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { DateField } from '@/shared/forms/DateField';
import { Form } from '@/shared/forms/Form';
import { SelectField } from '@/shared/forms/fields';
import { type Pick, PickField } from '@/shared/forms/PickField';
import { requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { findResident } from '@/shared/people/findResident';
import { useLanguages } from '@/shared/people/languages';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay, useSession, useSite } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { toast } from '@/shared/ui/toasts';
import { withResidents } from '../kinds';
import { callMeeting } from '../mutations';
import { type Meeting, useKeepMeeting } from '../queries';
import { useT } from '../texts';
import { AboutFields, aboutRules, ClockFields, clockRule, lengthRule } from './fields';
import { othersOf, PeopleFields, peopleRules, servicesOf } from './people';
import { useKindFollows } from './useKindFollows';
import '../meetings.css';

const AS_ASKED = 'asked';
const schema = z.object({
  ...aboutRules,
  ...peopleRules,
  day: requiredDay(),
  begins: clockRule,
  minutes: lengthRule,
  resident: z.nullable(z.custom<Pick>()),
  interpreter: z.string(),
});

interface Props {
  /** Whom it is about, where it was called from a person's page. */
  about?: Pick;
  onMade: (meeting: Meeting) => void;
  onLeave: () => void;
}
export function NewMeeting({ about, onMade, onLeave }: Props) {
  const t = useT();
  const { actor_id } = useSession();
  const { site } = useSite();
  const keep = useKeepMeeting();
  const state = useServerForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: {
      kind: 'intake',
      title: t('start.intake'),
      site_id: site?.id ?? '',
      withNav: true,
      place: '',
      day: '',
      begins: '10.00',
      minutes: '60',
      people: [actor_id],
      others: '',
      resident: about ?? null,
      interpreter: AS_ASKED,
    },
    fieldOf: (field) => {
      if (field.startsWith('participants')) return 'people';
      return { resident_id: 'resident', organisations: 'withNav', user_id: 'people' }[field] ?? field;
    },
    save: async ({ people, others, resident, interpreter, withNav, ...v }, key) => {
      const whom = withResidents.has(v.kind) && resident ? [resident] : [];
      const language =
        interpreter === AS_ASKED ? {} : { interpreter: interpreter === '' ? null : interpreter };
      const made = await callMeeting(
        {
          ...v,
          site_id: v.site_id || null,
          place: v.place || null,
          organisations: servicesOf(v.kind, withNav),
          participants: [
            ...whom.map((r) => ({ resident_id: r.id, ...language })),
            ...people.map((user_id) => ({ user_id })),
            ...othersOf(others),
          ],
        },
        key,
      );
      keep(made);
      toast(t('start.called'));
      onMade(made);
    },
  });
  const [kind, withNav] = useWatch({ control: state.form.control, name: ['kind', 'withNav'] });
  useKindFollows(state.form);
  return (
    <div className="meet-start">
      <PageHeader
        title={t('meetings.new')}
        back={<PathLink path="/moter">{t('meetings.view./moter')}</PathLink>}
      />
      <Form state={state} submitLabel={t('start.call')} onCancel={onLeave}>
        <AboutFields />
        <DateField name="day" label={t('start.day')} />
        <ClockFields />
        {withResidents.has(kind) && <ResidentFields />}
        <PeopleFields services={servicesOf(kind, withNav)} />
      </Form>
    </div>
  );
}

function ResidentFields() {
  const t = useT();
  const { items } = useLanguages();
  const resident: unknown = useWatch({ name: 'resident' });
  if (!useMay('residents:read')) return null;
  return (
    <div className="two">
      <PickField
        name="resident"
        label={t('start.resident')}
        source="residents"
        minLetters={2}
        search={findResident}
        optional
      />
      {resident !== null && (
        <SelectField
          name="interpreter"
          label={t('participant.interpreter')}
          options={[
            { value: AS_ASKED, label: t('start.interpreterAsked') },
            { value: '', label: t('start.noInterpreter') },
            ...items.map((l) => ({ value: l.code, label: l.nb })),
          ]}
          empty={false}
        />
      )}
    </div>
  );
}

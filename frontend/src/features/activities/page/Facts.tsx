import { useLanguages } from '@/shared/people/languages';
import { DescriptionList, Section } from '@/shared/ui/Page';
import { When } from '@/shared/ui/When';
import type { Activity } from '../queries';
import { useT } from '../texts';
import { SeatsText } from '../words';

export function Facts({ activity: one }: { activity: Activity }) {
  const t = useT();
  const { name } = useLanguages();
  return (
    <Section title={t('activity.facts')}>
      <DescriptionList
        items={[
          { term: t('activity.place'), value: one.place && <bdi>{one.place}</bdi> },
          { term: t('activity.meet'), value: one.meeting_point && <bdi>{one.meeting_point}</bdi> },
          { term: t('activity.signedUp'), value: <SeatsText of={one} /> },
          {
            term: t('activity.until'),
            value: one.sign_up_until && <When at={one.sign_up_until} as="day" />,
          },
          {
            term: t('activity.responsible'),
            value: one.responsible ? <bdi>{one.responsible.name}</bdi> : t('activity.nobody'),
          },
          { term: t('activity.interpreters'), value: one.interpreters.map(name).join(', ') },
          { term: t('activity.why'), value: one.reason && t(`activity.reason.${one.reason}`) },
          { term: t('activity.note'), value: one.reason_note && <bdi>{one.reason_note}</bdi> },
        ]}
      />
    </Section>
  );
}

import { createFileRoute } from '@tanstack/react-router';
import { WhomToAsk } from '@/features/contacts/portal/WhomToAsk';
import { MyPeople } from '@/features/people/portal/MyPeople';
import { PageHeader, Section } from '@/shared/ui/Page';
import { useT } from '../../texts';

export const Route = createFileRoute('/_mine/hvem')({ component: Ask });

/** One's own people first, then everybody by what they answer. */
function Ask() {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={t('place.ask')} lead={t('page.askLead')} />
      <Section title={t('page.askMine')}>
        <MyPeople />
      </Section>
      <Section title={t('page.askAbout')}>
        <WhomToAsk />
      </Section>
    </div>
  );
}

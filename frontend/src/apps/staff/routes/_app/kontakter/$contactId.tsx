import { createFileRoute, Link } from '@tanstack/react-router';
import { ContactPage } from '@/features/contacts/ContactPage';
import { useT } from '@/features/contacts/texts';

export const Route = createFileRoute('/_app/kontakter/$contactId')({ component: OneContact });

function OneContact() {
  const t = useT();
  const { contactId } = Route.useParams();
  return (
    <ContactPage
      key={contactId}
      contactId={contactId}
      back={
        <Link to="/kontakter" className="ds-link">
          {t('directory.list')}
        </Link>
      }
    />
  );
}

import { createFileRoute, Link } from '@tanstack/react-router';
import { NewContact } from '@/features/contacts/form/NewContact';
import { useT } from '@/features/contacts/texts';
import { PageHeader } from '@/shared/ui/Page';
import { toast } from '@/shared/ui/toasts';

export const Route = createFileRoute('/_app/kontakter/ny')({ component: NewContactPage });

function NewContactPage() {
  const t = useT();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHeader
        title={t('contact.new')}
        lead={t('contact.newLead')}
        back={
          <Link to="/kontakter" className="ds-link">
            {t('directory.list')}
          </Link>
        }
      />
      <div className="form-page">
        <NewContact
          onCreated={(contact) => {
            toast(t('contact.added', { name: contact.name }));
            return navigate({ to: '/kontakter/$contactId', params: { contactId: contact.id } });
          }}
          onCancel={() => void navigate({ to: '/kontakter' })}
        />
      </div>
    </>
  );
}

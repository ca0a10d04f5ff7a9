import { createFileRoute, Link } from '@tanstack/react-router';
import { ContactList } from '@/features/contacts/ContactList';
import { contactSearch } from '@/features/contacts/contactSearch';
import { Tabs } from '@/features/contacts/Tabs';
import { useT } from '@/features/contacts/texts';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/kontakter/')({
  validateSearch: contactSearch,
  component: ContactsPage,
});

function ContactsPage() {
  const t = useT();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const mayWrite = useMay('contacts:write');
  const add = mayWrite && (
    <Link to="/kontakter/ny" className="ds-button">
      {t('contact.new')}
    </Link>
  );
  return (
    <>
      <PageHeader title={t('directory.list')} lead={t('directory.lead')} actions={add} />
      <Tabs />
      <ContactList
        search={search}
        onSearch={(change) =>
          void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
        }
        empty={add}
      />
    </>
  );
}

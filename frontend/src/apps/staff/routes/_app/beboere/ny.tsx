import { createFileRoute, Link } from '@tanstack/react-router';
import { NewResident } from '@/features/residents/NewResident';
import { useT } from '@/features/residents/texts';
import { fullName } from '@/shared/people/names';
import { PageHeader } from '@/shared/ui/Page';
import { toast } from '@/shared/ui/toasts';

export const Route = createFileRoute('/_app/beboere/ny')({ component: NewResidentPage });

function NewResidentPage() {
  const t = useT();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHeader
        title={t('residents.new')}
        lead={t('residents.newLead')}
        back={
          <Link to="/beboere" className="ds-link">
            {t('residents.list')}
          </Link>
        }
      />
      <div className="form-page">
        <NewResident
          onCreated={(resident) => {
            toast(t('resident.created', { name: fullName(resident) }));
            return navigate({ to: '/beboere/$residentId', params: { residentId: resident.id } });
          }}
          onCancel={() => void navigate({ to: '/beboere' })}
        />
      </div>
    </>
  );
}

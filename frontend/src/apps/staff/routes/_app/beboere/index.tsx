import { Button } from '@digdir/designsystemet-react';
import { createFileRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FindByNumber } from '@/features/residents/identifiers/FindByNumber';
import { ResidentList } from '@/features/residents/ResidentList';
import { residentSearch } from '@/features/residents/residentSearch';
import { useT } from '@/features/residents/texts';
import { MoveInLink } from '@/features/tenancies/MoveInLink';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/beboere/')({
  validateSearch: residentSearch,
  component: ResidentsPage,
});

function ResidentsPage() {
  const t = useT();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const mayWrite = useMay('residents:write');
  const mayFind = useMay('identifiers:read');
  const [finding, setFinding] = useState(false);
  const register = mayWrite && (
    <Link to="/beboere/ny" className="ds-button">
      {t('residents.new')}
    </Link>
  );
  return (
    <>
      <PageHeader
        title={t('residents.list')}
        actions={
          <>
            {register}
            <MoveInLink />
            {mayFind && (
              <Button type="button" variant="secondary" onClick={() => setFinding(true)}>
                {t('identifiers.find')}
              </Button>
            )}
          </>
        }
      />
      <ResidentList
        search={search}
        onSearch={(change) =>
          void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
        }
        empty={register}
      />
      {finding && <FindByNumber onClose={() => setFinding(false)} />}
    </>
  );
}

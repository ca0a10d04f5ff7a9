import { PlusIcon } from '@navikt/aksel-icons';
import { createFileRoute, Link } from '@tanstack/react-router';
import { useT } from '@/features/building/texts';
import { UnitPage } from '@/features/building/unit/UnitPage';
import { type UnitSearch, unitSearch } from '@/features/building/unit/unitSearch';
import { usePatchSearch } from '@/shared/routing/usePatchSearch';
import { useMay } from '@/shared/session/session';

export const Route = createFileRoute('/_app/bygget/$unitId')({
  validateSearch: unitSearch,
  component: OneUnit,
});

function OneUnit() {
  const t = useT();
  const { unitId } = Route.useParams();
  const mayReport = useMay('incidents:report');
  const mayLog = useMay('changes:read');
  return (
    <UnitPage
      // another unit is another page: no half-written form follows along
      key={unitId}
      unitId={unitId}
      search={Route.useSearch()}
      onSearch={usePatchSearch<UnitSearch>()}
      back={
        <Link to="/bygget" className="ds-link">
          {t('building.title')}
        </Link>
      }
      report={
        mayReport && (
          <Link to="/hendelser/ny" search={{ unit: unitId }} className="ds-button unit-report">
            <PlusIcon aria-hidden />
            {t('unit.report')}
          </Link>
        )
      }
      log={
        mayLog && (
          <Link to="/logg" search={{ row: unitId }} className="ds-link">
            {t('unit.log')}
          </Link>
        )
      }
    />
  );
}

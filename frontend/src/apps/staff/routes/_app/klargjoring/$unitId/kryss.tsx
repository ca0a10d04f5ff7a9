import { createFileRoute, Link } from '@tanstack/react-router';
import { type PhoneSearch, phoneSearch } from '@/features/furnishing/furnishingSearch';
import { PhoneMode } from '@/features/furnishing/phone/PhoneMode';
import { useT } from '@/features/furnishing/texts';
import { usePatchSearch } from '@/shared/routing/usePatchSearch';

export const Route = createFileRoute('/_app/klargjoring/$unitId/kryss')({
  validateSearch: phoneSearch,
  component: Ticking,
});

function Ticking() {
  const t = useT();
  const { unitId } = Route.useParams();
  return (
    <PhoneMode
      key={unitId}
      unitId={unitId}
      search={Route.useSearch()}
      onSearch={usePatchSearch<PhoneSearch>()}
      back={
        <Link to="/klargjoring/$unitId" params={{ unitId }} className="ds-link">
          {t('phone.back')}
        </Link>
      }
    />
  );
}

import { Link } from '@tanstack/react-router';
import { useMay } from '@/shared/session/session';
import { useT } from './texts';

interface Props {
  resident?: string;
  unit?: string;
  main?: boolean;
}
/** Leads to the guided move-in from a list, a person or a flat, for those who may. */
export function MoveInLink({ resident, unit, main }: Props) {
  const t = useT();
  if (!useMay('tenancies:write')) return null;
  return (
    <Link
      to="/flytt-inn"
      search={{ resident, unit }}
      className="ds-button"
      data-variant={main ? 'primary' : 'secondary'}
    >
      {t('moveIn.title')}
    </Link>
  );
}

import { createFileRoute } from '@tanstack/react-router';
import { Actions } from '@/features/meetings/list/Actions';
import { actionSearch } from '@/features/meetings/meetingSearch';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/moter/oppfolging')({
  validateSearch: actionSearch,
  component: ActionsPage,
});

function ActionsPage() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  if (!useMay('meetings:read')) return <NotFound />;
  return (
    <Actions
      search={search}
      onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
    />
  );
}

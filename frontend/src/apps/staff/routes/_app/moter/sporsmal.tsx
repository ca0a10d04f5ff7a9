import { createFileRoute } from '@tanstack/react-router';
import { Questions } from '@/features/meetings/list/Questions';
import { questionSearch } from '@/features/meetings/meetingSearch';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/moter/sporsmal')({
  validateSearch: questionSearch,
  component: QuestionsPage,
});

function QuestionsPage() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  if (!useMay('meetings:read')) return <NotFound />;
  return (
    <Questions
      search={search}
      onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
    />
  );
}

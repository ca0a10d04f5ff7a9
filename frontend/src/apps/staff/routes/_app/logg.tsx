import { createFileRoute } from '@tanstack/react-router';
import { Logs } from '@/features/logs/Logs';
import { type LogSearch, logSearch } from '@/features/logs/logSearch';
import { usePatchSearch } from '@/shared/routing/usePatchSearch';

export const Route = createFileRoute('/_app/logg')({ validateSearch: logSearch, component: LogPage });

function LogPage() {
  return <Logs search={Route.useSearch()} onSearch={usePatchSearch<LogSearch>()} />;
}

import { createFileRoute } from '@tanstack/react-router';
import { Outbox } from '@/features/outbox/Outbox';
import { type OutboxSearch, outboxSearch } from '@/features/outbox/outboxSearch';
import { usePatchSearch } from '@/shared/routing/usePatchSearch';

export const Route = createFileRoute('/_app/utsendinger')({
  validateSearch: outboxSearch,
  component: OutboxPage,
});

function OutboxPage() {
  return <Outbox search={Route.useSearch()} onSearch={usePatchSearch<OutboxSearch>()} />;
}

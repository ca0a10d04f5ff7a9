import { useQuery } from '@tanstack/react-query';
import { fullName } from '@/shared/people/names';
import { FormDialog } from '@/shared/ui/dialogs';
import { DescriptionList } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { type Candidate, permitOf } from '../queries';
import { useT } from '../texts';

/** Each showing is a line in the log, so only when the door is opened. */
export function PermitDialog({ person, onClose }: { person: Candidate; onClose: () => void }) {
  const t = useT();
  const query = useQuery({
    queryKey: ['permit', person.id],
    queryFn: () => permitOf(person.id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <FormDialog open title={fullName(person)} onClose={onClose}>
      {query.isPending && <LoadingState lines={3} />}
      {query.isError && <ErrorState error={query.error} />}
      {query.data && (
        <DescriptionList
          items={[
            { term: t('field.citizenship'), value: <bdi>{query.data.citizenship ?? '–'}</bdi> },
            {
              term: t('field.granted_on'),
              value: query.data.granted_on ? <When at={query.data.granted_on} as="day" /> : '–',
            },
            { term: t('field.duf'), value: <bdi>{query.data.duf ?? '–'}</bdi> },
          ]}
        />
      )}
    </FormDialog>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { issueCode, issuedCode } from './queries';
import { Slip } from './Slip';

interface Props {
  resident: { id: string; name: string; language: string };
  label: string;
}
/** A button that becomes the slip. */
export function IssueCode({ resident, label }: Props) {
  const t = useT();
  const queryClient = useQueryClient();
  const { data } = useQuery(issuedCode(resident.id));
  const issue = useMutation({
    mutationFn: () => issueCode(resident.id),
    onSuccess: (code) => queryClient.setQueryData(issuedCode(resident.id).queryKey, code),
    onError: toastError,
  });
  if (data) return <Slip issued={data} name={resident.name} language={resident.language} />;
  return (
    <div>
      <Button type="button" variant="secondary" loading={issue.isPending} onClick={() => issue.mutate()}>
        {label}
      </Button>
      <p className="muted flush">{t('access.codeHint')}</p>
    </div>
  );
}

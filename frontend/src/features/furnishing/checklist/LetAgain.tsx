import { Button } from '@digdir/designsystemet-react';
import { ArrowsCirclepathIcon } from '@navikt/aksel-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { idempotencyKeys } from '@/shared/api/client';
import { refresh } from '@/shared/live/useLiveEvents';
import { toast, toastError } from '@/shared/ui/toasts';
import { type Checklist, openChecklists, packages } from '../queries';
import { useT } from '../texts';

/** The lane once more for a flat that stands empty: what is there is only checked. */
export function LetAgain({ list }: { list: Checklist }) {
  const t = useT();
  const client = useQueryClient();
  const kinds = useQuery(packages);
  const [keyFor] = useState(idempotencyKeys);
  const present = kinds.data?.items.find((one) => one.name === list.package_name);
  const { mutate, isPending } = useMutation({
    mutationFn: (package_id: string) => {
      const given = { package_id, unit_ids: [list.unit.id] };
      return openChecklists(given, keyFor({ ...given, after: list.id }));
    },
    onSuccess: () => {
      for (const topic of ['furnishing', 'units']) refresh(client, topic);
      toast(t('relet.done', { unit: list.unit.label }));
    },
    onError: toastError,
  });
  return (
    <Button
      type="button"
      loading={isPending || kinds.isPending}
      onClick={() => (present ? mutate(present.id) : toast(t('relet.noPackage'), 'danger'))}
    >
      <ArrowsCirclepathIcon aria-hidden />
      {t('relet.action')}
    </Button>
  );
}

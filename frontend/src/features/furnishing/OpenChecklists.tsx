import { Button } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxGroup, SelectField } from '@/shared/forms/fields';
import { requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { refresh } from '@/shared/live/useLiveEvents';
import { useMay, useSite } from '@/shared/session/session';
import { FormDialog } from '@/shared/ui/dialogs';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toast } from '@/shared/ui/toasts';
import { stageOf } from './furnishingSearch';
import { OverPage } from './OverPage';
import { type FurnishedUnit, furnishedUnits, openChecklists, type Package, packages } from './queries';
import { useT } from './texts';

export function OpenChecklists() {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (!useMay('furnishing:write')) return null;
  return (
    <>
      <Button type="button" onClick={() => setOpen(true)}>
        <PlusIcon aria-hidden />
        {t('open.action')}
      </Button>
      {open && (
        <OverPage>
          <Loaded onClose={() => setOpen(false)} />
        </OverPage>
      )}
    </>
  );
}

function Loaded({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { chosen } = useSite();
  const found = useInfiniteQuery(furnishedUnits({ site_id: chosen?.id }, 100));
  const kinds = useQuery(packages);
  const free = found.data?.pages.flatMap((p) => p.items).filter((u) => ['none', 'key'].includes(stageOf(u)));
  // those where nobody lives are the ones that are made ready
  free?.sort((a, b) => Number(a.state === 'occupied') - Number(b.state === 'occupied'));
  if (free?.length && kinds.data?.items.length)
    return <OpenForm units={free} packages={kinds.data.items} onClose={onClose} />;
  const error = found.error ?? kinds.error;
  return (
    <FormDialog open title={t('open.title')} onClose={onClose}>
      {error ? (
        <ErrorState error={error} />
      ) : free && kinds.data ? (
        <p className="flush">{free.length ? t('open.noPackage') : t('open.noUnits')}</p>
      ) : (
        <LoadingState lines={3} />
      )}
    </FormDialog>
  );
}

const schema = z.object({
  package_id: requiredText(64, 'open.packageMissing'),
  unit_ids: z.array(z.string()).check(z.minLength(1, 'open.unitsMissing')),
});

interface FormProps {
  units: readonly FurnishedUnit[];
  packages: readonly Package[];
  onClose: () => void;
}
function OpenForm({ units, packages: kinds, onClose }: FormProps) {
  const t = useT();
  const client = useQueryClient();
  const state = useServerForm({
    schema,
    defaultValues: { package_id: kinds[0]?.id ?? '', unit_ids: [] as string[] },
    save: async (given, key) => {
      const { checklist_ids } = await openChecklists(given, key);
      for (const topic of ['furnishing', 'units']) refresh(client, topic);
      toast(t('open.done', { count: checklist_ids.length }));
      onClose();
    },
  });
  const package_id = useWatch({ control: state.form.control, name: 'package_id' });
  const chosen = kinds.find((one) => one.id === package_id);
  // what is chosen for one kind of room does not follow to another
  const { setValue } = state.form;
  const fits = chosen?.fits;
  useEffect(() => {
    if (fits) setValue('unit_ids', []);
  }, [fits, setValue]);
  const fitting = units.filter((u) => u.use === fits);
  return (
    <DialogForm state={state} title={t('open.title')} submitLabel={t('open.submit')} onClose={onClose}>
      <SelectField
        name="package_id"
        label={t('open.package')}
        empty={false}
        options={kinds.map(({ id, name, pieces }) => ({
          value: id,
          label: t('open.packageOption', { name, pieces }),
        }))}
      />
      <CheckboxGroup
        key={fits}
        name="unit_ids"
        label={t('open.units')}
        hint={t('open.unitsHint')}
        columns={3}
        options={fitting.map((u) => ({
          value: u.id,
          label: u.label,
          hint: u.checklist
            ? t('open.again', { state: t(`unit.state.${u.state}`) })
            : t(`unit.state.${u.state}`),
        }))}
      />
    </DialogForm>
  );
}

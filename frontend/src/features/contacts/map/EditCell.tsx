import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, SelectField, TextareaField } from '@/shared/forms/fields';
import { type Pick, PickField } from '@/shared/forms/PickField';
import { choice, optionalText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast, toastError } from '@/shared/ui/toasts';
import { contactOrganisations } from '@/shared/words/values';
import { useTopicName } from '../names';
import {
  type Cell,
  clearWhoAnswers,
  findContact,
  type NamedContact,
  nameWhoAnswers,
  siteMap,
  useKeepMap,
} from '../queries';
import { useT } from '../texts';

const rules = ['answer', 'say_this', 'refer_to_nav'] as const;
const picked = z.nullable(
  z.object({ id: z.string(), label: z.string(), detail: z.optional(z.nullable(z.string())) }),
);
const schema = z
  .object({
    organisation: choice(contactOrganisations),
    owner: picked,
    backup: picked,
    rule: choice(rules),
    say_this: optionalText(4000),
  })
  .check(
    z.refine((v) => v.rule !== 'say_this' || v.say_this !== '', {
      error: 'problem.words-missing',
      path: ['say_this'],
    }),
  );
type Values = z.input<typeof schema>;

interface Row extends Cell {
  version: number;
}
const rowOf = (cell: Cell): Row => ({ ...cell, version: cell.responsibility?.version ?? 0 });
const pickOf = (c: NamedContact | null | undefined): Pick | null =>
  c ? { id: c.id, label: c.name, detail: c.title ?? c.organisation_name } : null;
const valuesOf = ({ responsibility: r }: Row): Values => ({
  organisation: r?.organisation ?? 'district',
  owner: pickOf(r?.owner),
  backup: pickOf(r?.backup),
  rule: r?.rule ?? 'answer',
  say_this: r?.say_this ?? '',
});
const fieldOf = (field: string) => field.replace(/_id$/, '');

interface Props {
  siteId: string;
  cell: Cell;
  onClose: () => void;
}
export function EditCell({ siteId, cell, onClose }: Props) {
  const t = useT();
  const queryClient = useQueryClient();
  const topic = useTopicName()(cell);
  const keep = useKeepMap();
  const state = useEditForm({
    record: rowOf(cell),
    valuesOf,
    schema,
    fieldOf,
    reload: async () => {
      const latest = await queryClient.fetchQuery({ ...siteMap(siteId), staleTime: 0 });
      const same = latest.items.find((c) => c.topic === cell.topic && c.topic_id === cell.topic_id);
      return rowOf(same ?? cell);
    },
    save: async (v, version, key) => {
      const about = { topic: cell.topic, topic_id: cell.topic_id };
      const named = { owner_id: v.owner?.id ?? null, backup_id: v.backup?.id ?? null };
      const words = { organisation: v.organisation, rule: v.rule, say_this: v.say_this || null };
      keep(await nameWhoAnswers(siteId, { version, ...about, ...named, ...words }, key));
      toast(t('map.saved', { topic }));
      onClose();
    },
  });
  const empty = () => {
    const named = cell.responsibility;
    if (!named) return;
    clearWhoAnswers(named.id, named.version).then((saved) => {
      keep(saved);
      toast(t('map.cleared', { topic }));
      onClose();
    }, toastError);
  };
  const labels = {
    organisation: t('map.organisation'),
    owner: t('map.owner'),
    backup: t('map.backup'),
    rule: t('map.rule'),
    say_this: t('map.sayThis'),
  };
  const show = (name: string, value: unknown): string => {
    if (name === 'owner' || name === 'backup') return (value as Values['owner'])?.label ?? '';
    if (name === 'organisation') return t(`org.${value as Values['organisation']}`);
    return name === 'rule' ? t(`rule.${value as Values['rule']}`) : String(value);
  };
  return (
    <DialogForm
      state={state}
      title={t('map.whoAnswers', { topic })}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={labels} show={show} />
      <Fields siteId={siteId} />
      {cell.responsibility && (
        <div>
          <Button type="button" variant="tertiary" data-color="danger" onClick={empty}>
            {t('map.clear')}
          </Button>
        </div>
      )}
    </DialogForm>
  );
}

function Fields({ siteId }: { siteId: string }) {
  const t = useT();
  const { control } = useFormContext<Values>();
  const organisation = useWatch({ control, name: 'organisation' });
  const rule = useWatch({ control, name: 'rule' });
  return (
    <>
      <SelectField
        name="organisation"
        label={t('map.organisation')}
        hint={t('map.organisationHint')}
        options={contactOrganisations.map((o) => ({ value: o, label: t(`org.${o}`) }))}
        empty={false}
      />
      <div className="two">
        <PickField
          name="owner"
          label={t('map.owner')}
          source={`owner ${siteId} ${organisation}`}
          search={findContact(siteId, organisation)}
          optional
        />
        <PickField
          name="backup"
          label={t('map.backup')}
          source={`backup ${siteId}`}
          search={findContact(siteId)}
          optional
        />
      </div>
      <RadioCards
        name="rule"
        label={t('map.rule')}
        options={rules.map((r) => ({ value: r, label: t(`rule.${r}`), hint: t(`rule.${r}Hint`) }))}
      />
      <TextareaField
        name="say_this"
        label={t('map.sayThis')}
        hint={t('map.sayThisHint')}
        rows={3}
        optional={rule !== 'say_this'}
      />
    </>
  );
}

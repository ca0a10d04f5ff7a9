import { useQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import * as z from 'zod/mini';
import { joined } from '@/shared/format/joined';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { GroupFrame } from '@/shared/forms/FieldFrame';
import { useFieldParts } from '@/shared/forms/fieldId';
import { requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { colleagues } from '@/shared/people/colleagues';
import { useSession } from '@/shared/session/session';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toast } from '@/shared/ui/toasts';
import { assign } from '../mutations';
import { type Crew, crews, fromWho, servicesOf, toWho } from '../people';
import { type Incident, useKeepIncident, useReloadIncident } from '../queries';
import { useT } from '../texts';

const schema = z.object({ assigned_to: requiredText(80, 'form.choose') });

export function AssignDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const t = useT();
  const keep = useKeepIncident();
  const query = useQuery(colleagues);
  const groups = crews(query.data?.items ?? [], servicesOf(incident));
  const nameOf = (who: string): string => {
    const { person, service } = fromWho(who);
    const found = groups.flatMap((g) => g.people).find((p) => p.id === person);
    return found?.name ?? (service ? t('assign.pool', { service: t(`audience.${service}`) }) : '');
  };
  const state = useEditForm({
    record: incident,
    valuesOf: (r) => ({ assigned_to: toWho(r.assignee, r.responsible) }),
    schema,
    reload: useReloadIncident(incident.id),
    save: async ({ assigned_to }, version) => {
      const { person, service } = fromWho(assigned_to);
      keep(await assign(incident.id, { version, assigned_to: person ?? null, responsible: service }));
      toast(t('assign.done', { who: nameOf(assigned_to) }));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('assign.title', { number: incident.number })}
      submitLabel={t('assign.submit')}
      onClose={onClose}
    >
      <ChangedMeanwhile
        state={state}
        labels={{ assigned_to: t('incident.responsible') }}
        show={(_, v) => nameOf(String(v))}
      />
      {query.isPending && <LoadingState lines={4} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && <Who groups={groups} />}
      {incident.view === 'care' && incident.shared_with.length < 2 && (
        <p className="muted flush">{t('assign.shareFirst')}</p>
      )}
    </DialogForm>
  );
}

function Who({ groups }: { groups: readonly Crew[] }) {
  const t = useT();
  const { actor_id } = useSession();
  const { register } = useFormContext();
  const { id, error } = useFieldParts('assigned_to', false);
  const me = groups.flatMap((g) => g.people).find((p) => p.id === actor_id);
  const line = (value: string, name: string, detail?: string) => (
    <label key={value} className="choice-card assign-line">
      <input className="ds-input" type="radio" value={value} {...register('assigned_to')} />
      <span>
        <bdi>{name}</bdi>
        {detail && <span className="muted choice-hint">{detail}</span>}
      </span>
    </label>
  );
  return (
    <GroupFrame id={id} label={t('assign.who')} error={error}>
      {me && <div className="assign-group">{line(`user:${me.id}`, t('assign.me', { name: me.name }))}</div>}
      {groups.map((g) => (
        <div key={g.service} className="assign-group" role="group" aria-labelledby={`${id}-${g.service}`}>
          <strong id={`${id}-${g.service}`}>{g.organisation || t(`audience.${g.service}`)}</strong>
          {line(
            `pool:${g.service}`,
            t('assign.pool', { service: t(`audience.${g.service}`) }),
            t('assign.poolHint'),
          )}
          {g.people
            .filter((p) => p.id !== actor_id)
            .map((p) => line(`user:${p.id}`, p.name, joined(...p.roles.map((r) => t(`role.${r}`)))))}
        </div>
      ))}
    </GroupFrame>
  );
}

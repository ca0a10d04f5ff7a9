import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { CheckboxField } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { colleagues } from '@/shared/people/colleagues';
import { fullName } from '@/shared/people/names';
import { useMay } from '@/shared/session/session';
import { toastError } from '@/shared/ui/toasts';
import { helperKinds } from '@/shared/words/values';
import { issueCode, issuedCode } from '../access/queries';
import { contractBody } from '../contract/contractRules';
import { moveIn, type Resident, useKeepTenancy } from '../queries';
import { useT } from '../texts';
import { unit } from '../units/queries';
import { dropDraft, moveInBody, type Step } from './draft';
import type { StepProps } from './parts';
import { StepForm } from './StepForm';

const schema = z.object({ code: z.boolean() });

interface Props extends StepProps {
  person: Resident;
  onStep: (step: Step) => void;
  onDone: (tenancyId: string) => void;
  onRefused: (error: unknown) => boolean;
}
/** Everything once more, and one press. */
export function Summary({ draft, back, person, onStep, onDone, onRefused }: Props) {
  const t = useT();
  const keep = useKeepTenancy();
  const queryClient = useQueryClient();
  const mayIssue = useMay('activation:issue');
  const json = moveInBody(draft, person);
  const later = json.from_day > isoDay();
  const state = useServerForm({
    schema,
    defaultValues: { code: mayIssue && !later },
    save: async ({ code }, key) => {
      try {
        const tenancy = await moveIn(json, key);
        dropDraft();
        keep(tenancy);
        // they live there now; a code that fails is made on the next page instead
        if (code && mayIssue) await codes().catch(toastError);
        onDone(tenancy.id);
      } catch (error) {
        if (!onRefused(error)) throw error;
      }
    },
  });
  const codes = async () => {
    for (const id of adults(person)) queryClient.setQueryData(issuedCode(id).queryKey, await issueCode(id));
  };
  return (
    <StepForm state={state} submitLabel={later ? t('moveIn.plan') : t('moveIn.submit')} onBack={back}>
      <Lines draft={draft} person={person} onStep={onStep} />
      {mayIssue && !later && (
        <CheckboxField name="code" label={t('moveIn.withCode')} hint={t('moveIn.withCodeHint')} />
      )}
      {later && <p className="muted flush">{t('moveIn.isPlan')}</p>}
    </StepForm>
  );
}

/** Children have no portal of their own. */
export const adults = (person: Resident): string[] =>
  person.household?.members.filter((m) => m.age_band !== 'under_18').map((m) => m.resident_id) ?? [person.id];

function Lines({ draft, person, onStep }: Pick<Props, 'draft' | 'person' | 'onStep'>) {
  const t = useT();
  const home = useQuery(unit(draft.unit_id)).data;
  const staff = useQuery(colleagues).data?.items ?? [];
  const { kind, legal_ground, contract_ends_on } = contractBody(draft);
  const who = person.household?.members.map((m) => m.name) ?? [fullName(person)];
  const helper = (k: (typeof helperKinds)[number]) => staff.find((c) => c.id === draft.helpers[k])?.name;
  const later = helperKinds.filter((k) => !helper(k)).map((k) => t(`helper.${k}`));
  const lines: [Step, ReactNode][] = [
    ['who', <bdi key="who">{who.join(', ')}</bdi>],
    ['unit', `${home?.label ?? '…'} · ${t('moveIn.from', { day: draft.from_day })}`],
    [
      'contract',
      [
        t(`tenancy.kind.${kind}`),
        legal_ground,
        contract_ends_on && t('moveIn.until', { day: day(contract_ends_on) }),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    ['keys', draft.keys_handed_over],
    [
      'helpers',
      <ul key="helpers" className="plain-list">
        {helperKinds.map((k) => {
          const name = helper(k);
          return (
            name && (
              <li key={k}>
                <bdi>{name}</bdi> <span className="muted">{t(`helper.${k}`)}</span>
              </li>
            )
          );
        })}
        {later.length > 0 && (
          <li className="muted">
            {t('moveIn.later')}: {later.join(', ')}
          </li>
        )}
      </ul>,
    ],
  ];
  return (
    <dl className="descriptions summary-lines">
      {lines.map(([step, value]) => (
        <div key={step}>
          <dt>{t(`moveIn.short.${step}`)}</dt>
          <dd>{value}</dd>
          <dd>
            <button
              type="button"
              className="ds-link summary-edit"
              aria-label={`${t('action.edit')}: ${t(`moveIn.short.${step}`)}`}
              onClick={() => onStep(step)}
            >
              {t('action.edit')}
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { Information } from '../information/Information';
import { WelcomeLetter } from '../letter/WelcomeLetter';
import { type Milestone, milestoneLine } from '../queries';
import { useT } from '../texts';
import { BeginLine } from './BeginLine';
import { EditMilestone } from './EditMilestone';
import { grouped } from './grouped';
import { StepRow } from './StepRow';
import './line.css';

interface Props {
  resident: Schemas['ResidentCare'] | Schemas['ResidentCase'];
  /** Where the intake meeting is called; the route knows the way. */
  book: (label: string) => ReactNode;
}
/** A person's steps after arrival, by what can be done with them today. */
export function MilestoneLine({ resident, book }: Props) {
  const t = useT();
  const residentId = resident.id;
  const mayWrite = useMay('milestones:write');
  const query = useQuery(milestoneLine(residentId));
  const [beginning, setBeginning] = useState(false);
  const [editing, setEditing] = useState<Milestone>();
  const items = query.data?.items ?? [];
  const row = (one: Milestone) => (
    <StepRow
      key={one.id}
      residentId={residentId}
      milestone={one}
      onEdit={mayWrite ? () => setEditing(one) : undefined}
      book={one.code === 'NAV_INTAKE' && book(t('milestone.book'))}
    />
  );
  const groups = grouped(items);
  return (
    <>
      <Section title={t('milestones.title')} actions={<WelcomeLetter resident={resident} />}>
        {query.isPending && <LoadingState lines={6} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && items.length === 0 && (
          <EmptyState
            title={t('milestones.none')}
            hint={t('milestones.noneHint')}
            action={
              mayWrite && (
                <Button type="button" variant="secondary" onClick={() => setBeginning(true)}>
                  {t('milestones.begin')}
                </Button>
              )
            }
          />
        )}
        {items.length > 0 && (
          <div className="steps">
            <h3>{t('milestones.count', { title: t('milestones.now'), count: groups.now.length })}</h3>
            {groups.now.length > 0 ? (
              <ul className="lines">{groups.now.map(row)}</ul>
            ) : (
              <p className="muted flush">{t('milestones.nothingNow')}</p>
            )}
            {groups.waiting.length > 0 && (
              <>
                <h3>
                  {t('milestones.count', { title: t('milestones.waiting'), count: groups.waiting.length })}
                </h3>
                <ul className="lines">{groups.waiting.map(row)}</ul>
              </>
            )}
            {(['done', 'never'] as const).map(
              (group) =>
                groups[group].length > 0 && (
                  <details key={group}>
                    <summary>
                      {t('milestones.count', {
                        title: t(`milestones.${group}`),
                        count: groups[group].length,
                      })}
                    </summary>
                    <ul className="lines">{groups[group].map(row)}</ul>
                  </details>
                ),
            )}
          </div>
        )}
        {beginning && <BeginLine residentId={residentId} onClose={() => setBeginning(false)} />}
        {editing && (
          <EditMilestone residentId={residentId} milestone={editing} onClose={() => setEditing(undefined)} />
        )}
      </Section>
      <Information residentId={residentId} language={resident.portal_language} />
    </>
  );
}

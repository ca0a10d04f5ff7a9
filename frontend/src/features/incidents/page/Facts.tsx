import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { isoDay } from '@/shared/format/dates';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { DescriptionList } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import { IncidentStatusWord, SeverityWord } from '@/shared/words/tags';
import type { Incident } from '../queries';
import { isOverdue } from '../status';
import { useT } from '../texts';
import type { Open } from './Dialogs';

export function Facts({ incident: i, onOpen }: { incident: Incident; onOpen: (what: Open) => void }) {
  const t = useT();
  const mayHandle = useMay('incidents:handle');
  const mayEdit = useMay('incidents:edit');
  const change = (what: Open, label: string, allowed: boolean) =>
    allowed ? { label, onPress: () => onOpen(what) } : undefined;
  const unitPath = i.unit && pathTo('unit', i.unit.id);
  return (
    <DescriptionList
      items={[
        {
          term: t('incident.status'),
          value: (
            <Fact change={change({ kind: 'status' }, t('facts.changeStatus'), mayHandle)}>
              <IncidentStatusWord status={i.status} />
            </Fact>
          ),
        },
        {
          term: t('incident.severity'),
          value: (
            <Fact change={change({ kind: 'severity' }, t('facts.changeSeverity'), mayHandle)}>
              <SeverityWord severity={i.severity} />
            </Fact>
          ),
        },
        {
          term: t('incident.responsible'),
          value: (
            <Fact change={change({ kind: 'assign' }, t('facts.assign'), mayHandle)}>
              <span>
                {t(`audience.${i.responsible}`)}
                <bdi className="muted case-sub">{i.assignee?.name ?? t('facts.nobody')}</bdi>
              </span>
            </Fact>
          ),
        },
        {
          term: t('incident.due'),
          value: (
            <Fact change={change({ kind: 'edit' }, t('facts.changeDue'), mayEdit)}>
              <span className="inc-due">
                {i.due_on ? <When at={i.due_on} as="day" /> : t('facts.noDue')}
                {isOverdue(i, isoDay()) && <StatusTag tone="warning">{t('incident.overdue')}</StatusTag>}
              </span>
            </Fact>
          ),
        },
        {
          term: t('incident.place'),
          value: (
            <bdi>
              {i.unit && (unitPath ? <PathLink path={unitPath}>{i.unit.label}</PathLink> : i.unit.label)}
              {i.unit && i.view === 'care' && i.place && ' · '}
              {(i.view === 'care' && i.place) || (!i.unit && t('facts.noPlace'))}
            </bdi>
          ),
        },
        { term: t('facts.happened'), value: <When at={i.occurred_at} as="short" /> },
        {
          term: t('incident.reported'),
          value: (
            <span>
              <When at={i.created_at} as="short" />
              {i.view === 'care' && (
                <bdi className="muted case-sub">
                  {i.from_resident ? t('facts.byResident') : i.reporter?.name}
                </bdi>
              )}
            </span>
          ),
        },
        { term: t('facts.ended'), value: i.closed_at && <When at={i.closed_at} as="short" /> },
      ]}
    />
  );
}

interface FactProps {
  change?: { label: string; onPress: () => void };
  children: ReactNode;
}
function Fact({ change, children }: FactProps) {
  const t = useT();
  return (
    <span className="case-fact">
      {children}
      {change && (
        <Button type="button" variant="tertiary" aria-label={change.label} onClick={change.onPress}>
          {t('action.edit')}
        </Button>
      )}
    </span>
  );
}

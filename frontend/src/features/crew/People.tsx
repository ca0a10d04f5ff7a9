import { Button } from '@digdir/designsystemet-react';
import { PencilIcon, PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { day, isoDay, weekdayName } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { useMay, useSession } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { SeverityTag } from '@/shared/ui/Tag';
import { HoursDialog } from './HoursDialog';
import { MemberForm } from './MemberForm';
import { attestOf, type Member, sheetOf, type Week } from './queries';
import { useT } from './texts';
import { daysOf, duration, hoursOn, told } from './told';

type Open = { hours: Member; day: string } | { member?: Member };

/** Who is where on which day, and for how long; hours are pressed to be written. */
export function People({ week }: { week: Week }) {
  const t = useT();
  const mayPlan = useMay('crew:plan');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Section
      title={t('crew.hours')}
      actions={
        mayPlan && (
          <span className="row tight">
            <a className="ds-button" data-variant="tertiary" href={sheetOf(week.id)} download>
              {t('crew.sheet')}
            </a>
            <Button type="button" variant="secondary" onClick={() => setOpen({})}>
              <PlusIcon aria-hidden />
              {t('crew.addMember')}
            </Button>
          </span>
        )
      }
    >
      {mayPlan && isoDay() < week.last_day && (
        <p className="muted flush">{t('crew.attestLater', { day: day(week.last_day) })}</p>
      )}
      {week.members.length > 0 && <HoursTable week={week} onOpen={setOpen} />}
      {open && 'hours' in open && (
        <HoursDialog week={week} member={open.hours} day={open.day} onClose={close} />
      )}
      {open && !('hours' in open) && <MemberForm week={week} member={open.member} onClose={close} />}
    </Section>
  );
}

function HoursTable({ week, onOpen }: { week: Week; onOpen: (open: Open) => void }) {
  const t = useT();
  const locale = useLocale();
  const days = daysOf(week);
  return (
    <div className="crew-frame">
      <table className="ds-table table crew-table">
        <caption className="sr-only">{t('crew.hoursTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('crew.who')}</th>
            {days.map((one) => (
              <th key={one} scope="col">
                {weekdayName(one, locale)} <span className="muted figures">{day(one).slice(0, 5)}</span>
              </th>
            ))}
            <th scope="col">{t('crew.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {week.members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                <Who week={week} member={member} onEdit={() => onOpen({ member })} />
              </th>
              {days.map((one) => (
                <td key={one}>
                  <Cell week={week} member={member} day={one} onOpen={onOpen} />
                </td>
              ))}
              <td>
                <Sum week={week} member={member} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Who({ week, member, onEdit }: { week: Week; member: Member; onEdit: () => void }) {
  const t = useT();
  const mayPlan = useMay('crew:plan');
  const mayAttest = useMay('crew:attest');
  const ready = isoDay() >= week.last_day && member.kind === 'youth' && member.missing_days?.length === 0;
  return (
    <div className="crew-who">
      <span>
        <bdi>{member.name}</bdi>
        <span className="muted line-sub">
          {t(`crew.kind.${member.kind}`)}
          {member.under_18 && ` · ${t('crew.under18')}`}
        </span>
        {mayAttest && ready && (
          <a
            className="ds-link tap"
            href={attestOf(member.id)}
            download
            aria-label={t('crew.attestOf', { name: member.name })}
          >
            {t('crew.attest')}
          </a>
        )}
      </span>
      {mayPlan && (
        <Button
          type="button"
          icon
          variant="tertiary"
          aria-label={t('crew.editMember', { name: member.name })}
          onClick={onEdit}
        >
          <PencilIcon aria-hidden />
        </Button>
      )}
    </div>
  );
}

interface CellProps {
  week: Week;
  member: Member;
  day: string;
  onOpen: (open: Open) => void;
}
function Cell({ week, member, day: one, onOpen }: CellProps) {
  const t = useT();
  const locale = useLocale();
  const mayPlan = useMay('crew:plan');
  const { actor_id } = useSession();
  const hours = hoursOn(week.hours, member, one);
  const where = week.assignments.filter((work) => work.day === one && work.member_ids.includes(member.id));
  const said = told(t, hours);
  return (
    <>
      {where.length > 0 && (
        <span className="muted line-sub">{[...new Set(where.map((work) => work.label))].join(', ')}</span>
      )}
      {(mayPlan || member.account_id === actor_id) && (
        <Button
          type="button"
          variant="tertiary"
          className="crew-hours"
          aria-label={t('crew.hoursOf', {
            name: member.name,
            day: `${weekdayName(one, locale)} ${day(one)}`,
            hours: said,
          })}
          onClick={() => onOpen({ hours: member, day: one })}
        >
          {hours ? said : '–'}
        </Button>
      )}
      {hours?.warnings.map((warning) => (
        <span key={warning} className="crew-warning">
          {t(`crew.warning.${warning}`)}
        </span>
      ))}
    </>
  );
}

function Sum({ week, member }: { week: Week; member: Member }) {
  const t = useT();
  if (member.minutes === null) return null;
  return (
    <>
      <strong className="figures">{duration(t, member.minutes)}</strong>
      {member.missing_days && member.missing_days.length > 0 && isoDay() > week.first_day && (
        <span className="muted line-sub">{t('crew.missing', { count: member.missing_days.length })}</span>
      )}
      {member.warnings.map((warning) => (
        <SeverityTag key={warning} tone="warning">
          {t(`crew.warning.${warning}`)}
        </SeverityTag>
      ))}
    </>
  );
}

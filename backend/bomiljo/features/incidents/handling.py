"""What is done with an incident, from the first look to the end."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.roles import OrganisationKind
from bomiljo.features.incidents import alarms, queries
from bomiljo.features.incidents.inputs import Assign, ChangeSeverity, ChangeStatus, EditIncident
from bomiljo.features.incidents.model import (
    OPEN,
    EntryAudience,
    EntryKind,
    Incident,
    Severity,
    Status,
)
from bomiljo.features.incidents.problems import (
    BuildingNoteMissing,
    CannotSeeIncident,
    ReasonMissing,
    ResponsibleElsewhere,
    StatusNotReachable,
    UnitUnknown,
)
from bomiljo.features.incidents.schemas import FieldChange, services_of
from bomiljo.features.incidents.timeline import note, write
from bomiljo.features.notifications.model import NotificationKind
from bomiljo.features.notifications.service import notify
from bomiljo.features.sites.model import Unit
from bomiljo.kernel.clock import now
from bomiljo.kernel.problems import NotFound

S = Status
REACHABLE: dict[Status, frozenset[Status]] = {
    S.NEW: frozenset({S.IN_PROGRESS, S.WAITING, S.RESOLVED, S.CLOSED}),
    S.IN_PROGRESS: frozenset({S.WAITING, S.RESOLVED, S.CLOSED}),
    S.WAITING: frozenset({S.IN_PROGRESS, S.RESOLVED, S.CLOSED}),
    S.RESOLVED: frozenset({S.IN_PROGRESS, S.CLOSED}),
    S.CLOSED: frozenset({S.IN_PROGRESS}),
}
MAY_BE_EMPTY = frozenset({"description", "place", "unit_id", "due_on", "building_note"})


async def held(session: AsyncSession, incident_id: UUID) -> Incident:
    """The incident, locked until the transaction ends."""
    incident = await session.get(Incident, incident_id, with_for_update=True)
    if incident is None:
        raise NotFound
    return incident


async def edit(session: AsyncSession, actor: Actor, incident_id: UUID, given: EditIncident) -> None:
    """Correct what was reported; how it read before stays in the timeline."""
    incident = await held(session, incident_id)
    incident.expect(given.version)
    changes = []
    for name, value in given.model_dump(exclude_unset=True, exclude={"version"}).items():
        before = getattr(incident, name)
        if before == value or (value is None and name not in MAY_BE_EMPTY):
            continue
        if name == "unit_id":
            old, new = await _labels(session, incident, value)
            changes.append(FieldChange(field="unit", old=old, new=new))
        else:
            changes.append(FieldChange(field=name, old=_said(before), new=_said(value)))
        setattr(incident, name, value)
    if incident.building_note is None and OrganisationKind.LANDLORD in services_of(
        incident.sharing
    ):
        raise BuildingNoteMissing
    if changes:
        await write(
            session,
            actor,
            incident_id,
            EntryKind.CORRECTION,
            EntryAudience.INTERNAL,
            changes=changes,
        )


def _said(value: Any) -> str | None:
    return None if value is None else str(value)


async def _labels(
    session: AsyncSession, incident: Incident, unit_id: UUID | None
) -> tuple[str | None, str | None]:
    found = await session.execute(
        select(Unit.id, Unit.label).where(
            Unit.id.in_([one for one in (incident.unit_id, unit_id) if one]),
            Unit.site_id == incident.site_id,
        )
    )
    labels: dict[UUID | None, str] = {row.id: row.label for row in found}
    if unit_id and unit_id not in labels:
        raise UnitUnknown
    return labels.get(incident.unit_id), labels.get(unit_id)


async def assign(session: AsyncSession, actor: Actor, incident_id: UUID, to: Assign) -> None:
    """To somebody who sees it, whose service becomes responsible; or to a service's pool."""
    incident = await held(session, incident_id)
    incident.expect(to.version)
    responsible, role = to.responsible or incident.responsible, None
    if to.assigned_to:
        role = await queries.role_that_sees(session, incident, to.assigned_to)
        if role is None:
            raise CannotSeeIncident
        responsible = queries.service_of(role)
        if to.responsible not in {None, responsible}:
            raise ResponsibleElsewhere
    if responsible not in services_of(incident.sharing):
        raise CannotSeeIncident
    if (incident.responsible, incident.assigned_to) == (responsible, to.assigned_to):
        return
    await _hand_over(session, actor, incident, responsible, to.assigned_to, role)
    if to.assigned_to and to.assigned_to != actor.id:
        kind = NotificationKind.INCIDENT_ASSIGNED
        await notify(session, actor, kind, incident_id, [to.assigned_to])


async def _hand_over(
    session: AsyncSession,
    actor: Actor,
    incident: Incident,
    responsible: OrganisationKind,
    person: UUID | None,
    role: str | None,
) -> None:
    changes = []
    if responsible is not incident.responsible:
        changes.append(FieldChange(field="responsible", old=incident.responsible, new=responsible))
    incident.responsible, incident.assigned_to = responsible, person
    await write(
        session,
        actor,
        incident.id,
        EntryKind.ASSIGNED,
        changes=changes,
        about={
            "to": responsible,
            "assignee": str(person) if person else None,
            "assignee_role": role,
        },
    )


async def change_status(
    session: AsyncSession, actor: Actor, incident_id: UUID, change: ChangeStatus
) -> None:
    """Onwards by the table above; back to work only with a reason."""
    incident = await held(session, incident_id)
    incident.expect(change.version)
    before = incident.status
    if change.status not in REACHABLE[before]:
        raise StatusNotReachable(reachable=sorted(REACHABLE[before]))
    if change.status in OPEN and before not in OPEN:
        if change.note is None:
            raise ReasonMissing
        incident.closed_at = None
    elif change.status not in OPEN and before in OPEN:
        incident.closed_at = now()
    incident.status = change.status
    changes = [FieldChange(field="status", old=before, new=change.status)]
    await write(session, actor, incident_id, EntryKind.STATUS, changes=changes)
    await note(session, actor, incident, change.note, change.audience)


async def change_severity(
    session: AsyncSession, actor: Actor, incident_id: UUID, change: ChangeSeverity
) -> None:
    incident = await held(session, incident_id)
    incident.expect(change.version)
    before = incident.severity
    if change.severity is not before:
        incident.severity = change.severity
        changes = [FieldChange(field="severity", old=before, new=change.severity)]
        await write(session, actor, incident_id, EntryKind.SEVERITY, changes=changes)
        if change.severity is Severity.ACUTE:
            await alarms.raise_alarm(
                session, actor, incident_id, incident.site_id, incident.sharing
            )
    await note(session, actor, incident, change.note, change.audience)

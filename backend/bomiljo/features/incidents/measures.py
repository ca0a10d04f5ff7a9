from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.roles import OrganisationKind
from bomiljo.features.incidents import queries
from bomiljo.features.incidents.inputs import EditMeasure, NewMeasure
from bomiljo.features.incidents.model import EntryKind, Incident, Measure
from bomiljo.features.incidents.problems import (
    MeasureNotSeen,
    OwnerCannotSeeIncident,
    ResponsibleElsewhere,
)
from bomiljo.features.incidents.schemas import FieldChange, services_of
from bomiljo.features.incidents.timeline import READ_BY, audience_for, seen, write
from bomiljo.kernel.clock import now
from bomiljo.kernel.problems import NotFound

MAY_BE_EMPTY = frozenset({"owner_user_id", "due_on"})


async def add(session: AsyncSession, actor: Actor, incident_id: UUID, new: NewMeasure) -> None:
    incident = await seen(session, incident_id)
    own = OrganisationKind(actor.audience)
    measure = Measure(
        district_id=actor.district_id,
        incident_id=incident_id,
        audience=audience_for(actor, new.audience),
        what=new.what,
        responsible=new.responsible or own,
        owner_user_id=new.owner_user_id,
        due_on=new.due_on,
    )
    await _fit_owner(session, incident, measure, named=new.responsible)
    session.add(measure)
    await write(session, actor, incident_id, EntryKind.MEASURE, measure.audience, body=new.what)


async def edit(
    session: AsyncSession, actor: Actor, incident_id: UUID, measure_id: UUID, given: EditMeasure
) -> None:
    incident = await seen(session, incident_id)
    measure = await session.scalar(
        select(Measure)
        .where(Measure.id == measure_id, Measure.incident_id == incident_id)
        .with_for_update()
    )
    if measure is None:
        raise NotFound
    measure.expect(given.version)
    changes = [*_changes(measure, given), *_tick(measure, actor, done=given.done)]
    await _fit_owner(session, incident, measure, named=given.responsible)
    if changes:
        await write(
            session,
            actor,
            incident_id,
            EntryKind.MEASURE,
            measure.audience,
            body=measure.what,
            changes=changes,
        )


def _changes(measure: Measure, given: EditMeasure) -> list[FieldChange]:
    changes = []
    for name, value in given.model_dump(exclude_unset=True, exclude={"version", "done"}).items():
        before = getattr(measure, name)
        if before == value or (value is None and name not in MAY_BE_EMPTY):
            continue
        setattr(measure, name, value)
        if name != "owner_user_id":
            old, new = (None if one is None else str(one) for one in (before, value))
            changes.append(FieldChange(field=name, old=old, new=new))
    return changes


def _tick(measure: Measure, actor: Actor, *, done: bool | None) -> list[FieldChange]:
    if done is None or done == (measure.done_at is not None):
        return []
    measure.done_at = now() if done else None
    measure.done_by = actor.id if done else None
    old, new = ("open", "done") if done else ("done", "open")
    return [FieldChange(field="done", old=old, new=new)]


async def _fit_owner(
    session: AsyncSession, incident: Incident, measure: Measure, *, named: OrganisationKind | None
) -> None:
    """Whoever is to do it must see both the incident and the measure."""
    if measure.owner_user_id:
        with session.no_autoflush:
            role = await queries.role_that_sees(session, incident, measure.owner_user_id)
        if role is None:
            raise OwnerCannotSeeIncident
        if named and named is not queries.service_of(role):
            raise ResponsibleElsewhere
        measure.responsible = queries.service_of(role)
    shared = measure.responsible in services_of(incident.sharing)
    if not shared or measure.audience not in READ_BY[measure.responsible]:
        raise MeasureNotSeen

"""Reporting: in one statement, for somebody stands in the corridor with a phone."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Text, Uuid, bindparam, cast, func, insert, literal_column, null, select
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience, OrganisationKind
from bomiljo.access.scopes import SHARING_OF
from bomiljo.features.incidents import alarms, parties
from bomiljo.features.incidents.categories import COMMON_AREA_NAME, KINDS, neutral_note
from bomiljo.features.incidents.inputs import NewIncident
from bomiljo.features.incidents.model import Category, Incident, Severity, Status
from bomiljo.features.incidents.portal_schemas import (
    NewReport,
    OwnReported,
    PlainStatus,
    RingNow,
)
from bomiljo.features.incidents.problems import SiteMissing, UnitUnknown
from bomiljo.features.incidents.schemas import IncidentUnit, OnCall, Reported, shared_with
from bomiljo.features.incidents.timeline import seen
from bomiljo.features.sites.model import Unit
from bomiljo.features.sites.schemas import OnCallView
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.clock import now
from bomiljo.kernel.rows import Prepared

BOUND = (
    Incident.id,
    Incident.district_id,
    Incident.category,
    Incident.severity,
    Incident.title,
    Incident.description,
    Incident.place,
    Incident.occurred_at,
    Incident.reporter_user_id,
    Incident.reporter_resident_id,
    Incident.responsible,
    Incident.sharing,
    Incident.building_note,
)


own_words_shared = Lens[bool](
    Permission.INCIDENTS_REPORT,
    {Audience.DISTRICT: False, Audience.NAV: False, Audience.LANDLORD: True},
)


@dataclass(frozen=True, slots=True)
class Made:
    """What the database added."""

    number: str
    created_at: datetime
    site_id: UUID
    unit: IncidentUnit | None


@lru_cache
def _insertion(*, in_unit: bool) -> Prepared:
    """One statement: find the place, take a number, write the row, say what came of it.

    The unit is read through its row policy, which a foreign key would not ask.
    """
    here = bindparam("site_id", type_=Uuid())
    if in_unit:
        place = select(Unit.site_id, Unit.id.label("unit_id"), Unit.label).where(
            Unit.id == bindparam("unit_id", type_=Uuid()),
            Unit.site_id == func.coalesce(here, Unit.site_id),
        )
    else:
        place = select(
            here.label("site_id"),
            cast(null(), Uuid).label("unit_id"),
            cast(null(), Text).label("label"),
        )
    number = func.nextval(literal_column("'incident_numbers'")).label("number")
    numbered = select(place.subquery(), number).cte("numbered")
    given = {column.key: bindparam(column.key, type_=column.type) for column in BOUND}
    row = select(*given.values(), numbered.c.site_id, numbered.c.unit_id, numbered.c.number)
    made = insert(Incident).from_select(
        [*given, "site_id", "unit_id", "number"], row, include_defaults=False
    )
    columns = (numbered.c.number, numbered.c.site_id, numbered.c.unit_id, numbered.c.label)
    return Prepared.of(select(*columns, func.now().label("created_at")).add_cte(made.cte("made")))


async def _insert(
    session: AsyncSession, unit_id: UUID | None, site_id: UUID | None, **values: Any
) -> Made:
    if site_id is None and unit_id is None:
        raise SiteMissing
    place: dict[str, Any] = {"site_id": site_id}
    if unit_id:
        place["unit_id"] = unit_id
    row = await _insertion(in_unit=unit_id is not None).row(session, values | place)
    if row is None:
        raise UnitUnknown
    unit = IncidentUnit(id=row["unit_id"], label=row["label"]) if row["unit_id"] else None
    return Made(f"H-{row['number']}", row["created_at"], row["site_id"], unit)


def _landlords_part(actor: Actor, new: NewIncident) -> str | None:
    """A neutral sentence in a matter of the building; the landlord's own words when they report."""
    if own_words_shared(actor):
        return "\n".join(filter(None, (new.title, new.place, new.description)))
    return neutral_note(new.category, in_unit=new.unit_id is not None)


async def report(session: AsyncSession, actor: Actor, new: NewIncident) -> Reported:
    """Category and title make an incident; matters of the building reach the landlord at once."""
    kind, record = KINDS[new.category], uuid7()
    severity = new.severity or kind.severity
    landlords_part = _landlords_part(actor, new)
    sharing = SHARING_OF[actor.audience] | bool(landlords_part)
    made = await _insert(
        session,
        new.unit_id,
        new.site_id or actor.only_site,
        id=record,
        district_id=actor.district_id,
        category=new.category,
        severity=severity,
        title=new.title,
        description=new.description,
        place=new.place,
        occurred_at=new.occurred_at or now(),
        reporter_user_id=actor.id,
        reporter_resident_id=None,
        responsible=kind.responsible,
        sharing=sharing,
        building_note=landlords_part,
    )
    for party in new.parties:
        await parties.put(session, actor, record, party)
    ring = await _ring(session, actor, record, made.site_id, severity, sharing)
    return Reported(
        id=record,
        number=made.number,
        site_id=made.site_id,
        category=new.category,
        severity=severity,
        status=Status.NEW,
        title=new.title,
        unit=made.unit,
        responsible=kind.responsible,
        shared_with=shared_with(sharing),
        created_at=made.created_at,
        version=1,
        on_call=ring,
    )


async def report_own(session: AsyncSession, actor: Actor, new: NewReport) -> OwnReported:
    """A resident's report; what they write stays with the district and those it is shared with."""
    category, record = Category(new.category.value), uuid7()
    kind = KINDS[category]
    severity = Severity.ACUTE if new.danger else kind.severity
    home = await session.execute(
        select(Tenancy.unit_id, Tenancy.site_id)
        .where(Tenancy.period.contains(func.current_date()))
        .limit(1)
    )
    unit_id, site_id = home.one_or_none() or (None, None)
    if new.place == "common_area":
        unit_id = None
    landlords_part = neutral_note(category, in_unit=unit_id is not None)
    title = new.title or kind.title
    made = await _insert(
        session,
        unit_id,
        site_id or actor.only_site,
        id=record,
        district_id=actor.district_id,
        category=category,
        severity=severity,
        title=title,
        description=new.description,
        place=None if unit_id else COMMON_AREA_NAME,
        occurred_at=now(),
        reporter_user_id=None,
        reporter_resident_id=actor.id,
        responsible=kind.responsible,
        sharing=int(landlords_part is not None),
        building_note=landlords_part,
    )
    sharing = int(landlords_part is not None)
    ring = await _ring(session, actor, record, made.site_id, severity, sharing)
    return OwnReported(
        id=record,
        number=made.number,
        category=category,
        title=title,
        status=PlainStatus.RECEIVED,
        created_at=made.created_at,
        on_call=[
            RingNow(
                responsible=OrganisationKind(one.responsible),
                name=one.name,
                phone=one.phone,
                now=one.now,
            )
            for one in ring
        ],
    )


async def _ring(
    session: AsyncSession,
    actor: Actor,
    incident_id: UUID,
    site_id: UUID,
    severity: Severity,
    sharing: int,
) -> list[OnCallView]:
    if severity is not Severity.ACUTE:
        return []
    await alarms.raise_alarm(session, actor, incident_id, site_id, sharing)
    return await alarms.whom_to_ring(session, site_id)


async def on_call(session: AsyncSession, incident_id: UUID) -> OnCall:
    incident = await seen(session, incident_id)
    return OnCall(items=await alarms.whom_to_ring(session, incident.site_id))

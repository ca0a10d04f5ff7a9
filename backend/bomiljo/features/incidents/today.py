"""What incidents tell the page I dag."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience, OrganisationKind
from bomiljo.features.incidents.model import Incident, Measure, Severity, Status
from bomiljo.features.sites.model import Unit
from bomiljo.kernel.clock import today
from bomiljo.kernel.lines import LineView, Link, Place

MOST = 20

told = Lens[Any](
    Permission.INCIDENTS_READ,
    {
        Audience.DISTRICT: Incident.title,
        Audience.NAV: Incident.title,
        Audience.LANDLORD: Incident.building_note,
    },
)
own_part = Lens[OrganisationKind](
    Permission.INCIDENTS_READ,
    {
        Audience.DISTRICT: OrganisationKind.DISTRICT,
        Audience.NAV: OrganisationKind.NAV,
        Audience.LANDLORD: OrganisationKind.LANDLORD,
    },
)


def _open(actor: Actor) -> Select[Any]:
    return (
        select(
            Incident.id,
            Incident.number,
            Incident.category,
            Incident.severity,
            Incident.created_at,
            Incident.due_on,
            told(actor).label("title"),
            Unit.label,
        )
        .outerjoin(Unit, Unit.id == Incident.unit_id)
        .where(
            Incident.district_id == actor.district_id,
            Incident.closed_at.is_(None),
            Incident.status != Status.RESOLVED,
        )
        .limit(MOST)
    )


def _line(kind: str, row: Any) -> LineView:
    return LineView(
        kind=kind,
        about={"number": f"H-{row.number}", "category": row.category, "unit": row.label or ""},
        title=row.title,
        at=row.created_at,
        day=row.due_on,
        severity=row.severity.value,
        overdue=row.due_on is not None and row.due_on < today(),
        link=Link(to=Place.INCIDENT, id=row.id),
    )


async def acute(session: AsyncSession, actor: Actor) -> list[LineView]:
    statement = _open(actor).where(Incident.severity.in_((Severity.ACUTE, Severity.SERIOUS)))
    found = await session.execute(statement.order_by(Incident.severity, Incident.created_at))
    return [_line("incident.acute", row) for row in found]


async def mine(session: AsyncSession, actor: Actor) -> list[LineView]:
    """What is mine, and what is new with my organisation and nobody's yet."""
    unowned = (Incident.assigned_to.is_(None)) & (Incident.responsible == own_part(actor))
    statement = _open(actor).where(or_(Incident.assigned_to == actor.id, unowned))
    found = await session.execute(
        statement.add_columns((Incident.assigned_to == actor.id).label("is_mine")).order_by(
            Incident.due_on.nulls_last(), Incident.created_at
        )
    )
    return [_line("incident.mine" if row.is_mine else "incident.unowned", row) for row in found]


async def measures(session: AsyncSession, actor: Actor) -> list[LineView]:
    """My measures, and my organisation's without an owner, that are due within a week."""
    found = await session.execute(
        select(Measure.what, Measure.due_on, Measure.responsible, Incident.id, Incident.number)
        .join(Incident, Incident.id == Measure.incident_id)
        .where(
            Measure.district_id == actor.district_id,
            Measure.done_at.is_(None),
            Measure.due_on <= today() + timedelta(days=7),
            or_(
                Measure.owner_user_id == actor.id,
                Measure.owner_user_id.is_(None) & (Measure.responsible == own_part(actor)),
            ),
        )
        .order_by(Measure.due_on)
        .limit(MOST)
    )
    return [
        LineView(
            kind="measure.due",
            about={"number": f"H-{row.number}"},
            title=row.what,
            at=None,
            day=row.due_on,
            severity=None,
            overdue=row.due_on < today(),
            link=Link(to=Place.INCIDENT, id=row.id),
        )
        for row in found
    ]

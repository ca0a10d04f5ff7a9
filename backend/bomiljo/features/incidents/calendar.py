"""The days by which something agreed is to be done."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.incidents.model import Incident, Measure
from bomiljo.kernel.calendar import Certainty, Happening, Span
from bomiljo.kernel.lines import Link, Place

NEUTRAL = "Frist"
MOST = 500


async def happenings(session: AsyncSession, actor: Actor, span: Span) -> list[Happening]:
    found = await session.execute(
        select(
            Measure.id,
            Measure.what,
            Measure.due_on,
            Measure.done_at,
            Measure.version,
            Measure.created_at,
            Incident.site_id,
            Incident.id.label("incident_id"),
            func.coalesce(Measure.owner_user_id == actor.id, False).label("mine"),
        )
        .join(Incident, Incident.id == Measure.incident_id)
        .where(
            Measure.district_id == actor.district_id,
            Measure.due_on.between(span.first, span.last),
            Incident.site_id.in_(span.sites),
        )
        .order_by(Measure.due_on, Measure.id)
        .limit(MOST)
    )
    return [
        Happening(
            room="incidents",
            id=row.id,
            site_id=row.site_id,
            title=row.what,
            neutral=NEUTRAL,
            begins=row.due_on,
            ends=None,
            place=None,
            certainty=Certainty.CONFIRMED,
            state="done" if row.done_at else "due",
            sequence=row.version - 1,
            changed_at=row.done_at or row.created_at,
            mine=row.mine,
            link=Link(to=Place.INCIDENT, id=row.incident_id),
        )
        for row in found
    ]

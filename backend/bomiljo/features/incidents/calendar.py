"""The days by which something agreed is to be done."""

from functools import lru_cache

from sqlalchemy import Uuid, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.incidents.model import Incident, Measure
from bomiljo.kernel.calendar import FIRST, LAST, Certainty, Happening, Span, at_sites
from bomiljo.kernel.lines import Link, Place
from bomiljo.kernel.listing import given
from bomiljo.kernel.rows import Prepared

NEUTRAL = "Frist"
MOST = 500


@lru_cache
def _due() -> Prepared:
    mine = func.coalesce(Measure.owner_user_id == func.actor(type_=Uuid()), literal_column("false"))
    return Prepared.of(
        select(
            Measure.id,
            Measure.what,
            Measure.due_on,
            Measure.done_at,
            Measure.version,
            Measure.created_at,
            Incident.site_id,
            Incident.id.label("incident_id"),
            mine.label("mine"),
        )
        .join(Incident, Incident.id == Measure.incident_id)
        .where(
            given(Measure.district_id, "district_id"),
            Measure.due_on.between(FIRST, LAST),
            at_sites(Incident.site_id),
        )
        .order_by(Measure.due_on, Measure.id)
        .limit(literal_column(str(MOST)))
    )


async def happenings(session: AsyncSession, actor: Actor, span: Span) -> list[Happening]:
    values = span.bounds | {"district_id": actor.district_id}
    return [
        Happening(
            room="incidents",
            id=row["id"],
            site_id=row["site_id"],
            title=row["what"],
            neutral=NEUTRAL,
            begins=row["due_on"],
            ends=None,
            place=None,
            certainty=Certainty.CONFIRMED,
            state="done" if row["done_at"] else "due",
            sequence=row["version"] - 1,
            changed_at=row["done_at"] or row["created_at"],
            mine=row["mine"],
            link=Link(to=Place.INCIDENT, id=row["incident_id"]),
        )
        for row in await _due().rows(session, values)
    ]

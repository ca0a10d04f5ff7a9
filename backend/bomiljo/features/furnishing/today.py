"""What furnishing tells the page I dag: flats that somebody is about to move into, not ready."""

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing.model import Checklist
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.clock import today
from bomiljo.kernel.lines import LineView, Link, Place

AHEAD = timedelta(days=14)
MOST = 20


async def not_ready(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Named by the flat alone; who moves in stands with the tenancies."""
    day = func.lower(Tenancy.period)
    found = await session.execute(
        select(Unit.id, Unit.label, day.label("day"))
        .join(Tenancy, Tenancy.unit_id == Unit.id)
        .outerjoin(Checklist, (Checklist.unit_id == Unit.id) & (Checklist.replaced_at.is_(None)))
        .where(
            Tenancy.district_id == actor.district_id,
            Tenancy.moved_in_at.is_(None),
            day <= today() + AHEAD,
            func.coalesce(func.upper(Tenancy.period) > func.current_date(), True),
            Checklist.ready_at.is_(None),
        )
        .order_by(day, Unit.label)
        .limit(MOST)
    )
    return [
        LineView(
            kind="furnishing.not_ready",
            about={"unit": row.label},
            title=None,
            at=None,
            day=row.day,
            severity=None,
            overdue=row.day < today(),
            link=Link(to=Place.UNIT, id=row.id),
        )
        for row in found
    ]

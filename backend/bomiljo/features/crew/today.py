"""What the crew's room tells the page I dag: weeks whose names have served their purpose."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.crew.model import CrewWeek
from bomiljo.kernel.clock import today
from bomiljo.kernel.lines import LineView, Link, Place

PAPERS_DONE = timedelta(days=30)
MOST = 20


async def to_erase(session: AsyncSession, actor: Actor) -> list[LineView]:
    """A month after the last day, when attests and hours are handed out (GDPR Art. 5(1)(e))."""
    found = await session.scalars(
        select(CrewWeek)
        .where(
            CrewWeek.district_id == actor.district_id,
            CrewWeek.last_day <= today() - PAPERS_DONE,
        )
        .order_by(CrewWeek.last_day, CrewWeek.id)
        .limit(MOST)
    )
    return [
        LineView(
            kind="crew.erase",
            about={},
            title=week.name,
            at=None,
            day=week.last_day,
            severity=None,
            overdue=False,
            link=Link(to=Place.CREW_WEEK, id=week.id),
        )
        for week in found
    ]

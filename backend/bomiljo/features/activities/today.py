"""What activities tell the page I dag."""

from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.activities.model import COMING, Activity
from bomiljo.kernel.clock import now, today
from bomiljo.kernel.lines import LineView, Link, Place

MOST = 20


async def today_here(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Today's activities, and mine that are over and not marked as done."""
    mine = Activity.responsible_user_id == actor.id
    found = await session.execute(
        select(
            Activity.id,
            Activity.title,
            Activity.day,
            Activity.starts_at,
            Activity.ends_at,
            Activity.status,
            Activity.taken,
            Activity.waiting,
            Activity.capacity,
            func.coalesce(mine, False).label("is_mine"),
        )
        .where(
            Activity.district_id == actor.district_id,
            Activity.status.in_(COMING),
            or_(Activity.day == today(), (Activity.day < today()) & mine),
        )
        .order_by(Activity.stands_at, Activity.id)
        .limit(MOST)
    )
    return [_line(row) for row in found]


def _line(row: Any) -> LineView:
    over = row.day < today() or (row.ends_at is not None and row.ends_at < now())
    if over and row.is_mine:
        kind = "activity.unfinished"
    else:
        kind = "activity.mine" if row.is_mine else "activity.today"
    return LineView(
        kind=kind,
        about={
            "activity": row.status,
            "taken": str(row.taken),
            "waiting": str(row.waiting) if row.waiting else "",
        },
        title=row.title,
        at=row.starts_at,
        day=None if row.starts_at else row.day,
        severity=None,
        overdue=over and row.is_mine,
        link=Link(to=Place.ACTIVITY, id=row.id),
    )

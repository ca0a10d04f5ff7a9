"""What activities tell the global search: the nearest days first, the past after what comes."""

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.activities.model import Activity
from bomiljo.kernel.clock import today
from bomiljo.kernel.lines import HitView, Link, Place

MOST = 8


async def activities(session: AsyncSession, actor: Actor, words: list[str]) -> list[HitView]:
    text = func.lower(func.concat_ws(" ", Activity.title, Activity.place))
    found = await session.execute(
        select(Activity.id, Activity.title, Activity.day)
        .where(
            Activity.district_id == actor.district_id,
            Activity.title.is_not(None),
            and_(*(text.contains(word, autoescape=True) for word in words)),
        )
        .order_by(
            func.coalesce(Activity.day < today(), False),
            func.abs(func.coalesce(Activity.day, today()) - today()),
            Activity.id,
        )
        .limit(MOST)
    )
    return [
        HitView(
            title=row.title,
            detail=row.day.strftime("%d.%m.%Y") if row.day else None,
            link=Link(to=Place.ACTIVITY, id=row.id),
        )
        for row in found
    ]

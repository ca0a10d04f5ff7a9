"""What units tell the global search."""

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.sites.model import Site, Unit
from bomiljo.kernel.lines import HitView, Link, Place

MOST = 8


async def units(session: AsyncSession, actor: Actor, words: list[str]) -> list[HitView]:
    def starts(word: str) -> ColumnElement[bool]:
        return or_(
            func.lower(Unit.label).startswith(word, autoescape=True),
            func.lower(Unit.dwelling_number).startswith(word, autoescape=True),
            func.lower(Site.name).contains(word, autoescape=True),
        )

    found = await session.execute(
        select(Unit.id, Unit.label, Site.name)
        .join(Site, Site.id == Unit.site_id)
        .where(Unit.district_id == actor.district_id, and_(*(starts(word) for word in words)))
        .order_by(Unit.label)
        .limit(MOST)
    )
    return [
        HitView(title=row.label, detail=row.name, link=Link(to=Place.UNIT, id=row.id))
        for row in found
    ]

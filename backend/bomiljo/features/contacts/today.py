"""What the map of who answers what tells the page I dag."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.contacts.map_queries import gap_count
from bomiljo.features.sites.model import Site
from bomiljo.kernel.lines import LineView, Link, Place


async def gaps(session: AsyncSession, actor: Actor) -> list[LineView]:
    """One line for each site where residents would find nobody."""
    found = await session.execute(
        select(Site.id, Site.name, gap_count().label("gaps"))
        .where(Site.id.in_(actor.sites))
        .order_by(Site.name)
    )
    return [
        LineView(
            kind="contacts.gaps",
            about={"count": str(row.gaps), "site": row.name},
            title=None,
            at=None,
            day=None,
            severity=None,
            overdue=False,
            link=Link(to=Place.RESPONSIBILITIES, id=row.id),
        )
        for row in found
        if row.gaps
    ]

"""What the directory tells the global search."""

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.contacts.columns import TODAY
from bomiljo.features.contacts.queries import ONE, UNTIL
from bomiljo.kernel.lines import HitView, Link, Place

MOST = 8


async def contacts(session: AsyncSession, actor: Actor, words: list[str]) -> list[HitView]:
    told = func.sort_key(
        func.concat_ws(
            " ", ONE.name, ONE.contact.title, ONE.contact.helps_with, ONE.organisation_name
        )
    )
    matches = (func.strpos(told, func.sort_key(word)) > 0 for word in words)
    statement = ONE.join_names(
        select(
            ONE.contact.id,
            ONE.name.label("name"),
            func.concat_ws(" · ", ONE.contact.title, ONE.organisation_name).label("detail"),
        ).select_from(ONE.contact)
    )
    found = await session.execute(
        statement.where(
            ONE.contact.district_id == actor.district_id,
            or_(UNTIL.is_(None), UNTIL > TODAY),
            and_(*matches),
        )
        .order_by(func.sort_key(ONE.name), ONE.contact.id)
        .limit(MOST)
    )
    return [
        HitView(title=row.name, detail=row.detail or None, link=Link(to=Place.CONTACT, id=row.id))
        for row in found
    ]

"""What residents tell the global search; hits are logged like any other look at a person."""

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.residents.model import Resident
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.lines import HitView, Link, Place

MOST = 8


async def residents(session: AsyncSession, actor: Actor, words: list[str]) -> list[HitView]:
    names = func.concat_ws(
        " ",
        Resident.given_name,
        Resident.family_name,
        Resident.preferred_name,
        Resident.native_name,
    )
    matches = (func.strpos(func.sort_key(names), func.sort_key(word)) > 0 for word in words)
    found = (
        await session.execute(
            select(
                Resident.id,
                func.concat_ws(" ", Resident.given_name, Resident.family_name).label("name"),
                Resident.status,
            )
            .where(Resident.district_id == actor.district_id, and_(*matches))
            .order_by(Resident.sort_name, Resident.id)
            .limit(MOST)
        )
    ).all()
    if found:
        ids = [row.id for row in found]
        await disclose(session, "search", ids, ids)
    return [
        HitView(title=row.name, detail=row.status, link=Link(to=Place.RESIDENT, id=row.id))
        for row in found
    ]

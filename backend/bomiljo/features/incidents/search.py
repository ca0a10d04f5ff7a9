"""What incidents tell the global search."""

import re
from typing import Any

from sqlalchemy import and_, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience
from bomiljo.features.incidents.model import Incident
from bomiljo.features.sites.model import Unit
from bomiljo.kernel.lines import HitView, Link, Place

MOST = 8
NUMBER = re.compile(r"(?:h-?)?([0-9]{3,12})", re.IGNORECASE)

searched = Lens[Any](
    Permission.INCIDENTS_READ,
    {
        Audience.DISTRICT: Incident.title,
        Audience.NAV: Incident.title,
        Audience.LANDLORD: Incident.building_note,
    },
)


async def incidents(session: AsyncSession, actor: Actor, words: list[str]) -> list[HitView]:
    text = searched(actor)
    number = NUMBER.fullmatch("".join(words))
    every_word = and_(*(func.lower(text).contains(word, autoescape=True) for word in words))
    found = await session.execute(
        select(Incident.id, Incident.number, Incident.created_at, text.label("text"), Unit.label)
        .outerjoin(Unit, Unit.id == Incident.unit_id)
        .where(
            Incident.district_id == actor.district_id,
            or_(every_word, Incident.number == int(number[1]) if number else false()),
        )
        .order_by(Incident.created_at.desc())
        .limit(MOST)
    )
    return [
        HitView(
            title=f"H-{row.number} {row.text}",
            detail=row.label,
            link=Link(to=Place.INCIDENT, id=row.id),
        )
        for row in found
    ]

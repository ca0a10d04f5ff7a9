"""When lorries come to the house."""

from functools import lru_cache
from typing import Any

from sqlalchemy import func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing.model import DeliveryWindow, FurnitureOrder
from bomiljo.kernel.calendar import FIRST, LAST, Certainty, Happening, Span, at_sites
from bomiljo.kernel.clock import OSLO
from bomiljo.kernel.lines import Link, Place
from bomiljo.kernel.listing import given
from bomiljo.kernel.rows import Prepared

W = DeliveryWindow
NEUTRAL = "Levering"
MOST = 500


@lru_cache
def _deliveries() -> Prepared:
    zone: Any = literal_column(f"'{OSLO.key}'")
    return Prepared.of(
        select(
            W.id,
            W.site_id,
            FurnitureOrder.supplier,
            func.timezone(zone, W.day + W.from_time).label("begins"),
            func.timezone(zone, W.day + W.to_time).label("ends"),
            W.version,
            W.set_at,
            W.order_id,
        )
        .join(FurnitureOrder, FurnitureOrder.id == W.order_id)
        .where(given(W.district_id, "district_id"), at_sites(W.site_id), W.day.between(FIRST, LAST))
        .order_by(W.day, W.from_time)
        .limit(literal_column(str(MOST)))
    )


async def happenings(session: AsyncSession, actor: Actor, span: Span) -> list[Happening]:
    values = span.bounds | {"district_id": actor.district_id}
    return [_happening(row) for row in await _deliveries().rows(session, values)]


def _happening(row: Any) -> Happening:
    return Happening(
        room="furnishing",
        id=row["id"],
        site_id=row["site_id"],
        title=row["supplier"] or "",
        neutral=NEUTRAL,
        begins=row["begins"],
        ends=row["ends"],
        place=None,
        certainty=Certainty.CONFIRMED,
        state="delivery",
        sequence=row["version"] - 1,
        changed_at=row["set_at"],
        mine=False,
        link=Link(to=Place.ORDER, id=row["order_id"]),
    )

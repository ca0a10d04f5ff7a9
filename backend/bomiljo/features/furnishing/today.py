"""What furnishing tells the page I dag: flats not ready in time, and lorries that come."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing.model import Checklist, DeliveryWindow, FurnitureOrder
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.clock import OSLO, now, today
from bomiljo.kernel.lines import LineView, Link, Place

AHEAD = timedelta(days=14)
TOMORROW = timedelta(days=1)
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


async def deliveries(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Lorries today and tomorrow, for those who receive what they bring."""
    found = await session.execute(
        select(DeliveryWindow, FurnitureOrder.supplier)
        .join(FurnitureOrder, FurnitureOrder.id == DeliveryWindow.order_id)
        .where(
            DeliveryWindow.district_id == actor.district_id,
            DeliveryWindow.day.between(today(), today() + TOMORROW),
        )
        .order_by(DeliveryWindow.day, DeliveryWindow.from_time)
        .limit(MOST)
    )
    return [_delivery(window, supplier) for window, supplier in found]


def _delivery(window: DeliveryWindow, supplier: str | None) -> LineView:
    begins = datetime.combine(window.day, window.from_time, OSLO)
    ends = datetime.combine(window.day, window.to_time, OSLO)
    return LineView(
        kind="furnishing.delivery",
        about={"from": f"{window.from_time:%H.%M}", "until": f"{window.to_time:%H.%M}"},
        title=supplier,
        at=begins,
        day=window.day,
        severity=None,
        overdue=ends < now(),
        link=Link(to=Place.ORDER, id=window.order_id),
    )

"""When the lorry comes: the site's days are asked before a time is promised."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.days import dates
from bomiljo.features.days.model import SchoolBreak
from bomiljo.features.furnishing.fitting import AHEAD, Busy, Lorry, Yard
from bomiljo.features.furnishing.inputs import AskWindow, SetWindow
from bomiljo.features.furnishing.model import DeliveryWindow, FurnitureOrder, FurnitureOrderLine
from bomiljo.features.furnishing.order_schemas import (
    Advice,
    ObstacleKind,
)
from bomiljo.features.furnishing.problems import (
    DayOfRest,
    DeliveryInThePast,
    EverythingDelivered,
    NeighbourBusy,
    OtherDelivery,
    QuietHours,
    WindowEndsFirst,
)
from bomiljo.features.sites.model import BusyHours, SiteNeighbour
from bomiljo.kernel.clock import OSLO, now
from bomiljo.kernel.problems import NotFound, Problem

REFUSED: dict[ObstacleKind, type[Problem]] = {
    ObstacleKind.PAST: DeliveryInThePast,
    ObstacleKind.DAY_OF_REST: DayOfRest,
    ObstacleKind.QUIET: QuietHours,
    ObstacleKind.DELIVERY: OtherDelivery,
    ObstacleKind.NEIGHBOUR: NeighbourBusy,
}
EVES_OF_REST = frozenset({"christmas_eve", "easter_eve", "whitsun_eve"})


async def advise(session: AsyncSession, order_id: UUID, asked: AskWindow) -> Advice:
    order = await session.get(FurnitureOrder, order_id)
    if order is None:
        raise NotFound
    return await _advice(session, order, _lorry(asked))


def _lorry(given: AskWindow) -> Lorry:
    if given.to_time <= given.from_time:
        raise WindowEndsFirst
    return Lorry.on(given.day, given.from_time, given.to_time)


async def _advice(session: AsyncSession, order: FurnitureOrder, lorry: Lorry) -> Advice:
    yard = await _yard(session, order, lorry)
    obstacles = yard.obstacles(lorry)
    return Advice(obstacles=obstacles, better_slots=yard.better(lorry) if obstacles else [])


async def set_window(session: AsyncSession, actor: Actor, order_id: UUID, given: SetWindow) -> None:
    """Only a neighbour's wish can be set aside, and the reason stays with the delivery."""
    order = await _held(session, order_id)
    order.expect(given.version)
    if await _everything_came(session, order_id):
        raise EverythingDelivered
    advice = await _advice(session, order, _lorry(given))
    for one in advice.obstacles:
        if one.kind is not ObstacleKind.NEIGHBOUR or given.reason is None:
            raise REFUSED[one.kind](**advice.model_dump())
    window = await _window(session, order_id) or DeliveryWindow(
        district_id=order.district_id, site_id=order.site_id, order_id=order.id
    )
    window.day, window.from_time, window.to_time = given.day, given.from_time, given.to_time
    window.supplier_note = given.supplier_note
    window.reason = given.reason if advice.obstacles else None
    window.set_by, window.set_at = actor.id, now()
    window.version = (window.version or 0) + 1
    session.add(window)
    await session.flush()


async def take_back(session: AsyncSession, order_id: UUID) -> None:
    order = await _held(session, order_id)
    window = await _window(session, order_id)
    if window is None:
        raise NotFound
    order.version += 1
    await session.delete(window)
    await session.flush()


async def _held(session: AsyncSession, order_id: UUID) -> FurnitureOrder:
    order = await session.get(FurnitureOrder, order_id, with_for_update=True)
    if order is None:
        raise NotFound
    return order


async def _window(session: AsyncSession, order_id: UUID) -> DeliveryWindow | None:
    found: DeliveryWindow | None = await session.scalar(
        select(DeliveryWindow).where(DeliveryWindow.order_id == order_id)
    )
    return found


async def _everything_came(session: AsyncSession, order_id: UUID) -> bool:
    line = FurnitureOrderLine
    missing = select(func.sum(line.quantity - line.delivered)).where(line.order_id == order_id)
    return await session.scalar(missing) == 0


async def _yard(session: AsyncSession, order: FurnitureOrder, lorry: Lorry) -> Yard:
    here = datetime.now(OSLO).replace(tzinfo=None)
    first = max(here.date(), lorry.day - AHEAD)
    last = max(lorry.day, here.date()) + AHEAD
    known = (await session.scalars(select(SchoolBreak))).all()
    marks = [*dates.official(first, last)]
    return Yard(
        now=here,
        busy=await _busy(session, order),
        lorries=await _lorries(session, order),
        school_days=frozenset(dates.school_days(known, first, last)),
        holidays=frozenset(one.first for one in marks if one.kind is dates.MarkKind.HOLIDAY),
        eves=frozenset(one.first for one in marks if one.code in EVES_OF_REST),
    )


async def _busy(session: AsyncSession, order: FurnitureOrder) -> list[Busy]:
    found = await session.execute(
        select(BusyHours, SiteNeighbour.name)
        .join(SiteNeighbour, SiteNeighbour.id == BusyHours.neighbour_id)
        .where(BusyHours.site_id == order.site_id)
        .order_by(BusyHours.from_time, SiteNeighbour.name, BusyHours.id)
    )
    return [Busy(name, hours) for hours, name in found]


async def _lorries(session: AsyncSession, order: FurnitureOrder) -> list[tuple[str | None, Lorry]]:
    """Those that come with other orders, today and later."""
    found = await session.execute(
        select(DeliveryWindow, FurnitureOrder.supplier)
        .join(FurnitureOrder, FurnitureOrder.id == DeliveryWindow.order_id)
        .where(
            DeliveryWindow.site_id == order.site_id,
            DeliveryWindow.order_id != order.id,
            DeliveryWindow.day >= datetime.now(OSLO).date(),
        )
        .order_by(DeliveryWindow.day, DeliveryWindow.from_time)
    )
    return [(supplier, Lorry.on(one.day, one.from_time, one.to_time)) for one, supplier in found]

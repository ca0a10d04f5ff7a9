"""One joint order per supplier: what the lists need, less what is in stock; and its arrival."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing import order_queries
from bomiljo.features.furnishing.inputs import Arrived, NewOrders, PutStock
from bomiljo.features.furnishing.model import (
    ChecklistLine,
    FurnitureOrder,
    FurnitureOrderLine,
    StockItem,
)
from bomiljo.features.furnishing.order_schemas import Ordered
from bomiljo.features.furnishing.problems import (
    DeliverySiteUnknown,
    MoreArrivedThanOrdered,
    NothingToOrder,
    OrderLineUnknown,
)
from bomiljo.features.sites.model import Site
from bomiljo.kernel.clock import now
from bomiljo.kernel.problems import NotFound


async def put_stock(session: AsyncSession, actor: Actor, given: PutStock) -> None:
    site = await _site(session, given.site_id)
    statement = insert(StockItem).values(
        district_id=actor.district_id, site_id=site, item=given.item, quantity=given.quantity
    )
    await session.execute(
        statement.on_conflict_do_update(
            constraint="uq_furnishing_stock_site_id_item",
            set_={"quantity": statement.excluded.quantity},
        )
    )


async def _site(session: AsyncSession, site_id: UUID) -> UUID:
    site = await session.get(Site, site_id)
    if site is None:
        raise DeliverySiteUnknown
    return site.id


async def order(session: AsyncSession, actor: Actor, new: NewOrders) -> Ordered:
    """Everything that the site's lists need and nobody has ordered; stock is used first."""
    site = await _site(session, new.site_id)
    waiting = await order_queries.unordered_lines(session, site)
    if not waiting:
        raise NothingToOrder
    stock = await _stock(session, site)
    orders: dict[str | None, FurnitureOrder] = {}
    for (supplier, item), lines in _by_article(waiting).items():
        wanted = sum(line.to_get for line in lines)
        from_stock = _use(stock.get(item), wanted)
        for line in lines:
            line.ordered_at, line.ordered_by = now(), actor.id
        if from_stock == wanted:
            _arrive(lines, from_stock, actor)
            continue
        if supplier not in orders:
            orders[supplier] = _order(actor, site, supplier)
            session.add(orders[supplier])
            await session.flush()
        ordered = _order_line(orders[supplier], item, wanted - from_stock, from_stock)
        session.add(ordered)
        await session.flush()
        for line in lines:
            line.order_line_id = ordered.id
        _arrive(lines, from_stock, actor)
    await session.flush()
    return Ordered(order_ids=[one.id for one in orders.values()])


def _by_article(
    lines: Sequence[ChecklistLine],
) -> dict[tuple[str | None, str], list[ChecklistLine]]:
    """Lines of one article in the order of their units; the first line names its supplier."""
    supplier: dict[str, str | None] = {}
    found: dict[tuple[str | None, str], list[ChecklistLine]] = defaultdict(list)
    for line in lines:
        found[supplier.setdefault(line.item, line.supplier), line.item].append(line)
    return found


async def _stock(session: AsyncSession, site_id: UUID) -> dict[str, StockItem]:
    found = await session.scalars(
        select(StockItem).where(StockItem.site_id == site_id).with_for_update()
    )
    return {one.item: one for one in found}


def _use(stock: StockItem | None, wanted: int) -> int:
    used = min(stock.quantity, wanted) if stock else 0
    if stock:
        stock.quantity -= used
    return used


def _order(actor: Actor, site_id: UUID, supplier: str | None) -> FurnitureOrder:
    return FurnitureOrder(
        district_id=actor.district_id, site_id=site_id, supplier=supplier, ordered_by=actor.id
    )


def _order_line(
    order: FurnitureOrder, item: str, quantity: int, from_stock: int
) -> FurnitureOrderLine:
    return FurnitureOrderLine(
        district_id=order.district_id,
        site_id=order.site_id,
        order_id=order.id,
        item=item,
        quantity=quantity,
        from_stock=from_stock,
    )


def _arrive(lines: Sequence[ChecklistLine], pieces: int, actor: Actor) -> None:
    """Whole lines get their pieces in the order of the units."""
    left = pieces
    for line in lines:
        left -= line.to_get
        if left < 0:
            return
        if line.delivered_at is None:
            line.delivered_at, line.delivered_by = now(), actor.id


async def receive(session: AsyncSession, actor: Actor, order_id: UUID, given: Arrived) -> None:
    """How many of each have come so far; the units get theirs as far as it goes."""
    found = await session.get(FurnitureOrder, order_id, with_for_update=True)
    if found is None:
        raise NotFound
    found.expect(given.version)
    ordered = {
        line.id: line
        for line in await session.scalars(
            select(FurnitureOrderLine).where(FurnitureOrderLine.order_id == order_id)
        )
    }
    for one in given.lines:
        line = ordered.get(one.order_line_id)
        if line is None:
            raise OrderLineUnknown
        if one.delivered > line.quantity:
            raise MoreArrivedThanOrdered
        line.delivered = one.delivered
        units = await order_queries.lines_of(session, line.id)
        _arrive(units, line.delivered + line.from_stock, actor)
    await session.flush()

"""What the lists of a site need, what is ordered, what is missing, and who has the same."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, and_, case, cast, func, literal_column, null, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing.columns import DELIVERED, NEEDED, ORDERED, L
from bomiljo.features.furnishing.model import (
    Checklist,
    ChecklistLine,
    DeliveryWindow,
    FurnitureOrder,
    FurnitureOrderLine,
    StockItem,
)
from bomiljo.features.furnishing.order_schemas import (
    DeliveryWindowView,
    Needs,
    NeedView,
    OrderLineView,
    OrderState,
    OrderView,
    ShortageView,
)
from bomiljo.features.identity.model import User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.sites.model import Site, Unit
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, own_columns, rows_as_json

PRESENT = and_(Checklist.id == L.checklist_id, Checklist.replaced_at.is_(None))
UNORDERED = and_(NEEDED, L.to_get > 0, ~ORDERED)
OL = FurnitureOrderLine
W = DeliveryWindow


async def unordered_lines(session: AsyncSession, site_id: UUID) -> Sequence[ChecklistLine]:
    """What nobody has ordered yet, in the order of the paper and the units, locked."""
    found = await session.scalars(
        select(L)
        .join(Checklist, PRESENT)
        .join(Unit, Unit.id == Checklist.unit_id)
        .where(L.site_id == site_id, UNORDERED)
        .order_by(L.position, L.item, Unit.label)
        .with_for_update(of=L)
    )
    return found.all()


async def lines_of(session: AsyncSession, order_line_id: UUID) -> Sequence[ChecklistLine]:
    found = await session.scalars(
        select(L)
        .join(Checklist, Checklist.id == L.checklist_id)
        .join(Unit, Unit.id == Checklist.unit_id)
        .where(L.order_line_id == order_line_id)
        .order_by(Unit.label)
        .with_for_update(of=L)
    )
    return found.all()


async def needs(session: AsyncSession, actor: Actor, site_id: UUID) -> Needs:
    """Package times units less stock, article by article."""
    stock = func.coalesce(
        select(StockItem.quantity)
        .where(StockItem.site_id == site_id, StockItem.item == L.item)
        .correlate(L)
        .scalar_subquery(),
        0,
    )
    found = await session.execute(
        select(
            L.item,
            func.min(L.room).label("room"),
            func.min(L.supplier).label("supplier"),
            func.count().label("units"),
            cast(func.sum(L.to_get), Integer).label("needed"),
            stock.label("stock"),
        )
        .join(Checklist, PRESENT)
        .where(L.district_id == actor.district_id, L.site_id == site_id, UNORDERED)
        .group_by(L.item)
        .order_by(func.min(L.supplier).nulls_last(), func.min(L.position), L.item)
    )
    return Needs(
        items=[
            NeedView(
                item=row.item,
                room=row.room,
                supplier=row.supplier,
                units=row.units,
                needed=row.needed,
                stock=row.stock,
                to_order=max(0, row.needed - row.stock),
            )
            for row in found
        ]
    )


def _state() -> Any:
    """Of all lines of an order together."""
    came = select(func.sum(OL.delivered)).where(OL.order_id == FurnitureOrder.id)
    missing = select(func.sum(OL.quantity - OL.delivered)).where(OL.order_id == FurnitureOrder.id)
    return case(
        (missing.correlate(FurnitureOrder).scalar_subquery() == 0, _word(OrderState.DELIVERED)),
        (came.correlate(FurnitureOrder).scalar_subquery() > 0, _word(OrderState.PARTLY)),
        else_=_word(OrderState.ORDERED),
    )


def _word(state: OrderState) -> Any:
    return literal_column(f"'{state}'")


def _window() -> Any:
    """Null while nobody has said when the lorry comes."""
    who = aliased(User)
    columns = own_columns(DeliveryWindowView, W) | {
        "from_time": func.to_char(W.from_time, literal_column("'HH24:MI'")),
        "to_time": func.to_char(W.to_time, literal_column("'HH24:MI'")),
        "set_by": as_json(Named, {"id": who.id, "name": who.name}),
    }
    return (
        select(as_json(DeliveryWindowView, columns))
        .join(who, who.id == W.set_by)
        .where(W.order_id == FurnitureOrder.id)
        .correlate(FurnitureOrder)
        .scalar_subquery()
    )


def _order_columns() -> dict[str, Any]:
    lines = rows_as_json(
        select(as_json(OrderLineView, own_columns(OrderLineView, OL)))
        .where(OL.order_id == FurnitureOrder.id)
        .order_by(OL.id)
        .correlate(FurnitureOrder)
    )
    return own_columns(OrderView, FurnitureOrder) | {
        "site": as_json(Named, {"id": Site.id, "name": Site.name}),
        "ordered_by": as_json(Named, {"id": User.id, "name": User.name}),
        "state": _state(),
        "lines": lines,
        "window": _window(),
    }


@lru_cache
def orders(*, of_site: bool, continued: bool) -> Listing:
    statement = (
        select(FurnitureOrder)
        .join(Site, Site.id == FurnitureOrder.site_id)
        .join(User, User.id == FurnitureOrder.ordered_by)
        .where(given(FurnitureOrder.district_id, "district_id"))
    )
    if of_site:
        statement = statement.where(given(FurnitureOrder.site_id, "site_id"))
    return listing(
        "furnishing.orders",
        statement,
        item=as_json(OrderView, _order_columns()),
        record=FurnitureOrder.id,
        order=Order(FurnitureOrder.created_at, descending=True),
        continued=continued,
        logged=False,
    )


@lru_cache
def order() -> Detail:
    statement = (
        select(FurnitureOrder)
        .join(Site, Site.id == FurnitureOrder.site_id)
        .join(User, User.id == FurnitureOrder.ordered_by)
        .where(given(FurnitureOrder.id, "order_id"))
    )
    return detail(
        "furnishing.order",
        statement,
        item=as_json(OrderView, _order_columns()),
        record=FurnitureOrder.id,
    )


@lru_cache
def shortages(*, of_site: bool, continued: bool) -> Listing:
    """Across units, what somebody found missing and nobody has brought."""
    reporter = as_json(Named, {"id": User.id, "name": User.name})
    columns = own_columns(ShortageView, L) | {
        "unit": as_json(Named, {"id": Unit.id, "name": Unit.label}),
        "reported_by": case((User.id.is_(None), null()), else_=reporter),
        "ordered": ORDERED,
        "delivered": DELIVERED,
    }
    statement = (
        select(L)
        .join(Checklist, PRESENT)
        .join(Unit, Unit.id == Checklist.unit_id)
        .outerjoin(User, User.id == L.short_by)
        .where(given(L.district_id, "district_id"), L.short > 0)
    )
    if of_site:
        statement = statement.where(given(L.site_id, "site_id"))
    return listing(
        "furnishing.shortages",
        statement,
        item=as_json(ShortageView, columns),
        record=L.id,
        order=Order(L.item),
        continued=continued,
        logged=False,
    )

from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Text, and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.features.sites.model import (
    BusyHours,
    OnCallContact,
    Site,
    SiteNeighbour,
    Unit,
    UnitUse,
)
from bomiljo.features.sites.schemas import SiteView, UnitKind, UnitQuery, UnitSort
from bomiljo.kernel.clock import OSLO
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail

FILTERS = {
    "site_id": given(Unit.site_id, "site_id"),
    "state": given(Unit.state, "state"),
    "use": given(UnitUse.use, "use"),
    "floor": given(Unit.floor, "floor"),
    "accessibility": bindparam("accessibility", type_=Text()) == func.any(Unit.accessibility),
}
ORDERS = {
    UnitSort.LABEL: Order(Unit.label),
    UnitSort.FLOOR: Order(Unit.floor),
}


def current_use() -> Any:
    return and_(UnitUse.unit_id == Unit.id, UnitUse.period.contains(func.current_date()))


def _columns(view: UnitKind) -> dict[str, Any]:
    own = {name: getattr(Unit, name) for name in view.model_fields if hasattr(Unit, name)}
    return {**own, "use": UnitUse.use}


@lru_cache
def units(view: UnitKind, filters: frozenset[str], sort: UnitSort, *, continued: bool) -> Listing:
    statement = (
        select(Unit)
        .outerjoin(UnitUse, current_use())
        .where(*(FILTERS[name] for name in sorted(filters)))
    )
    return listing(
        "units.list",
        statement,
        item=as_json(view, _columns(view)),
        record=Unit.id,
        order=ORDERS[sort],
        continued=continued,
        logged=False,
    )


@lru_cache
def unit(view: UnitKind) -> Detail:
    statement = select(Unit).outerjoin(UnitUse, current_use()).where(given(Unit.id, "unit_id"))
    return detail("units.detail", statement, item=as_json(view, _columns(view)), record=Unit.id)


@lru_cache
def sites(*, continued: bool) -> Listing:
    return listing(
        "sites.list",
        select(Site),
        item=as_json(SiteView, {name: getattr(Site, name) for name in SiteView.model_fields}),
        record=Site.id,
        order=Order(Site.name),
        continued=continued,
        logged=False,
    )


async def neighbours(session: AsyncSession, site_id: Any) -> list[SiteNeighbour]:
    found = await session.scalars(
        select(SiteNeighbour)
        .where(SiteNeighbour.site_id == site_id)
        .order_by(SiteNeighbour.kind, SiteNeighbour.name)
    )
    return list(found)


async def busy_hours(session: AsyncSession, site_id: Any) -> list[BusyHours]:
    found = await session.scalars(
        select(BusyHours)
        .where(BusyHours.site_id == site_id)
        .order_by(BusyHours.from_time, BusyHours.id)
    )
    return list(found)


async def on_call(session: AsyncSession, site_id: Any) -> list[OnCallContact]:
    found = await session.scalars(
        select(OnCallContact)
        .where(OnCallContact.site_id == site_id)
        .order_by(OnCallContact.position, OnCallContact.id)
    )
    return list(found)


def is_on_duty(contact: OnCallContact, at: datetime) -> bool:
    """Whether it is the contact's turn; a turn may run over midnight."""
    local = at.astimezone(OSLO)
    time, weekday = local.time(), local.isoweekday()
    if contact.from_time < contact.to_time:
        return weekday in contact.weekdays and contact.from_time <= time < contact.to_time
    evening = weekday in contact.weekdays and time >= contact.from_time
    morning = (weekday - 2) % 7 + 1 in contact.weekdays and time < contact.to_time
    return evening or morning


def filters_of(query: UnitQuery) -> dict[str, Any]:
    chosen = query.model_dump(include=set(FILTERS), exclude_none=True)
    return {
        name: str(v) if name in {"state", "use", "accessibility"} else v
        for name, v in chosen.items()
    }

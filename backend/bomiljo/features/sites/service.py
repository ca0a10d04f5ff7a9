from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.sites import queries
from bomiljo.features.sites.model import (
    BusyHours,
    OnCallContact,
    Site,
    SiteNeighbour,
    Unit,
    UnitState,
    UnitUse,
    Use,
)
from bomiljo.features.sites.problems import (
    BusyDaysEndFirst,
    BusyHoursEndFirst,
    UnitHasOneUse,
    UnitIsLet,
    UnitNotBlocked,
)
from bomiljo.features.sites.schemas import (
    BlockUnit,
    BusyHoursView,
    ChangeUse,
    EditUnit,
    GiveBusyHours,
    NeighbourView,
    OnCallView,
    SiteDetail,
    UnblockUnit,
)
from bomiljo.kernel.clock import now
from bomiljo.kernel.problems import NotFound


async def show_site(session: AsyncSession, site_id: UUID) -> SiteDetail:
    site = await session.get(Site, site_id)
    if site is None:
        raise NotFound
    on_call = [on_call_view(contact) for contact in await queries.on_call(session, site_id)]
    return SiteDetail(
        id=site.id,
        name=site.name,
        street_address=site.street_address,
        postal_code=site.postal_code,
        postal_place=site.postal_place,
        walking_minutes=site.walking_minutes,
        neighbours=await neighbours(session, site_id),
        on_call=on_call,
    )


async def neighbours(session: AsyncSession, site_id: UUID) -> list[NeighbourView]:
    hours = await queries.busy_hours(session, site_id)
    return [
        NeighbourView(
            id=one.id,
            kind=one.kind,
            name=one.name,
            busy_hours=[busy_hours_view(busy) for busy in hours if busy.neighbour_id == one.id],
        )
        for one in await queries.neighbours(session, site_id)
    ]


def busy_hours_view(busy: BusyHours) -> BusyHoursView:
    return BusyHoursView(
        id=busy.id,
        label=busy.label,
        weekdays=busy.weekdays,
        from_time=busy.from_time.strftime("%H:%M"),
        to_time=busy.to_time.strftime("%H:%M"),
        only_school_days=busy.only_school_days,
        valid_from=busy.valid_from,
        valid_to=busy.valid_to,
    )


async def add_busy_hours(
    session: AsyncSession, neighbour_id: UUID, given: GiveBusyHours
) -> BusyHoursView:
    neighbour = await session.get(SiteNeighbour, neighbour_id)
    if neighbour is None:
        raise NotFound
    _in_order(given)
    busy = BusyHours(
        district_id=neighbour.district_id,
        site_id=neighbour.site_id,
        neighbour_id=neighbour.id,
        **_said(given),
    )
    session.add(busy)
    await session.flush()
    return busy_hours_view(busy)


async def replace_busy_hours(
    session: AsyncSession, busy_hours_id: UUID, given: GiveBusyHours
) -> BusyHoursView:
    busy = await _busy(session, busy_hours_id)
    _in_order(given)
    for name, value in _said(given).items():
        setattr(busy, name, value)
    await session.flush()
    return busy_hours_view(busy)


async def remove_busy_hours(session: AsyncSession, busy_hours_id: UUID) -> None:
    await session.delete(await _busy(session, busy_hours_id))
    await session.flush()


async def _busy(session: AsyncSession, busy_hours_id: UUID) -> BusyHours:
    busy = await session.get(BusyHours, busy_hours_id, with_for_update=True)
    if busy is None:
        raise NotFound
    return busy


def _said(given: GiveBusyHours) -> dict[str, Any]:
    return given.model_dump() | {"weekdays": sorted({*given.weekdays})}


def _in_order(given: GiveBusyHours) -> None:
    if given.to_time <= given.from_time:
        raise BusyHoursEndFirst
    if given.valid_from and given.valid_to and given.valid_to < given.valid_from:
        raise BusyDaysEndFirst


def on_call_view(contact: OnCallContact) -> OnCallView:
    return OnCallView(
        id=contact.id,
        responsible=contact.responsible,
        name=contact.name,
        phone=contact.phone,
        weekdays=contact.weekdays,
        from_time=contact.from_time.strftime("%H:%M"),
        to_time=contact.to_time.strftime("%H:%M"),
        now=queries.is_on_duty(contact, now()),
    )


async def held(session: AsyncSession, unit_id: UUID) -> Unit:
    """The unit, locked until the transaction ends."""
    unit = await session.get(Unit, unit_id, with_for_update=True)
    if unit is None:
        raise NotFound
    return unit


async def edit(session: AsyncSession, unit_id: UUID, edit_unit: EditUnit) -> Unit:
    unit = await held(session, unit_id)
    unit.expect(edit_unit.version)
    changes = edit_unit.model_dump(exclude_unset=True, exclude={"version"})
    if "state" in changes and unit.state in {UnitState.OCCUPIED, UnitState.RESERVED}:
        raise UnitIsLet
    for name, value in changes.items():
        if value is not None or name in {"dwelling_number", "technical_note"}:
            setattr(unit, name, value)
    await session.flush()
    return unit


FREE = frozenset({UnitState.VACANT, UnitState.BEING_FURNISHED, UnitState.READY})


async def furnish(session: AsyncSession, unit_id: UUID, *, ready: bool) -> Unit:
    """What furnishing says of a unit; one that is let, kept or out of use stays what it is."""
    unit = await held(session, unit_id)
    state = UnitState.READY if ready else UnitState.BEING_FURNISHED
    if unit.state in FREE and unit.state is not state:
        unit.state, unit.version = state, unit.version + 1
    return unit


async def block(session: AsyncSession, unit_id: UUID, why: BlockUnit) -> None:
    """Take a unit out of use; one that somebody lives in keeps its state and shows the reason."""
    unit = await held(session, unit_id)
    unit.expect(why.version)
    unit.blocked_reason, unit.blocked_from, unit.blocked_until = why.reason, why.from_day, why.until
    if unit.state is not UnitState.OCCUPIED:
        unit.state = UnitState.OUT_OF_USE


async def unblock(session: AsyncSession, unit_id: UUID, edit_unit: UnblockUnit) -> None:
    unit = await held(session, unit_id)
    unit.expect(edit_unit.version)
    if unit.blocked_from is None:
        raise UnitNotBlocked
    unit.blocked_reason = unit.blocked_from = unit.blocked_until = None
    if unit.state is UnitState.OUT_OF_USE:
        unit.state = UnitState.VACANT


async def change_use(session: AsyncSession, actor: Actor, unit_id: UUID, change: ChangeUse) -> None:
    """End the present use the day before the next begins. An occupied unit keeps its use."""
    unit = await held(session, unit_id)
    unit.expect(change.version)
    onwards = Range(change.from_day, None)
    if await session.scalar(func.unit_is_let(unit_id, onwards).select()):
        raise UnitIsLet
    begun = await _end_use(session, unit_id, change.from_day)
    if begun:
        begun.use, begun.reason, begun.period = change.use, change.reason, onwards
    else:
        session.add(
            UnitUse(
                district_id=actor.district_id,
                unit_id=unit_id,
                use=change.use,
                period=onwards,
                reason=change.reason,
            )
        )
    if unit.state is UnitState.OUT_OF_USE and change.use is Use.DWELLING and not unit.blocked_from:
        unit.state = UnitState.VACANT


async def _end_use(session: AsyncSession, unit_id: UUID, day: date) -> UnitUse | None:
    """The use that began on this very day is given back: it is corrected, not ended."""
    uses = await session.scalars(
        select(UnitUse).where(UnitUse.unit_id == unit_id, UnitUse.period.overlaps(Range(day, None)))
    )
    begun = None
    for use in uses:
        if use.period.lower and use.period.lower > day:
            raise UnitHasOneUse
        if use.period.lower == day:
            begun = use
        else:
            use.period = Range(use.period.lower, day)
    await session.flush()
    return begun

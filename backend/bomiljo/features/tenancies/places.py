"""What a unit must be before somebody can move in, and what it becomes afterwards."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.features.sites.model import Unit, UnitState, UnitUse, Use
from bomiljo.features.tenancies.problems import (
    UnitIsBlocked,
    UnitIsNotADwelling,
    UnitIsTooSmall,
    UnitUnknown,
)


async def held(session: AsyncSession, *unit_ids: UUID) -> dict[UUID, Unit]:
    """The units, locked until the transaction ends, always in the same order."""
    found = await session.scalars(
        select(Unit).where(Unit.id.in_(unit_ids)).order_by(Unit.id).with_for_update()
    )
    return {unit.id: unit for unit in found}


async def fit_to_live_in(
    session: AsyncSession,
    units: dict[UUID, Unit],
    unit_id: UUID,
    day: date,
    people: Sequence[object],
) -> Unit:
    unit = units.get(unit_id)
    if unit is None:
        raise UnitUnknown
    onwards = Range(day, None)
    dwelling = select(UnitUse.id).where(
        UnitUse.unit_id == unit_id, UnitUse.use == Use.DWELLING, UnitUse.period.contains(onwards)
    )
    if await session.scalar(dwelling) is None:
        raise UnitIsNotADwelling
    if unit.blocked_from and (unit.blocked_until is None or unit.blocked_until >= day):
        raise UnitIsBlocked
    if len(people) > unit.capacity:
        raise UnitIsTooSmall
    return unit


async def settle_state(session: AsyncSession, unit: Unit) -> None:
    """Occupied or reserved by any tenancy, hidden ones too; else free, or being made ready."""
    await session.flush()
    if occupation := await session.scalar(func.unit_occupation(unit.id).select()):
        unit.state = UnitState(occupation)
    elif unit.blocked_from:
        unit.state = UnitState.OUT_OF_USE
    else:
        preparation = await session.scalar(select(func.unit_preparation(unit.id)))
        unit.state = UnitState(preparation) if preparation else UnitState.VACANT

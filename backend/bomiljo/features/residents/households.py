from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.features.residents.household_schemas import AddMember, NewHousehold
from bomiljo.features.residents.model import (
    Household,
    HouseholdKind,
    HouseholdMember,
    Relation,
    Resident,
)
from bomiljo.features.residents.problems import EndsBeforeItBegins, HouseholdHasALease
from bomiljo.kernel.database import reach
from bomiljo.kernel.problems import FieldError, Invalid, NotFound


async def found(session: AsyncSession, actor: Actor, new: NewHousehold) -> Household:
    missing = [
        number
        for number, member in enumerate(new.members)
        if await session.get(Resident, member.resident_id) is None
    ]
    if missing:
        raise Invalid(*(_unknown(f"members.{number}.resident_id") for number in missing))
    household = await _new(session, actor, new.kind)
    for member in new.members:
        await _add(session, household, member.resident_id, member.relation, new.from_day)
    return household


def _unknown(field: str) -> FieldError:
    return FieldError(field=field, code="unknown", message="Not a resident here")


async def alone(session: AsyncSession, actor: Actor, resident: Resident, day: date) -> Household:
    """A household of one."""
    household = await _new(session, actor, HouseholdKind.SINGLE)
    await _add(session, household, resident.id, Relation.HEAD, day)
    return household


async def _new(session: AsyncSession, actor: Actor, kind: HouseholdKind) -> Household:
    household_id = uuid7()
    await reach(session, household_id)
    await reach(session, household_id, among="guarded")
    household = Household(id=household_id, district_id=actor.district_id, kind=kind)
    session.add(household)
    await session.flush()
    return household


async def _add(
    session: AsyncSession, household: Household, resident_id: UUID, relation: Relation, day: date
) -> None:
    """Living with a protected person hides somebody from the others, not from who says so."""
    await reach(session, resident_id, among="guarded")
    session.add(
        HouseholdMember(
            district_id=household.district_id,
            household_id=household.id,
            resident_id=resident_id,
            relation=relation,
            period=Range(day, None),
        )
    )
    await session.flush()


async def add(session: AsyncSession, household_id: UUID, new: AddMember) -> None:
    """Whoever joins a household with a lease is asked for there (husleieloven § 7-1)."""
    household = await _joined(session, household_id, new)
    if await session.scalar(select(func.household_has_a_lease(household_id))):
        raise HouseholdHasALease
    await _add(session, household, new.resident_id, new.relation, new.from_day)


async def join(session: AsyncSession, household_id: UUID, new: AddMember) -> None:
    household = await _joined(session, household_id, new)
    await _add(session, household, new.resident_id, new.relation, new.from_day)


async def _joined(session: AsyncSession, household_id: UUID, new: AddMember) -> Household:
    household = await session.get(Household, household_id, with_for_update=True)
    if household is None:
        raise NotFound
    if await session.get(Resident, new.resident_id) is None:
        raise Invalid(_unknown("resident_id"))
    return household


async def leave(session: AsyncSession, household_id: UUID, member_id: UUID, day: date) -> None:
    member = await session.get(HouseholdMember, member_id, with_for_update=True)
    if member is None or member.household_id != household_id:
        raise NotFound
    if not member.period.lower or day <= member.period.lower:
        raise EndsBeforeItBegins
    member.period = Range(member.period.lower, day)
    await session.flush()

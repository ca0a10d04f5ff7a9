"""A household's way through the house: in, from one flat to another, and out."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.milestones import service as milestones
from bomiljo.features.residents import helpers, households
from bomiljo.features.residents.model import (
    Household,
    HouseholdMember,
    Resident,
    ResidentStatus,
)
from bomiljo.features.sites.model import Unit, UnitState
from bomiljo.features.tenancies import activation, places
from bomiljo.features.tenancies.model import EndReason, Tenancy, TenancyKind
from bomiljo.features.tenancies.problems import (
    AlreadyMovedIn,
    ContractEndsTooEarly,
    EndsBeforeMoveIn,
    FixedTermIncomplete,
    HasMovedOut,
    HouseholdUnknown,
    NotMovedIn,
    NotYet,
    ResidentHasHousehold,
    ResidentUnknown,
    SameUnit,
    TransferIsPlanned,
)
from bomiljo.features.tenancies.schemas import (
    CancelPlan,
    ConfirmMoveIn,
    EditTenancy,
    MoveIn,
    MoveOut,
    Transfer,
)
from bomiljo.kernel.clock import OSLO, now, today
from bomiljo.kernel.problems import NotFound


async def move_in(session: AsyncSession, actor: Actor, new: MoveIn) -> Tenancy:
    household = await _household(session, actor, new)
    people = await _members(session, household.id, new.from_day)
    if not people:
        raise HouseholdUnknown
    units = await places.held(session, new.unit_id)
    unit = await places.fit_to_live_in(session, units, new.unit_id, new.from_day, people)
    tenancy = _lease(new, unit, household.id, len(people), new.from_day)
    session.add(tenancy)
    await session.flush()
    await _begin(session, tenancy, unit, people, new.from_day)
    for person in people:
        for helper in new.helpers:
            await helpers.name(session, person, helper.kind, helper.user_id, new.from_day)
    await session.flush()
    return tenancy


async def _household(session: AsyncSession, actor: Actor, new: MoveIn) -> Household:
    if new.household_id:
        household = await session.get(Household, new.household_id)
        if household is None:
            raise HouseholdUnknown
        return household
    resident = await session.get(Resident, new.resident_id, with_for_update=True)
    if resident is None:
        raise ResidentUnknown
    belongs = select(HouseholdMember.household_id).where(
        HouseholdMember.resident_id == resident.id,
        HouseholdMember.period.overlaps(Range(new.from_day, None)),
    )
    household_id = await session.scalar(belongs.limit(1))
    if household_id is None:
        return await households.alone(session, actor, resident, min(new.from_day, today()))
    if len(await _members(session, household_id, new.from_day)) > 1:
        raise ResidentHasHousehold
    return await session.get_one(Household, household_id)


async def _members(session: AsyncSession, household_id: UUID, day: date) -> Sequence[Resident]:
    found = await session.scalars(
        select(Resident)
        .join(HouseholdMember, HouseholdMember.resident_id == Resident.id)
        .where(HouseholdMember.household_id == household_id, HouseholdMember.period.contains(day))
        .order_by(Resident.id)
        .with_for_update(of=Resident)
    )
    return found.all()


def _lease(
    contract: MoveIn | Transfer, unit: Unit, household_id: UUID, size: int, day: date
) -> Tenancy:
    if contract.contract_ends_on and contract.contract_ends_on < day:
        raise ContractEndsTooEarly
    return Tenancy(
        district_id=unit.district_id,
        site_id=unit.site_id,
        unit_id=unit.id,
        household_id=household_id,
        kind=contract.kind,
        legal_ground=contract.legal_ground,
        contract_ends_on=contract.contract_ends_on,
        keys_handed_over=contract.keys_handed_over,
        household_size=size,
        period=Range(day, None),
    )


def _noon(day: date) -> datetime:
    return min(datetime.combine(day, time(12), OSLO), now())


async def _begin(
    session: AsyncSession, tenancy: Tenancy, unit: Unit, people: Sequence[Resident], day: date
) -> None:
    """Let them live there when the day has come, else keep the unit for them."""
    await milestones.begin(session, people, day)
    if day > today():
        await places.settle_state(session, unit)
        return
    tenancy.moved_in_at = _noon(day)
    unit.state = UnitState.OCCUPIED
    for person in people:
        settle(person, unit.site_id, day)
    await milestones.move(session, people, day, anew=tenancy.previous_id is not None)


def settle(person: Resident, site_id: UUID, day: date) -> None:
    person.status = ResidentStatus.SETTLED
    person.site_id = site_id
    person.settled_on = person.settled_on or day
    person.moved_out_on = None


async def held(session: AsyncSession, tenancy_id: UUID, version: int) -> Tenancy:
    """The tenancy of a household that the actor reaches, locked, at the version they saw."""
    tenancy = await session.get(Tenancy, tenancy_id, with_for_update=True)
    if tenancy is None or await session.get(Household, tenancy.household_id) is None:
        raise NotFound
    tenancy.expect(version)
    return tenancy


def _first_day(tenancy: Tenancy) -> date:
    return tenancy.period.lower or date.min


def _end(tenancy: Tenancy, day: date) -> None:
    if day <= _first_day(tenancy):
        raise EndsBeforeMoveIn
    tenancy.period = Range(tenancy.period.lower, day)


async def confirm(session: AsyncSession, tenancy_id: UUID, given: ConfirmMoveIn) -> None:
    """A planned move has happened, perhaps on another day; the flat before it is free from then."""
    tenancy = await held(session, tenancy_id, given.version)
    if tenancy.moved_in_at:
        raise AlreadyMovedIn
    if given.on_day > today():
        raise NotYet
    previous = await session.get(Tenancy, tenancy.previous_id) if tenancy.previous_id else None
    units = await places.held(session, tenancy.unit_id, *([previous.unit_id] if previous else []))
    if previous and given.on_day <= _first_day(tenancy):
        _end(previous, given.on_day)
        await session.flush()
    tenancy.period = Range(given.on_day, tenancy.period.upper)
    tenancy.keys_handed_over = given.keys_handed_over
    await session.flush()
    people = await _members(session, tenancy.household_id, given.on_day)
    await _begin(session, tenancy, units[tenancy.unit_id], people, given.on_day)
    if previous:
        _end(previous, given.on_day)
        await _leave_unit(session, previous, units[previous.unit_id], given.on_day)


async def _leave_unit(session: AsyncSession, tenancy: Tenancy, unit: Unit, day: date) -> None:
    tenancy.moved_out_at = _noon(day)
    await places.settle_state(session, unit)


async def cancel(session: AsyncSession, tenancy_id: UUID, given: CancelPlan) -> None:
    """Drop what never began; the change log remembers it. A household that was to move stays."""
    tenancy = await held(session, tenancy_id, given.version)
    if tenancy.moved_in_at:
        raise AlreadyMovedIn
    unit = (await places.held(session, tenancy.unit_id))[tenancy.unit_id]
    previous = await session.get(Tenancy, tenancy.previous_id) if tenancy.previous_id else None
    await session.delete(tenancy)
    await session.flush()
    if previous:
        previous.period = Range(previous.period.lower, None)
        previous.ended_because = None
    await places.settle_state(session, unit)


async def edit(session: AsyncSession, tenancy_id: UUID, given: EditTenancy) -> None:
    tenancy = await held(session, tenancy_id, given.version)
    for name, value in given.model_dump(exclude_unset=True, exclude={"version"}).items():
        if value is not None or name != "kind":
            setattr(tenancy, name, value)
    fixed = tenancy.kind is TenancyKind.FIXED_TERM
    has_end = tenancy.contract_ends_on is not None
    if fixed != has_end or (fixed and not tenancy.legal_ground):
        raise FixedTermIncomplete
    if tenancy.contract_ends_on and tenancy.contract_ends_on < _first_day(tenancy):
        raise ContractEndsTooEarly
    await session.flush()


async def transfer(session: AsyncSession, tenancy_id: UUID, given: Transfer) -> Tenancy:
    """End here and begin there the same day; a day ahead is a plan until it is confirmed."""
    tenancy = await held(session, tenancy_id, given.version)
    await _lives_there(session, tenancy)
    if given.unit_id == tenancy.unit_id:
        raise SameUnit
    people = await _members(session, tenancy.household_id, given.on_day)
    units = await places.held(session, tenancy.unit_id, given.unit_id)
    unit = await places.fit_to_live_in(session, units, given.unit_id, given.on_day, people)
    _end(tenancy, given.on_day)
    tenancy.ended_because = EndReason.INTERNAL_TRANSFER
    tenancy.destination = None
    await session.flush()
    following = _lease(given, unit, tenancy.household_id, len(people), given.on_day)
    following.previous_id = tenancy.id
    session.add(following)
    await session.flush()
    await _begin(session, following, unit, people, given.on_day)
    if given.on_day <= today():
        await _leave_unit(session, tenancy, units[tenancy.unit_id], given.on_day)
    await session.flush()
    return following


async def _lives_there(session: AsyncSession, tenancy: Tenancy) -> None:
    if tenancy.moved_in_at is None:
        raise NotMovedIn
    if tenancy.moved_out_at:
        raise HasMovedOut
    planned = select(Tenancy.id).where(
        Tenancy.previous_id == tenancy.id, Tenancy.moved_in_at.is_(None)
    )
    if await session.scalar(planned):
        raise TransferIsPlanned


async def move_out(session: AsyncSession, tenancy_id: UUID, given: MoveOut) -> None:
    tenancy = await held(session, tenancy_id, given.version)
    await _lives_there(session, tenancy)
    _end(tenancy, given.on_day)
    tenancy.ended_because, tenancy.destination = given.reason, given.destination
    if given.on_day > today():
        return
    unit = (await places.held(session, tenancy.unit_id))[tenancy.unit_id]
    await _leave_unit(session, tenancy, unit, given.on_day)
    last_day = given.on_day - timedelta(days=1)
    for person in await _members(session, tenancy.household_id, last_day):
        await let_go(session, person, given.on_day)
    await session.flush()


async def let_go(session: AsyncSession, person: Resident, day: date) -> None:
    """They live here no longer: their phones, codes and helpers end with it."""
    person.status = ResidentStatus.MOVED_OUT
    person.moved_out_on = day
    await activation.lapse_codes(session, person.id)
    await activation.end_all(session, person.id)
    await helpers.stop(session, person.id, day)

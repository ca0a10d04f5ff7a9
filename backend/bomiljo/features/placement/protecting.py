"""Candidates under address protection: marked, settled by hand, and lifted, among two people."""

from uuid import UUID

from sqlalchemy import func, text
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing import service as furnishing
from bomiljo.features.placement import committing
from bomiljo.features.placement.model import Candidate, CandidateHousehold, State
from bomiljo.features.placement.problems import (
    DayNotAhead,
    HouseholdIsPlaced,
    IsNotProtected,
)
from bomiljo.features.placement.protected_schemas import (
    LiftCandidate,
    ProtectCandidate,
    SettledLease,
    SettleProtected,
)
from bomiljo.features.placement.storing import appoint
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies.problems import UnitUnknown
from bomiljo.kernel.clock import today
from bomiljo.kernel.database import reach
from bomiljo.kernel.problems import NotFound
from bomiljo.kernel.sealing import Seal

PROTECT = text("SELECT protect_candidate(:who, :grade, :because, :guardians)")
LIFT = text("SELECT lift_candidate_protection(:who, :because)")


async def _held(session: AsyncSession, candidate_id: UUID, version: int) -> CandidateHousehold:
    candidate = await session.get(Candidate, candidate_id)
    if candidate is None:
        raise NotFound
    found = await session.get_one(CandidateHousehold, candidate.household_id, with_for_update=True)
    found.expect(version)
    return found


async def protect(
    session: AsyncSession, actor: Actor, candidate_id: UUID, given: ProtectCandidate
) -> None:
    """From now on only the two see the household; it leaves every plan that is not carried out."""
    household = await _held(session, candidate_id, given.version)
    if household.home_id:
        raise HouseholdIsPlaced
    await appoint(session, actor, given.guardians, needed=True)
    await session.flush()
    await session.execute(
        PROTECT,
        {
            "who": candidate_id,
            "grade": given.grade.value,
            "because": given.reason,
            "guardians": given.guardians,
        },
    )


async def lift(session: AsyncSession, candidate_id: UUID, given: LiftCandidate) -> None:
    household = await _held(session, candidate_id, given.version)
    if not household.is_protected:
        raise IsNotProtected
    if household.home_id:
        raise HouseholdIsPlaced
    await session.flush()
    await session.execute(LIFT, {"who": candidate_id, "because": given.reason})


async def _waiting(
    session: AsyncSession, household_id: UUID, given: SettleProtected
) -> CandidateHousehold:
    household = await session.get(CandidateHousehold, household_id, with_for_update=True)
    if household is None or not household.is_protected:
        raise NotFound
    household.expect(given.version)
    if household.state is not State.OPEN:
        raise HouseholdIsPlaced
    if given.from_day <= today():
        raise DayNotAhead
    return household


async def settle(
    session: AsyncSession, actor: Actor, seal: Seal, household_id: UUID, given: SettleProtected
) -> SettledLease:
    """Outside every plan: residents, household and lease, hidden from the moment they stand."""
    household = await _waiting(session, household_id, given)
    unit = await session.get(Unit, given.unit_id)
    if unit is None or unit.site_id not in actor.sites:
        raise UnitUnknown
    people = await committing.people_of(session, household.id)
    if given.package_id:
        coming = {unit.id: len(people)}
        await furnishing.open_missing(session, actor, given.package_id, [unit.id], coming)
    settling = committing.Settling(session, actor, seal, given)
    tenancy = await committing.make_home(settling, household, unit.id)
    household.state = State.PLACED
    await session.flush()
    for record in (tenancy.household_id, *(one.resident_id for one in people if one.resident_id)):
        await reach(session, record, among="guarded")
    await session.execute(func.shield_settled(household_id).select())
    return SettledLease(tenancy_id=tenancy.id)

"""Candidates under address protection, for nobody but the two who are named."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Request, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.furnishing.problems import PackageUnknown
from bomiljo.features.placement import protecting, queries
from bomiljo.features.placement.problems import (
    DayNotAhead,
    GuardiansDoNotFit,
    GuardiansForTheProtected,
    HouseholdIsPlaced,
    IsNotProtected,
)
from bomiljo.features.placement.protected_schemas import (
    LiftCandidate,
    ProtectCandidate,
    SettledLease,
    SettleProtected,
)
from bomiljo.features.placement.schemas import CandidateHouseholdPage, candidate_view
from bomiljo.features.residents.problems import HelperDoesNotFit, IdentifierOfAnother
from bomiljo.features.tenancies.problems import (
    ContractEndsTooEarly,
    UnitIsBlocked,
    UnitIsNotADwelling,
    UnitIsTaken,
    UnitIsTooSmall,
    UnitUnknown,
)
from bomiljo.kernel.listing import ListQuery
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems
from bomiljo.kernel.sealing import Seal

router = guarded_router("", "placement")

Reader = Annotated[Actor, requires(Permission.PLACEMENT_READ)]
Writer = Annotated[Actor, requires(Permission.PLACEMENT_WRITE)]


def _seal(request: Request) -> Seal:
    seal: Seal = request.app.state.seal
    return seal


Sealed = Annotated[Seal, Depends(_seal)]
Lifter = Annotated[Actor, requires(Permission.PROTECTION_WRITE)]


@router.get(
    "/protected-candidates",
    response_model=CandidateHouseholdPage,
    summary="Those under address protection whom the reader is named to see; on no other list",
)
async def list_protected_candidates(
    actor: Reader, db: Db, query: Annotated[ListQuery, Query()]
) -> Response:
    listing = queries.households(
        candidate_view(actor), frozenset(), protected=True, continued=query.cursor is not None
    )
    return await listing.show(db, query, {"district_id": actor.district_id})


@router.post(
    "/candidates/{candidate_id}/protect",
    status_code=204,
    summary="Put a candidate under protection: the household is gone for all but two",
    responses=problems(
        *(NotFound, ChangedMeanwhile, HouseholdIsPlaced),
        *(GuardiansForTheProtected, GuardiansDoNotFit),
    ),
)
async def protect_candidate(
    actor: Writer, db: Db, candidate_id: UUID, given: ProtectCandidate
) -> None:
    await protecting.protect(db, actor, candidate_id, given)


@router.post(
    "/candidates/{candidate_id}/lift-protection",
    status_code=204,
    summary="The protection has ended: the household is back on its list",
    responses=problems(NotFound, ChangedMeanwhile, IsNotProtected, HouseholdIsPlaced),
)
async def lift_candidate_protection(
    actor: Lifter, db: Db, candidate_id: UUID, given: LiftCandidate
) -> None:
    await protecting.lift(db, candidate_id, given)


@router.post(
    "/protected-candidates/{protected_household_id}/settle",
    status_code=201,
    summary="Give a protected household a flat by hand: a lease that only its guardians see",
    responses=problems(
        *(NotFound, ChangedMeanwhile, HouseholdIsPlaced, DayNotAhead, UnitUnknown),
        *(HelperDoesNotFit, IdentifierOfAnother, ContractEndsTooEarly, UnitIsTaken),
        *(UnitIsBlocked, UnitIsNotADwelling, UnitIsTooSmall, PackageUnknown),
    ),
)
async def settle_protected_household(
    actor: Writer, db: Db, seal: Sealed, protected_household_id: UUID, given: SettleProtected
) -> SettledLease:
    return await protecting.settle(db, actor, seal, protected_household_id, given)

"""The mixing table of a site."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.furnishing.problems import PackageForOtherRooms, PackageUnknown
from bomiljo.features.placement import board, board_queries, committing, monitoring, planning
from bomiljo.features.placement.board_schemas import (
    AlternativeRef,
    BandsView,
    BoardView,
    ChooseAlternative,
    CommitPlan,
    EditAlternative,
    LeaseOrigin,
    NewAlternative,
    OnVersion,
    PlaceHousehold,
    PlanHelpers,
    SetBands,
)
from bomiljo.features.placement.monitoring_schemas import CompositionView
from bomiljo.features.placement.problems import (
    AlternativeIsChosen,
    AlternativeNotChosen,
    AlternativeUnknown,
    DayNotAhead,
    FlatUnknown,
    HelperNotHere,
    HouseholdNotOnTheTable,
    NobodyIsPlaced,
    PlanIsCommitted,
    PlannedElsewhere,
    PlanTooTight,
    SiteNotHere,
    UnitNotFree,
)
from bomiljo.features.residents.problems import HelperDoesNotFit, IdentifierOfAnother
from bomiljo.features.tenancies.problems import (
    ContractEndsTooEarly,
    UnitIsBlocked,
    UnitIsNotADwelling,
    UnitIsTaken,
    UnitIsTooSmall,
)
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems
from bomiljo.kernel.sealing import Seal

router = guarded_router("", "placement")

Reader = Annotated[Actor, requires(Permission.PLACEMENT_READ)]
Writer = Annotated[Actor, requires(Permission.PLACEMENT_WRITE)]
Watcher = Annotated[Actor, requires(Permission.COMPOSITION_READ)]


def _seal(request: Request) -> Seal:
    seal: Seal = request.app.state.seal
    return seal


Sealed = Annotated[Seal, Depends(_seal)]


@router.get(
    "/sites/{site_id}/placement-board",
    summary="Who waits, which flats are free, and the alternatives side by side; no names",
    responses=problems(NotFound),
)
async def get_placement_board(actor: Reader, db: Db, site_id: UUID) -> BoardView:
    return await board.show(db, actor, site_id)


@router.get(
    "/sites/{site_id}/composition",
    summary="Today's residents as counts, beside the district's bands, and the months behind",
    responses=problems(NotFound),
)
async def get_site_composition(actor: Watcher, db: Db, site_id: UUID) -> CompositionView:
    return await monitoring.show(db, actor, site_id)


@router.get(
    "/tenancies/{tenancy_id}/plan",
    summary="The plan that a lease was made by, so that its choice can be looked up afterwards",
    responses=problems(NotFound),
)
async def get_plan_of_lease(actor: Reader, db: Db, tenancy_id: UUID) -> LeaseOrigin:
    return await board_queries.origin(db, tenancy_id)


@router.put(
    "/placement-bands",
    summary="Set the bands within which the composition of a site shall lie",
    responses=problems(ChangedMeanwhile),
)
async def set_placement_bands(actor: Writer, db: Db, given: SetBands) -> BandsView:
    return await board.set_bands(db, actor, given)


@router.post(
    "/placement-alternatives",
    status_code=201,
    summary="Begin an alternative, empty or as a copy of another",
    responses=problems(SiteNotHere, AlternativeUnknown),
)
async def begin_placement_alternative(actor: Writer, db: Db, new: NewAlternative) -> AlternativeRef:
    return await planning.begin(db, actor, new)


@router.patch(
    "/placement-alternatives/{alternative_id}",
    summary="Give an alternative another name or note",
    responses=problems(NotFound, ChangedMeanwhile),
)
async def edit_placement_alternative(
    actor: Writer, db: Db, alternative_id: UUID, given: EditAlternative
) -> AlternativeRef:
    return await planning.edit(db, alternative_id, given)


@router.post(
    "/placement-alternatives/{alternative_id}/discard",
    status_code=204,
    summary="Throw an alternative away that is not chosen",
    responses=problems(NotFound, ChangedMeanwhile, AlternativeIsChosen),
)
async def discard_placement_alternative(
    actor: Writer, db: Db, alternative_id: UUID, given: OnVersion
) -> None:
    await planning.discard(db, alternative_id, given)


@router.put(
    "/placement-alternatives/{alternative_id}/placements",
    summary="Place a household in a flat, or take it back among those who wait",
    responses=problems(
        *(NotFound, ChangedMeanwhile, AlternativeIsChosen),
        *(HouseholdNotOnTheTable, FlatUnknown, UnitNotFree),
    ),
)
async def place_household(
    actor: Writer, db: Db, alternative_id: UUID, given: PlaceHousehold
) -> AlternativeRef:
    return await planning.place(db, actor, alternative_id, given)


@router.put(
    "/placement-alternatives/{alternative_id}/planned-helpers",
    summary="Among whom the plan's households are shared out",
    responses=problems(NotFound, ChangedMeanwhile, AlternativeIsChosen, HelperNotHere),
)
async def set_planned_helpers(
    actor: Writer, db: Db, alternative_id: UUID, given: PlanHelpers
) -> AlternativeRef:
    return await planning.set_helpers(db, alternative_id, given)


@router.post(
    "/placement-alternatives/{alternative_id}/suggest",
    summary="Suggest flats for those who wait; who is placed already stays",
    responses=problems(NotFound, ChangedMeanwhile, AlternativeIsChosen),
)
async def suggest_placements(
    actor: Writer, db: Db, alternative_id: UUID, given: OnVersion
) -> AlternativeRef:
    return await planning.suggest(db, actor, alternative_id, given)


@router.post(
    "/placement-alternatives/{alternative_id}/choose",
    summary="Choose an alternative, with a reason; it still makes no tenancy",
    responses=problems(
        *(NotFound, ChangedMeanwhile, AlternativeIsChosen, NobodyIsPlaced),
        *(PlannedElsewhere, PlanTooTight, UnitNotFree),
    ),
)
async def choose_placement_alternative(
    actor: Writer, db: Db, alternative_id: UUID, given: ChooseAlternative
) -> AlternativeRef:
    return await planning.choose(db, actor, alternative_id, given)


@router.post(
    "/placement-alternatives/{alternative_id}/release",
    summary="Not this one after all: its households wait again",
    responses=problems(NotFound, ChangedMeanwhile, AlternativeNotChosen, PlanIsCommitted),
)
async def release_placement_alternative(
    actor: Writer, db: Db, alternative_id: UUID, given: OnVersion
) -> AlternativeRef:
    return await planning.release(db, alternative_id, given)


@router.post(
    "/placement-alternatives/{alternative_id}/commit",
    summary="Carry a chosen plan out: residents, leases and checklists, all or none",
    responses=problems(
        *(NotFound, ChangedMeanwhile, AlternativeNotChosen, PlanIsCommitted, DayNotAhead),
        *(HelperDoesNotFit, IdentifierOfAnother, ContractEndsTooEarly, UnitIsTaken),
        *(UnitIsBlocked, UnitIsNotADwelling, UnitIsTooSmall),
        *(PackageUnknown, PackageForOtherRooms),
    ),
)
async def commit_placement_alternative(
    actor: Writer, db: Db, seal: Sealed, alternative_id: UUID, given: CommitPlan
) -> AlternativeRef:
    return await committing.carry_out(db, actor, seal, alternative_id, given)

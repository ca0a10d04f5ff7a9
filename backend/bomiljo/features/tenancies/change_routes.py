"""Requests to join a household that has a lease, and what the landlord answers."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.residents.problems import AlreadyInHousehold, EndsBeforeItBegins
from bomiljo.features.tenancies import change_queries as queries
from bomiljo.features.tenancies import joining
from bomiljo.features.tenancies.change_schemas import (
    AskHouseholdChange,
    ConfirmHouseholdChange,
    DecideHouseholdChange,
    HouseholdChangePage,
    HouseholdChangeQuery,
    HouseholdChangeView,
    WithdrawHouseholdChange,
    change_view,
)
from bomiljo.features.tenancies.problems import (
    AskedForAlready,
    ChangeIsDecided,
    ChangeIsOver,
    ChangeNotApproved,
    HasMovedOut,
    LastMember,
    NoRoomForMore,
    NotAMember,
    NotMovedIn,
    NotYet,
    ResidentUnknown,
)
from bomiljo.kernel.answers import created
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "tenancies")

Reader = Annotated[Actor, requires(Permission.TENANCIES_READ)]
Writer = Annotated[Actor, requires(Permission.TENANCIES_WRITE)]
Decider = Annotated[Actor, requires(Permission.HOUSEHOLDS_DECIDE)]


async def _shown(db: Db, actor: Actor, change_id: UUID) -> Response:
    return await queries.change(change_view(actor)).show(db, change_id=change_id)


@router.get(
    "/household-changes",
    response_model=HouseholdChangePage,
    summary="Who asks to join, and what became of it, the newest first",
)
async def list_household_changes(
    actor: Reader, db: Db, query: Annotated[HouseholdChangeQuery, Query()]
) -> Response:
    values = query.model_dump(mode="json", include=set(queries.FILTERS), exclude_none=True)
    listing = queries.changes(
        change_view(actor), frozenset(values), continued=query.cursor is not None
    )
    return await listing.show(db, query, values | {"district_id": actor.district_id})


@router.post(
    "/tenancies/{tenancy_id}/household-changes",
    status_code=201,
    response_model=HouseholdChangeView,
    summary="Ask the landlord for somebody who wants to join, or say who was born or left",
    responses=problems(
        NotFound,
        ChangedMeanwhile,
        NotMovedIn,
        HasMovedOut,
        ResidentUnknown,
        NotYet,
        AlreadyInHousehold,
        AskedForAlready,
        NotAMember,
        LastMember,
        EndsBeforeItBegins,
    ),
)
async def ask_household_change(
    actor: Writer, db: Db, tenancy_id: UUID, given: AskHouseholdChange
) -> Response:
    change = await joining.ask(db, actor, tenancy_id, given)
    return created(await _shown(db, actor, change.id))


@router.post(
    "/household-changes/{change_id}/decide",
    response_model=HouseholdChangeView,
    summary="Approve or refuse, by what the dwelling bears",
    responses=problems(NotFound, ChangedMeanwhile, ChangeIsDecided, NoRoomForMore),
)
async def decide_household_change(
    actor: Decider, db: Db, change_id: UUID, given: DecideHouseholdChange
) -> Response:
    await joining.decide(db, actor, change_id, given)
    return await _shown(db, actor, change_id)


@router.post(
    "/household-changes/{change_id}/confirm",
    response_model=HouseholdChangeView,
    summary="Say that who was approved has moved in",
    responses=problems(
        NotFound,
        ChangedMeanwhile,
        ChangeNotApproved,
        NotYet,
        NotMovedIn,
        HasMovedOut,
        AlreadyInHousehold,
        NoRoomForMore,
    ),
)
async def confirm_household_change(
    actor: Writer, db: Db, change_id: UUID, given: ConfirmHouseholdChange
) -> Response:
    await joining.confirm(db, change_id, given)
    return await _shown(db, actor, change_id)


@router.post(
    "/household-changes/{change_id}/withdraw",
    response_model=HouseholdChangeView,
    summary="Take a request back",
    responses=problems(NotFound, ChangedMeanwhile, ChangeIsOver),
)
async def withdraw_household_change(
    actor: Writer, db: Db, change_id: UUID, given: WithdrawHouseholdChange
) -> Response:
    await joining.withdraw(db, change_id, given)
    return await _shown(db, actor, change_id)

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.residents.problems import HelperDoesNotFit
from bomiljo.features.tenancies import activation, queries, service
from bomiljo.features.tenancies.problems import (
    AlreadyMovedIn,
    ContractEndsTooEarly,
    EndsBeforeMoveIn,
    FixedTermIncomplete,
    HasMovedOut,
    HouseholdHasAHome,
    HouseholdUnknown,
    NotMovedIn,
    NotYet,
    ResidentHasHousehold,
    ResidentUnknown,
    SameUnit,
    TransferIsPlanned,
    UnitIsBlocked,
    UnitIsNotADwelling,
    UnitIsTaken,
    UnitIsTooSmall,
    UnitUnknown,
)
from bomiljo.features.tenancies.schemas import (
    CancelPlan,
    ConfirmMoveIn,
    Devices,
    EditTenancy,
    IssuedCode,
    MoveIn,
    MoveOut,
    TenancyPage,
    TenancyQuery,
    TenancyView,
    Transfer,
    tenancy_view,
)
from bomiljo.kernel.answers import created
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems
from bomiljo.settings import Settings

router = guarded_router("", "tenancies")

Reader = Annotated[Actor, requires(Permission.TENANCIES_READ)]
Writer = Annotated[Actor, requires(Permission.TENANCIES_WRITE)]
Issuer = Annotated[Actor, requires(Permission.ACTIVATION_ISSUE)]

UNIT_PROBLEMS = (
    UnitIsTaken,
    UnitIsNotADwelling,
    UnitIsBlocked,
    UnitIsTooSmall,
    UnitUnknown,
    ContractEndsTooEarly,
)


async def _shown(db: Db, actor: Actor, tenancy_id: UUID) -> Response:
    return await queries.tenancy(tenancy_view(actor)).show(db, tenancy_id=tenancy_id)


@router.get("/tenancies", response_model=TenancyPage, summary="Tenancies, filtered and sorted")
async def list_tenancies(
    actor: Reader, db: Db, query: Annotated[TenancyQuery, Query()]
) -> Response:
    values = queries.filters_of(query)
    listing = queries.tenancies(
        tenancy_view(actor),
        frozenset(values),
        query.state,
        query.sort,
        running_out=query.running_out,
        continued=query.cursor is not None,
    )
    return await listing.show(db, query, values | {"district_id": actor.district_id})


@router.get(
    "/tenancies/{tenancy_id}",
    response_model=TenancyView,
    summary="One tenancy",
    responses=problems(NotFound),
)
async def get_tenancy(actor: Reader, db: Db, tenancy_id: UUID) -> Response:
    return await _shown(db, actor, tenancy_id)


@router.patch(
    "/tenancies/{tenancy_id}",
    response_model=TenancyView,
    summary="Correct the contract",
    responses=problems(NotFound, ChangedMeanwhile, FixedTermIncomplete, ContractEndsTooEarly),
)
async def edit_tenancy(actor: Writer, db: Db, tenancy_id: UUID, edit: EditTenancy) -> Response:
    await service.edit(db, tenancy_id, edit)
    return await _shown(db, actor, tenancy_id)


@router.post(
    "/tenancies/move-in",
    status_code=201,
    response_model=TenancyView,
    summary="Move a household into a unit, today, or as a plan when the day lies ahead",
    responses=problems(
        *UNIT_PROBLEMS,
        HouseholdUnknown,
        HouseholdHasAHome,
        ResidentUnknown,
        ResidentHasHousehold,
        HelperDoesNotFit,
    ),
)
async def move_in(actor: Writer, db: Db, new: MoveIn) -> Response:
    tenancy = await service.move_in(db, actor, new)
    return created(await _shown(db, actor, tenancy.id))


@router.post(
    "/tenancies/{tenancy_id}/confirm",
    response_model=TenancyView,
    summary="Say that a planned move-in has happened",
    responses=problems(
        NotFound, ChangedMeanwhile, AlreadyMovedIn, NotYet, UnitIsTaken, EndsBeforeMoveIn
    ),
)
async def confirm_move_in(
    actor: Writer, db: Db, tenancy_id: UUID, given: ConfirmMoveIn
) -> Response:
    await service.confirm(db, tenancy_id, given)
    return await _shown(db, actor, tenancy_id)


@router.post(
    "/tenancies/{tenancy_id}/cancel",
    status_code=204,
    summary="Drop a move-in that was only planned",
    responses=problems(NotFound, ChangedMeanwhile, AlreadyMovedIn),
)
async def cancel_move_in(actor: Writer, db: Db, tenancy_id: UUID, given: CancelPlan) -> None:
    await service.cancel(db, tenancy_id, given)


@router.post(
    "/tenancies/{tenancy_id}/transfer",
    status_code=201,
    response_model=TenancyView,
    summary="Move a household to another unit: it ends here and begins there the same day",
    responses=problems(
        NotFound,
        ChangedMeanwhile,
        *UNIT_PROBLEMS,
        SameUnit,
        NotMovedIn,
        HasMovedOut,
        TransferIsPlanned,
        EndsBeforeMoveIn,
    ),
)
async def transfer(actor: Writer, db: Db, tenancy_id: UUID, given: Transfer) -> Response:
    tenancy = await service.transfer(db, tenancy_id, given)
    return created(await _shown(db, actor, tenancy.id))


@router.post(
    "/tenancies/{tenancy_id}/move-out",
    response_model=TenancyView,
    summary="End a tenancy with a reason and a destination, or give notice of it",
    responses=problems(
        NotFound, ChangedMeanwhile, NotMovedIn, HasMovedOut, EndsBeforeMoveIn, TransferIsPlanned
    ),
)
async def move_out(actor: Writer, db: Db, tenancy_id: UUID, given: MoveOut) -> Response:
    await service.move_out(db, tenancy_id, given)
    return await _shown(db, actor, tenancy_id)


@router.post(
    "/residents/{resident_id}/activation-code",
    status_code=201,
    summary="Issue the code that opens the portal on one phone",
    responses=problems(NotFound),
)
async def issue_activation_code(
    actor: Issuer, session: Db, request: Request, resident_id: UUID
) -> IssuedCode:
    settings: Settings = request.app.state.settings
    return await activation.issue(session, actor, resident_id, settings.origin)


@router.get(
    "/residents/{resident_id}/devices",
    summary="Phones that are signed in for a resident",
    responses=problems(NotFound),
)
async def list_devices(actor: Issuer, db: Db, resident_id: UUID) -> Devices:
    return await activation.devices(db, resident_id)


@router.delete(
    "/residents/{resident_id}/devices",
    status_code=204,
    summary="Sign out every phone of a resident",
    responses=problems(NotFound),
)
async def end_devices(actor: Issuer, db: Db, resident_id: UUID) -> None:
    await activation.end_all(db, resident_id)


@router.delete(
    "/residents/{resident_id}/devices/{device_id}",
    status_code=204,
    summary="Sign out one phone of a resident",
    responses=problems(NotFound),
)
async def end_device(actor: Issuer, db: Db, resident_id: UUID, device_id: UUID) -> None:
    await activation.end(db, resident_id, device_id)

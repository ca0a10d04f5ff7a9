from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.sites import queries, service
from bomiljo.features.sites.problems import (
    BusyDaysEndFirst,
    BusyHoursEndFirst,
    DwellingNumberUnknownFormat,
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
    SiteDetail,
    SitePage,
    UnblockUnit,
    UnitPage,
    UnitQuery,
    UnitView,
    unit_view,
)
from bomiljo.kernel.listing import ListQuery
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "building")

SiteReader = Annotated[Actor, requires(Permission.SITES_READ)]
Reader = Annotated[Actor, requires(Permission.UNITS_READ)]
Writer = Annotated[Actor, requires(Permission.UNITS_WRITE)]


@router.get("/sites", response_model=SitePage, summary="Sites in my area")
async def list_sites(actor: SiteReader, db: Db, query: Annotated[ListQuery, Query()]) -> Response:
    return await queries.sites(continued=query.cursor is not None).show(db, query, {})


@router.get("/sites/{site_id}", summary="One site", responses=problems(NotFound))
async def get_site(actor: SiteReader, db: Db, site_id: UUID) -> SiteDetail:
    return await service.show_site(db, site_id)


@router.post(
    "/neighbours/{neighbour_id}/busy-hours",
    status_code=201,
    summary="When a neighbour wants no lorries",
    responses=problems(NotFound, BusyHoursEndFirst, BusyDaysEndFirst),
)
async def add_busy_hours(
    actor: Writer, db: Db, neighbour_id: UUID, given: GiveBusyHours
) -> BusyHoursView:
    return await service.add_busy_hours(db, neighbour_id, given)


@router.put(
    "/busy-hours/{busy_hours_id}",
    summary="Say anew when a neighbour wants no lorries",
    responses=problems(NotFound, BusyHoursEndFirst, BusyDaysEndFirst),
)
async def replace_busy_hours(
    actor: Writer, db: Db, busy_hours_id: UUID, given: GiveBusyHours
) -> BusyHoursView:
    return await service.replace_busy_hours(db, busy_hours_id, given)


@router.delete(
    "/busy-hours/{busy_hours_id}",
    status_code=204,
    summary="The neighbour has no such hours any more",
    responses=problems(NotFound),
)
async def remove_busy_hours(actor: Writer, db: Db, busy_hours_id: UUID) -> None:
    await service.remove_busy_hours(db, busy_hours_id)


@router.get("/units", response_model=UnitPage, summary="Units, filtered and sorted")
async def list_units(actor: Reader, db: Db, query: Annotated[UnitQuery, Query()]) -> Response:
    values = queries.filters_of(query)
    listing = queries.units(
        unit_view(actor), frozenset(values), query.sort, continued=query.cursor is not None
    )
    return await listing.show(db, query, values)


@router.get(
    "/units/{unit_id}", response_model=UnitView, summary="One unit", responses=problems(NotFound)
)
async def get_unit(actor: Reader, db: Db, unit_id: UUID) -> Response:
    return await queries.unit(unit_view(actor)).show(db, unit_id=unit_id)


@router.patch(
    "/units/{unit_id}",
    response_model=UnitView,
    summary="Correct what a unit is",
    responses=problems(NotFound, ChangedMeanwhile, UnitIsLet, DwellingNumberUnknownFormat),
)
async def edit_unit(actor: Writer, db: Db, unit_id: UUID, edit: EditUnit) -> Response:
    await service.edit(db, unit_id, edit)
    return await queries.unit(unit_view(actor)).show(db, unit_id=unit_id)


@router.post(
    "/units/{unit_id}/block",
    response_model=UnitView,
    summary="Take a unit out of use for a reason",
    responses=problems(NotFound, ChangedMeanwhile),
)
async def block_unit(actor: Writer, db: Db, unit_id: UUID, why: BlockUnit) -> Response:
    await service.block(db, unit_id, why)
    return await queries.unit(unit_view(actor)).show(db, unit_id=unit_id)


@router.post(
    "/units/{unit_id}/unblock",
    response_model=UnitView,
    summary="Put a unit back into use",
    responses=problems(NotFound, ChangedMeanwhile, UnitNotBlocked),
)
async def unblock_unit(actor: Writer, db: Db, unit_id: UUID, edit: UnblockUnit) -> Response:
    await service.unblock(db, unit_id, edit)
    return await queries.unit(unit_view(actor)).show(db, unit_id=unit_id)


@router.post(
    "/units/{unit_id}/change-use",
    response_model=UnitView,
    summary="Give a unit another use from a day on",
    responses=problems(NotFound, ChangedMeanwhile, UnitIsLet, UnitHasOneUse),
)
async def change_unit_use(actor: Writer, db: Db, unit_id: UUID, change: ChangeUse) -> Response:
    await service.change_use(db, actor, unit_id, change)
    return await queries.unit(unit_view(actor)).show(db, unit_id=unit_id)

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.furnishing import handling, queries, service, support
from bomiljo.features.furnishing.inputs import (
    EditLine,
    ExtraLine,
    HandOverKey,
    NewChecklists,
    NewEdition,
    SaySupport,
    Shortage,
    Ticks,
    Withdraw,
)
from bomiljo.features.furnishing.problems import (
    ChecklistOpen,
    DeviationReasonMissing,
    EditionReplaced,
    FurnishedUnitUnknown,
    ItemTwice,
    KeyLiesReady,
    LineUnknown,
    MoreMissingThanThereAre,
    NotReady,
    PackageForOtherRooms,
    PackageUnknown,
    SupportInFuture,
    SupportSaidMeanwhile,
    UnitNotFurnished,
)
from bomiljo.features.furnishing.schemas import (
    ChecklistView,
    FurnishedUnitPage,
    FurnishingQuery,
    Opened,
    Packages,
    PackageView,
    SupportView,
)
from bomiljo.kernel.answers import created
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "furnishing")

Reader = Annotated[Actor, requires(Permission.FURNISHING_READ)]
Ticker = Annotated[Actor, requires(Permission.FURNISHING_TICK)]
Writer = Annotated[Actor, requires(Permission.FURNISHING_WRITE)]
SupportReader = Annotated[Actor, requires(Permission.SUPPORT_READ)]
SupportWriter = Annotated[Actor, requires(Permission.SUPPORT_WRITE)]


@router.get(
    "/furnishing/units",
    response_model=FurnishedUnitPage,
    summary="The house: units and how far each is furnished",
)
async def list_furnished_units(
    actor: Reader, db: Db, query: Annotated[FurnishingQuery, Query()]
) -> Response:
    values = queries.filters_of(query)
    continued = query.cursor is not None
    listing = queries.units(frozenset(values), query.stage, query.sort, continued=continued)
    return await listing.show(db, query, values | {"district_id": actor.district_id})


@router.get("/furnishing/packages", summary="The packages in use, with their lines")
async def list_packages(actor: Reader, db: Db) -> Packages:
    return await queries.packages(db, actor)


@router.post(
    "/furnishing/packages",
    status_code=201,
    summary="A new edition of a package; lists that are made already stay",
    responses=problems(EditionReplaced, ItemTwice),
)
async def edit_package(actor: Writer, db: Db, new: NewEdition) -> PackageView:
    return await service.edit_package(db, actor, new)


@router.post(
    "/checklists",
    status_code=201,
    summary="Make the checklists of one or many units",
    responses=problems(
        PackageUnknown, FurnishedUnitUnknown, UnitNotFurnished, PackageForOtherRooms, ChecklistOpen
    ),
)
async def open_checklists(actor: Writer, db: Db, new: NewChecklists) -> Opened:
    return await service.open_checklists(db, actor, new)


@router.get(
    "/units/{unit_id}/checklist",
    response_model=ChecklistView,
    summary="A unit's present checklist",
    responses=problems(NotFound),
)
async def get_checklist(actor: Reader, db: Db, unit_id: UUID) -> Response:
    return await queries.checklist("unit_id").show(db, unit_id=unit_id)


@router.get(
    "/units/{unit_id}/support",
    summary="How far support for personal extras has come, where somebody lives or will live",
    responses=problems(NotFound),
)
async def get_support(actor: SupportReader, db: Db, unit_id: UUID) -> SupportView:
    return await support.show(db, unit_id)


@router.put(
    "/tenancies/{tenancy_id}/support",
    summary="Say how far support for personal extras has come",
    responses=problems(NotFound, ChangedMeanwhile, SupportInFuture, SupportSaidMeanwhile),
)
async def say_support(
    actor: SupportWriter, db: Db, tenancy_id: UUID, given: SaySupport
) -> SupportView:
    return await support.say(db, actor, tenancy_id, given)


@router.post(
    "/checklists/{checklist_id}/ticks",
    response_model=ChecklistView,
    summary="Lines that have reached a step; the same again changes nothing",
    responses=problems(NotFound, LineUnknown),
)
async def tick_lines(actor: Ticker, db: Db, checklist_id: UUID, given: Ticks) -> Response:
    await handling.tick(db, actor, checklist_id, given)
    return await queries.checklist("checklist_id").show(db, checklist_id=checklist_id)


@router.post(
    "/checklists/{checklist_id}/withdraw",
    response_model=ChecklistView,
    summary="Take back a step that was ticked by mistake",
    responses=problems(NotFound, LineUnknown, KeyLiesReady),
)
async def withdraw_tick(actor: Ticker, db: Db, checklist_id: UUID, given: Withdraw) -> Response:
    await handling.withdraw(db, checklist_id, given)
    return await queries.checklist("checklist_id").show(db, checklist_id=checklist_id)


@router.post(
    "/checklists/{checklist_id}/shortage",
    response_model=ChecklistView,
    summary="Say what is missing or broken",
    responses=problems(NotFound, LineUnknown, MoreMissingThanThereAre, KeyLiesReady),
)
async def report_shortage(actor: Ticker, db: Db, checklist_id: UUID, given: Shortage) -> Response:
    await handling.report_shortage(db, actor, checklist_id, given)
    return await queries.checklist("checklist_id").show(db, checklist_id=checklist_id)


@router.post(
    "/checklists/{checklist_id}/key",
    response_model=ChecklistView,
    summary="The key lies ready: the unit can be moved into",
    responses=problems(NotFound, ChangedMeanwhile, NotReady, KeyLiesReady),
)
async def lay_key_ready(actor: Ticker, db: Db, checklist_id: UUID, given: HandOverKey) -> Response:
    await handling.lay_key_ready(db, actor, checklist_id, given)
    return await queries.checklist("checklist_id").show(db, checklist_id=checklist_id)


@router.post(
    "/checklists/{checklist_id}/lines",
    status_code=201,
    response_model=ChecklistView,
    summary="Something beyond the package, with a reason",
    responses=problems(NotFound, ChangedMeanwhile, ItemTwice, KeyLiesReady),
)
async def add_checklist_line(
    actor: Writer, db: Db, checklist_id: UUID, extra: ExtraLine
) -> Response:
    await service.add_line(db, checklist_id, extra)
    return created(await queries.checklist("checklist_id").show(db, checklist_id=checklist_id))


@router.patch(
    "/checklists/{checklist_id}/lines/{line_id}",
    response_model=ChecklistView,
    summary="Another number than in the package, with a reason",
    responses=problems(NotFound, ChangedMeanwhile, DeviationReasonMissing, KeyLiesReady),
)
async def edit_checklist_line(
    actor: Writer, db: Db, checklist_id: UUID, line_id: UUID, given: EditLine
) -> Response:
    await service.edit_line(db, checklist_id, line_id, given)
    return await queries.checklist("checklist_id").show(db, checklist_id=checklist_id)

from typing import Annotated
from uuid import UUID

from fastapi import Depends, File, Form, Response, UploadFile
from fastapi.responses import FileResponse

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.handover import inspecting, papers, service
from bomiljo.features.handover.model import InspectionKind, InspectionPlace
from bomiljo.features.handover.problems import (
    InFlatBeforeArrived,
    InspectionFinished,
    NoteMissing,
    PlacesLeft,
    TooManyInspectionPictures,
)
from bomiljo.features.handover.schemas import (
    EditMoveInDay,
    ExplainClause,
    FinishInspection,
    InspectionPictureView,
    Inspections,
    MoveInDayView,
    PutFinding,
    SameDay,
    TickMoveIn,
)
from bomiljo.kernel.files import (
    PICTURE_ANSWER,
    PICTURE_IS,
    PICTURE_PROBLEMS,
    Directory,
    PictureGone,
    Size,
    picture_response,
)
from bomiljo.kernel.papers import PDF_ANSWER
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "handover")

Reader = Annotated[Actor, requires(Permission.HANDOVER_READ)]
Writer = Annotated[Actor, requires(Permission.HANDOVER_WRITE)]
Counter = Annotated[Actor, requires(Permission.SAME_DAY_READ)]
Looker = Annotated[Actor, requires(Permission.INSPECTIONS_READ)]
Inspector = Annotated[Actor, requires(Permission.INSPECTIONS_WRITE)]


async def _taken(
    picture: Annotated[UploadFile, File(description=PICTURE_IS)],
    kind: Annotated[InspectionKind, Form(examples=["move_in"])],
    place: Annotated[InspectionPlace, Form(examples=["kitchen"])],
) -> inspecting.Photograph:
    return inspecting.Photograph(picture.file, kind, place)


Taken = Annotated[inspecting.Photograph, Depends(_taken)]


@router.get(
    "/tenancies/{tenancy_id}/move-in-day",
    summary="A household's first day: what is done, and what is left",
    responses=problems(NotFound),
)
async def get_move_in_day(actor: Reader, db: Db, tenancy_id: UUID) -> MoveInDayView:
    return await service.show(db, tenancy_id)


@router.patch(
    "/tenancies/{tenancy_id}/move-in-day",
    summary="Note an hour, the language of the explanation, or the next appointment",
    responses=problems(NotFound, ChangedMeanwhile, InFlatBeforeArrived),
)
async def edit_move_in_day(
    actor: Writer, db: Db, tenancy_id: UUID, edit: EditMoveInDay
) -> MoveInDayView:
    return await service.edit(db, actor, tenancy_id, edit)


@router.post(
    "/tenancies/{tenancy_id}/move-in-day/steps",
    summary="A step is done, or is not after all; the same again changes nothing",
    responses=problems(NotFound),
)
async def tick_move_in_step(
    actor: Writer, db: Db, tenancy_id: UUID, given: TickMoveIn
) -> MoveInDayView:
    return await service.tick(db, actor, tenancy_id, given.step, done=given.done)


@router.post(
    "/tenancies/{tenancy_id}/move-in-day/clauses",
    summary="A clause of the contract is explained, or is not after all",
    responses=problems(NotFound),
)
async def explain_clause(
    actor: Writer, db: Db, tenancy_id: UUID, given: ExplainClause
) -> MoveInDayView:
    return await service.explain(db, actor, tenancy_id, given.clause, explained=given.explained)


@router.get(
    "/tenancies/{tenancy_id}/key-receipt",
    response_class=Response,
    summary="The receipt for the keys on paper, with lines to sign on",
    responses=problems(NotFound) | PDF_ANSWER,
)
async def get_key_receipt(_: Reader, db: Db, tenancy_id: UUID) -> Response:
    return await papers.key_receipt(db, tenancy_id)


@router.get(
    "/sites/{site_id}/same-day",
    summary="How many were in their flat on the day they arrived",
    responses=problems(NotFound),
)
async def count_same_day(actor: Counter, db: Db, site_id: UUID) -> SameDay:
    return await service.same_day(db, actor, site_id)


@router.get(
    "/tenancies/{tenancy_id}/inspections",
    summary="How the flat was handed over, when they came and when they left",
    responses=problems(NotFound),
)
async def list_inspections(actor: Looker, db: Db, tenancy_id: UUID) -> Inspections:
    return await inspecting.listed(db, tenancy_id)


@router.post(
    "/tenancies/{tenancy_id}/inspections/findings",
    summary="What a place of the flat looks like",
    responses=problems(NotFound, NoteMissing, InspectionFinished),
)
async def put_finding(actor: Inspector, db: Db, tenancy_id: UUID, given: PutFinding) -> Inspections:
    return await inspecting.find(db, actor, tenancy_id, given)


@router.post(
    "/tenancies/{tenancy_id}/inspections/pictures",
    status_code=201,
    summary="A picture of a place; where and when it was taken is removed",
    responses=problems(NotFound, InspectionFinished, TooManyInspectionPictures, *PICTURE_PROBLEMS),
)
async def add_inspection_picture(
    actor: Inspector, db: Db, tenancy_id: UUID, directory: Directory, taken: Taken
) -> InspectionPictureView:
    return await inspecting.add_picture(db, actor, tenancy_id, directory, taken)


@router.post(
    "/tenancies/{tenancy_id}/inspections/finish",
    summary="Every place is looked at: from now on nothing changes",
    responses=problems(NotFound, InspectionFinished, PlacesLeft),
)
async def finish_inspection(
    actor: Inspector, db: Db, tenancy_id: UUID, given: FinishInspection
) -> Inspections:
    return await inspecting.finish(db, actor, tenancy_id, given)


@router.get(
    "/inspection-pictures/{inspection_picture_id}",
    response_class=FileResponse,
    summary="A picture of a flat, at most 1600 pixels wide and high",
    responses=PICTURE_ANSWER | problems(NotFound, PictureGone),
)
async def get_inspection_picture(
    actor: Looker, db: Db, directory: Directory, inspection_picture_id: UUID
) -> Response:
    key = await inspecting.open_picture(db, inspection_picture_id)
    return picture_response(directory, key, Size.WHOLE)


@router.get(
    "/inspection-pictures/{inspection_picture_id}/thumbnail",
    response_class=FileResponse,
    summary="The picture of a flat, at most 320 pixels wide and high",
    responses=PICTURE_ANSWER | problems(NotFound, PictureGone),
)
async def get_inspection_thumbnail(
    actor: Looker, db: Db, directory: Directory, inspection_picture_id: UUID
) -> Response:
    key = await inspecting.small_key(db, inspection_picture_id)
    return picture_response(directory, key, Size.SMALL)

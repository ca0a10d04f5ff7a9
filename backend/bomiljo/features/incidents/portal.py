"""What a resident does: report, follow, answer, send a picture."""

from typing import Annotated
from uuid import UUID

from fastapi import File, Query, Response, UploadFile
from fastapi.responses import FileResponse

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.incidents import pictures, portal_queries, reporting, timeline
from bomiljo.features.incidents.portal_schemas import (
    NewMessage,
    NewReport,
    OwnPicture,
    OwnReported,
    OwnReportPage,
    OwnReportWhole,
)
from bomiljo.features.incidents.problems import SiteMissing, TooManyPictures
from bomiljo.kernel.answers import created
from bomiljo.kernel.files import (
    PICTURE_ANSWER,
    PICTURE_IS,
    PICTURE_PROBLEMS,
    Directory,
    PictureGone,
    Size,
    picture_response,
)
from bomiljo.kernel.listing import ListQuery
from bomiljo.kernel.problems import NotFound, problems

router = guarded_router("/portal", "portal")

Resident = Annotated[Actor, requires(Permission.PORTAL_USE)]
Upload = Annotated[UploadFile, File(description=PICTURE_IS)]


@router.post(
    "/incidents",
    status_code=201,
    summary="Report a problem",
    responses=problems(SiteMissing),
)
async def report_own(actor: Resident, db: Db, new: NewReport) -> OwnReported:
    return await reporting.report_own(db, actor, new)


@router.get("/incidents", response_model=OwnReportPage, summary="What I have reported")
async def list_own_reports(
    actor: Resident, db: Db, query: Annotated[ListQuery, Query()]
) -> Response:
    return await portal_queries.show_page(db, actor, query)


@router.get(
    "/incidents/{incident_id}",
    response_model=OwnReportWhole,
    summary="One of my reports, and what has been answered",
    responses=problems(NotFound),
)
async def get_own_report(actor: Resident, db: Db, incident_id: UUID) -> Response:
    return await portal_queries.show_one(db, actor, incident_id)


@router.post(
    "/incidents/{incident_id}/entries",
    status_code=201,
    response_model=OwnReportWhole,
    summary="Write to those who have my report",
    responses=problems(NotFound),
)
async def add_own_message(actor: Resident, db: Db, incident_id: UUID, new: NewMessage) -> Response:
    await timeline.add_message(db, actor, incident_id, new.body)
    return created(await portal_queries.show_one(db, actor, incident_id))


@router.post(
    "/incidents/{incident_id}/pictures",
    status_code=201,
    summary="Send a picture; where and when it was taken is removed",
    responses=problems(NotFound, TooManyPictures, *PICTURE_PROBLEMS),
)
async def add_own_picture(
    actor: Resident, db: Db, incident_id: UUID, directory: Directory, picture: Upload
) -> OwnPicture:
    return await pictures.add_own(db, actor, incident_id, directory, picture.file)


@router.get(
    "/pictures/{picture_id}",
    response_class=FileResponse,
    summary="A picture in one of my reports",
    responses=PICTURE_ANSWER | problems(NotFound, PictureGone),
)
async def get_own_picture(
    actor: Resident, db: Db, directory: Directory, picture_id: UUID
) -> Response:
    key = await pictures.open_small(db, picture_id)
    return picture_response(directory, key, Size.WHOLE)


@router.get(
    "/pictures/{picture_id}/thumbnail",
    response_class=FileResponse,
    summary="The picture, at most 320 pixels wide and high",
    responses=PICTURE_ANSWER | problems(NotFound, PictureGone),
)
async def get_own_picture_thumbnail(
    actor: Resident, db: Db, directory: Directory, picture_id: UUID
) -> Response:
    key = await pictures.open_small(db, picture_id)
    return picture_response(directory, key, Size.SMALL)

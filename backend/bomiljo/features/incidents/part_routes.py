"""Routes to what an incident consists of: entries, measures, parties, pictures."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, File, Form, Response, UploadFile
from fastapi.responses import FileResponse

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.incidents import detail_queries, measures, parties, pictures, timeline
from bomiljo.features.incidents.inputs import (
    EditMeasure,
    NewEntry,
    NewMeasure,
    NewParty,
    ShowPicture,
)
from bomiljo.features.incidents.model import EntryAudience
from bomiljo.features.incidents.problems import (
    AlreadyParty,
    AudienceTooNarrow,
    EntryUnknown,
    MeasureNotSeen,
    OwnerCannotSeeIncident,
    PersonUnknown,
    ResponsibleElsewhere,
    TooManyPictures,
)
from bomiljo.features.incidents.schemas import (
    IncidentView,
    PartiesView,
    PictureView,
    whole_view,
)
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
from bomiljo.kernel.inputs import Line
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "incidents")

Reader = Annotated[Actor, requires(Permission.INCIDENTS_READ)]
Handler = Annotated[Actor, requires(Permission.INCIDENTS_HANDLE)]
Editor = Annotated[Actor, requires(Permission.INCIDENTS_EDIT)]
PartiesReader = Annotated[Actor, requires(Permission.PARTIES_READ)]
PartiesWriter = Annotated[Actor, requires(Permission.PARTIES_WRITE)]


def _uploaded(
    picture: Annotated[UploadFile, File(description=PICTURE_IS)],
    caption: Annotated[Line | None, Form(examples=["Under vasken"])] = None,
    audience: Annotated[EntryAudience | None, Form()] = None,
) -> pictures.Upload:
    return pictures.Upload(picture.file, caption, audience)


Uploaded = Annotated[pictures.Upload, Depends(_uploaded)]


@router.post(
    "/incidents/{incident_id}/entries",
    status_code=201,
    response_model=IncidentView,
    summary="Write in the timeline, or correct what was written",
    responses=problems(NotFound, AudienceTooNarrow, EntryUnknown),
)
async def add_incident_entry(actor: Reader, db: Db, incident_id: UUID, new: NewEntry) -> Response:
    await timeline.add_note(db, actor, incident_id, new)
    return created(
        await detail_queries.incident(whole_view(actor)).show(db, incident_id=incident_id)
    )


@router.post(
    "/incidents/{incident_id}/measures",
    status_code=201,
    response_model=IncidentView,
    summary="Agree on something to be done",
    responses=problems(
        NotFound, AudienceTooNarrow, MeasureNotSeen, OwnerCannotSeeIncident, ResponsibleElsewhere
    ),
)
async def add_incident_measure(
    actor: Handler, db: Db, incident_id: UUID, new: NewMeasure
) -> Response:
    await measures.add(db, actor, incident_id, new)
    return created(
        await detail_queries.incident(whole_view(actor)).show(db, incident_id=incident_id)
    )


@router.patch(
    "/incidents/{incident_id}/measures/{measure_id}",
    response_model=IncidentView,
    summary="Change a measure, or tick it off",
    responses=problems(
        NotFound, ChangedMeanwhile, MeasureNotSeen, OwnerCannotSeeIncident, ResponsibleElsewhere
    ),
)
async def edit_incident_measure(
    actor: Handler, db: Db, incident_id: UUID, measure_id: UUID, edit: EditMeasure
) -> Response:
    await measures.edit(db, actor, incident_id, measure_id, edit)
    return await detail_queries.incident(whole_view(actor)).show(db, incident_id=incident_id)


@router.get(
    "/incidents/{incident_id}/parties",
    response_model=PartiesView,
    summary="Who is part of an incident",
    responses=problems(NotFound),
)
async def list_incident_parties(actor: PartiesReader, db: Db, incident_id: UUID) -> Response:
    return await detail_queries.parties().show(db, incident_id=incident_id)


@router.post(
    "/incidents/{incident_id}/parties",
    status_code=201,
    response_model=PartiesView,
    summary="Add somebody who is part of it",
    responses=problems(NotFound, PersonUnknown, AlreadyParty),
)
async def add_incident_party(
    actor: PartiesWriter, db: Db, incident_id: UUID, new: NewParty
) -> Response:
    await parties.add(db, actor, incident_id, new)
    return created(await detail_queries.parties().show(db, incident_id=incident_id))


@router.post(
    "/incidents/{incident_id}/pictures",
    status_code=201,
    summary="Add a picture; where and when it was taken is removed",
    responses=problems(NotFound, AudienceTooNarrow, TooManyPictures, *PICTURE_PROBLEMS),
)
async def add_incident_picture(
    actor: Reader, db: Db, incident_id: UUID, directory: Directory, upload: Uploaded
) -> PictureView:
    return await pictures.add(db, actor, incident_id, directory, upload)


@router.patch(
    "/pictures/{picture_id}",
    response_model=PictureView,
    summary="Decide who sees a picture",
    responses=problems(NotFound),
)
async def show_picture_to(
    actor: Editor, db: Db, picture_id: UUID, shown: ShowPicture
) -> PictureView:
    return await pictures.show_to(db, actor, picture_id, shown.audience)


@router.get(
    "/pictures/{picture_id}",
    response_class=FileResponse,
    summary="A picture, at most 1600 pixels wide and high",
    responses=PICTURE_ANSWER | problems(NotFound, PictureGone),
)
async def get_picture(actor: Reader, db: Db, directory: Directory, picture_id: UUID) -> Response:
    key = await pictures.open_one(db, picture_id)
    return picture_response(directory, key, Size.WHOLE)


@router.get(
    "/pictures/{picture_id}/thumbnail",
    response_class=FileResponse,
    summary="The picture, at most 320 pixels wide and high",
    responses=PICTURE_ANSWER | problems(NotFound, PictureGone),
)
async def get_picture_thumbnail(
    actor: Reader, db: Db, directory: Directory, picture_id: UUID
) -> Response:
    key = await pictures.open_small(db, picture_id)
    return picture_response(directory, key, Size.SMALL)

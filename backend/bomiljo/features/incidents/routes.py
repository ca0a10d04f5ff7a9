from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.incidents import detail_queries, handling, queries, reporting, sharing
from bomiljo.features.incidents.inputs import (
    Assign,
    ChangeSeverity,
    ChangeStatus,
    EditIncident,
    NewIncident,
    Share,
    Unshare,
)
from bomiljo.features.incidents.problems import (
    AlreadyShared,
    AudienceTooNarrow,
    BuildingNoteMissing,
    CannotSeeIncident,
    NotShared,
    PersonUnknown,
    ReasonMissing,
    ResponsibleElsewhere,
    SiteMissing,
    StatusNotReachable,
    UnitUnknown,
)
from bomiljo.features.incidents.schemas import (
    CountQuery,
    IncidentPage,
    IncidentQuery,
    IncidentView,
    OnCall,
    OpenCounts,
    Reported,
    listed_view,
    whole_view,
)
from bomiljo.kernel.answers import answer
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("/incidents")

Reader = Annotated[Actor, requires(Permission.INCIDENTS_READ)]
Reporter = Annotated[Actor, requires(Permission.INCIDENTS_REPORT)]
Handler = Annotated[Actor, requires(Permission.INCIDENTS_HANDLE)]
Editor = Annotated[Actor, requires(Permission.INCIDENTS_EDIT)]


@router.post(
    "",
    status_code=201,
    response_model=Reported,
    summary="Report what happened",
    responses=problems(SiteMissing, UnitUnknown, PersonUnknown),
)
async def report_incident(actor: Reporter, db: Db, new: NewIncident) -> Response:
    return answer(await reporting.report(db, actor, new), 201)


@router.get("", response_model=IncidentPage, summary="Incidents, filtered and sorted")
async def list_incidents(
    actor: Reader, db: Db, query: Annotated[IncidentQuery, Query()]
) -> Response:
    return await queries.show_page(db, actor, listed_view(actor), query)


@router.get("/counts", summary="Open incidents that I see, per status and severity")
async def count_open_incidents(
    actor: Reader, db: Db, query: Annotated[CountQuery, Query()]
) -> OpenCounts:
    return await queries.count_open(db, actor, query.site_id)


@router.get(
    "/{incident_id}",
    response_model=IncidentView,
    summary="One incident with its timeline, measures and pictures",
    responses=problems(NotFound),
)
async def get_incident(actor: Reader, db: Db, incident_id: UUID) -> Response:
    return await detail_queries.incident(whole_view(actor)).show(db, incident_id=incident_id)


@router.get(
    "/{incident_id}/on-call",
    summary="Whom to ring about an incident",
    responses=problems(NotFound),
)
async def list_on_call(actor: Reader, db: Db, incident_id: UUID) -> OnCall:
    return await reporting.on_call(db, incident_id)


@router.patch(
    "/{incident_id}",
    response_model=IncidentView,
    summary="Correct what was reported; what it said before stays in the timeline",
    responses=problems(NotFound, ChangedMeanwhile, UnitUnknown, BuildingNoteMissing),
)
async def edit_incident(actor: Editor, db: Db, incident_id: UUID, edit: EditIncident) -> Response:
    await handling.edit(db, actor, incident_id, edit)
    return await detail_queries.incident(whole_view(actor)).show(db, incident_id=incident_id)


@router.post(
    "/{incident_id}/assign",
    response_model=IncidentView,
    summary="Hand an incident to a person or a service",
    responses=problems(NotFound, ChangedMeanwhile, CannotSeeIncident, ResponsibleElsewhere),
)
async def assign_incident(actor: Handler, db: Db, incident_id: UUID, to: Assign) -> Response:
    await handling.assign(db, actor, incident_id, to)
    return await detail_queries.incident(whole_view(actor)).show(db, incident_id=incident_id)


@router.post(
    "/{incident_id}/status",
    response_model=IncidentView,
    summary="Say how far it has come",
    responses=problems(
        NotFound, ChangedMeanwhile, StatusNotReachable, ReasonMissing, AudienceTooNarrow
    ),
)
async def change_incident_status(
    actor: Handler, db: Db, incident_id: UUID, change: ChangeStatus
) -> Response:
    await handling.change_status(db, actor, incident_id, change)
    return await detail_queries.incident(whole_view(actor)).show(db, incident_id=incident_id)


@router.post(
    "/{incident_id}/severity",
    response_model=IncidentView,
    summary="Say how grave it is; raised to acute, it reaches the people on duty at once",
    responses=problems(NotFound, ChangedMeanwhile, AudienceTooNarrow),
)
async def change_incident_severity(
    actor: Handler, db: Db, incident_id: UUID, change: ChangeSeverity
) -> Response:
    await handling.change_severity(db, actor, incident_id, change)
    return await detail_queries.incident(whole_view(actor)).show(db, incident_id=incident_id)


@router.post(
    "/{incident_id}/share",
    response_model=IncidentView,
    summary="Let the landlord or Nav see an incident",
    responses=problems(NotFound, ChangedMeanwhile, AlreadyShared, BuildingNoteMissing),
)
async def share_incident(actor: Editor, db: Db, incident_id: UUID, share: Share) -> Response:
    await sharing.share(db, actor, incident_id, share)
    return await detail_queries.incident(whole_view(actor)).show(db, incident_id=incident_id)


@router.post(
    "/{incident_id}/unshare",
    response_model=IncidentView,
    summary="End sharing; what they were responsible for comes back to the district",
    responses=problems(NotFound, ChangedMeanwhile, NotShared),
)
async def unshare_incident(actor: Editor, db: Db, incident_id: UUID, unshare: Unshare) -> Response:
    await sharing.unshare(db, actor, incident_id, unshare)
    return await detail_queries.incident(whole_view(actor)).show(db, incident_id=incident_id)

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.meetings import detail_queries, invitations, queries, service
from bomiljo.features.meetings.inputs import (
    Cancel,
    EditMeeting,
    EditSeries,
    Move,
    NewMeeting,
    NewParticipant,
    NewSeries,
    RollCall,
    SeriesDays,
)
from bomiljo.features.meetings.problems import (
    AlreadyInvited,
    ColleagueUnknown,
    MeetingIsCancelled,
    MeetingIsOver,
    MonthlyStaysOnItsDay,
    MovedIntoPast,
    NoResidentsHere,
    NoSuchTime,
    NotInSeries,
    OrganisationsDoNotFit,
    ResidentUnknown,
    RuleNotUnderstood,
    RuleTooLong,
    RuleWithoutDays,
    RuleWithoutEnd,
    SiteNeeded,
    SiteUnknown,
)
from bomiljo.features.meetings.schemas import (
    MeetingPage,
    MeetingQuery,
    MeetingView,
    SeriesPage,
    SeriesPreview,
    SeriesView,
)
from bomiljo.kernel.answers import created
from bomiljo.kernel.listing import ListQuery
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "meetings")

Reader = Annotated[Actor, requires(Permission.MEETINGS_READ)]
Leader = Annotated[Actor, requires(Permission.MEETINGS_WRITE)]
RULES = (RuleNotUnderstood, RuleWithoutEnd, RuleTooLong, RuleWithoutDays, NoSuchTime)
PEOPLE = (ColleagueUnknown, ResidentUnknown, NoResidentsHere, SiteNeeded, AlreadyInvited)


async def _shown(db: Db, meeting_id: UUID) -> Response:
    return await detail_queries.meeting().show(db, meeting_id=meeting_id)


@router.get("/meeting-series", response_model=SeriesPage, summary="Series of meetings")
async def list_series(actor: Reader, db: Db, query: Annotated[ListQuery, Query()]) -> Response:
    return await queries.show_series(db, actor, query)


@router.post(
    "/meeting-series",
    status_code=201,
    response_model=SeriesView,
    summary="Start a series, with a meeting on each of its days",
    responses=problems(
        SiteUnknown, OrganisationsDoNotFit, *RULES, ColleagueUnknown, AlreadyInvited
    ),
)
async def start_series(actor: Leader, db: Db, new: NewSeries) -> Response:
    series = await service.start_series(db, actor, new)
    return created(await queries.one_series().show(db, series_id=series))


@router.post(
    "/meeting-series/preview",
    summary="On which days a series would meet",
    responses=problems(*RULES),
)
async def preview_series(actor: Leader, days: SeriesDays) -> SeriesPreview:
    return service.preview(days)


@router.patch(
    "/meeting-series/{series_id}",
    response_model=SeriesView,
    summary="Change what a series is called and what it always talks of",
    responses=problems(NotFound, ChangedMeanwhile),
)
async def edit_series(actor: Leader, db: Db, series_id: UUID, edit: EditSeries) -> Response:
    await service.edit_series(db, series_id, edit)
    return await queries.one_series().show(db, series_id=series_id)


@router.get("/meetings", response_model=MeetingPage, summary="Meetings I may know of, in order")
async def list_meetings(actor: Reader, db: Db, query: Annotated[MeetingQuery, Query()]) -> Response:
    return await queries.show_meetings(db, actor, query)


@router.post(
    "/meetings",
    status_code=201,
    response_model=MeetingView,
    summary="Call a meeting",
    responses=problems(SiteUnknown, OrganisationsDoNotFit, NoSuchTime, *PEOPLE),
)
async def call_meeting(actor: Leader, db: Db, new: NewMeeting) -> Response:
    return created(await _shown(db, await service.call(db, actor, new)))


@router.get(
    "/meetings/{meeting_id}",
    response_model=MeetingView,
    summary="One meeting with its agenda, minutes and what came of it",
    responses=problems(NotFound),
)
async def get_meeting(actor: Reader, db: Db, meeting_id: UUID) -> Response:
    return await _shown(db, meeting_id)


@router.patch(
    "/meetings/{meeting_id}",
    response_model=MeetingView,
    summary="Change what a meeting is called and where it is",
    responses=problems(NotFound, ChangedMeanwhile),
)
async def edit_meeting(actor: Leader, db: Db, meeting_id: UUID, edit: EditMeeting) -> Response:
    await service.edit(db, meeting_id, edit)
    return await _shown(db, meeting_id)


@router.post(
    "/meetings/{meeting_id}/move",
    response_model=MeetingView,
    summary="Move a meeting, or it and those that follow in its series",
    responses=problems(
        NotFound,
        ChangedMeanwhile,
        MeetingIsOver,
        NotInSeries,
        MonthlyStaysOnItsDay,
        MovedIntoPast,
        NoSuchTime,
    ),
)
async def move_meeting(actor: Leader, db: Db, meeting_id: UUID, to: Move) -> Response:
    await service.move(db, actor, meeting_id, to)
    return await _shown(db, meeting_id)


@router.post(
    "/meetings/{meeting_id}/cancel",
    response_model=MeetingView,
    summary="Cancel a meeting, or it and those that follow in its series",
    responses=problems(NotFound, ChangedMeanwhile, MeetingIsOver, NotInSeries),
)
async def cancel_meeting(actor: Leader, db: Db, meeting_id: UUID, why: Cancel) -> Response:
    await service.cancel(db, actor, meeting_id, why)
    return await _shown(db, meeting_id)


@router.post(
    "/meetings/{meeting_id}/participants",
    status_code=201,
    response_model=MeetingView,
    summary="Ask somebody to a meeting",
    responses=problems(NotFound, *PEOPLE),
)
async def invite_participant(
    actor: Leader, db: Db, meeting_id: UUID, new: NewParticipant
) -> Response:
    await invitations.invite(db, actor, meeting_id, new)
    return created(await _shown(db, meeting_id))


@router.delete(
    "/meetings/{meeting_id}/participants/{participant_id}",
    response_model=MeetingView,
    summary="Take somebody off the list of participants",
    responses=problems(NotFound),
)
async def withdraw_participant(
    actor: Leader, db: Db, meeting_id: UUID, participant_id: UUID
) -> Response:
    await invitations.withdraw(db, meeting_id, participant_id)
    return await _shown(db, meeting_id)


@router.post(
    "/meetings/{meeting_id}/attendance",
    response_model=MeetingView,
    summary="Note who came",
    responses=problems(NotFound, MeetingIsCancelled),
)
async def call_roll(actor: Leader, db: Db, meeting_id: UUID, roll: RollCall) -> Response:
    await invitations.call_the_roll(db, meeting_id, roll)
    return await _shown(db, meeting_id)

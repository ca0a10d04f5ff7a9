"""Routes to what a meeting consists of and leaves behind: agenda, minutes, decisions, actions."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.meetings import (
    agenda,
    detail_queries,
    followup,
    minutes,
    proposals,
    queries,
)
from bomiljo.features.meetings.inputs import (
    Answer,
    ApproveMinutes,
    CorrectMinutes,
    EditAction,
    EditItem,
    NewAction,
    NewDecision,
    NewItems,
    NewQuestion,
    SaveMinutes,
    SettleAction,
)
from bomiljo.features.meetings.problems import (
    AgendaItemSettled,
    AgendaItemUnknown,
    AgendaLeftOpen,
    AnsweredAlready,
    BuildingFactsOnly,
    MeetingIsCancelled,
    MinutesApproved,
    MinutesChangedMeanwhile,
    MinutesMissing,
    MinutesNotApproved,
    OwnerCannotSeeMeeting,
    OwnerMissing,
    ServiceNotThere,
    SubjectUnknown,
    WhyDropped,
)
from bomiljo.features.meetings.schemas import (
    ActionPage,
    ActionQuery,
    ListedAction,
    ListedQuestion,
    MeetingView,
    Proposals,
    QuestionPage,
    QuestionQuery,
)
from bomiljo.kernel.answers import created
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "meetings")

Reader = Annotated[Actor, requires(Permission.MEETINGS_READ)]
Leader = Annotated[Actor, requires(Permission.MEETINGS_WRITE)]
Doer = Annotated[Actor, requires(Permission.ACTIONS_WRITE)]
CLOSED = (NotFound, MeetingIsCancelled, MinutesApproved)
OWNED = (OwnerMissing, OwnerCannotSeeMeeting, ServiceNotThere)


async def _shown(db: Db, meeting_id: UUID) -> Response:
    return await detail_queries.meeting().show(db, meeting_id=meeting_id)


@router.get(
    "/meetings/{meeting_id}/proposals",
    summary="What the meeting could take up: what was left open, what has happened",
    responses=problems(NotFound),
)
async def propose_agenda(actor: Reader, db: Db, meeting_id: UUID) -> Proposals:
    return await proposals.propose(db, meeting_id)


@router.post(
    "/meetings/{meeting_id}/agenda",
    status_code=201,
    response_model=MeetingView,
    summary="Put items on the agenda",
    responses=problems(*CLOSED, SubjectUnknown, BuildingFactsOnly),
)
async def add_agenda_items(actor: Leader, db: Db, meeting_id: UUID, new: NewItems) -> Response:
    await agenda.add(db, actor, meeting_id, new)
    return created(await _shown(db, meeting_id))


@router.patch(
    "/meetings/{meeting_id}/agenda/{agenda_item_id}",
    response_model=MeetingView,
    summary="Change an item, its place, or how it left the meeting",
    responses=problems(*CLOSED, ChangedMeanwhile),
)
async def edit_agenda_item(
    actor: Leader, db: Db, meeting_id: UUID, agenda_item_id: UUID, edit: EditItem
) -> Response:
    await agenda.edit(db, meeting_id, agenda_item_id, edit)
    return await _shown(db, meeting_id)


@router.delete(
    "/meetings/{meeting_id}/agenda/{agenda_item_id}",
    response_model=MeetingView,
    summary="Take an item off the agenda",
    responses=problems(*CLOSED, AgendaItemSettled),
)
async def remove_agenda_item(
    actor: Leader, db: Db, meeting_id: UUID, agenda_item_id: UUID
) -> Response:
    await agenda.remove(db, meeting_id, agenda_item_id)
    return await _shown(db, meeting_id)


@router.put(
    "/meetings/{meeting_id}/minutes",
    response_model=MeetingView,
    summary="Save the draft of the minutes",
    responses=problems(*CLOSED, MinutesChangedMeanwhile),
)
async def save_minutes(actor: Leader, db: Db, meeting_id: UUID, draft: SaveMinutes) -> Response:
    await minutes.save(db, actor, meeting_id, draft)
    return await _shown(db, meeting_id)


@router.post(
    "/meetings/{meeting_id}/minutes/approve",
    response_model=MeetingView,
    summary="Approve the minutes; from then on they do not change",
    responses=problems(*CLOSED, MinutesChangedMeanwhile, MinutesMissing, AgendaLeftOpen),
)
async def approve_minutes(
    actor: Leader, db: Db, meeting_id: UUID, approved: ApproveMinutes
) -> Response:
    await minutes.approve(db, actor, meeting_id, approved)
    return await _shown(db, meeting_id)


@router.post(
    "/meetings/{meeting_id}/minutes/correct",
    status_code=201,
    response_model=MeetingView,
    summary="Begin a new version of approved minutes",
    responses=problems(NotFound, MinutesNotApproved),
)
async def correct_minutes(actor: Leader, db: Db, meeting_id: UUID, why: CorrectMinutes) -> Response:
    await minutes.correct(db, actor, meeting_id, why)
    return created(await _shown(db, meeting_id))


@router.post(
    "/meetings/{meeting_id}/decisions",
    status_code=201,
    response_model=MeetingView,
    summary="Record what was decided",
    responses=problems(*CLOSED, AgendaItemUnknown),
)
async def record_decision(actor: Leader, db: Db, meeting_id: UUID, new: NewDecision) -> Response:
    await followup.decide(db, actor, meeting_id, new)
    return created(await _shown(db, meeting_id))


@router.post(
    "/meetings/{meeting_id}/actions",
    status_code=201,
    response_model=MeetingView,
    summary="Record who does what by when",
    responses=problems(*CLOSED, AgendaItemUnknown, *OWNED),
)
async def agree_action(actor: Leader, db: Db, meeting_id: UUID, new: NewAction) -> Response:
    await followup.agree(db, actor, meeting_id, new)
    return created(await _shown(db, meeting_id))


@router.post(
    "/meetings/{meeting_id}/questions",
    status_code=201,
    response_model=MeetingView,
    summary="Record what nobody knew, who finds out, and by when",
    responses=problems(*CLOSED, AgendaItemUnknown, *OWNED),
)
async def record_question(actor: Leader, db: Db, meeting_id: UUID, new: NewQuestion) -> Response:
    await followup.ask(db, actor, meeting_id, new)
    return created(await _shown(db, meeting_id))


@router.get("/meeting-actions", response_model=ActionPage, summary="Actions, by their day")
async def list_actions(actor: Reader, db: Db, query: Annotated[ActionQuery, Query()]) -> Response:
    return await queries.show_actions(db, actor, query)


@router.patch(
    "/meeting-actions/{action_id}",
    response_model=ListedAction,
    summary="Change an action, its owner or its day",
    responses=problems(NotFound, ChangedMeanwhile, *OWNED),
)
async def edit_action(actor: Leader, db: Db, action_id: UUID, edit: EditAction) -> Response:
    await followup.edit(db, actor, action_id, edit)
    return await queries.action().show(db, action_id=action_id)


@router.post(
    "/meeting-actions/{action_id}/status",
    response_model=ListedAction,
    summary="Tick an action off, drop it, or open it again",
    responses=problems(NotFound, ChangedMeanwhile, WhyDropped),
)
async def settle_action(actor: Doer, db: Db, action_id: UUID, settle: SettleAction) -> Response:
    await followup.settle(db, actor, action_id, settle)
    return await queries.action().show(db, action_id=action_id)


@router.get("/open-questions", response_model=QuestionPage, summary="What nobody knew, by its day")
async def list_questions(
    actor: Reader, db: Db, query: Annotated[QuestionQuery, Query()]
) -> Response:
    return await queries.show_questions(db, actor, query)


@router.post(
    "/open-questions/{question_id}/answer",
    response_model=ListedQuestion,
    summary="Answer an open question",
    responses=problems(NotFound, ChangedMeanwhile, AnsweredAlready),
)
async def answer_question(actor: Doer, db: Db, question_id: UUID, given: Answer) -> Response:
    await followup.answer(db, actor, question_id, given)
    return await queries.question().show(db, question_id=question_id)

from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Boolean,
    Date,
    DateTime,
    Select,
    and_,
    bindparam,
    func,
    literal_column,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.access.actor import Actor
from bomiljo.features.meetings.columns import (
    is_mine,
    listed,
    origin,
    resident_ids,
    user_named,
)
from bomiljo.features.meetings.model import (
    AHEAD,
    ActionItem,
    ActionStatus,
    Meeting,
    MeetingSeries,
    OpenQuestion,
)
from bomiljo.features.meetings.schemas import (
    ActionQuery,
    ListedAction,
    ListedMeeting,
    ListedQuestion,
    MeetingQuery,
    QuestionQuery,
    SeriesView,
)
from bomiljo.kernel.clock import OSLO, today
from bomiljo.kernel.listing import Listing, ListQuery, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, one_of, own_columns

MEETINGS: dict[str, Any] = {
    "kind": given(Meeting.kind, "kind"),
    "series_id": given(Meeting.series_id, "series_id"),
    "site_id": given(Meeting.site_id, "site_id"),
    "minutes": given(Meeting.minutes_state, "minutes"),
    "from_day": Meeting.begins_at >= bindparam("from_day", type_=DateTime(timezone=True)),
    "to_day": Meeting.begins_at < bindparam("to_day", type_=DateTime(timezone=True)),
    "mine": is_mine() == bindparam("mine", type_=Boolean()),
}
IS_OPEN = ActionItem.status == literal_column(f"'{ActionStatus.OPEN}'")
ACTIONS: dict[str, Any] = {
    "owner": given(ActionItem.owner_user_id, "owner"),
    "organisation": given(ActionItem.owner_organisation, "organisation"),
    "status": given(ActionItem.status, "status"),
    "series_id": given(Meeting.series_id, "series_id"),
    "overdue": and_(IS_OPEN, ActionItem.due_on < bindparam("overdue", type_=Date())),
    "not_overdue": ~and_(IS_OPEN, ActionItem.due_on < bindparam("not_overdue", type_=Date())),
}
QUESTIONS: dict[str, Any] = {
    "organisation": given(OpenQuestion.finder_organisation, "organisation"),
    "answered": OpenQuestion.answered_at.is_not(None),
    "unanswered": OpenQuestion.answered_at.is_(None),
}


@lru_cache
def _meetings(filters: frozenset[str], *, descending: bool, continued: bool) -> Listing:
    return listing(
        "meetings.list",
        select(Meeting)
        .where(given(Meeting.district_id, "district_id"))
        .where(*(MEETINGS[name] for name in sorted(filters))),
        item=as_json(ListedMeeting, listed(ListedMeeting)),
        record=Meeting.id,
        order=Order(Meeting.begins_at, descending=descending),
        continued=continued,
        subjects=resident_ids(),
    )


async def show_meetings(session: AsyncSession, actor: Actor, query: MeetingQuery) -> Response:
    values: dict[str, Any] = {
        name: value
        for name in ("kind", "series_id", "site_id", "minutes", "mine")
        if (value := getattr(query, name)) is not None
    }
    if query.from_day:
        values["from_day"] = datetime.combine(query.from_day, time(), OSLO)
    if query.to_day:
        values["to_day"] = datetime.combine(query.to_day + timedelta(days=1), time(), OSLO)
    prepared = _meetings(
        frozenset(values), descending=query.latest_first, continued=query.cursor is not None
    )
    return await prepared.show(session, query, {**values, "district_id": actor.district_id})


def _followed_up() -> tuple[Select[Any], Any]:
    columns = own_columns(ListedAction, ActionItem) | {
        "owner": user_named(ActionItem.owner_user_id),
        "settled_by": user_named(ActionItem.settled_by),
        "meeting": origin(),
    }
    whence = select(ActionItem).outerjoin(Meeting, Meeting.id == ActionItem.meeting_id)
    return whence, as_json(ListedAction, columns)


@lru_cache
def action() -> Detail:
    whence, item = _followed_up()
    return detail(
        "meetings.action",
        whence.where(given(ActionItem.id, "action_id")),
        item=item,
        record=ActionItem.id,
    )


@lru_cache
def _actions(filters: frozenset[str], *, continued: bool) -> Listing:
    whence, item = _followed_up()
    return listing(
        "meetings.actions",
        whence.where(given(ActionItem.district_id, "district_id")).where(
            *(ACTIONS[name] for name in sorted(filters))
        ),
        item=item,
        record=ActionItem.id,
        order=Order(ActionItem.due_on),
        continued=continued,
    )


async def show_actions(session: AsyncSession, actor: Actor, query: ActionQuery) -> Response:
    values: dict[str, Any] = {
        name: value
        for name in ("organisation", "status", "series_id")
        if (value := getattr(query, name)) is not None
    }
    if query.owner:
        values["owner"] = str(actor.id) if query.owner == "me" else query.owner
    if query.overdue is not None:
        values["overdue" if query.overdue else "not_overdue"] = today()
    prepared = _actions(frozenset(values), continued=query.cursor is not None)
    return await prepared.show(session, query, {**values, "district_id": actor.district_id})


def _asked() -> tuple[Select[Any], Any]:
    columns = own_columns(ListedQuestion, OpenQuestion) | {
        "finder": user_named(OpenQuestion.finder_user_id),
        "answered_by": user_named(OpenQuestion.answered_by),
        "meeting": origin(),
    }
    whence = select(OpenQuestion).outerjoin(Meeting, Meeting.id == OpenQuestion.meeting_id)
    return whence, as_json(ListedQuestion, columns)


@lru_cache
def question() -> Detail:
    whence, item = _asked()
    return detail(
        "meetings.question",
        whence.where(given(OpenQuestion.id, "question_id")),
        item=item,
        record=OpenQuestion.id,
    )


@lru_cache
def _questions(filters: frozenset[str], *, continued: bool) -> Listing:
    whence, item = _asked()
    return listing(
        "meetings.questions",
        whence.where(given(OpenQuestion.district_id, "district_id")).where(
            *(QUESTIONS[name] for name in sorted(filters))
        ),
        item=item,
        record=OpenQuestion.id,
        order=Order(OpenQuestion.until),
        continued=continued,
    )


async def show_questions(session: AsyncSession, actor: Actor, query: QuestionQuery) -> Response:
    filters = set()
    if query.answered is not None:
        filters.add("answered" if query.answered else "unanswered")
    values: dict[str, Any] = {"district_id": actor.district_id}
    if query.organisation:
        filters.add("organisation")
        values["organisation"] = query.organisation
    prepared = _questions(frozenset(filters), continued=query.cursor is not None)
    return await prepared.show(session, query, values)


def _series_view() -> Any:
    coming = (
        Meeting.series_id == MeetingSeries.id,
        Meeting.begins_at > func.now(),
        one_of(Meeting.status, AHEAD),
    )
    following = select(func.min(Meeting.begins_at)).where(*coming).correlate(MeetingSeries)
    left = select(func.count()).select_from(Meeting).where(*coming).correlate(MeetingSeries)
    columns = own_columns(SeriesView, MeetingSeries) | {
        "organisations": func.array_to_json(MeetingSeries.organisations),
        "topics": func.array_to_json(MeetingSeries.topics),
        "next_at": following.scalar_subquery(),
        "ahead": left.scalar_subquery(),
    }
    return as_json(SeriesView, columns)


@lru_cache
def one_series() -> Detail:
    return detail(
        "meetings.one_series",
        select(MeetingSeries).where(given(MeetingSeries.id, "series_id")),
        item=_series_view(),
        record=MeetingSeries.id,
    )


@lru_cache
def _series(*, continued: bool) -> Listing:
    return listing(
        "meetings.series",
        select(MeetingSeries).where(given(MeetingSeries.district_id, "district_id")),
        item=_series_view(),
        record=MeetingSeries.id,
        order=Order(MeetingSeries.created_at, descending=True),
        continued=continued,
        logged=False,
    )


async def show_series(session: AsyncSession, actor: Actor, query: ListQuery) -> Response:
    prepared = _series(continued=query.cursor is not None)
    return await prepared.show(session, query, {"district_id": actor.district_id})

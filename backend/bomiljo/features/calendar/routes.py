from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.calendar import feeds, service
from bomiljo.features.calendar.problems import DayUnknown, SpanTooLong
from bomiljo.features.calendar.schemas import (
    CalendarQuery,
    CalendarView,
    CulturalDays,
    Feeds,
    NewFeed,
    NewFeedView,
    ShowDay,
)
from bomiljo.kernel.answers import answer
from bomiljo.kernel.problems import NotFound, problems

router = guarded_router("", "calendar")

Reader = Annotated[Actor, requires(Permission.CALENDAR_READ)]
Planner = Annotated[Actor, requires(Permission.CALENDAR_WRITE)]
Owner = Annotated[Actor, requires(Permission.FEEDS_OWN)]


@router.get(
    "/calendar",
    response_model=CalendarView,
    summary="What happens from one day to another, and what is said about the days",
    responses=problems(NotFound, SpanTooLong),
)
async def get_calendar(actor: Reader, db: Db, query: Annotated[CalendarQuery, Query()]) -> Response:
    return answer(await service.show(db, actor, query))


@router.get("/calendar/days", summary="The days that the calendar can name, and whether it does")
async def list_cultural_days(actor: Reader, db: Db) -> CulturalDays:
    return await service.cultural_days(db)


@router.patch(
    "/calendar/days",
    status_code=204,
    summary="Name a day in the district's calendar, or no longer",
    responses=problems(DayUnknown),
)
async def show_cultural_day(actor: Planner, db: Db, given: ShowDay) -> None:
    await service.show_day(db, actor, given.code, visible=given.visible)


@router.get("/feeds", summary="The addresses under which my calendar programs read")
async def list_feeds(actor: Owner, db: Db) -> Feeds:
    return await feeds.listed(db)


# `session`, not `db`: an answer with a secret is not kept for a repeat
@router.post(
    "/feeds",
    status_code=201,
    summary="Make an address for a calendar program; it is shown this once",
    responses=problems(NotFound),
)
async def make_feed(actor: Owner, session: Db, request: Request, given: NewFeed) -> NewFeedView:
    return await feeds.make(session, actor, given, request.app.state.settings.origin)


@router.post(
    "/feeds/{feed_id}/revoke",
    status_code=204,
    summary="Close an address for good",
    responses=problems(NotFound),
)
async def revoke_feed(actor: Owner, db: Db, feed_id: UUID) -> None:
    await feeds.revoke(db, feed_id)

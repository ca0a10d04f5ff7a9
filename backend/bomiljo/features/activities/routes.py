from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.activities import planning, queries
from bomiljo.features.activities.inputs import (
    CancelActivity,
    CompleteActivity,
    EditActivity,
    NewActivity,
    PostponeActivity,
)
from bomiljo.features.activities.problems import (
    ActivityStatusNotReachable,
    CapacityBelowSignedUp,
    DayInThePast,
    DayMissing,
    EndsBeforeItStarts,
    HourWithoutDay,
    NotToday,
    NotToMove,
    ResponsibleUnknown,
    SiteMissing,
    TitleMissing,
)
from bomiljo.features.activities.schemas import ActivityPage, ActivityQuery, ActivityView
from bomiljo.kernel.answers import created
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("/activities")

Reader = Annotated[Actor, requires(Permission.ACTIVITIES_READ)]
Planner = Annotated[Actor, requires(Permission.ACTIVITIES_WRITE)]
HOURS = (EndsBeforeItStarts, HourWithoutDay)


@router.post(
    "",
    status_code=201,
    response_model=ActivityView,
    summary="Put something into the week plan",
    responses=problems(
        SiteMissing, ResponsibleUnknown, DayInThePast, DayMissing, TitleMissing, *HOURS
    ),
)
async def plan_activity(actor: Planner, db: Db, new: NewActivity) -> Response:
    activity_id = await planning.plan(db, actor, new)
    return created(await queries.activity().show(db, activity_id=activity_id))


@router.get("", response_model=ActivityPage, summary="The week plan, filtered, day by day")
async def list_activities(
    actor: Reader, db: Db, query: Annotated[ActivityQuery, Query()]
) -> Response:
    return await queries.show_page(db, actor, query)


@router.get(
    "/{activity_id}",
    response_model=ActivityView,
    summary="One activity, and the days it has stood on",
    responses=problems(NotFound),
)
async def get_activity(actor: Reader, db: Db, activity_id: UUID) -> Response:
    return await queries.activity().show(db, activity_id=activity_id)


@router.patch(
    "/{activity_id}",
    response_model=ActivityView,
    summary="Change it; a new day, hour or place is told to those who have signed up",
    responses=problems(
        NotFound,
        ChangedMeanwhile,
        ResponsibleUnknown,
        DayInThePast,
        DayMissing,
        TitleMissing,
        ActivityStatusNotReachable,
        CapacityBelowSignedUp,
        *HOURS,
    ),
)
async def edit_activity(actor: Planner, db: Db, activity_id: UUID, edit: EditActivity) -> Response:
    await planning.edit(db, actor, activity_id, edit)
    return await queries.activity().show(db, activity_id=activity_id)


@router.post(
    "/{activity_id}/postpone",
    status_code=201,
    response_model=ActivityView,
    summary="Postpone it; the line stays, a new one takes over all who have signed up",
    responses=problems(NotFound, ChangedMeanwhile, NotToMove, DayInThePast, *HOURS),
)
async def postpone_activity(
    actor: Planner, db: Db, activity_id: UUID, given: PostponeActivity
) -> Response:
    following = await planning.postpone(db, actor, activity_id, given)
    return created(await queries.activity().show(db, activity_id=following))


@router.post(
    "/{activity_id}/cancel",
    response_model=ActivityView,
    summary="Cancel it; the line stays, and those who have signed up are told",
    responses=problems(NotFound, ChangedMeanwhile, ActivityStatusNotReachable),
)
async def cancel_activity(
    actor: Planner, db: Db, activity_id: UUID, given: CancelActivity
) -> Response:
    await planning.cancel(db, actor, activity_id, given)
    return await queries.activity().show(db, activity_id=activity_id)


@router.post(
    "/{activity_id}/complete",
    response_model=ActivityView,
    summary="It has taken place",
    responses=problems(
        NotFound, ChangedMeanwhile, ActivityStatusNotReachable, DayMissing, NotToday
    ),
)
async def complete_activity(
    actor: Planner, db: Db, activity_id: UUID, given: CompleteActivity
) -> Response:
    await planning.complete(db, activity_id, given.version)
    return await queries.activity().show(db, activity_id=activity_id)

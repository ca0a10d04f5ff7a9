"""What a resident does: see the week, sign up, leave the list again."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.activities import portal_queries, seats
from bomiljo.features.activities.portal_schemas import OwnActivity, OwnWeeks, WeeksQuery
from bomiljo.features.activities.problems import AlreadySignedUp, NotSignedUp, SignUpClosed
from bomiljo.kernel.problems import NotFound, problems

router = guarded_router("/portal/activities", "portal")

Resident = Annotated[Actor, requires(Permission.PORTAL_USE)]


@router.get("", response_model=OwnWeeks, summary="This week and the next ones where I live")
async def list_own_activities(
    actor: Resident, db: Db, query: Annotated[WeeksQuery, Query()]
) -> Response:
    return await portal_queries.show_weeks(db, actor, query.from_day)


@router.get(
    "/{activity_id}",
    response_model=OwnActivity,
    summary="One activity, and my place in it",
    responses=problems(NotFound),
)
async def get_own_activity(actor: Resident, db: Db, activity_id: UUID) -> Response:
    return await portal_queries.show_one(db, actor, activity_id)


@router.post(
    "/{activity_id}/sign-up",
    response_model=OwnActivity,
    summary="Sign up; where it is full I wait",
    responses=problems(NotFound, SignUpClosed, AlreadySignedUp),
)
async def sign_up_own(actor: Resident, db: Db, activity_id: UUID) -> Response:
    await seats.sign_up_own(db, actor, activity_id)
    return await portal_queries.show_one(db, actor, activity_id)


@router.post(
    "/{activity_id}/withdraw",
    response_model=OwnActivity,
    summary="Leave the list; whoever waited longest gets the seat",
    responses=problems(NotFound, NotSignedUp),
)
async def withdraw_own(actor: Resident, db: Db, activity_id: UUID) -> Response:
    await seats.withdraw(db, actor, activity_id, actor.id)
    return await portal_queries.show_one(db, actor, activity_id)

"""Routes to who takes part: sign-ups, the waiting list, the roll."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.activities import queries, seats
from bomiljo.features.activities.inputs import SignUpFor, TickOff
from bomiljo.features.activities.problems import (
    AlreadySignedUp,
    NotSignedUp,
    NotToday,
    ResidentUnknown,
    SignUpClosed,
)
from bomiljo.features.activities.schemas import ActivityParticipants
from bomiljo.kernel.answers import created
from bomiljo.kernel.problems import NotFound, problems

router = guarded_router("/activities", "activities")

Reader = Annotated[Actor, requires(Permission.PARTICIPANTS_READ)]
Writer = Annotated[Actor, requires(Permission.PARTICIPANTS_WRITE)]


@router.get(
    "/{activity_id}/participants",
    response_model=ActivityParticipants,
    summary="Who has signed up, who waits, who came",
    responses=problems(NotFound),
)
async def list_participants(actor: Reader, db: Db, activity_id: UUID) -> Response:
    return await queries.participants().show(db, activity_id=activity_id)


@router.post(
    "/{activity_id}/sign-up",
    status_code=201,
    response_model=ActivityParticipants,
    summary="Sign a resident up; where it is full they wait",
    responses=problems(NotFound, ResidentUnknown, SignUpClosed, AlreadySignedUp),
)
async def sign_up_resident(actor: Writer, db: Db, activity_id: UUID, who: SignUpFor) -> Response:
    await seats.sign_up(db, actor, activity_id, who.resident_id)
    return created(await queries.participants().show(db, activity_id=activity_id))


@router.post(
    "/{activity_id}/participants/{resident_id}/withdraw",
    response_model=ActivityParticipants,
    summary="Take a resident off the list; whoever waited longest gets the seat",
    responses=problems(NotFound, NotSignedUp),
)
async def withdraw_resident(
    actor: Writer, db: Db, activity_id: UUID, resident_id: UUID
) -> Response:
    await seats.withdraw_other(db, actor, activity_id, resident_id)
    return await queries.participants().show(db, activity_id=activity_id)


@router.put(
    "/{activity_id}/participants/{resident_id}/attendance",
    response_model=ActivityParticipants,
    summary="Tick off who came, also somebody who had not signed up",
    responses=problems(NotFound, NotToday, SignUpClosed),
)
async def tick_participant(
    actor: Writer, db: Db, activity_id: UUID, resident_id: UUID, given: TickOff
) -> Response:
    await seats.tick(db, actor, activity_id, resident_id, given)
    return await queries.participants().show(db, activity_id=activity_id)

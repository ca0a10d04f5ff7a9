"""Routes of the working day."""

from typing import Annotated
from uuid import UUID

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.crew import handling, queries
from bomiljo.features.crew.inputs import CrewDone, PutCrewHours
from bomiljo.features.crew.problems import (
    CrewBreakTooLong,
    CrewDayOutside,
    CrewHoursTurned,
    CrewWorkNotDone,
    CrewWorkSigned,
)
from bomiljo.features.crew.schemas import CrewDayHours, CrewOwnDay, CrewWeekView
from bomiljo.kernel.problems import NotFound, problems

router = guarded_router("/crew", "crew")

Worker = Annotated[Actor, requires(Permission.CREW_OWN_DAY)]
Timekeeper = Annotated[Actor, requires(Permission.CREW_HOURS)]
Leader = Annotated[Actor, requires(Permission.CREW_SIGN)]


@router.get("/my-day", summary="One's own work today, with its things and the hours")
async def get_own_crew_day(actor: Worker, db: Db) -> CrewOwnDay:
    return await handling.own_day(db, actor)


@router.post(
    "/assignments/{assignment_id}/done",
    status_code=204,
    summary="The work is done, or is not after all; the same again changes nothing",
    responses=problems(NotFound, CrewWorkSigned),
)
async def mark_crew_work(actor: Worker, db: Db, assignment_id: UUID, given: CrewDone) -> None:
    await handling.mark_done(db, actor, assignment_id, done=given.done)


@router.post(
    "/assignments/{assignment_id}/sign",
    summary="A leader has looked at the work; signed once, it stays",
    responses=problems(NotFound, CrewWorkNotDone),
)
async def sign_crew_work(actor: Leader, db: Db, assignment_id: UUID) -> CrewWeekView:
    return await queries.week(db, actor, await handling.sign(db, actor, assignment_id))


@router.put(
    "/members/{crew_member_id}/hours",
    summary="A day's hours, or that somebody was away; one's own, a leader's for all",
    responses=problems(NotFound, CrewDayOutside, CrewHoursTurned, CrewBreakTooLong),
)
async def put_crew_hours(
    actor: Timekeeper, db: Db, crew_member_id: UUID, given: PutCrewHours
) -> CrewDayHours:
    return await handling.put_hours(db, actor, crew_member_id, given)

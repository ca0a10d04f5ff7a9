from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.crew import detail_queries, papers, planning, queries, service, sheets
from bomiljo.features.crew.inputs import (
    EditCrewAssignment,
    EditCrewMember,
    EditCrewWeek,
    NewCrewAssignment,
    NewCrewMember,
    NewCrewWeek,
)
from bomiljo.features.crew.problems import (
    AttestHoursMissing,
    AttestNotForLeaders,
    AttestTooEarly,
    CrewAccountTaken,
    CrewAccountUnknown,
    CrewAssignmentTwice,
    CrewDayOutside,
    CrewDaysInvalid,
    CrewFull,
    CrewMemberUnknown,
    CrewNameTwice,
    CrewNothingToSpread,
    CrewRoomUnknown,
    CrewSiteUnknown,
    CrewUnitWithoutList,
    CrewWorkOutside,
    CrewWorkSigned,
)
from bomiljo.features.crew.schemas import (
    CrewAccounts,
    CrewAccountsQuery,
    CrewUnits,
    CrewWeekPage,
    CrewWeekQuery,
    CrewWeekView,
)
from bomiljo.kernel.papers import PDF_ANSWER
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "crew")

Reader = Annotated[Actor, requires(Permission.CREW_READ)]
Planner = Annotated[Actor, requires(Permission.CREW_PLAN)]
Referee = Annotated[Actor, requires(Permission.CREW_ATTEST)]
WHO = (CrewNameTwice, CrewAccountTaken, CrewAccountUnknown)


@router.get("/crew/weeks", response_model=CrewWeekPage, summary="The crew's weeks, newest first")
async def list_crew_weeks(
    actor: Reader, db: Db, query: Annotated[CrewWeekQuery, Query()]
) -> Response:
    listing = queries.weeks(of_site=query.site_id is not None, continued=query.cursor is not None)
    site = {"site_id": query.site_id} if query.site_id else {}
    return await listing.show(db, query, {"district_id": actor.district_id, **site})


@router.post(
    "/crew/weeks",
    status_code=201,
    summary="A new week, with its people where they are known",
    responses=problems(CrewSiteUnknown, CrewDaysInvalid, *WHO),
)
async def open_crew_week(actor: Planner, db: Db, new: NewCrewWeek) -> CrewWeekView:
    return await queries.week(db, actor, await service.open_week(db, actor, new))


@router.get("/crew/accounts", summary="Who can sign in as one of the crew at a site")
async def list_crew_accounts(
    actor: Planner, db: Db, query: Annotated[CrewAccountsQuery, Query()]
) -> CrewAccounts:
    return await queries.accounts(db, actor, query.site_id)


@router.get(
    "/crew/weeks/{week_id}",
    summary="A week: people, who does what where, and the hours the reader may see",
    responses=problems(NotFound),
)
async def get_crew_week(actor: Reader, db: Db, week_id: UUID) -> CrewWeekView:
    return await queries.week(db, actor, week_id)


@router.patch(
    "/crew/weeks/{week_id}",
    summary="Another name or other days",
    responses=problems(NotFound, ChangedMeanwhile, CrewDaysInvalid, CrewWorkOutside),
)
async def edit_crew_week(actor: Planner, db: Db, week_id: UUID, edit: EditCrewWeek) -> CrewWeekView:
    await service.edit_week(db, week_id, edit)
    return await queries.week(db, actor, week_id)


@router.delete(
    "/crew/weeks/{week_id}",
    status_code=204,
    summary="Erase the week with its names and hours",
    responses=problems(NotFound),
)
async def erase_crew_week(actor: Planner, db: Db, week_id: UUID) -> None:
    await service.erase_week(db, week_id)


@router.get(
    "/crew/weeks/{week_id}/units",
    summary="Where something is left to set up, and which rooms",
    responses=problems(NotFound),
)
async def list_crew_units(actor: Planner, db: Db, week_id: UUID) -> CrewUnits:
    return await detail_queries.units(db, week_id)


@router.get(
    "/crew/weeks/{week_id}/hours-sheet",
    response_class=Response,
    summary="The hours for payroll, as a workbook",
    responses=sheets.ANSWER | problems(NotFound),
)
async def download_crew_hours(actor: Planner, db: Db, week_id: UUID) -> Response:
    return await sheets.hours_sheet(db, week_id)


@router.post(
    "/crew/weeks/{week_id}/suggestion",
    summary="Spread the units that nobody has yet over days and people",
    responses=problems(NotFound, CrewNothingToSpread),
)
async def suggest_crew_work(actor: Planner, db: Db, week_id: UUID) -> CrewWeekView:
    await planning.suggest(db, actor, await service.held(db, week_id))
    return await queries.week(db, actor, week_id)


@router.post(
    "/crew/weeks/{week_id}/members",
    status_code=201,
    summary="Somebody more in the week",
    responses=problems(NotFound, CrewFull, *WHO),
)
async def add_crew_member(
    actor: Planner, db: Db, week_id: UUID, new: NewCrewMember
) -> CrewWeekView:
    await service.add_member(db, week_id, new)
    return await queries.week(db, actor, week_id)


@router.patch(
    "/crew/members/{crew_member_id}",
    summary="Correct somebody's name, kind, age or account",
    responses=problems(NotFound, *WHO),
)
async def edit_crew_member(
    actor: Planner, db: Db, crew_member_id: UUID, edit: EditCrewMember
) -> CrewWeekView:
    return await queries.week(db, actor, await service.edit_member(db, crew_member_id, edit))


@router.delete(
    "/crew/members/{crew_member_id}",
    status_code=204,
    summary="Take somebody out of the week, with their hours",
    responses=problems(NotFound, CrewWorkSigned),
)
async def remove_crew_member(actor: Planner, db: Db, crew_member_id: UUID) -> None:
    await service.remove_member(db, crew_member_id)


@router.get(
    "/crew/members/{crew_member_id}/attest",
    response_class=Response,
    summary="A youth's attest, from the last day on",
    responses=PDF_ANSWER
    | problems(NotFound, AttestNotForLeaders, AttestTooEarly, AttestHoursMissing),
)
async def print_attest(actor: Referee, db: Db, crew_member_id: UUID) -> Response:
    return await papers.attest(db, actor, crew_member_id)


@router.post(
    "/crew/weeks/{week_id}/assignments",
    status_code=201,
    summary="Plan who sets up what where",
    responses=problems(
        NotFound,
        CrewDayOutside,
        CrewUnitWithoutList,
        CrewRoomUnknown,
        CrewAssignmentTwice,
        CrewMemberUnknown,
    ),
)
async def plan_crew_work(
    actor: Planner, db: Db, week_id: UUID, new: NewCrewAssignment
) -> CrewWeekView:
    await service.plan(db, week_id, new)
    return await queries.week(db, actor, week_id)


@router.patch(
    "/crew/assignments/{assignment_id}",
    summary="Another day or other people",
    responses=problems(
        NotFound, CrewDayOutside, CrewMemberUnknown, CrewAssignmentTwice, CrewWorkSigned
    ),
)
async def replan_crew_work(
    actor: Planner, db: Db, assignment_id: UUID, edit: EditCrewAssignment
) -> CrewWeekView:
    return await queries.week(db, actor, await service.replan(db, assignment_id, edit))


@router.delete(
    "/crew/assignments/{assignment_id}",
    status_code=204,
    summary="Take work out of the plan",
    responses=problems(NotFound, CrewWorkSigned),
)
async def unplan_crew_work(actor: Planner, db: Db, assignment_id: UUID) -> None:
    await service.unplan(db, assignment_id)

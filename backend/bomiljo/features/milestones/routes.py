from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.milestones import information, queries, service
from bomiljo.features.milestones.information_schemas import InformationView, TellResident
from bomiljo.features.milestones.inputs import BeginMilestones, EditMilestone, MilestoneQuery
from bomiljo.features.milestones.problems import (
    DoneAhead,
    DoneDayMissing,
    DueReasonMissing,
    InterpreterWithoutSpeech,
    NotOfHealth,
    ToldAhead,
    WaitedForMissing,
    WaitsFromAhead,
)
from bomiljo.features.milestones.schemas import (
    MilestoneLine,
    MilestonePage,
    MilestoneView,
    Template,
    WaitingTimes,
)
from bomiljo.features.residents.problems import SettledBeforeAgreed
from bomiljo.kernel.answers import created
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "milestones")

Reader = Annotated[Actor, requires(Permission.MILESTONES_READ)]
Writer = Annotated[Actor, requires(Permission.MILESTONES_WRITE)]
Counter = Annotated[Actor, requires(Permission.WAITING_TIMES_READ)]


@router.get("/milestone-steps", summary="The template: steps, what they hang on, laws, detours")
async def list_milestone_steps(actor: Counter, db: Db) -> Template:
    return await queries.template(db)


@router.get(
    "/milestones",
    response_model=MilestonePage,
    summary="What waits in the house, the nearest deadline first",
)
async def list_milestones(
    actor: Reader, db: Db, query: Annotated[MilestoneQuery, Query()]
) -> Response:
    values = queries.values_of(query, actor.id)
    listing = queries.milestones(
        frozenset(values), queries.choices_of(query), continued=query.cursor is not None
    )
    return await listing.show(db, query, values | {"district_id": actor.district_id})


@router.get(
    "/sites/{site_id}/waiting-times",
    summary="How long each step takes here, the slowest first",
    responses=problems(NotFound),
)
async def get_waiting_times(actor: Counter, db: Db, site_id: UUID) -> WaitingTimes:
    if site_id not in actor.sites:
        raise NotFound
    return await queries.waiting_times(db, site_id)


@router.get(
    "/residents/{resident_id}/milestones",
    response_model=MilestoneLine,
    summary="A resident's steps after arrival, in their order",
    responses=problems(NotFound),
)
async def get_milestone_line(actor: Reader, db: Db, resident_id: UUID) -> Response:
    return await queries.line().show(db, resident_id=resident_id)


@router.post(
    "/residents/{resident_id}/milestones",
    status_code=201,
    response_model=MilestoneLine,
    summary="Begin the line of somebody who has none; one that is begun stays",
    responses=problems(NotFound),
)
async def begin_milestones(
    actor: Writer, db: Db, resident_id: UUID, given: BeginMilestones
) -> Response:
    await service.begin_for(db, resident_id, given.from_day)
    return created(await queries.line().show(db, resident_id=resident_id))


@router.patch(
    "/residents/{resident_id}/milestones/{milestone_id}",
    response_model=MilestoneView,
    summary="How far a step has come, its deadline and a note",
    responses=problems(
        NotFound,
        ChangedMeanwhile,
        DoneDayMissing,
        DoneAhead,
        WaitedForMissing,
        WaitsFromAhead,
        DueReasonMissing,
        NotOfHealth,
        SettledBeforeAgreed,
    ),
)
async def edit_milestone(
    actor: Writer, db: Db, resident_id: UUID, milestone_id: UUID, given: EditMilestone
) -> Response:
    await service.edit(db, resident_id, milestone_id, given)
    return await queries.milestone().show(db, milestone_id=milestone_id)


@router.get(
    "/residents/{resident_id}/information",
    summary="What a resident has been told, how and in which language",
    responses=problems(NotFound),
)
async def list_information(actor: Reader, db: Db, resident_id: UUID) -> InformationView:
    return await information.show(db, resident_id)


@router.post(
    "/residents/{resident_id}/information",
    status_code=201,
    summary="Note that a resident was told something",
    responses=problems(NotFound, ToldAhead, InterpreterWithoutSpeech),
)
async def note_information(
    actor: Writer, db: Db, resident_id: UUID, given: TellResident
) -> InformationView:
    return await information.tell(db, actor, resident_id, given)


@router.post(
    "/residents/{resident_id}/information/{information_id}/take-back",
    status_code=204,
    summary="It was not told after all",
    responses=problems(NotFound),
)
async def take_information_back(
    actor: Writer, db: Db, resident_id: UUID, information_id: UUID
) -> None:
    await information.take_back(db, resident_id, information_id)

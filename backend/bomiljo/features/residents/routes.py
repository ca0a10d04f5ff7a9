from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.residents import helpers, queries, service
from bomiljo.features.residents.problems import (
    EndsBeforeItBegins,
    HelperDoesNotFit,
    HelperMeanwhile,
    HelpHasEnded,
    SettledBeforeAgreed,
)
from bomiljo.features.residents.schemas import (
    AssignHelper,
    EditResident,
    EndHelp,
    LanguageOptions,
    NewResident,
    ResidentPage,
    ResidentQuery,
    ResidentView,
    SetContactPoints,
    SetLanguages,
    listed_view,
    resident_view,
)
from bomiljo.kernel.answers import created
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "residents")

Signed = Annotated[Actor, requires(Permission.SESSION_OWN)]
Reader = Annotated[Actor, requires(Permission.RESIDENTS_READ)]
Writer = Annotated[Actor, requires(Permission.RESIDENTS_WRITE)]
Assigner = Annotated[Actor, requires(Permission.HELPERS_WRITE)]


async def _shown(db: Db, actor: Actor, resident_id: UUID) -> Response:
    return await queries.resident(resident_view(actor)).show(db, resident_id=resident_id)


@router.get("/languages", summary="Languages that people here speak, and those of the portal")
async def list_languages(actor: Signed) -> LanguageOptions:
    return service.languages()


@router.get("/residents", response_model=ResidentPage, summary="Residents, filtered and sorted")
async def list_residents(
    actor: Reader, db: Db, query: Annotated[ResidentQuery, Query()]
) -> Response:
    values = queries.filters_of(query)
    listing = queries.residents(
        listed_view(actor), frozenset(values), query.sort, continued=query.cursor is not None
    )
    return await listing.show(db, query, values | {"district_id": actor.district_id})


@router.post(
    "/residents", status_code=201, response_model=ResidentView, summary="Register a resident"
)
async def add_resident(actor: Writer, db: Db, new: NewResident) -> Response:
    resident = await service.register(db, actor, new)
    return created(await _shown(db, actor, resident.id))


@router.get(
    "/residents/{resident_id}",
    response_model=ResidentView,
    summary="One resident",
    responses=problems(NotFound),
)
async def get_resident(actor: Reader, db: Db, resident_id: UUID) -> Response:
    return await _shown(db, actor, resident_id)


@router.patch(
    "/residents/{resident_id}",
    response_model=ResidentView,
    summary="Correct what is registered about a resident",
    responses=problems(NotFound, ChangedMeanwhile, SettledBeforeAgreed),
)
async def edit_resident(actor: Writer, db: Db, resident_id: UUID, edit: EditResident) -> Response:
    await service.edit(db, resident_id, edit)
    return await _shown(db, actor, resident_id)


@router.put(
    "/residents/{resident_id}/languages",
    response_model=ResidentView,
    summary="Say which languages a resident speaks, reads and needs an interpreter for",
    responses=problems(NotFound, ChangedMeanwhile),
)
async def set_languages(actor: Writer, db: Db, resident_id: UUID, given: SetLanguages) -> Response:
    await service.set_languages(db, resident_id, given)
    return await _shown(db, actor, resident_id)


@router.put(
    "/residents/{resident_id}/contact-points",
    response_model=ResidentView,
    summary="Say how a resident is reached",
    responses=problems(NotFound, ChangedMeanwhile),
)
async def set_contact_points(
    actor: Writer, db: Db, resident_id: UUID, given: SetContactPoints
) -> Response:
    await service.set_contact_points(db, resident_id, given)
    return await _shown(db, actor, resident_id)


@router.post(
    "/residents/{resident_id}/helpers",
    status_code=201,
    response_model=ResidentView,
    summary="Name who helps a resident; whoever did so before stops that day",
    responses=problems(NotFound, HelperDoesNotFit, HelperMeanwhile),
)
async def assign_helper(
    actor: Assigner, db: Db, resident_id: UUID, given: AssignHelper
) -> Response:
    await helpers.assign(db, resident_id, given)
    return created(await _shown(db, actor, resident_id))


@router.post(
    "/residents/{resident_id}/helpers/{helper_id}/end",
    response_model=ResidentView,
    summary="End somebody's help without a successor",
    responses=problems(NotFound, EndsBeforeItBegins, HelpHasEnded),
)
async def end_help(
    actor: Assigner, db: Db, resident_id: UUID, helper_id: UUID, given: EndHelp
) -> Response:
    await helpers.end(db, resident_id, helper_id, given.on_day)
    return await _shown(db, actor, resident_id)

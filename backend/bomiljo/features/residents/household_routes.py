from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.residents import household_queries as queries
from bomiljo.features.residents import households
from bomiljo.features.residents.household_schemas import (
    AddMember,
    EndMembership,
    HouseholdPage,
    HouseholdQuery,
    HouseholdView,
    NewHousehold,
)
from bomiljo.features.residents.problems import (
    AlreadyInHousehold,
    EndsBeforeItBegins,
    HouseholdHasALease,
)
from bomiljo.kernel.answers import created
from bomiljo.kernel.problems import NotFound, problems

router = guarded_router("/households", "residents")

Reader = Annotated[Actor, requires(Permission.RESIDENTS_READ)]
Writer = Annotated[Actor, requires(Permission.RESIDENTS_WRITE)]


async def _shown(db: Db, household_id: UUID) -> Response:
    return await queries.household().show(db, household_id=household_id)


@router.get("", response_model=HouseholdPage, summary="Households, the newest first")
async def list_households(
    actor: Reader, db: Db, query: Annotated[HouseholdQuery, Query()]
) -> Response:
    values = query.model_dump(mode="json", include=set(queries.FILTERS), exclude_none=True)
    listing = queries.households(frozenset(values), continued=query.cursor is not None)
    return await listing.show(db, query, values | {"district_id": actor.district_id})


@router.post(
    "",
    status_code=201,
    response_model=HouseholdView,
    summary="Put residents together in a household",
    responses=problems(AlreadyInHousehold),
)
async def add_household(actor: Writer, db: Db, new: NewHousehold) -> Response:
    household = await households.found(db, actor, new)
    return created(await _shown(db, household.id))


@router.get(
    "/{household_id}",
    response_model=HouseholdView,
    summary="One household",
    responses=problems(NotFound),
)
async def get_household(actor: Reader, db: Db, household_id: UUID) -> Response:
    return await _shown(db, household_id)


@router.post(
    "/{household_id}/members",
    status_code=201,
    response_model=HouseholdView,
    summary="Add a member from a day on",
    responses=problems(NotFound, AlreadyInHousehold, HouseholdHasALease),
)
async def add_household_member(
    actor: Writer, db: Db, household_id: UUID, new: AddMember
) -> Response:
    await households.add(db, household_id, new)
    return created(await _shown(db, household_id))


@router.post(
    "/{household_id}/members/{member_id}/end",
    response_model=HouseholdView,
    summary="End a membership; the period remains",
    responses=problems(NotFound, EndsBeforeItBegins),
)
async def end_household_membership(
    actor: Writer, db: Db, household_id: UUID, member_id: UUID, given: EndMembership
) -> Response:
    await households.leave(db, household_id, member_id, given.on_day)
    return await _shown(db, household_id)

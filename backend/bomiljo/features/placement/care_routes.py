"""Behind its own door: what is said aloud of function and health is never kept for a repeat."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.placement import care, queries, requesting
from bomiljo.features.placement.inputs import AssessCare, LookIntoCare, SetNeeds
from bomiljo.features.placement.schemas import CarePage, CareView
from bomiljo.kernel.listing import ListQuery
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("", "care")

Reader = Annotated[Actor, requires(Permission.CARE_READ)]
Writer = Annotated[Actor, requires(Permission.CARE_WRITE)]


@router.get(
    "/care",
    response_model=CarePage,
    summary="Candidates of whom IMDi has written, without names",
)
async def list_care(actor: Reader, db: Db, query: Annotated[ListQuery, Query()]) -> Response:
    listing = queries.care_cards(continued=query.cursor is not None)
    return await listing.show(db, query, {"district_id": actor.district_id})


@router.post(
    "/candidates/{candidate_id}/care/open",
    summary="Read what is written of a candidate's function and health, for a stated purpose",
    responses=problems(NotFound),
)
async def open_candidate_care(
    actor: Reader, session: Db, candidate_id: UUID, why: LookIntoCare
) -> CareView:
    return await care.look(session, candidate_id, why)


@router.put(
    "/candidates/{candidate_id}/care",
    summary="Assess whether a candidate can live at the address, or correct the note",
    responses=problems(NotFound, ChangedMeanwhile),
)
async def assess_candidate_care(
    actor: Writer, session: Db, candidate_id: UUID, given: AssessCare
) -> CareView:
    return await care.assess(session, actor, candidate_id, given)


@router.put(
    "/candidate-households/{candidate_household_id}/needs",
    status_code=204,
    summary="Say what a household's flat must have, and how much follow-up to expect; never why",
    responses=problems(NotFound, ChangedMeanwhile),
)
async def set_candidate_needs(
    actor: Writer, session: Db, candidate_household_id: UUID, given: SetNeeds
) -> None:
    await requesting.set_needs(session, candidate_household_id, given)

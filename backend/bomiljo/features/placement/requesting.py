"""What happens to a request after its list came in: the answer to IMDi, undoing, looking again."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.identity.model import User
from bomiljo.features.placement.inputs import (
    AnswerRequest,
    NoteCheck,
    SetNeeds,
    UndoImport,
    WithdrawCandidate,
)
from bomiljo.features.placement.model import (
    Candidate,
    CandidateHousehold,
    CandidateIdentifier,
    CandidatePermit,
    ImdiCheck,
    SettlementRequest,
    State,
)
from bomiljo.features.placement.problems import (
    AnsweredBeforeReceived,
    AnsweredInFuture,
    HouseholdIsPlaced,
    ImportIsUndone,
    SomebodyIsPlaced,
)
from bomiljo.features.placement.schemas import ImdiChecksView, ImdiCheckView, PermitView
from bomiljo.kernel.clock import OSLO, now, today
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.problems import NotFound

REMIND_AFTER = 3
SHOWN_CHECKS = 10


async def held(session: AsyncSession, request_id: UUID) -> SettlementRequest:
    request = await session.get(SettlementRequest, request_id, with_for_update=True)
    if request is None:
        raise NotFound
    if request.undone_at:
        raise ImportIsUndone
    return request


async def answer(session: AsyncSession, request_id: UUID, given: AnswerRequest) -> None:
    """What was answered to IMDi; a slip is corrected by answering again."""
    request = await held(session, request_id)
    request.expect(given.version)
    if given.answered_on < request.received_on:
        raise AnsweredBeforeReceived
    if given.answered_on > today():
        raise AnsweredInFuture
    request.answer, request.answered_on = given.answer, given.answered_on


async def undo(session: AsyncSession, actor: Actor, request_id: UUID, given: UndoImport) -> None:
    """The persons go, hidden ones too; that and by whom there was a list remains."""
    request = await held(session, request_id)
    request.expect(given.version)
    request.undone_at, request.undone_by = now(), actor.id
    await session.flush()
    if not await session.scalar(func.undo_settlement_request(request_id).select()):
        raise SomebodyIsPlaced


async def household(session: AsyncSession, household_id: UUID) -> CandidateHousehold:
    found = await session.get(CandidateHousehold, household_id, with_for_update=True)
    if found is None:
        raise NotFound
    return found


async def set_needs(session: AsyncSession, household_id: UUID, given: SetNeeds) -> None:
    found = await household(session, household_id)
    found.expect(given.version)
    found.requirements = sorted({one.value for one in given.requirements})
    found.support = given.support


async def withdraw(session: AsyncSession, household_id: UUID, given: WithdrawCandidate) -> None:
    """Comes after all, or not: until it is placed, this can be turned."""
    found = await household(session, household_id)
    found.expect(given.version)
    if found.state not in {State.OPEN, State.WITHDRAWN}:
        raise HouseholdIsPlaced
    found.state = State.WITHDRAWN if given.withdrawn else State.OPEN


async def permit(session: AsyncSession, candidate_id: UUID) -> PermitView:
    if await session.get(Candidate, candidate_id) is None:
        raise NotFound
    found = await session.scalar(
        select(CandidatePermit).where(CandidatePermit.candidate_id == candidate_id)
    )
    number = await session.scalar(
        select(CandidateIdentifier.masked).where(CandidateIdentifier.candidate_id == candidate_id)
    )
    await disclose(session, "placement.permit", [candidate_id], [candidate_id])
    return PermitView(
        candidate_id=candidate_id,
        citizenship=found.citizenship if found else None,
        granted_on=found.granted_on if found else None,
        duf=number,
    )


async def note_check(session: AsyncSession, actor: Actor, given: NoteCheck) -> None:
    session.add(
        ImdiCheck(district_id=actor.district_id, checked_by=actor.id, found_new=given.found_new)
    )
    await session.flush()


async def _latest(session: AsyncSession, actor: Actor) -> Sequence[tuple[ImdiCheck, str]]:
    found = await session.execute(
        select(ImdiCheck, User.name)
        .join(User, User.id == ImdiCheck.checked_by)
        .where(ImdiCheck.district_id == actor.district_id)
        .order_by(ImdiCheck.created_at.desc())
        .limit(SHOWN_CHECKS)
    )
    return [(row[0], row[1]) for row in found]


async def checks(session: AsyncSession, actor: Actor) -> ImdiChecksView:
    found = await _latest(session, actor)
    last = found[0][0].created_at.astimezone(OSLO).date() if found else None
    return ImdiChecksView(
        days_since=(today() - last).days if last else None,
        remind_after=REMIND_AFTER,
        items=[
            ImdiCheckView(id=one.id, at=one.created_at, checked_by=name, found_new=one.found_new)
            for one, name in found
        ],
    )

"""What a meeting leaves behind: decisions, actions with owner and day, questions still open."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.roles import OrganisationKind
from bomiljo.features.meetings import telling
from bomiljo.features.meetings.agenda import leaves_as, writable
from bomiljo.features.meetings.inputs import (
    Answer,
    EditAction,
    NewAction,
    NewDecision,
    NewQuestion,
    SettleAction,
)
from bomiljo.features.meetings.model import (
    ActionItem,
    ActionStatus,
    Decision,
    Meeting,
    OpenQuestion,
    Outcome,
)
from bomiljo.features.meetings.problems import (
    AnsweredAlready,
    OwnerCannotSeeMeeting,
    OwnerMissing,
    ServiceNotThere,
    WhyDropped,
)
from bomiljo.features.meetings.seats import held, service_of
from bomiljo.kernel.clock import now
from bomiljo.kernel.problems import NotFound


async def decide(session: AsyncSession, actor: Actor, meeting_id: UUID, new: NewDecision) -> None:
    await writable(session, meeting_id)
    await leaves_as(session, meeting_id, new.agenda_item_id, Outcome.DECISION)
    session.add(Decision(district_id=actor.district_id, meeting_id=meeting_id, **new.model_dump()))
    await session.flush()


async def _service(
    session: AsyncSession,
    meeting: Meeting,
    person: UUID | None,
    named: OrganisationKind | None,
) -> OrganisationKind:
    """Whose it is: the person's service, or the one named; both must take part."""
    if person:
        service = await service_of(session, meeting, person)
        if service is None:
            raise OwnerCannotSeeMeeting
        return service
    if named is None:
        raise OwnerMissing
    if named not in meeting.organisations:
        raise ServiceNotThere
    return named


async def agree(session: AsyncSession, actor: Actor, meeting_id: UUID, new: NewAction) -> None:
    meeting = await writable(session, meeting_id)
    given: dict[str, Any] = new.model_dump()
    given["owner_organisation"] = await _service(
        session, meeting, new.owner_user_id, new.owner_organisation
    )
    await leaves_as(session, meeting_id, new.agenda_item_id, Outcome.ACTION)
    action = ActionItem(district_id=actor.district_id, meeting_id=meeting_id, **given)
    session.add(action)
    await session.flush()
    await telling.assigned(session, actor, action)


async def ask(session: AsyncSession, actor: Actor, meeting_id: UUID, new: NewQuestion) -> None:
    meeting = await writable(session, meeting_id)
    given: dict[str, Any] = new.model_dump()
    given["finder_organisation"] = await _service(
        session, meeting, new.finder_user_id, new.finder_organisation
    )
    await leaves_as(session, meeting_id, new.agenda_item_id, Outcome.STILL_UNKNOWN)
    session.add(OpenQuestion(district_id=actor.district_id, meeting_id=meeting_id, **given))
    await session.flush()


async def _action(session: AsyncSession, action_id: UUID) -> ActionItem:
    action = await session.get(ActionItem, action_id, with_for_update=True)
    if action is None:
        raise NotFound
    return action


async def edit(session: AsyncSession, actor: Actor, action_id: UUID, given: EditAction) -> None:
    action = await _action(session, action_id)
    action.expect(given.version)
    meeting = await held(session, action.meeting_id)
    changed = given.model_dump(exclude_unset=True, exclude={"version"})
    if changed.keys() & {"owner_user_id", "owner_organisation"}:
        person, before = changed.get("owner_user_id"), action.owner_user_id
        named = given.owner_organisation or action.owner_organisation
        action.owner_organisation = await _service(session, meeting, person, named)
        action.owner_user_id = person
        if person != before:
            await telling.assigned(session, actor, action)
    action.what = given.what or action.what
    action.due_on = given.due_on or action.due_on


async def settle(session: AsyncSession, actor: Actor, action_id: UUID, given: SettleAction) -> None:
    """Done, dropped with a reason, or open again."""
    action = await _action(session, action_id)
    action.expect(given.version)
    if given.status is ActionStatus.DROPPED and given.note is None:
        raise WhyDropped
    is_open = given.status is ActionStatus.OPEN
    action.status = given.status
    action.note = given.note or (None if is_open else action.note)
    action.settled_at = None if is_open else now()
    action.settled_by = None if is_open else actor.id


async def answer(session: AsyncSession, actor: Actor, question_id: UUID, given: Answer) -> None:
    question = await session.get(OpenQuestion, question_id, with_for_update=True)
    if question is None:
        raise NotFound
    question.expect(given.version)
    if question.answered_at is not None:
        raise AnsweredAlready
    question.answer, question.answered_at, question.answered_by = given.answer, now(), actor.id

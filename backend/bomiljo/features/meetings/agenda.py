"""The agenda: what is to be talked of, what could be, and how each item left the meeting."""

from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.incidents.model import Incident
from bomiljo.features.meetings.inputs import EditItem, NewItem, NewItems
from bomiljo.features.meetings.model import (
    ActionItem,
    AgendaItem,
    Meeting,
    MeetingStatus,
    MinutesState,
    OpenQuestion,
    Outcome,
)
from bomiljo.features.meetings.problems import (
    AgendaItemSettled,
    AgendaItemUnknown,
    MeetingIsCancelled,
    MinutesApproved,
    SubjectUnknown,
)
from bomiljo.features.meetings.seats import held
from bomiljo.kernel.problems import NotFound


async def writable(session: AsyncSession, meeting_id: UUID) -> Meeting:
    """The meeting, locked; its minutes are not approved, or a new version of them is begun."""
    meeting = await held(session, meeting_id)
    if meeting.status is MeetingStatus.CANCELLED:
        raise MeetingIsCancelled
    if meeting.minutes_state is MinutesState.APPROVED:
        raise MinutesApproved
    return meeting


async def add(session: AsyncSession, actor: Actor, meeting_id: UUID, new: NewItems) -> None:
    meeting = await writable(session, meeting_id)
    last: int = await session.scalar(
        select(func.coalesce(func.max(AgendaItem.position), 0)).where(
            AgendaItem.meeting_id == meeting_id
        )
    )  # type: ignore[assignment]
    for position, item in enumerate(new.items, last + 1):
        await _stems_from_what_is_seen(session, meeting, item)
        session.add(
            AgendaItem(
                district_id=actor.district_id,
                meeting_id=meeting_id,
                position=position,
                **item.model_dump(),
            )
        )
    await session.flush()


async def _stems_from_what_is_seen(session: AsyncSession, meeting: Meeting, item: NewItem) -> None:
    """Looked up through the row policies, and among meetings of the same kind."""
    found: UUID | None = None
    if item.action_id:
        found = await session.scalar(_of_kind(ActionItem, item.action_id, meeting))
    elif item.question_id:
        found = await session.scalar(_of_kind(OpenQuestion, item.question_id, meeting))
    elif item.incident_id:
        found = await session.scalar(select(Incident.id).where(Incident.id == item.incident_id))
    else:
        return
    if found is None:
        raise SubjectUnknown


def _of_kind(
    model: type[ActionItem] | type[OpenQuestion], record: UUID, meeting: Meeting
) -> Select[UUID]:
    return (
        select(model.id)
        .join(Meeting, Meeting.id == model.meeting_id)
        .where(model.id == record, Meeting.kind == meeting.kind)
    )


async def item_of(session: AsyncSession, meeting_id: UUID, item_id: UUID) -> AgendaItem:
    found: AgendaItem | None = await session.scalar(
        select(AgendaItem)
        .where(AgendaItem.id == item_id, AgendaItem.meeting_id == meeting_id)
        .with_for_update()
    )
    if found is None:
        raise NotFound
    return found


async def edit(session: AsyncSession, meeting_id: UUID, item_id: UUID, given: EditItem) -> None:
    """Another place on the agenda is taken by putting the item there and counting anew."""
    await writable(session, meeting_id)
    item = await item_of(session, meeting_id, item_id)
    item.expect(given.version)
    item.title = given.title or item.title
    for name in ("note", "outcome"):
        if name in given.model_fields_set:
            setattr(item, name, getattr(given, name))
    if given.position:
        await _place(session, item, given.position)


async def _place(session: AsyncSession, item: AgendaItem, position: int) -> None:
    others = await session.scalars(
        select(AgendaItem)
        .where(AgendaItem.meeting_id == item.meeting_id, AgendaItem.id != item.id)
        .order_by(AgendaItem.position, AgendaItem.id)
        .with_for_update()
    )
    order = [*others]
    order.insert(position - 1, item)
    for number, one in enumerate(order, 1):
        one.position = number


async def remove(session: AsyncSession, meeting_id: UUID, item_id: UUID) -> None:
    await writable(session, meeting_id)
    item = await item_of(session, meeting_id, item_id)
    if item.outcome not in {None, Outcome.NOTED}:
        raise AgendaItemSettled
    await session.delete(item)
    await session.flush()


async def leaves_as(
    session: AsyncSession, meeting_id: UUID, item_id: UUID | None, outcome: Outcome
) -> None:
    """The item whence a decision, an action or a question came, if it came from one."""
    if item_id is None:
        return
    try:
        item = await item_of(session, meeting_id, item_id)
    except NotFound:
        raise AgendaItemUnknown from None
    item.outcome = outcome
    item.version += 1

"""Minutes: a draft that several may write in, approved once, corrected by a new version."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.meetings.agenda import writable
from bomiljo.features.meetings.inputs import ApproveMinutes, CorrectMinutes, SaveMinutes
from bomiljo.features.meetings.model import (
    AHEAD,
    AgendaItem,
    Meeting,
    MeetingStatus,
    Minutes,
    MinutesState,
)
from bomiljo.features.meetings.problems import (
    AgendaLeftOpen,
    MinutesChangedMeanwhile,
    MinutesMissing,
    MinutesNotApproved,
)
from bomiljo.features.meetings.seats import held
from bomiljo.kernel.clock import now


async def _draft(session: AsyncSession, meeting_id: UUID) -> Minutes | None:
    found: Minutes | None = await session.scalar(
        select(Minutes)
        .where(Minutes.meeting_id == meeting_id, Minutes.approved_at.is_(None))
        .with_for_update()
    )
    return found


async def save(session: AsyncSession, actor: Actor, meeting_id: UUID, given: SaveMinutes) -> None:
    """What somebody else saved meanwhile is never overwritten; the writer reads it beside."""
    meeting = await writable(session, meeting_id)
    draft = await _draft(session, meeting_id)
    found = draft.version if draft else None
    if found != given.version:
        raise MinutesChangedMeanwhile(current_version=found)
    if draft is None:
        await _begin(session, actor, meeting, given.body)
    elif draft.body != given.body:
        draft.body, draft.written_by, draft.saved_at = given.body, actor.id, now()
        draft.version += 1


async def _begin(
    session: AsyncSession, actor: Actor, meeting: Meeting, body: str, reason: str | None = None
) -> None:
    last: int = await session.scalar(
        select(func.coalesce(func.max(Minutes.number), 0)).where(Minutes.meeting_id == meeting.id)
    )  # type: ignore[assignment]
    session.add(
        Minutes(
            district_id=actor.district_id,
            meeting_id=meeting.id,
            number=last + 1,
            body=body,
            reason=reason,
            written_by=actor.id,
        )
    )
    meeting.minutes_state = MinutesState.DRAFT
    meeting.version += 1
    await session.flush()


async def approve(
    session: AsyncSession, actor: Actor, meeting_id: UUID, given: ApproveMinutes
) -> None:
    """No item of the agenda leaves the meeting without an outcome."""
    meeting = await writable(session, meeting_id)
    draft = await _draft(session, meeting_id)
    if draft is None:
        raise MinutesMissing
    if draft.version != given.version:
        raise MinutesChangedMeanwhile(current_version=draft.version)
    left = await session.scalar(
        select(func.count())
        .select_from(AgendaItem)
        .where(AgendaItem.meeting_id == meeting_id, AgendaItem.outcome.is_(None))
    )
    if left:
        raise AgendaLeftOpen(left=left)
    draft.approved_at, draft.approved_by = now(), actor.id
    draft.version += 1
    meeting.minutes_state = MinutesState.APPROVED
    if meeting.status in AHEAD:
        meeting.status = MeetingStatus.HELD
    meeting.version += 1


async def correct(
    session: AsyncSession, actor: Actor, meeting_id: UUID, given: CorrectMinutes
) -> None:
    """The approved text stays as it was; a new version begins as its copy."""
    meeting = await held(session, meeting_id)
    if meeting.minutes_state is not MinutesState.APPROVED:
        raise MinutesNotApproved
    body: str = await session.scalar(
        select(Minutes.body)
        .where(Minutes.meeting_id == meeting_id)
        .order_by(Minutes.number.desc())
        .limit(1)
    )  # type: ignore[assignment]
    await _begin(session, actor, meeting, body, given.reason)

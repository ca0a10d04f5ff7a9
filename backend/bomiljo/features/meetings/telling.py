"""Those asked to a meeting hear of it: staff by a notification, residents by a notice."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Uuid, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.meetings.model import ActionItem, Meeting, Participant
from bomiljo.features.notifications.model import NoticeKind, NotificationKind
from bomiljo.features.notifications.notices import tell
from bomiljo.features.notifications.service import notify
from bomiljo.kernel.clock import now
from bomiljo.kernel.lines import Link, Place


async def called(session: AsyncSession, actor: Actor, meetings: Sequence[Meeting]) -> None:
    """Of a series the first that is ahead speaks for all."""
    await _told(session, actor, _ahead(meetings), "meeting_called")


async def asked(
    session: AsyncSession,
    actor: Actor,
    meeting: Meeting,
    user: UUID | None,
    resident: UUID | None,
) -> None:
    if not _ahead([meeting]):
        return
    if user and user != actor.id:
        await notify(session, actor, NotificationKind.MEETING_CALLED, meeting.id, [user])
    if resident:
        await _tell(session, actor, meeting, NoticeKind.MEETING_CALLED, [resident])


async def moved(session: AsyncSession, actor: Actor, meetings: Sequence[Meeting]) -> None:
    await _told(session, actor, _ahead(meetings), "meeting_moved")


async def cancelled(session: AsyncSession, actor: Actor, meetings: Sequence[Meeting]) -> None:
    await _told(session, actor, _ahead(meetings), "meeting_cancelled")


def _ahead(meetings: Iterable[Meeting]) -> list[Meeting]:
    return [one for one in meetings if one.ends_at > now()][:1]


async def _told(
    session: AsyncSession, actor: Actor, meetings: Iterable[Meeting], what: str
) -> None:
    await session.flush()
    for meeting in meetings:
        found = await session.scalars(
            select(Participant.user_id).where(
                Participant.meeting_id == meeting.id,
                Participant.user_id.is_not(None),
                Participant.user_id != actor.id,
            )
        )
        staff = [one for one in found if one]
        await notify(session, actor, NotificationKind(what), meeting.id, staff)
        residents = await session.scalar(
            select(func.asked_residents(meeting.id, type_=ARRAY(Uuid())))
        )
        await _tell(session, actor, meeting, NoticeKind(what), residents or ())


async def _tell(
    session: AsyncSession,
    actor: Actor,
    meeting: Meeting,
    kind: NoticeKind,
    residents: Iterable[UUID],
) -> None:
    """When and where; what it is about stands in their appointments and nowhere else."""
    if meeting.site_id is None:
        return
    about = {"from": meeting.begins_at.isoformat()}
    if kind is NoticeKind.MEETING_MOVED and meeting.moved_from:
        about = {"from": meeting.moved_from.isoformat(), "to": meeting.begins_at.isoformat()}
    if meeting.place:
        about["place"] = meeting.place
    await tell(
        session,
        actor,
        kind,
        residents,
        site_id=meeting.site_id,
        link=Link(to=Place.MEETING, id=meeting.id),
        about=about,
    )


async def assigned(session: AsyncSession, actor: Actor, action: ActionItem) -> None:
    if action.owner_user_id and action.owner_user_id != actor.id:
        kind = NotificationKind.ACTION_ASSIGNED
        await notify(session, actor, kind, action.id, [action.owner_user_id])

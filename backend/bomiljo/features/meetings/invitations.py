"""Who is asked to a meeting, and who came."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.meetings import telling
from bomiljo.features.meetings.inputs import NewParticipant, Regular, RollCall
from bomiljo.features.meetings.model import AHEAD, Meeting, MeetingStatus, Participant
from bomiljo.features.meetings.problems import (
    ColleagueUnknown,
    MeetingIsCancelled,
    ResidentUnknown,
    SiteNeeded,
)
from bomiljo.features.meetings.seats import held, may_be_asked
from bomiljo.features.residents.model import Resident, ResidentLanguage
from bomiljo.kernel.clock import now
from bomiljo.kernel.problems import NotFound


async def invite(
    session: AsyncSession, actor: Actor, meeting_id: UUID, new: NewParticipant
) -> None:
    """Who is asked to what is still ahead hears of it."""
    meeting = await held(session, meeting_id)
    await ask(session, [meeting], [new])
    await telling.asked(session, actor, meeting, new.user_id, new.resident_id)


async def ask(
    session: AsyncSession, meetings: Iterable[Meeting], people: Iterable[NewParticipant | Regular]
) -> None:
    """The same people to each of `meetings`, which are of one kind."""
    series = list(meetings)
    for new in people:
        row = await _row(session, series[0], new)
        session.add_all(
            Participant(district_id=one.district_id, meeting_id=one.id, **row) for one in series
        )
    await session.flush()


async def _row(
    session: AsyncSession, meeting: Meeting, new: NewParticipant | Regular
) -> dict[str, UUID | str | None]:
    row: dict[str, UUID | str | None] = new.model_dump()
    if new.user_id and not await may_be_asked(session, meeting, new.user_id):
        raise ColleagueUnknown
    if isinstance(new, NewParticipant) and new.resident_id:
        if meeting.site_id is None:
            raise SiteNeeded
        await _resident_seen(session, new.resident_id)
        if "interpreter" not in new.model_fields_set:
            row["interpreter"] = await _wanted_language(session, new.resident_id)
    return row


async def _resident_seen(session: AsyncSession, resident: UUID) -> None:
    if not await session.scalar(select(Resident.id).where(Resident.id == resident)):
        raise ResidentUnknown


async def _wanted_language(session: AsyncSession, resident: UUID) -> str | None:
    language: str | None = await session.scalar(
        select(ResidentLanguage.language)
        .where(ResidentLanguage.resident_id == resident, ResidentLanguage.interpreter)
        .order_by(ResidentLanguage.own.desc(), ResidentLanguage.language)
        .limit(1)
    )
    return language


async def withdraw(session: AsyncSession, meeting_id: UUID, participant_id: UUID) -> None:
    await held(session, meeting_id)
    await session.delete(await _participant(session, meeting_id, participant_id))
    await session.flush()


async def _participant(
    session: AsyncSession, meeting_id: UUID, participant_id: UUID
) -> Participant:
    found: Participant | None = await session.scalar(
        select(Participant).where(
            Participant.id == participant_id, Participant.meeting_id == meeting_id
        )
    )
    if found is None:
        raise NotFound
    return found


async def call_the_roll(session: AsyncSession, meeting_id: UUID, roll: RollCall) -> None:
    """Once it has begun, noting who came makes it a meeting that was held."""
    meeting = await held(session, meeting_id)
    if meeting.status is MeetingStatus.CANCELLED:
        raise MeetingIsCancelled
    for one in roll.items:
        participant = await _participant(session, meeting_id, one.participant_id)
        participant.attendance = one.attendance
    if meeting.status in AHEAD and meeting.begins_at <= now():
        meeting.status = MeetingStatus.HELD
        meeting.version += 1

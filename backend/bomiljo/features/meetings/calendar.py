"""What meetings put into the calendar: for staff, and a resident's own."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, literal, null, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.meetings.columns import is_mine, resident_ids
from bomiljo.features.meetings.model import Meeting, MeetingStatus, Participant
from bomiljo.kernel.calendar import Certainty, Happening, Span
from bomiljo.kernel.clock import OSLO
from bomiljo.kernel.lines import Link, Place

ROOM = "meetings"
NEUTRAL = "Møte"
MOST = 500


def _during(span: Span) -> tuple[ColumnElement[bool], ...]:
    begin = datetime.combine(span.first, time(), OSLO)
    end = datetime.combine(span.last + timedelta(days=1), time(), OSLO)
    return (Meeting.begins_at >= begin, Meeting.begins_at < end)


async def happenings(session: AsyncSession, actor: Actor, span: Span) -> list[Happening]:
    """At these sites, and those of the whole district, which stand at the first of them."""
    if not span.sites:
        return []
    found = await session.execute(
        select(Meeting, is_mine().label("mine"), resident_ids().label("subjects"))
        .where(
            Meeting.district_id == actor.district_id,
            *_during(span),
            Meeting.site_id.is_(None) | Meeting.site_id.in_(span.sites),
        )
        .order_by(Meeting.begins_at, Meeting.id)
        .limit(MOST)
    )
    return _put(found, span)


async def own_happenings(session: AsyncSession, actor: Actor, span: Span) -> list[Happening]:
    """A resident's appointments, wherever they are; not what staff call them among themselves."""
    found = await session.execute(
        select(Meeting, literal(value=True).label("mine"), null().label("subjects"))
        .join(Participant, Participant.meeting_id == Meeting.id)
        .where(Participant.resident_id == actor.id, *_during(span))
        .order_by(Meeting.begins_at, Meeting.id)
        .limit(MOST)
    )
    return _put(found, span, own=True) if span.sites else []


def _put(rows: Iterable[Any], span: Span, *, own: bool = False) -> list[Happening]:
    return [
        Happening(
            room=ROOM,
            id=meeting.id,
            site_id=meeting.site_id or span.sites[0],
            title=NEUTRAL if own else meeting.title,
            neutral=NEUTRAL,
            begins=meeting.begins_at,
            ends=meeting.ends_at,
            place=meeting.place,
            certainty=Certainty.CANCELLED
            if meeting.status is MeetingStatus.CANCELLED
            else Certainty.CONFIRMED,
            state=meeting.status,
            sequence=meeting.sequence,
            changed_at=meeting.changed_at,
            mine=mine,
            link=Link(to=Place.MEETING, id=meeting.id),
            subjects=tuple(subjects or ()),
        )
        for meeting, mine, subjects in rows
    ]

"""What meetings put into the calendar: for staff, and a resident's own."""

from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.meetings.columns import ME, is_mine, resident_ids
from bomiljo.features.meetings.model import Meeting, MeetingStatus, Participant
from bomiljo.kernel.calendar import FIRST, UNTIL, Certainty, Happening, Span, at_sites, in_oslo
from bomiljo.kernel.lines import Link, Place
from bomiljo.kernel.listing import given
from bomiljo.kernel.rows import Prepared

NEUTRAL = "Møte"
MOST = 500


@lru_cache
def _during(*, own: bool) -> Prepared:
    """At these sites, and those of the whole district, which stand at the first of them."""
    statement = (
        select(
            Meeting.id,
            Meeting.site_id,
            Meeting.title,
            Meeting.begins_at,
            Meeting.ends_at,
            Meeting.place,
            Meeting.status,
            Meeting.sequence,
            Meeting.changed_at,
        )
        .where(Meeting.begins_at >= in_oslo(FIRST), Meeting.begins_at < in_oslo(UNTIL))
        .order_by(Meeting.begins_at, Meeting.id)
        .limit(literal_column(str(MOST)))
    )
    if own:
        return Prepared.of(
            statement.join(Participant, Participant.meeting_id == Meeting.id).where(
                Participant.resident_id == ME
            )
        )
    return Prepared.of(
        statement.add_columns(is_mine().label("mine"), resident_ids().label("subjects")).where(
            given(Meeting.district_id, "district_id"),
            Meeting.site_id.is_(None) | at_sites(Meeting.site_id),
        )
    )


async def happenings(session: AsyncSession, actor: Actor, span: Span) -> list[Happening]:
    if not span.sites:
        return []
    values = span.bounds | {"district_id": actor.district_id}
    return [
        _happening(row, span, row["title"], mine=row["mine"], subjects=tuple(row["subjects"]))
        for row in await _during(own=False).rows(session, values)
    ]


async def own_happenings(session: AsyncSession, _: Actor, span: Span) -> list[Happening]:
    """A resident's appointments, wherever they are; not what staff call them among themselves."""
    if not span.sites:
        return []
    found = await _during(own=True).rows(session, span.bounds)
    return [_happening(row, span, NEUTRAL, mine=True, subjects=()) for row in found]


def _happening(
    row: Any, span: Span, title: str, *, mine: bool, subjects: tuple[UUID, ...]
) -> Happening:
    cancelled = row["status"] == MeetingStatus.CANCELLED
    return Happening(
        room="meetings",
        id=row["id"],
        site_id=row["site_id"] or span.sites[0],
        title=title,
        neutral=NEUTRAL,
        begins=row["begins_at"],
        ends=row["ends_at"],
        place=row["place"],
        certainty=Certainty.CANCELLED if cancelled else Certainty.CONFIRMED,
        state=row["status"],
        sequence=row["sequence"],
        changed_at=row["changed_at"],
        mine=mine,
        link=Link(to=Place.MEETING, id=row["id"]),
        subjects=subjects,
    )

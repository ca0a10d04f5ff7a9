"""What meetings tell the global search."""

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.meetings.model import Decision, Meeting
from bomiljo.kernel.clock import OSLO
from bomiljo.kernel.lines import HitView, Link, Place

MOST = 8
LONGEST = 120


async def meetings(session: AsyncSession, actor: Actor, words: list[str]) -> list[HitView]:
    found = await session.scalars(
        select(Meeting)
        .where(
            Meeting.district_id == actor.district_id,
            and_(*(func.lower(Meeting.title).contains(word, autoescape=True) for word in words)),
        )
        .order_by(Meeting.begins_at.desc())
        .limit(MOST)
    )
    return [HitView(title=one.title, detail=_day(one), link=_link(one)) for one in found]


async def decisions(session: AsyncSession, actor: Actor, words: list[str]) -> list[HitView]:
    found = await session.execute(
        select(Decision.body, Meeting)
        .join(Meeting, Meeting.id == Decision.meeting_id)
        .where(
            Meeting.district_id == actor.district_id,
            and_(*(func.lower(Decision.body).contains(word, autoescape=True) for word in words)),
        )
        .order_by(Meeting.begins_at.desc())
        .limit(MOST)
    )
    return [
        HitView(
            title=row.body if len(row.body) <= LONGEST else f"{row.body[:LONGEST]}…",
            detail=f"{row.Meeting.title}, {_day(row.Meeting)}",
            link=_link(row.Meeting),
        )
        for row in found
    ]


def _day(meeting: Meeting) -> str:
    return f"{meeting.begins_at.astimezone(OSLO):%d.%m.%Y}"


def _link(meeting: Meeting) -> Link:
    return Link(to=Place.MEETING, id=meeting.id)

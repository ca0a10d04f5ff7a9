"""What meetings tell the page I dag."""

from datetime import datetime, time, timedelta

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience, OrganisationKind
from bomiljo.features.meetings.columns import is_mine
from bomiljo.features.meetings.model import (
    AHEAD,
    ActionItem,
    ActionStatus,
    Meeting,
    MinutesState,
)
from bomiljo.kernel.clock import OSLO, now, today
from bomiljo.kernel.lines import LineView, Link, Place

MOST = 20
WEEK = timedelta(days=7)

own_part = Lens[OrganisationKind](
    Permission.MEETINGS_READ,
    {
        Audience.DISTRICT: OrganisationKind.DISTRICT,
        Audience.NAV: OrganisationKind.NAV,
        Audience.LANDLORD: OrganisationKind.LANDLORD,
    },
)


def _line(kind: str, meeting: Meeting, *, overdue: bool = False) -> LineView:
    return LineView(
        kind=kind,
        about={"place": meeting.place or ""},
        title=meeting.title,
        at=meeting.begins_at,
        day=None,
        severity=None,
        overdue=overdue,
        link=Link(to=Place.MEETING, id=meeting.id),
    )


async def meetings(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Those of today that I take part in."""
    begin = datetime.combine(today(), time(), OSLO)
    found = await session.scalars(
        select(Meeting)
        .where(
            Meeting.district_id == actor.district_id,
            Meeting.begins_at >= begin,
            Meeting.begins_at < begin + timedelta(days=1),
            Meeting.status.in_(AHEAD),
            is_mine(),
        )
        .order_by(Meeting.begins_at)
        .limit(MOST)
    )
    return [_line("meeting.today", one) for one in found]


async def actions(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Mine, and my organisation's without an owner, that are due within a week or were."""
    found = await session.scalars(
        select(ActionItem)
        .where(
            ActionItem.district_id == actor.district_id,
            ActionItem.status == ActionStatus.OPEN,
            ActionItem.due_on <= today() + WEEK,
            or_(
                ActionItem.owner_user_id == actor.id,
                ActionItem.owner_user_id.is_(None)
                & (ActionItem.owner_organisation == own_part(actor)),
            ),
        )
        .order_by(ActionItem.due_on, ActionItem.id)
        .limit(MOST)
    )
    return [
        LineView(
            kind="action.overdue" if one.due_on < today() else "action.due",
            about={},
            title=one.what,
            at=None,
            day=one.due_on,
            severity=None,
            overdue=one.due_on < today(),
            link=Link(to=Place.ACTION, id=one.id),
        )
        for one in found
    ]


async def minutes(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Drafts of meetings I took part in that nobody has approved."""
    found = await session.scalars(
        select(Meeting)
        .where(
            Meeting.district_id == actor.district_id,
            Meeting.minutes_state == MinutesState.DRAFT,
            Meeting.ends_at < now(),
            is_mine(),
        )
        .order_by(Meeting.begins_at)
        .limit(MOST)
    )
    return [_line("minutes.draft", one) for one in found]

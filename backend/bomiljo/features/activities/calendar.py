"""What activities put into the calendar; what left the house says neither who nor what house."""

from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, and_, case, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.activities.model import COMING, Activity, ActivityStatus, SignUp, SignUpState
from bomiljo.kernel.calendar import Certainty, Happening, Span
from bomiljo.kernel.lines import Link, Place

NEUTRAL = "Aktivitet"
CERTAINTY = {
    ActivityStatus.CONFIRMED: Certainty.CONFIRMED,
    ActivityStatus.DONE: Certainty.CONFIRMED,
    ActivityStatus.POSTPONED: Certainty.CANCELLED,
    ActivityStatus.CANCELLED: Certainty.CANCELLED,
}
"""Of the others nobody knows yet."""

SHOWN = (*COMING, ActivityStatus.POSTPONED, ActivityStatus.CANCELLED, ActivityStatus.DONE)


def _between(span: Span, mine: Any) -> Select[Any]:
    return (
        select(Activity, mine.label("mine"))
        .where(
            Activity.site_id.in_(span.sites),
            Activity.stands_at >= datetime.combine(span.first, time()),
            Activity.stands_at < datetime.combine(span.last + timedelta(days=1), time()),
            Activity.day.is_not(None),
            Activity.title.is_not(None),
        )
        .order_by(Activity.stands_at, Activity.id)
    )


async def happenings(session: AsyncSession, actor: Actor, span: Span) -> list[Happening]:
    """Every dated line of the plan, ideas among them; `mine`: the actor is responsible."""
    mine = func.coalesce(Activity.responsible_user_id == actor.id, False)
    found = await session.execute(_between(span, mine))
    return [_happening(row.Activity, mine=row.mine) for row in found]


async def own_happenings(session: AsyncSession, actor: Actor, span: Span) -> list[Happening]:
    """What takes place where the resident lives; `mine`: signed up, with a seat."""
    seat = and_(
        SignUp.activity_id == Activity.id,
        SignUp.resident_id == actor.id,
        SignUp.state == SignUpState.SIGNED_UP,
    )
    mine = case((SignUp.id.is_not(None), literal(True)), else_=literal(False))
    statement = _between(span, mine).outerjoin(SignUp, seat).where(Activity.status.in_(SHOWN))
    found = await session.execute(statement)
    return [_happening(row.Activity, mine=row.mine) for row in found]


def _happening(activity: Activity, *, mine: bool) -> Happening:
    return Happening(
        room="activities",
        id=activity.id,
        site_id=activity.site_id,
        title=activity.title or NEUTRAL,
        neutral=NEUTRAL,
        begins=activity.starts_at or activity.stands_at.date(),
        ends=activity.ends_at,
        place=activity.place,
        certainty=CERTAINTY.get(activity.status, Certainty.TENTATIVE),
        state=activity.status,
        sequence=activity.sequence,
        changed_at=activity.changed_at,
        mine=mine,
        link=Link(to=Place.ACTIVITY, id=activity.id),
    )

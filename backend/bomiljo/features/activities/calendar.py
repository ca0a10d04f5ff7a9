"""What activities put into the calendar; what left the house says neither who nor what house."""

from functools import lru_cache
from typing import Any

from sqlalchemy import Date, DateTime, Uuid, and_, cast, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.activities.model import COMING, Activity, ActivityStatus, SignUp, SignUpState
from bomiljo.kernel.calendar import FIRST, UNTIL, Certainty, Happening, Span, at_sites
from bomiljo.kernel.lines import Link, Place
from bomiljo.kernel.rows import Prepared, one_of

ME = func.actor(type_=Uuid())

NEUTRAL = "Aktivitet"
CERTAINTY = {
    ActivityStatus.CONFIRMED: Certainty.CONFIRMED,
    ActivityStatus.DONE: Certainty.CONFIRMED,
    ActivityStatus.POSTPONED: Certainty.CANCELLED,
    ActivityStatus.CANCELLED: Certainty.CANCELLED,
}
"""Of the others nobody knows yet."""

SHOWN = (*COMING, ActivityStatus.POSTPONED, ActivityStatus.CANCELLED, ActivityStatus.DONE)


@lru_cache
def _between(*, own: bool) -> Prepared:
    if own:
        seat = and_(
            SignUp.activity_id == Activity.id,
            SignUp.resident_id == ME,
            SignUp.state == literal_column(f"'{SignUpState.SIGNED_UP}'"),
        )
        mine: Any = SignUp.id.is_not(None)
    else:
        mine = func.coalesce(Activity.responsible_user_id == ME, literal_column("false"))
    statement = (
        select(
            Activity.id,
            Activity.site_id,
            Activity.title,
            cast(Activity.stands_at, Date).label("day"),
            Activity.starts_at,
            Activity.ends_at,
            Activity.place,
            Activity.status,
            Activity.sequence,
            Activity.changed_at,
            mine.label("mine"),
        )
        .where(
            at_sites(Activity.site_id),
            Activity.stands_at >= cast(FIRST, DateTime()),
            Activity.stands_at < cast(UNTIL, DateTime()),
            Activity.day.is_not(None),
            Activity.title.is_not(None),
        )
        .order_by(Activity.stands_at, Activity.id)
    )
    if own:
        statement = statement.outerjoin(SignUp, seat).where(one_of(Activity.status, SHOWN))
    return Prepared.of(statement)


async def happenings(session: AsyncSession, _: Actor, span: Span) -> list[Happening]:
    """Every dated line of the plan, ideas among them; `mine`: the actor is responsible."""
    return [_happening(row) for row in await _between(own=False).rows(session, span.bounds)]


async def own_happenings(session: AsyncSession, _: Actor, span: Span) -> list[Happening]:
    """What takes place where the resident lives; `mine`: signed up, with a seat."""
    return [_happening(row) for row in await _between(own=True).rows(session, span.bounds)]


def _happening(row: Any) -> Happening:
    return Happening(
        room="activities",
        id=row["id"],
        site_id=row["site_id"],
        title=row["title"],
        neutral=NEUTRAL,
        begins=row["starts_at"] or row["day"],
        ends=row["ends_at"],
        place=row["place"],
        certainty=CERTAINTY.get(row["status"], Certainty.TENTATIVE),
        state=row["status"],
        sequence=row["sequence"],
        changed_at=row["changed_at"],
        mine=row["mine"],
        link=Link(to=Place.ACTIVITY, id=row["id"]),
    )

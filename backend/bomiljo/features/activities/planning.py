"""The line of the week plan: put down, filled in, put off, done."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.activities import queries, seats, telling
from bomiljo.features.activities.inputs import (
    CancelActivity,
    EditActivity,
    NewActivity,
    PostponeActivity,
    monday,
)
from bomiljo.features.activities.model import COMING, Activity, ActivityStatus
from bomiljo.features.activities.problems import (
    ActivityStatusNotReachable,
    CapacityBelowSignedUp,
    DayInThePast,
    DayMissing,
    NotToday,
    NotToMove,
    ResponsibleUnknown,
    SiteMissing,
    TitleMissing,
)
from bomiljo.features.notifications.model import NoticeKind
from bomiljo.kernel.clock import now, today
from bomiljo.kernel.problems import NotFound

S = ActivityStatus
REACHABLE: dict[ActivityStatus, frozenset[ActivityStatus]] = {
    S.IDEA: frozenset({S.PLANNED, S.BOOKED, S.CONFIRMED, S.OPEN_SLOT}),
    S.OPEN_SLOT: frozenset({S.IDEA, S.PLANNED, S.BOOKED, S.CONFIRMED}),
    S.PLANNED: frozenset({S.IDEA, S.BOOKED, S.CONFIRMED}),
    S.BOOKED: frozenset({S.PLANNED, S.CONFIRMED}),
    S.CONFIRMED: frozenset({S.PLANNED, S.BOOKED}),
    S.POSTPONED: frozenset(),
    S.CANCELLED: frozenset({S.IDEA}),
    S.DONE: frozenset({S.CONFIRMED}),
}
MAY_BE_EMPTY = frozenset(
    {
        *("title", "description", "day", "week", "starts", "ends", "place", "meeting_point"),
        *("responsible_user_id", "capacity", "sign_up_until"),
    }
)
SEEN_FROM_OUTSIDE = frozenset({"title", "day", "starts", "ends", "place", "status"})
"""A change in one of these reaches whoever subscribes to the calendar."""

TOLD = frozenset({"day", "starts", "place", "meeting_point"})
"""A change in one of these is told to those who have signed up."""


async def held(session: AsyncSession, activity_id: UUID, version: int) -> Activity:
    """The activity at the version they saw, locked until the transaction ends."""
    activity = await session.get(Activity, activity_id, with_for_update=True)
    if activity is None:
        raise NotFound
    activity.expect(version)
    return activity


async def plan(session: AsyncSession, actor: Actor, new: NewActivity) -> UUID:
    site_id = new.site_id or actor.only_site
    if site_id not in actor.sites:
        raise SiteMissing
    if new.responsible_user_id:
        await _colleague(session, actor, new.responsible_user_id, site_id)
    _not_past(new.day)
    values = new.model_dump(exclude={"site_id", "week", "interpreters"})
    activity = Activity(
        district_id=actor.district_id,
        site_id=site_id,
        week=monday(new.day) if new.day else new.week,
        interpreters=list(new.interpreters),
        **values,
    )
    _stands(activity)
    session.add(activity)
    await session.flush()
    return activity.id


async def _colleague(session: AsyncSession, actor: Actor, person: UUID, site_id: UUID) -> None:
    if not await queries.works_with_activities(session, actor, person, site_id):
        raise ResponsibleUnknown


def _not_past(day: date | None) -> None:
    if day and day < today():
        raise DayInThePast


def _stands(activity: Activity) -> None:
    """What the database refuses as well, said about the field."""
    if activity.title is None and activity.status is not ActivityStatus.OPEN_SLOT:
        raise TitleMissing
    if activity.day is None and activity.status in {
        ActivityStatus.BOOKED,
        ActivityStatus.CONFIRMED,
        ActivityStatus.DONE,
    }:
        raise DayMissing


async def edit(session: AsyncSession, actor: Actor, activity_id: UUID, given: EditActivity) -> None:
    activity = await held(session, activity_id, given.version)
    changed = _changed(activity, given)
    await _check(session, actor, activity, changed)
    for name, value in changed.items():
        setattr(activity, name, value)
    _stands(activity)
    if SEEN_FROM_OUTSIDE & changed.keys():
        _announce(activity)
    await session.flush()
    if "capacity" in changed:
        await seats.fill(session, actor, activity)
    if TOLD & changed.keys() and activity.status in COMING:
        await telling.tell_all(session, actor, NoticeKind.ACTIVITY_CHANGED, activity)


async def _check(
    session: AsyncSession, actor: Actor, activity: Activity, changed: dict[str, Any]
) -> None:
    """Refuse what cannot be; a day brings its week along."""
    if person := changed.get("responsible_user_id"):
        await _colleague(session, actor, person, activity.site_id)
    if status := changed.get("status"):
        _reach(activity, status)
    day = changed.get("day", activity.day)
    if "day" in changed:
        _not_past(day)
    if day:
        changed["week"] = monday(day)
    capacity = changed.get("capacity")
    if capacity is not None and capacity < activity.taken:
        raise CapacityBelowSignedUp(taken=activity.taken)


def _changed(activity: Activity, given: EditActivity) -> dict[str, Any]:
    """What differs from what stands; what may not be empty stays."""
    values = given.model_dump(exclude_unset=True, exclude={"version"})
    if values.get("interpreters") is not None:
        values["interpreters"] = list(values["interpreters"])
    return {
        name: value
        for name, value in values.items()
        if getattr(activity, name) != value and (value is not None or name in MAY_BE_EMPTY)
    }


def _reach(activity: Activity, status: ActivityStatus) -> None:
    if status not in REACHABLE[activity.status]:
        raise ActivityStatusNotReachable(reachable=sorted(REACHABLE[activity.status]))
    if activity.status is ActivityStatus.CANCELLED:
        activity.reason = activity.reason_note = None


def _announce(activity: Activity) -> None:
    activity.sequence += 1
    activity.changed_at = now()


async def postpone(
    session: AsyncSession, actor: Actor, activity_id: UUID, given: PostponeActivity
) -> UUID:
    """The line stays, struck through; a new one takes its place, with all who had signed up."""
    activity = await held(session, activity_id, given.version)
    if activity.status not in COMING:
        raise NotToMove
    _not_past(given.day)
    activity.status, activity.reason = ActivityStatus.POSTPONED, given.reason
    activity.reason_note = given.note
    _announce(activity)
    following = Activity(
        district_id=activity.district_id,
        site_id=activity.site_id,
        title=activity.title,
        description=activity.description,
        status=ActivityStatus.PLANNED,
        week=monday(given.day) if given.day else None,
        day=given.day,
        starts=given.starts,
        ends=given.ends,
        weather_dependent=activity.weather_dependent,
        place=activity.place,
        meeting_point=activity.meeting_point,
        interpreters=activity.interpreters,
        responsible_user_id=activity.responsible_user_id,
        capacity=activity.capacity,
        origin_id=activity.origin_id or activity.id,
        postponed_from_id=activity.id,
    )
    session.add(following)
    await session.flush()
    await seats.carry(session, activity, following)
    await telling.tell_all(session, actor, NoticeKind.ACTIVITY_MOVED, following, before=activity)
    return following.id


async def cancel(
    session: AsyncSession, actor: Actor, activity_id: UUID, given: CancelActivity
) -> None:
    activity = await held(session, activity_id, given.version)
    if activity.status not in {*COMING, ActivityStatus.IDEA}:
        raise ActivityStatusNotReachable(reachable=sorted(REACHABLE[activity.status]))
    was_coming = activity.status in COMING
    activity.status, activity.reason = ActivityStatus.CANCELLED, given.reason
    activity.reason_note = given.note
    _announce(activity)
    await session.flush()
    if was_coming:
        await telling.tell_all(session, actor, NoticeKind.ACTIVITY_CANCELLED, activity)


async def complete(session: AsyncSession, activity_id: UUID, version: int) -> None:
    activity = await held(session, activity_id, version)
    if activity.status not in COMING:
        raise ActivityStatusNotReachable(reachable=sorted(REACHABLE[activity.status]))
    if activity.day is None:
        raise DayMissing
    if activity.day > today():
        raise NotToday
    activity.status = ActivityStatus.DONE
    _announce(activity)
    await session.flush()

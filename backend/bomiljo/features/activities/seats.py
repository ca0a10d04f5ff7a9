"""Who has a seat, who waits for one, who is told. One at a time: the activity's row is held.

The database knows everybody who has signed up; what of it a reader sees is another matter.
"""

from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.features.activities import telling
from bomiljo.features.activities.inputs import TickOff
from bomiljo.features.activities.model import (
    COMING,
    Activity,
    ActivityStatus,
    Attendance,
    Presence,
    SignUp,
    SignUpState,
)
from bomiljo.features.activities.problems import (
    AlreadySignedUp,
    NotSignedUp,
    NotToday,
    ResidentUnknown,
    SignUpClosed,
)
from bomiljo.features.notifications.model import NoticeKind
from bomiljo.features.residents.model import Resident
from bomiljo.kernel.clock import now, today
from bomiljo.kernel.problems import NotFound


async def _held(session: AsyncSession, activity_id: UUID) -> Activity:
    """Whoever comes next waits here, and then reads what is left."""
    await session.scalar(select(func.hold_activity(activity_id)))
    activity = await session.get(Activity, activity_id)
    if activity is None:
        raise NotFound
    return activity


async def sign_up(session: AsyncSession, actor: Actor, activity_id: UUID, resident: UUID) -> None:
    """On somebody's behalf, also after the last day for signing up."""
    activity = await _held(session, activity_id)
    if await session.get(Resident, resident) is None:
        raise ResidentUnknown
    if activity.status not in COMING:
        raise SignUpClosed
    await _seat(session, activity, resident, by=actor.id)


async def sign_up_own(session: AsyncSession, actor: Actor, activity_id: UUID) -> None:
    activity = await _held(session, activity_id)
    if not is_open(activity):
        raise SignUpClosed
    await _seat(session, activity, actor.id, by=None)


def is_open(activity: Activity) -> bool:
    """Whether residents may sign up themselves."""
    last = activity.sign_up_until or activity.day
    begun = activity.starts_at is not None and activity.starts_at <= now()
    return activity.status in COMING and not begun and (last is None or last >= today())


async def _seat(session: AsyncSession, activity: Activity, resident: UUID, by: UUID | None) -> None:
    known = await _line_of(session, activity.id, resident)
    if known and known.state is not SignUpState.WITHDRAWN:
        raise AlreadySignedUp
    full = activity.capacity is not None and activity.taken >= activity.capacity
    line = known or SignUp(
        district_id=activity.district_id, activity_id=activity.id, resident_id=resident
    )
    line.state = SignUpState.WAITING if full else SignUpState.SIGNED_UP
    line.queued_at = now()
    line.by_user_id = by
    session.add(line)
    await session.flush()


async def _line_of(session: AsyncSession, activity_id: UUID, resident: UUID) -> SignUp | None:
    found: SignUp | None = await session.scalar(
        select(SignUp).where(SignUp.activity_id == activity_id, SignUp.resident_id == resident)
    )
    return found


async def withdraw_other(
    session: AsyncSession, actor: Actor, activity_id: UUID, resident: UUID
) -> None:
    await _held(session, activity_id)
    if not await _is_on_list(session, activity_id, resident):
        await _known(session, resident)
    await withdraw(session, actor, activity_id, resident)


async def _known(session: AsyncSession, resident: UUID) -> None:
    """Somebody whom the actor may see; others answer like nobody."""
    if await session.get(Resident, resident) is None:
        raise NotFound


async def _is_on_list(session: AsyncSession, activity_id: UUID, resident: UUID) -> bool:
    line = await _line_of(session, activity_id, resident)
    return line is not None and line.state is not SignUpState.WITHDRAWN


async def withdraw(session: AsyncSession, actor: Actor, activity_id: UUID, resident: UUID) -> None:
    """The seat goes to whoever has waited longest."""
    activity = await _held(session, activity_id)
    line = await _line_of(session, activity_id, resident)
    if line is None or line.state is SignUpState.WITHDRAWN:
        raise NotSignedUp
    line.state = SignUpState.WITHDRAWN
    await session.flush()
    if activity.status in COMING:
        await fill(session, actor, activity)


async def fill(session: AsyncSession, actor: Actor, activity: Activity) -> None:
    """Those who waited move up, and are told."""
    moved_up: list[UUID] = await session.scalar(select(func.fill_seats(activity.id))) or []
    await telling.tell(session, actor, NoticeKind.ACTIVITY_PLACE, activity, moved_up)


async def carry(session: AsyncSession, activity: Activity, following: Activity) -> None:
    """Everybody keeps their seat or their place in line on the new line."""
    ids = [uuid7() for _ in range(activity.taken + activity.waiting)]
    await session.execute(
        text("SELECT carry_signups(:before, :after, :ids)"),
        {"before": activity.id, "after": following.id, "ids": ids},
    )


async def tick(
    session: AsyncSession, actor: Actor, activity_id: UUID, resident: UUID, given: TickOff
) -> None:
    """Who came, by those who were there; somebody without a seat came as they are."""
    activity = await _held(session, activity_id)
    signed_up = await _is_on_list(session, activity_id, resident)
    if not signed_up:
        await _known(session, resident)
    if activity.day is None or activity.day > today():
        raise NotToday
    if activity.status not in {*COMING, ActivityStatus.DONE}:
        raise SignUpClosed
    found = await session.scalar(
        select(Attendance).where(
            Attendance.activity_id == activity_id, Attendance.resident_id == resident
        )
    )
    state = _presence(given.present, signed_up=signed_up)
    if state is None:
        if found:
            await session.delete(found)
    else:
        mark = found or Attendance(
            district_id=activity.district_id, activity_id=activity_id, resident_id=resident
        )
        mark.state, mark.by_user_id = state, actor.id
        session.add(mark)
    await session.flush()


def _presence(present: bool | None, *, signed_up: bool) -> Presence | None:
    if signed_up and present is not None:
        return Presence.PRESENT if present else Presence.ABSENT
    return Presence.WALK_IN if present else None

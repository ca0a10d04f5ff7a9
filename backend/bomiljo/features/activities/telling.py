"""Who is told of a change: those who have signed up, and the colleague who has the activity."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.activities.model import Activity
from bomiljo.features.notifications.model import NoticeKind, NotificationKind
from bomiljo.features.notifications.notices import tell as tell_residents
from bomiljo.features.notifications.service import notify
from bomiljo.kernel.lines import Link, Place


async def tell_all(
    session: AsyncSession,
    actor: Actor,
    kind: NoticeKind,
    activity: Activity,
    before: Activity | None = None,
) -> None:
    """Everybody with a seat or a place in line, also those whom the actor may not see."""
    await session.refresh(activity, ["starts_at"])
    residents = await session.scalar(select(func.signed_up_for(activity.id))) or []
    await tell(session, actor, kind, activity, residents, before)
    responsible = activity.responsible_user_id
    if responsible and responsible != actor.id:
        await notify(session, actor, NotificationKind.ACTIVITY_CHANGED, activity.id, [responsible])


async def tell(
    session: AsyncSession,
    actor: Actor,
    kind: NoticeKind,
    activity: Activity,
    residents: Iterable[UUID],
    before: Activity | None = None,
) -> None:
    about = {
        "title": activity.title,
        "from": before and when(before),
        "to": when(activity),
        "place": activity.place,
    }
    await tell_residents(
        session,
        actor,
        kind,
        residents,
        site_id=activity.site_id,
        link=Link(to=Place.ACTIVITY, id=activity.id),
        about={name: value for name, value in about.items() if value},
    )


def when(activity: Activity) -> str | None:
    """The instant where the hour is known, else the day, else nothing."""
    known = activity.starts_at or activity.day
    return known.isoformat() if known else None

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import func, insert, update
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import Permission
from bomiljo.access.scopes import SCOPES
from bomiljo.features.notifications.model import Notification, NotificationKind
from bomiljo.features.notifications.schemas import LiveEvent
from bomiljo.kernel.database import Database
from bomiljo.kernel.lines import Place
from bomiljo.kernel.live import Event, Renew, Sieve
from bomiljo.kernel.problems import NotFound

LEADS_TO = {
    NotificationKind.ACTION_ASSIGNED: Place.ACTION,
    NotificationKind.MEETING_CALLED: Place.MEETING,
    NotificationKind.MEETING_MOVED: Place.MEETING,
    NotificationKind.MEETING_CANCELLED: Place.MEETING,
    NotificationKind.ACTIVITY_CHANGED: Place.ACTIVITY,
    NotificationKind.LEASE_RUNNING_OUT: Place.TENANCY,
    NotificationKind.HOUSEHOLD_CHANGE_ASKED: Place.TENANCY,
    NotificationKind.HOUSEHOLD_CHANGE_DECIDED: Place.TENANCY,
}
"""The page of each kind; the others are about incidents."""


async def notify(
    session: AsyncSession,
    actor: Actor,
    kind: NotificationKind,
    record_id: UUID,
    people: Iterable[UUID],
) -> None:
    """Tell each of `people` once; nothing is read back, for their notifications are theirs."""
    place = LEADS_TO.get(kind)
    about = {"link_to": place, "link_id": record_id} if place else {"incident_id": record_id}
    lines = [
        {
            "id": uuid7(),
            "district_id": actor.district_id,
            "user_id": person,
            "kind": kind,
            **about,
        }
        for person in sorted(set(people))
    ]
    if lines:
        await session.execute(insert(Notification).values(lines))


async def read(session: AsyncSession, notification_id: UUID) -> None:
    seen = await session.scalar(
        update(Notification)
        .where(Notification.id == notification_id)
        .values(read_at=func.coalesce(Notification.read_at, func.now()))
        .returning(Notification.id)
    )
    if seen is None:
        raise NotFound


async def read_all(session: AsyncSession) -> None:
    await session.execute(
        update(Notification).where(Notification.read_at.is_(None)).values(read_at=func.now())
    )


def sieve(actor: Actor, sites: Sequence[UUID]) -> Sieve:
    """What of all that changes this actor may hear of; mirrors the row policies."""
    scope = SCOPES[actor.role]
    own, district, places = str(actor.id), str(actor.district_id), {str(site) for site in sites}
    incidents = actor.may(Permission.INCIDENTS_READ)
    by_site = {
        "units": actor.may(Permission.UNITS_READ),
        "activities": actor.may(Permission.ACTIVITIES_READ),
    }

    def hears(event: Event) -> bool:
        topic, here = event["topic"], event["site_id"] in places
        if topic == "incidents":
            shared = not set(event["sharing"]).isdisjoint(scope.sharing)
            return incidents and here and shared and event["audience"] in {None, *scope.audiences}
        if topic == "notifications":
            return bool(event["user_id"] == own)
        return here and by_site.get(topic, False)

    def told(event: Event) -> str | None:
        if event["district_id"] != district:
            return None
        if actor.is_resident:
            mine = _is_mine(event, own) or (event["topic"] in SHARED and event["site_id"] in places)
            return _line(OWN[event["topic"]], event["id"]) if mine else None
        return _line(event["topic"], event["id"]) if hears(event) else None

    return told


OWN = {
    "incidents": "portal/incidents",
    "notices": "portal/notices",
    "activities": "portal/activities",
}
"""The topics that residents hear of."""

SHARED = {"activities"}
"""Of these everybody at the site."""


def _is_mine(event: Event, resident: str) -> bool:
    """What is written in their report for others is none of theirs."""
    mine = event["topic"] in OWN and event.get("resident_id") == resident
    return mine and event.get("audience") in {None, "reporter"}


def _line(topic: str, record: str) -> str:
    return LiveEvent(topic=topic, id=UUID(record)).model_dump_json()


def renewal(database: Database, actor: Actor) -> Renew:
    """Ask again whether the session stands and which sites it reaches, without keeping it awake."""

    async def renew() -> Sieve | None:
        async with database.transaction() as session:
            sites: list[UUID] | None = await session.scalar(
                func.stream_sites(actor.session_id, actor.membership_id).select()
            )
        return None if sites is None else sieve(actor, sites)

    return renew

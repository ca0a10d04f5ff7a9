"""Telling residents as a room does it: in the actor's transaction, as the powerless role."""

import asyncio
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from bomiljo.access.actor import Actor
from bomiljo.access.guard import ENTER, SCOPES
from bomiljo.access.roles import Role
from bomiljo.features.notifications import notices, service
from bomiljo.features.notifications.model import NoticeKind, NotificationKind
from bomiljo.kernel.database import Database
from bomiljo.kernel.lines import Link
from bomiljo.settings import get_settings

from tests.factories import Caller, House


def tell(
    house: House,
    who: Caller,
    residents: Iterable[UUID],
    *,
    kind: NoticeKind = NoticeKind.ACTIVITY_MOVED,
    link: Link | None = None,
    **about: str,
) -> None:
    async def told() -> None:
        database = Database(get_settings().service_url, 1)
        async with database.transaction() as session:
            actor = await _enter(session, who)
            await notices.tell(
                session, actor, kind, residents, site_id=house.site, link=link, about=about
            )
        await database.close()

    asyncio.run(told())


def notify(house: House, who: Caller, kind: NotificationKind, record: UUID, *people: UUID) -> None:
    async def told() -> None:
        database = Database(get_settings().service_url, 1)
        async with database.transaction() as session:
            await service.notify(session, await _enter(session, who), kind, record, people)
        await database.close()

    asyncio.run(told())


async def _enter(session: Any, who: Caller) -> Actor:
    row = await ENTER.row(session, {"id": who.session_id, "hash": None, "scopes": SCOPES})
    return Actor(
        row["actor_id"],
        row["session_id"],
        Role(row["role"]),
        row["name"],
        row["district_id"],
        row["organisation_id"],
        row["membership_id"],
        tuple(row["sites"]),
    )

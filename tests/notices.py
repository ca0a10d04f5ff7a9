"""Telling residents as a room does it: in the actor's transaction, as the powerless role."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar
from uuid import UUID

from bomiljo.access.actor import Actor
from bomiljo.access.guard import ENTER
from bomiljo.access.roles import Role
from bomiljo.features.notifications import notices, service
from bomiljo.features.notifications.model import NoticeKind, NotificationKind
from bomiljo.kernel.database import Database
from bomiljo.kernel.lines import Link
from bomiljo.settings import get_settings
from sqlalchemy.ext.asyncio import AsyncSession

from tests.factories import Caller, House

T = TypeVar("T")


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


def within(who: Caller, do: Callable[[AsyncSession, Actor], Awaitable[T]]) -> T:
    """What `do` gives in a transaction of `who`, as the powerless role."""

    async def done() -> T:
        database = Database(get_settings().service_url, 1)
        async with database.transaction() as session:
            found = await do(session, await _enter(session, who))
        await database.close()
        return found

    return asyncio.run(done())


async def _enter(session: Any, who: Caller) -> Actor:
    row = await ENTER.row(session, {"id": who.session_id, "hash": None})
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

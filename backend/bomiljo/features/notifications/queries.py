from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Select, Text, Uuid, case, cast, column, func, null, select, table
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.access.actor import Actor
from bomiljo.features.notifications.model import Mail, MailState, Notification
from bomiljo.features.notifications.schemas import MailQuery, MailView, NotificationView, about
from bomiljo.kernel.lines import Link, Place
from bomiljo.kernel.listing import Listing, ListQuery, Order, given, listing
from bomiljo.kernel.rows import as_json, one_of

UNREAD_SHOWN = 100

incidents = table(
    "incidents",
    column("id", Uuid),
    column("number", BigInteger),
    column("title", Text),
    column("building_note", Text),
    column("reporter_resident_id", Uuid),
)
"""The room of incidents stands above this one; its row policies say which of them are seen."""


@lru_cache
def notifications(known_as: str, *, continued: bool) -> Listing:
    incident = as_json(Link, {"to": cast(Place.INCIDENT.value, Text), "id": incidents.c.id})
    other = as_json(Link, {"to": Notification.link_to, "id": Notification.link_id})
    return listing(
        "notifications.list",
        select(Notification)
        .outerjoin(incidents, incidents.c.id == Notification.incident_id)
        .where(given(Notification.user_id, "user_id")),
        item=as_json(
            NotificationView,
            {
                "id": Notification.id,
                "kind": Notification.kind,
                "created_at": Notification.created_at,
                "read_at": Notification.read_at,
                "number": "H-" + cast(incidents.c.number, Text),
                "about": incidents.c[known_as],
                "link": case(
                    (incidents.c.id.is_not(None), incident),
                    (Notification.link_id.is_not(None), other),
                    else_=null(),
                ),
            },
        ),
        record=Notification.id,
        order=Order(Notification.created_at, descending=True),
        continued=continued,
        subjects=array([incidents.c.reporter_resident_id]),
    )


async def show_page(session: AsyncSession, actor: Actor, query: ListQuery) -> Response:
    prepared = notifications(about(actor), continued=query.cursor is not None)
    page = await prepared.show(session, query, {"user_id": actor.id})
    mine = Notification.user_id == actor.id
    unread = select(Notification.id).where(mine, Notification.read_at.is_(None))
    return await with_unread(session, page, unread)


async def with_unread(session: AsyncSession, page: Response, unread: Select[Any]) -> Response:
    """The page with how many are unread; beyond a hundred nobody counts."""
    few = unread.limit(UNREAD_SHOWN).subquery()
    count: int = await session.scalar(  # type: ignore[assignment]
        select(func.count()).select_from(few)
    )
    return Response(
        b'{"unread":%d,%s' % (count, bytes(page.body)[1:]), media_type="application/json"
    )


@lru_cache
def _outbox(*, state: bool, continued: bool) -> Listing:
    waits = one_of(Mail.state, (MailState.QUEUED, MailState.FAILED))
    columns = {name: getattr(Mail, name) for name in MailView.model_fields}
    statement = select(Mail).where(given(Mail.district_id, "district_id"))
    return listing(
        "outbox.list",
        statement.where(given(Mail.state, "state")) if state else statement,
        item=as_json(MailView, columns | {"next_try_at": case((waits, Mail.next_try_at))}),
        record=Mail.id,
        order=Order(Mail.created_at, descending=True),
        continued=continued,
        logged=False,
    )


async def show_outbox(session: AsyncSession, actor: Actor, query: MailQuery) -> Response:
    """It tells of no person, so showing it writes no line."""
    prepared = _outbox(state=query.state is not None, continued=query.cursor is not None)
    values = {"district_id": actor.district_id} | ({"state": query.state} if query.state else {})
    return await prepared.show(session, query, values)

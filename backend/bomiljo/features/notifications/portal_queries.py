from functools import lru_cache

from sqlalchemy import case, null, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.access.actor import Actor
from bomiljo.features.notifications.model import Notice
from bomiljo.features.notifications.portal_schemas import NoticeView
from bomiljo.features.notifications.queries import with_unread
from bomiljo.kernel.lines import Link
from bomiljo.kernel.listing import Listing, ListQuery, Order, given, listing
from bomiljo.kernel.rows import as_json

MINE = given(Notice.resident_id, "resident_id")


@lru_cache
def _notices(*, continued: bool) -> Listing:
    """What one was told oneself is no disclosure, so showing it writes no line."""
    link = as_json(Link, {"to": Notice.link_to, "id": Notice.link_id})
    columns = {
        "id": Notice.id,
        "kind": Notice.kind,
        "created_at": Notice.created_at,
        "read_at": Notice.read_at,
        "about": Notice.about,
        "link": case((Notice.link_id.is_(None), null()), else_=link),
    }
    return listing(
        "notices.own",
        select(Notice).where(MINE),
        item=as_json(NoticeView, columns),
        record=Notice.id,
        order=Order(Notice.created_at, descending=True),
        continued=continued,
        logged=False,
    )


async def show_page(session: AsyncSession, actor: Actor, query: ListQuery) -> Response:
    page = await _notices(continued=query.cursor is not None).show(
        session, query, {"resident_id": actor.id}
    )
    unread = select(Notice.id).where(Notice.resident_id == actor.id, Notice.read_at.is_(None))
    return await with_unread(session, page, unread)

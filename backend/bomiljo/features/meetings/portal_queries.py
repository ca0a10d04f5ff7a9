from datetime import datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import DateTime, Text, Uuid, bindparam, column, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.access.actor import Actor
from bomiljo.features.meetings.model import Meeting, Participant
from bomiljo.features.meetings.portal_schemas import Host, OwnMeeting
from bomiljo.kernel.clock import OSLO, today
from bomiljo.kernel.listing import Listing, ListQuery, Order, given, listing
from bomiljo.kernel.rows import as_json, own_columns, rows_as_json

HOSTS = func.own_hosts().table_valued(
    column("meeting_id", Uuid()), column("name", Text()), column("organisation", Text())
)


@lru_cache
def _own_meetings(*, continued: bool) -> Listing:
    hosts = rows_as_json(
        select(as_json(Host, {"name": HOSTS.c.name, "organisation": HOSTS.c.organisation}))
        .select_from(HOSTS)
        .where(HOSTS.c.meeting_id == Meeting.id)
        .order_by(HOSTS.c.name)
        .correlate(Meeting)
    )
    columns = own_columns(OwnMeeting, Meeting) | {
        "interpreter": Participant.interpreter,
        "hosts": hosts,
    }
    since: Any = bindparam("since", type_=DateTime(timezone=True))
    return listing(
        "meetings.own",
        select(Meeting)
        .join(Participant, Participant.meeting_id == Meeting.id)
        .where(given(Participant.resident_id, "resident_id"), Meeting.begins_at >= since),
        item=as_json(OwnMeeting, columns),
        record=Meeting.id,
        order=Order(Meeting.begins_at),
        continued=continued,
        logged=False,
    )


async def show_page(session: AsyncSession, actor: Actor, query: ListQuery) -> Response:
    """From today on; what is over needs nobody's preparing."""
    since = datetime.combine(today(), time(), OSLO)
    prepared = _own_meetings(continued=query.cursor is not None)
    return await prepared.show(session, query, {"resident_id": actor.id, "since": since})

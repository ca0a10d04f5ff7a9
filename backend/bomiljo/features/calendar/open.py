"""The one door for programs that cannot sign in: the secret in the address is the key."""

from typing import Any

from fastapi import Request, Response

from bomiljo.access.guard import open_router
from bomiljo.features.calendar import feeds
from bomiljo.features.calendar.problems import ReadTooOften
from bomiljo.kernel.problems import NotFound, problems

router = open_router("/feeds", "calendar")

CALENDAR: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/calendar": {"schema": {"type": "string"}}}}
}


@router.get(
    "/{secret}.ics",
    response_class=Response,
    summary="A calendar as iCalendar, for whoever knows its address",
    responses=CALENDAR | problems(NotFound, ReadTooOften),
)
async def read_feed(request: Request, secret: str) -> Response:
    state = request.app.state
    calendar = await feeds.read(state.database, secret, state.settings.origin)
    return Response(calendar, media_type="text/calendar")

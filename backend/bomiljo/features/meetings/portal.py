"""What a resident is asked to come to."""

from typing import Annotated

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.meetings import portal_queries
from bomiljo.features.meetings.portal_schemas import OwnMeetingPage
from bomiljo.kernel.listing import ListQuery

router = guarded_router("/portal", "portal")

Resident = Annotated[Actor, requires(Permission.PORTAL_USE)]


@router.get("/meetings", response_model=OwnMeetingPage, summary="My meetings from today on")
async def list_own_meetings(
    actor: Resident, db: Db, query: Annotated[ListQuery, Query()]
) -> Response:
    return await portal_queries.show_page(db, actor, query)

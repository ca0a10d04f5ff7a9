from typing import Annotated

from fastapi import Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.contacts import map_queries
from bomiljo.features.contacts.portal_schemas import WhomToAsk
from bomiljo.kernel.answers import answer

router = guarded_router("/portal", "portal")

Me = Annotated[Actor, requires(Permission.PORTAL_USE)]


@router.get(
    "/whom-to-ask", response_model=WhomToAsk, summary="Whom to ask about what, where I live"
)
async def list_whom_to_ask(actor: Me, db: Db) -> Response:
    if not actor.sites:
        return answer(WhomToAsk(items=[]))
    return await map_queries.whom_to_ask().show(db, site_id=actor.sites[0])

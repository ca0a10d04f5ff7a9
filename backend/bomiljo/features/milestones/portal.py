from typing import Annotated

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.milestones import portal_queries
from bomiljo.features.milestones.portal_schemas import OwnPath, OwnPathQuery

router = guarded_router("/portal", "portal")

Me = Annotated[Actor, requires(Permission.PORTAL_USE)]


@router.get("/milestones", response_model=OwnPath, summary="My steps: done, next, whose move it is")
async def show_my_path(actor: Me, db: Db, query: Annotated[OwnPathQuery, Query()]) -> Response:
    return await portal_queries.show_path(db, actor, query.language)

from typing import Annotated

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.tenancies import portal_queries
from bomiljo.features.tenancies.portal_schemas import OwnLease

router = guarded_router("/portal", "portal")

Me = Annotated[Actor, requires(Permission.PORTAL_USE)]


@router.get("/lease", summary="The terms of my own lease")
async def show_my_lease(_: Me, db: Db) -> OwnLease:
    return await portal_queries.own_lease(db)

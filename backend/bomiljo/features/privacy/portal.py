from typing import Annotated

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.privacy import queries
from bomiljo.features.privacy.schemas import LookPage
from bomiljo.kernel.listing import ListQuery

router = guarded_router("/portal", "portal")

Resident = Annotated[Actor, requires(Permission.PORTAL_USE)]


@router.get("/disclosures", response_model=LookPage, summary="Who has looked at my data")
async def list_looks(actor: Resident, db: Db, query: Annotated[ListQuery, Query()]) -> Response:
    return await queries.looks(continued=query.cursor is not None).show(db, query, {})

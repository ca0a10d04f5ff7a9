from typing import Annotated

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.privacy import queries
from bomiljo.features.privacy.schemas import (
    ChangePage,
    ChangeQuery,
    DisclosurePage,
    DisclosureQuery,
)

router = guarded_router("", "logs")

ChangeReader = Annotated[Actor, requires(Permission.CHANGES_READ)]
DisclosureReader = Annotated[Actor, requires(Permission.DISCLOSURES_READ)]


@router.get("/changes", response_model=ChangePage, summary="What was changed, by whom")
async def list_changes(
    actor: ChangeReader, db: Db, query: Annotated[ChangeQuery, Query()]
) -> Response:
    values = queries.filters_of(query, queries.CHANGE_FILTERS)
    listing = queries.changes(frozenset(values), continued=query.cursor is not None)
    return await listing.show(db, query, values)


@router.get("/disclosures", response_model=DisclosurePage, summary="Whose data was shown to whom")
async def list_disclosures(
    actor: DisclosureReader, db: Db, query: Annotated[DisclosureQuery, Query()]
) -> Response:
    values = queries.filters_of(query, queries.DISCLOSURE_FILTERS)
    listing = queries.disclosures(frozenset(values), continued=query.cursor is not None)
    return await listing.show(db, query, values)

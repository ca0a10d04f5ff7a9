from typing import Annotated
from uuid import UUID

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.overview import queries, service
from bomiljo.features.overview.schemas import Found, HouseView, SearchFor, TodayView, UnitLife
from bomiljo.kernel.problems import NotFound, problems

router = guarded_router("", "overview")

Worker = Annotated[Actor, requires(Permission.TODAY_READ)]
Seeker = Annotated[Actor, requires(Permission.SEARCH_USE)]
UnitReader = Annotated[Actor, requires(Permission.UNITS_READ)]


@router.get("/today", summary="What needs me now")
async def get_today(actor: Worker, db: Db) -> TodayView:
    return await service.show_today(db, actor)


@router.post("/search", summary="Find residents, units and incidents")
async def search(actor: Seeker, db: Db, wanted: SearchFor) -> Found:
    return await service.search(db, actor, wanted.q)


@router.get(
    "/sites/{site_id}/house", summary="The house, floor by floor", responses=problems(NotFound)
)
async def get_house(actor: UnitReader, db: Db, site_id: UUID) -> HouseView:
    return await service.show_house(db, actor, site_id)


@router.get("/units/{unit_id}/life", summary="A unit's life so far", responses=problems(NotFound))
async def get_unit_life(actor: UnitReader, db: Db, unit_id: UUID) -> UnitLife:
    return UnitLife(items=await queries.life(db, unit_id))

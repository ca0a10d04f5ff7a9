from typing import Annotated

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.residents import own
from bomiljo.features.residents.portal_schemas import ChooseLanguage, MyData, MyHome, MyPeople

router = guarded_router("/portal", "portal")

Me = Annotated[Actor, requires(Permission.PORTAL_USE)]


@router.get("/home", summary="My name, my flat, what comes next")
async def get_my_home(actor: Me, db: Db) -> MyHome:
    return await own.home(db, actor)


@router.get("/people", summary="Who helps me, and whom to ring now")
async def list_my_people(actor: Me, db: Db) -> MyPeople:
    return await own.people(db, actor)


@router.get("/my-data", summary="Everything that is stored about me")
async def get_my_data(actor: Me, db: Db) -> MyData:
    return await own.data(db, actor)


@router.put("/language", status_code=204, summary="Choose the language of the portal")
async def choose_my_language(actor: Me, db: Db, given: ChooseLanguage) -> None:
    await own.choose_language(db, actor, given.language)

"""What a resident was told, and that they have seen it."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.notifications import channels, notices, portal_queries
from bomiljo.features.notifications.channels import Offered
from bomiljo.features.notifications.portal_schemas import ChooseChannels, MyChannels, NoticePage
from bomiljo.features.notifications.problems import AddressMissing, ChannelNotOffered
from bomiljo.kernel.listing import ListQuery
from bomiljo.kernel.problems import NotFound, problems

router = guarded_router("/portal", "portal")

Resident = Annotated[Actor, requires(Permission.PORTAL_USE)]


@router.get("/notices", response_model=NoticePage, summary="What the district has told me")
async def list_my_notices(
    actor: Resident, db: Db, query: Annotated[ListQuery, Query()]
) -> Response:
    return await portal_queries.show_page(db, actor, query)


@router.post(
    "/notices/{notice_id}/read",
    status_code=204,
    summary="I have seen this one",
    responses=problems(NotFound),
)
async def read_my_notice(actor: Resident, db: Db, notice_id: UUID) -> None:
    await notices.read(db, notice_id)


@router.post("/notices/read-all", status_code=204, summary="I have seen everything I was told")
async def read_all_my_notices(actor: Resident, db: Db) -> None:
    await notices.read_all(db)


@router.get("/channels", summary="The ways a message can reach me outside the portal")
async def get_my_channels(actor: Resident, db: Db, offered: Offered) -> MyChannels:
    return await channels.of_resident(db, actor, offered)


@router.put(
    "/channels",
    summary="Choose the ways I want; the text says only that there is a message",
    responses=problems(ChannelNotOffered, AddressMissing),
)
async def choose_my_channels(
    actor: Resident, db: Db, offered: Offered, given: ChooseChannels
) -> MyChannels:
    await channels.choose_own(db, actor, given.channels, offered)
    return await channels.of_resident(db, actor, offered)

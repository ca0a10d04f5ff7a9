from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.accounts import queries, service
from bomiljo.features.accounts.inputs import (
    AccountQuery,
    EndRole,
    NewAccount,
    NewRole,
)
from bomiljo.features.accounts.problems import (
    AccountElsewhereToo,
    EmployerUnknown,
    OwnAccount,
    RoleEndsTooEarly,
    RoleHasEnded,
    RoleNotOfOrganisation,
    SiteElsewhere,
    UserNameTaken,
)
from bomiljo.features.accounts.schemas import (
    AccountChoices,
    AccountPage,
    AccountView,
    InvitationView,
)
from bomiljo.kernel.problems import NotFound, problems

router = guarded_router("/accounts", "accounts")

Reader = Annotated[Actor, requires(Permission.ACCOUNTS_READ)]
Keeper = Annotated[Actor, requires(Permission.ACCOUNTS_WRITE)]
ROLE = (EmployerUnknown, RoleNotOfOrganisation, SiteElsewhere, RoleEndsTooEarly)


@router.get("", response_model=AccountPage, summary="Who has an account here, and as what")
async def list_accounts(actor: Reader, db: Db, query: Annotated[AccountQuery, Query()]) -> Response:
    filters = queries.filters_of(query)
    prepared = queries.accounts(frozenset(filters), continued=query.cursor is not None)
    here = {"district_id": actor.district_id, "reader": actor.id}
    return await prepared.show(db, query, filters | here)


@router.get("/choices", summary="Organisations of the district, each with its roles")
async def list_choices(actor: Reader, db: Db) -> AccountChoices:
    return await queries.choices(db)


@router.get(
    "/{account_id}",
    response_model=AccountView,
    summary="One account with its roles",
    responses=problems(NotFound),
)
async def get_account(actor: Reader, db: Db, account_id: UUID) -> Response:
    here = {"district_id": actor.district_id, "reader": actor.id}
    return await queries.account().show(db, account_id=account_id, **here)


@router.post(
    "",
    status_code=201,
    summary="Open an account; the link in the answer is shown once",
    responses=problems(UserNameTaken, *ROLE),
)
async def open_account(actor: Keeper, session: Db, given: NewAccount) -> InvitationView:
    return await service.open_account(session, actor, given)


@router.post(
    "/{account_id}/invitation",
    status_code=201,
    summary="A new link to choose a password with; the former is void",
    responses=problems(NotFound, OwnAccount, AccountElsewhereToo),
)
async def invite_anew(actor: Keeper, session: Db, account_id: UUID) -> InvitationView:
    return await service.invite_anew(session, actor, account_id)


@router.post(
    "/{account_id}/roles",
    status_code=204,
    summary="Give somebody another role",
    responses=problems(NotFound, OwnAccount, *ROLE),
)
async def give_role(actor: Keeper, db: Db, account_id: UUID, given: NewRole) -> None:
    await service.give_role(db, actor, account_id, given)


@router.post(
    "/roles/{membership_id}/end",
    status_code=204,
    summary="Let a role end on a day, or at once",
    responses=problems(NotFound, OwnAccount, RoleHasEnded, RoleEndsTooEarly),
)
async def end_role(actor: Keeper, db: Db, membership_id: UUID, given: EndRole) -> None:
    await service.end_role(db, actor, membership_id, given)

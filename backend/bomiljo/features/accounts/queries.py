from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Boolean,
    Date,
    DateTime,
    Text,
    Uuid,
    and_,
    bindparam,
    case,
    cast,
    column,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.roles import Role, organisation_kind
from bomiljo.features.accounts.fields import AccountState
from bomiljo.features.accounts.inputs import AccountQuery
from bomiljo.features.accounts.model import Invitation
from bomiljo.features.accounts.schemas import (
    AccountChoices,
    AccountView,
    HeldRole,
    OrganisationChoice,
)
from bomiljo.features.identity.model import Membership, Organisation, User
from bomiljo.features.identity.schemas import OrganisationRef
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, own_columns, rows_as_json

TODAY = func.current_date()
STATE = (
    func.account_states()
    .table_valued(
        column("user_id", Uuid()),
        column("has_password", Boolean()),
        column("locked_until", DateTime(timezone=True)),
        column("last_seen_at", DateTime(timezone=True)),
    )
    .alias("state")
)
HERE = and_(
    Membership.user_id == User.id,
    Membership.district_id == bindparam("district_id", type_=Uuid()),
)
OPEN = and_(Invitation.user_id == User.id, Invitation.closed_at.is_(None))


def _state() -> Any:
    still = exists().where(
        HERE, or_(func.upper_inf(Membership.period), func.upper(Membership.period) > TODAY)
    )
    states = (
        (~still.correlate(User), AccountState.ENDED),
        (STATE.c.locked_until > func.now(), AccountState.LOCKED),
        (STATE.c.has_password, AccountState.ACTIVE),
        (Invitation.expires_at > func.now(), AccountState.INVITED),
    )
    return case(
        *((when, literal_column(f"'{state}'::text")) for when, state in states),
        else_=literal_column(f"'{AccountState.STALE}'::text"),
    )


def _roles() -> Any:
    columns = {
        "id": Membership.id,
        "role": Membership.role,
        "organisation": as_json(OrganisationRef, own_columns(OrganisationRef, Organisation)),
        "from_day": func.lower(Membership.period, type_=Date()),
        "last_day": cast(func.upper(Membership.period) - 1, Date),
        "site_ids": Membership.site_ids,
    }
    return rows_as_json(
        select(as_json(HeldRole, columns))
        .join(Organisation, Organisation.id == Membership.organisation_id)
        .where(HERE)
        .order_by(func.lower(Membership.period).desc(), Membership.id)
        .correlate(User)
    )


def _whence() -> Any:
    return select(User).join(STATE, STATE.c.user_id == User.id).outerjoin(Invitation, OPEN)


def _item() -> Any:
    waiting = case((Invitation.expires_at > func.now(), Invitation.expires_at), else_=null())
    columns = own_columns(AccountView, User) | {
        "state": _state(),
        "own": User.id == bindparam("reader", type_=Uuid()),
        "invited_until": waiting,
        "last_seen_at": STATE.c.last_seen_at,
        "roles": _roles(),
    }
    return as_json(AccountView, columns)


@lru_cache
def accounts(filters: frozenset[str], *, continued: bool) -> Listing:
    sought = func.lower(bindparam("q", type_=Text()))
    known = {
        "q": func.strpos(func.lower(User.name) + " " + User.user_name, sought) > 0,
        "state": _state() == bindparam("state", type_=Text()),
    }
    return listing(
        "accounts.list",
        _whence().where(*(known[name] for name in sorted(filters))),
        item=_item(),
        record=User.id,
        order=Order(func.sort_key(User.name, type_=Text())),
        continued=continued,
        logged=False,
    )


@lru_cache
def account() -> Detail:
    return detail(
        "accounts.detail",
        _whence().where(given(User.id, "account_id")),
        item=_item(),
        record=User.id,
        logged=False,
    )


def filters_of(query: AccountQuery) -> dict[str, Any]:
    return query.model_dump(mode="json", include={"q", "state"}, exclude_none=True)


async def choices(session: AsyncSession) -> AccountChoices:
    found = await session.scalars(
        select(Organisation).order_by(Organisation.kind, Organisation.name)
    )
    return AccountChoices(organisations=[_choice(one) for one in found])


def _choice(organisation: Organisation) -> OrganisationChoice:
    return OrganisationChoice(
        id=organisation.id,
        name=organisation.name,
        kind=organisation.kind,
        roles=[
            role
            for role in Role
            if role is not Role.RESIDENT and organisation_kind(role) is organisation.kind
        ],
    )

"""Accounts of one district. Nobody but the person themselves ever knows the password."""

import secrets
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.access.guard import hash_of
from bomiljo.access.roles import Role, organisation_kind
from bomiljo.features.accounts.inputs import EndRole, NewAccount, NewRole
from bomiljo.features.accounts.model import Invitation
from bomiljo.features.accounts.problems import (
    AccountElsewhereToo,
    EmployerUnknown,
    OwnAccount,
    RoleEndsTooEarly,
    RoleHasEnded,
    RoleNotOfOrganisation,
    SiteElsewhere,
)
from bomiljo.features.accounts.schemas import InvitationView
from bomiljo.features.identity.model import Membership, Organisation, User
from bomiljo.kernel.clock import now
from bomiljo.kernel.problems import NotFound

LINK_LASTS = timedelta(days=7)
ONE_DAY = timedelta(days=1)


def _today() -> date:
    """The day by which the database judges whether a role works."""
    return now().date()


async def open_account(session: AsyncSession, actor: Actor, given: NewAccount) -> InvitationView:
    """An account that its owner comes into by the link alone."""
    held = await _role(session, actor, given)
    user = User(
        id=uuid7(),
        user_name=given.user_name,
        name=given.name,
        phone=given.phone,
        district_ids=[actor.district_id],
    )
    session.add(user)
    await session.flush()
    held.user_id = user.id
    session.add(held)
    await session.flush()
    return await _invite(session, actor, user)


async def give_role(session: AsyncSession, actor: Actor, account_id: UUID, given: NewRole) -> None:
    user = await _account(session, actor, account_id)
    held = await _role(session, actor, given)
    held.user_id = user.id
    session.add(held)


async def invite_anew(session: AsyncSession, actor: Actor, account_id: UUID) -> InvitationView:
    """A new link, the former being void; for whoever forgot the password, too."""
    user = await _account(session, actor, account_id)
    if user.district_ids != [actor.district_id]:
        raise AccountElsewhereToo
    return await _invite(session, actor, user)


async def end_role(
    session: AsyncSession, actor: Actor, membership_id: UUID, given: EndRole
) -> None:
    held = await session.scalar(select(Membership).where(Membership.id == membership_id))
    if held is None or held.district_id != actor.district_id:
        raise NotFound
    if held.user_id == actor.id:
        raise OwnAccount
    first, after = _days(held)
    here = _today()
    if after and after <= here:
        raise RoleHasEnded
    if given.last_day is None:
        # what began today never was: the day before is its only day
        held.period = Range(min(first, here - ONE_DAY), here)
    elif given.last_day < max(first, here):
        raise RoleEndsTooEarly
    else:
        held.period = Range(first, given.last_day + ONE_DAY)


def _days(held: Membership) -> tuple[date, date | None]:
    first = held.period.lower
    assert first is not None
    return first, held.period.upper


async def _account(session: AsyncSession, actor: Actor, account_id: UUID) -> User:
    if account_id == actor.id:
        raise OwnAccount
    here = select(Membership.id).where(
        Membership.user_id == User.id, Membership.district_id == actor.district_id
    )
    user = await session.scalar(select(User).where(User.id == account_id, here.exists()))
    if user is None:
        raise NotFound
    return user


async def _role(session: AsyncSession, actor: Actor, given: NewRole) -> Membership:
    """What was asked for, as it may be given in this district; nobody's yet."""
    organisation = await session.get(Organisation, given.organisation_id)
    if organisation is None:
        raise EmployerUnknown
    if given.role is Role.RESIDENT or organisation_kind(given.role) is not organisation.kind:
        raise RoleNotOfOrganisation
    if given.site_ids and not set(given.site_ids) <= set(actor.sites):
        raise SiteElsewhere
    first = given.from_day or _today()
    if given.last_day and given.last_day < max(first, _today()):
        raise RoleEndsTooEarly
    return Membership(
        district_id=actor.district_id,
        organisation_id=organisation.id,
        role=given.role,
        period=Range(first, given.last_day + ONE_DAY if given.last_day else None),
        site_ids=given.site_ids,
    )


async def _invite(session: AsyncSession, actor: Actor, user: User) -> InvitationView:
    await session.execute(
        update(Invitation)
        .where(Invitation.user_id == user.id, Invitation.closed_at.is_(None))
        .values(closed_at=func.now())
    )
    invitation, code = invitation_of(actor.district_id, user.id)
    session.add(invitation)
    return InvitationView(
        account_id=user.id,
        user_name=user.user_name,
        code=code,
        expires_at=invitation.expires_at,
    )


def invitation_of(district_id: UUID, user_id: UUID) -> tuple[Invitation, str]:
    """A fresh one, and the code behind its link, which is kept nowhere."""
    code = secrets.token_urlsafe(32)
    invitation = Invitation(
        district_id=district_id,
        user_id=user_id,
        token_hash=hash_of(code),
        expires_at=now() + LINK_LASTS,
    )
    return invitation, code

"""Signing in and out. Each attempt is its own transaction, so that a refusal is remembered."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access import passwords
from bomiljo.access.actor import Actor
from bomiljo.access.guard import hash_of
from bomiljo.access.tokens import LIFETIME, Tokens
from bomiljo.features.identity.model import Membership, SessionKind, StoredSession
from bomiljo.features.identity.problems import (
    ActivationCodeRefused,
    InvitationRefused,
    NoMembership,
    SignInRefused,
    TooManyAttempts,
)
from bomiljo.features.identity.queries import own
from bomiljo.features.identity.schemas import ChangePassword, TokenPair, Welcome
from bomiljo.kernel.clock import now
from bomiljo.kernel.codes import spell
from bomiljo.kernel.database import Database
from bomiljo.kernel.problems import NotFound

STAFF_IDLE = timedelta(hours=2)
STAFF_LONGEST = timedelta(hours=12)
FAILURES_PER_ADDRESS = 60


@dataclass(frozen=True, slots=True)
class Opened:
    session_id: UUID
    user_id: UUID
    secret: str


async def _wait(database: Database, address: str) -> None:
    async with database.transaction() as session:
        failures = await session.scalar(func.address_failures(address).select())
    if failures >= FAILURES_PER_ADDRESS:
        raise TooManyAttempts(retry_after=900)


async def sign_in(
    database: Database, user_name: str, password: str, *, kind: SessionKind, label: str
) -> Opened:
    async with database.transaction() as session:
        known: Any = (
            await session.execute(
                select(literal_column("*")).select_from(func.credential_of(user_name))
            )
        ).one_or_none()
    if known and known.locked_until and known.locked_until > now():
        raise TooManyAttempts(retry_after=int((known.locked_until - now()).total_seconds()) + 1)
    right = await passwords.check(known.password_hash if known else None, password)
    if known is None or not right:
        if known:
            await _count_failure(database, known.user_id)
        raise SignInRefused
    opened = Opened(uuid7(), known.user_id, secrets.token_urlsafe(32))
    async with database.transaction() as session:
        await session.execute(func.sign_in_succeeded(known.user_id).select())
        made = await session.scalar(
            func.open_staff_session(
                opened.session_id,
                opened.user_id,
                kind.value,
                hash_of(opened.secret),
                label,
                STAFF_IDLE,
                now() + STAFF_LONGEST,
            ).select()
        )
    if made is None:
        raise NoMembership
    return opened


async def _count_failure(database: Database, user_id: UUID) -> None:
    async with database.transaction() as session:
        locked = await session.scalar(func.sign_in_failed(user_id).select())
    if locked:
        raise TooManyAttempts(retry_after=int((locked - now()).total_seconds()) + 1)


async def give_tokens(
    database: Database, tokens: Tokens, session_id: UUID, user_id: UUID
) -> TokenPair:
    refresh = secrets.token_urlsafe(32)
    async with database.transaction() as session:
        await session.execute(
            func.put_refresh_token(hash_of(refresh), session_id, now() + STAFF_LONGEST).select()
        )
    return TokenPair(
        access_token=tokens.issue(session_id, user_id),
        refresh_token=refresh,
        expires_in=int(LIFETIME.total_seconds()),
    )


async def refresh(database: Database, tokens: Tokens, token: str) -> TokenPair:
    """Take a refresh token once; taking it twice ends its session: one of the two is a thief."""
    async with database.transaction() as session:
        session_id = await session.scalar(func.take_refresh_token(hash_of(token)).select())
    if session_id is None:
        raise SignInRefused
    return await give_tokens(database, tokens, session_id, session_id)


async def activate(database: Database, code: str, address: str, label: str) -> Opened:
    await _wait(database, address)
    opened = Opened(uuid7(), uuid7(), secrets.token_urlsafe(32))
    async with database.transaction() as session:
        made = await session.scalar(
            func.take_activation_code(
                hash_of(spell(code)), opened.session_id, hash_of(opened.secret), label
            ).select()
        )
    if made is None:
        await _count_guess(database, address)
        raise ActivationCodeRefused
    return opened


async def _count_guess(database: Database, address: str) -> None:
    async with database.transaction() as session:
        await session.execute(func.address_failed(address).select())


async def welcome(
    database: Database, given: Welcome, address: str, *, memory_kib: int, label: str
) -> Opened:
    """Take an invitation's link once: the password is chosen, and signed in with here alone.

    NoMembership when the role has not begun yet; the password is chosen nevertheless.
    """
    await _wait(database, address)
    chosen = await passwords.hashed(given.password, memory_kib)
    opened = Opened(uuid7(), uuid7(), secrets.token_urlsafe(32))
    async with database.transaction() as session:
        outcome = await session.scalar(
            func.take_invitation(
                hash_of(given.code),
                chosen,
                opened.session_id,
                hash_of(opened.secret),
                label,
                STAFF_IDLE,
                now() + STAFF_LONGEST,
            ).select()
        )
    if outcome == "refused":
        await _count_guess(database, address)
        raise InvitationRefused
    if outcome != "signed in":
        raise NoMembership
    return opened


async def change_password(
    session: AsyncSession, actor: Actor, given: ChangePassword, *, memory_kib: int
) -> bool:
    """Whether `current` was right; else it counts as a failed sign-in. Ends the other sessions."""
    if not await passwords.check(await session.scalar(func.own_password().select()), given.current):
        await session.execute(func.sign_in_failed(actor.id).select())
        return False
    chosen = await passwords.hashed(given.password, memory_kib)
    await session.execute(func.change_own_password(chosen, actor.session_id).select())
    return True


async def refuse_demo_accounts(database: Database) -> None:
    """Stop a production start on a database that holds accounts whose passwords anybody knows."""
    async with database.transaction() as session:
        found = await session.scalar(func.demo_accounts_exist().select())
    if found:
        msg = "this database holds demo accounts; production mode needs one of its own"
        raise RuntimeError(msg)


async def end(session: AsyncSession, actor: Actor, session_id: UUID) -> None:
    ended = await session.scalar(
        update(StoredSession)
        .where(StoredSession.id == session_id, own(actor), StoredSession.ended_at.is_(None))
        .values(ended_at=func.now())
        .returning(StoredSession.id)
    )
    if ended is None:
        raise NotFound


async def end_all(session: AsyncSession, actor: Actor) -> None:
    await session.execute(
        update(StoredSession)
        .where(own(actor), StoredSession.ended_at.is_(None))
        .values(ended_at=func.now())
    )


async def choose_membership(session: AsyncSession, actor: Actor, membership_id: UUID) -> None:
    """Act in another of one's own memberships from the next request on."""
    chosen = await session.scalar(
        select(Membership).where(
            Membership.id == membership_id,
            Membership.user_id == actor.id,
            Membership.period.contains(func.current_date()),
        )
    )
    if chosen is None:
        raise NotFound
    await session.execute(
        update(StoredSession)
        .where(StoredSession.id == actor.session_id)
        .values(membership_id=chosen.id, district_id=chosen.district_id)
    )

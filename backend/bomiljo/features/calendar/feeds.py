"""Addresses for calendar programs: made, listed, closed, and read."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.guard import hash_of
from bomiljo.access.roles import Role
from bomiljo.features.calendar import ical
from bomiljo.features.calendar.model import CalendarFeed, FeedScope
from bomiljo.features.calendar.problems import ReadTooOften
from bomiljo.features.calendar.schemas import Feeds, FeedView, NewFeed, NewFeedView
from bomiljo.features.calendar.service import gather
from bomiljo.kernel.calendar import Span
from bomiljo.kernel.clock import now, today
from bomiljo.kernel.database import Database
from bomiljo.kernel.problems import NotFound
from bomiljo.kernel.rows import Prepared

ENTER = Prepared("SELECT * FROM enter_feed($1::bytea, $2::int)", ("hash", "most"), {})
READS_AN_HOUR = 60
BACK, AHEAD = timedelta(days=60), timedelta(days=400)


async def listed(session: AsyncSession) -> Feeds:
    found = await session.scalars(
        select(CalendarFeed)
        .where(CalendarFeed.revoked_at.is_(None))
        .order_by(CalendarFeed.created_at.desc(), CalendarFeed.id)
    )
    return Feeds(items=[FeedView.model_validate(one) for one in found])


async def make(session: AsyncSession, actor: Actor, given: NewFeed, origin: str) -> NewFeedView:
    if given.site_id and given.site_id not in actor.sites:
        raise NotFound
    secret = secrets.token_urlsafe(32)
    feed = CalendarFeed(
        district_id=actor.district_id,
        user_id=None if actor.is_resident else actor.id,
        membership_id=actor.membership_id,
        resident_id=actor.id if actor.is_resident else None,
        label=given.label,
        scope=FeedScope.SITE if given.site_id else FeedScope.MINE,
        site_id=given.site_id,
        secret_hash=hash_of(secret),
    )
    session.add(feed)
    await session.flush()
    shown = FeedView.model_validate(feed)
    return NewFeedView(**shown.model_dump(), address=f"{origin}/v1/feeds/{secret}.ics")


async def revoke(session: AsyncSession, feed_id: UUID) -> None:
    closed = await session.scalar(
        update(CalendarFeed)
        .where(CalendarFeed.id == feed_id)
        .values(revoked_at=func.coalesce(CalendarFeed.revoked_at, now()))
        .returning(CalendarFeed.id)
    )
    if closed is None:
        raise NotFound


async def read(database: Database, secret: str, origin: str) -> bytes:
    """The calendar behind an address; one that is unknown, closed or whose owner left is none."""
    async with database.transaction() as session:
        row = await ENTER.row(session, {"hash": hash_of(secret), "most": READS_AN_HOUR})
        if row is None:
            raise NotFound
        calendar = b"" if row["too_often"] else await _calendar(session, row, origin)
    if row["too_often"]:
        raise ReadTooOften(retry_after=3600)
    return calendar


async def _calendar(session: AsyncSession, row: Mapping[str, Any], origin: str) -> bytes:
    actor = Actor(
        row["actor_id"],
        row["session_id"],
        Role(row["role"]),
        row["name"],
        row["district_id"],
        row["organisation_id"],
        row["membership_id"],
        tuple(row["sites"]),
    )
    sites = tuple(one for one in actor.sites if row["site_id"] in {None, one})
    span = Span(today() - BACK, today() + AHEAD, sites)
    mine = row["scope"] == FeedScope.MINE
    found = [one for one in await gather(session, actor, span) if one.mine or not mine]
    return ical.written(found, origin if actor.is_resident else f"{origin}/ansatt")

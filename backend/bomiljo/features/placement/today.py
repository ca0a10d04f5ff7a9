"""What placement tells the page I dag: IMDinett that nobody looked into, answers that are due."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.placement import requesting
from bomiljo.features.placement.model import SettlementRequest
from bomiljo.kernel.clock import today
from bomiljo.kernel.lines import LineView, Link, Place

AHEAD = timedelta(days=14)
MOST = 20


async def waiting(session: AsyncSession, actor: Actor) -> list[LineView]:
    return [*await _reminder(session, actor), *await _answers(session, actor)]


async def _reminder(session: AsyncSession, actor: Actor) -> list[LineView]:
    checks = await requesting.checks(session, actor)
    days = checks.days_since
    if days is not None and days < checks.remind_after:
        return []
    return [
        LineView(
            kind="placement.imdi_never" if days is None else "placement.imdi_unchecked",
            about={} if days is None else {"days": str(days)},
            title=None,
            at=None,
            day=None,
            severity=None,
            overdue=False,
            link=Link(to=Place.PLACEMENT, id=actor.district_id),
        )
    ]


async def _answers(session: AsyncSession, actor: Actor) -> list[LineView]:
    found = await session.scalars(
        select(SettlementRequest)
        .where(
            SettlementRequest.district_id == actor.district_id,
            SettlementRequest.undone_at.is_(None),
            SettlementRequest.answer.is_(None),
            SettlementRequest.answer_due <= today() + AHEAD,
        )
        .order_by(SettlementRequest.answer_due)
        .limit(MOST)
    )
    return [
        LineView(
            kind="placement.answer_due",
            about={"reference": one.reference},
            title=None,
            at=None,
            day=one.answer_due,
            severity=None,
            overdue=one.answer_due is not None and one.answer_due < today(),
            link=Link(to=Place.REQUEST, id=one.id),
        )
        for one in found
    ]

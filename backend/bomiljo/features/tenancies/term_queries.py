"""The course of one lease: its clock and what has happened to it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Text, case, column, func, null, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.identity.model import User
from bomiljo.features.tenancies.model import LeaseEvent, LeaseEventKind, Tenancy, TenancyKind
from bomiljo.features.tenancies.queries import CLOCK, FIXED, OPEN_ENDED_FROM
from bomiljo.features.tenancies.rules import REPORT_MOVE_WITHIN, open_ended_from
from bomiljo.features.tenancies.term_schemas import (
    LeaseAlarm,
    LeaseClock,
    LeaseCourse,
    LeaseEventView,
    TurnedTerm,
    shows_grounds,
)
from bomiljo.kernel.problems import NotFound


async def course(session: AsyncSession, actor: Actor, tenancy_id: UUID) -> LeaseCourse:
    found = await session.execute(
        select(
            func.lower(Tenancy.period, type_=Date()).label("from_day"),
            Tenancy.contract_ends_on,
            case((FIXED, CLOCK), else_=null()).label("step"),
            OPEN_ENDED_FROM.label("open_ended_from"),
        ).where(Tenancy.id == tenancy_id)
    )
    lease = found.one_or_none()
    if lease is None:
        raise NotFound
    tenancy = await session.get_one(Tenancy, tenancy_id)
    turned = await turned_by_clock(session, tenancy)
    return LeaseCourse(
        turned=await _turned(session, turned) if turned else None,
        clock=await _clock(session, lease) if lease.step else None,
        events=[
            _event(row, grounds=shows_grounds(actor)) for row in await _events(session, tenancy_id)
        ],
        report_move_by=lease.from_day + REPORT_MOVE_WITHIN,
    )


async def turned_by_clock(session: AsyncSession, tenancy: Tenancy) -> LeaseEvent | None:
    """What made an open-ended lease of a term, as long as nothing was agreed since."""
    if tenancy.kind is not TenancyKind.OPEN_ENDED:
        return None
    latest = await session.scalar(
        select(LeaseEvent)
        .where(
            LeaseEvent.tenancy_id == tenancy.id,
            LeaseEvent.kind.in_([LeaseEventKind.OPEN_ENDED, LeaseEventKind.RENEWED]),
        )
        .order_by(LeaseEvent.created_at.desc())
        .limit(1)
    )
    return latest if latest and latest.kind is LeaseEventKind.OPEN_ENDED else None


async def _turned(session: AsyncSession, turned: LeaseEvent) -> TurnedTerm | None:
    ends = turned.term_ends_on
    if ends is None:
        return None
    return TurnedTerm(ends_on=ends, open_ended_from=await open_ended_from(session, ends))


async def _clock(session: AsyncSession, lease: Any) -> LeaseClock:
    ends: date = lease.contract_ends_on
    alarms = func.lease_alarms(ends).table_valued(column("step", Text()), column("due", Date()))
    rule = func.lease_rule("stays_on", ends).table_valued(column("source", Text()))
    due = await session.execute(select(alarms.c.step, alarms.c.due).order_by(alarms.c.due))
    return LeaseClock(
        step=lease.step,
        ends_on=ends,
        alarms=[LeaseAlarm(step=row.step, day=row.due) for row in due],
        open_ended_from=lease.open_ended_from,
        source=(await session.execute(select(rule.c.source))).scalar_one(),
    )


async def _events(session: AsyncSession, tenancy_id: UUID) -> Sequence[Any]:
    found = await session.execute(
        select(LeaseEvent, User.name)
        .outerjoin(User, User.id == LeaseEvent.by_user)
        .where(LeaseEvent.tenancy_id == tenancy_id)
        .order_by(LeaseEvent.on_day.desc(), LeaseEvent.id.desc())
    )
    return found.all()


def _event(row: Any, *, grounds: bool) -> LeaseEventView:
    event: LeaseEvent = row.LeaseEvent
    # the clock's row keeps what the term rested on, which no longer holds
    grounds = grounds and event.kind is not LeaseEventKind.OPEN_ENDED
    return LeaseEventView(
        id=event.id,
        kind=event.kind,
        on_day=event.on_day,
        term_ends_on=event.term_ends_on,
        last_day=event.last_day,
        grounds=event.grounds if grounds else None,
        agreed=event.agreed,
        by_name=row.name,
        created_at=event.created_at,
    )

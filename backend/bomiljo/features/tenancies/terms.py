"""What is written during a lease: the request to move, the renewal, the notice."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.tenancies import rules
from bomiljo.features.tenancies.model import LeaseEvent, LeaseEventKind, Tenancy, TenancyKind
from bomiljo.features.tenancies.problems import (
    AskedToMoveAlready,
    HasMovedOut,
    MoveRequestTooEarly,
    MoveRequestTooLate,
    NotFixedTerm,
    NoticeStands,
    NotMovedIn,
    NotYet,
    RenewalTooShort,
    ReportedBeforeMove,
    SecondShortTerm,
)
from bomiljo.features.tenancies.rules import Rule, RuleCode
from bomiljo.features.tenancies.service import held
from bomiljo.features.tenancies.term_queries import turned_by_clock
from bomiljo.features.tenancies.term_schemas import AskToMove, Renew, ReportMove
from bomiljo.kernel.clock import today

ONE_DAY = timedelta(days=1)


async def lived_in(session: AsyncSession, tenancy_id: UUID, version: int) -> Tenancy:
    tenancy = await held(session, tenancy_id, version)
    if tenancy.moved_in_at is None:
        raise NotMovedIn
    if tenancy.moved_out_at:
        raise HasMovedOut
    return tenancy


def write(session: AsyncSession, actor: Actor, tenancy: Tenancy, event: LeaseEvent) -> None:
    event.district_id = tenancy.district_id
    event.tenancy_id = tenancy.id
    event.term_ends_on = tenancy.contract_ends_on
    event.by_user = actor.id
    session.add(event)


def _last_day(tenancy: Tenancy) -> date:
    if tenancy.contract_ends_on is None:
        raise NotFixedTerm
    return tenancy.contract_ends_on


async def ask_to_move(
    session: AsyncSession, actor: Actor, tenancy_id: UUID, given: AskToMove
) -> None:
    """From here on the term does not become open-ended by itself, and has not if it was in time."""
    tenancy = await lived_in(session, tenancy_id, given.version)
    turned = await turned_by_clock(session, tenancy)
    ends = turned.term_ends_on if turned and turned.term_ends_on else _last_day(tenancy)
    if given.on_day > today():
        raise NotYet
    if given.on_day < ends:
        raise MoveRequestTooEarly
    if given.on_day >= await rules.open_ended_from(session, ends):
        raise MoveRequestTooLate
    asked = select(LeaseEvent.id).where(
        LeaseEvent.tenancy_id == tenancy.id,
        LeaseEvent.kind == LeaseEventKind.ASKED_TO_MOVE,
        LeaseEvent.term_ends_on == ends,
    )
    if await session.scalar(asked):
        raise AskedToMoveAlready
    if turned:
        tenancy.kind, tenancy.contract_ends_on = TenancyKind.FIXED_TERM, ends
        tenancy.legal_ground = turned.grounds or tenancy.legal_ground
    asking = LeaseEventKind.ASKED_TO_MOVE
    write(session, actor, tenancy, LeaseEvent(kind=asking, on_day=given.on_day, grounds=given.note))
    await session.flush()


async def renew(session: AsyncSession, actor: Actor, tenancy_id: UUID, given: Renew) -> None:
    """The household stays; the new contract follows the day after the old one's last."""
    tenancy = await lived_in(session, tenancy_id, given.version)
    ends = _last_day(tenancy)
    if tenancy.period.upper:
        raise NoticeStands
    if given.contract_ends_on and given.contract_ends_on <= ends:
        raise RenewalTooShort
    begins = ends + ONE_DAY
    shortest = await rules.rule(session, RuleCode.SHORTEST, begins)
    if (
        given.contract_ends_on
        and not given.weighty_grounds
        and _is_short(shortest, begins, given.contract_ends_on)
        and await _had_a_short_term(session, tenancy, shortest)
    ):
        raise SecondShortTerm
    renewal = LeaseEvent(
        kind=LeaseEventKind.RENEWED,
        on_day=begins,
        last_day=given.contract_ends_on,
        grounds=given.weighty_grounds,
    )
    write(session, actor, tenancy, renewal)
    tenancy.kind = given.kind
    tenancy.legal_ground = given.legal_ground
    tenancy.contract_ends_on = given.contract_ends_on
    await session.flush()


def _is_short(shortest: Rule, begins: date, ends: date) -> bool:
    return ends < shortest.after(begins) - ONE_DAY


async def _had_a_short_term(session: AsyncSession, tenancy: Tenancy, shortest: Rule) -> bool:
    """Of the same household in the same unit, this lease and those before it."""
    found = await session.execute(
        select(Tenancy, LeaseEvent)
        .outerjoin(
            LeaseEvent,
            (LeaseEvent.tenancy_id == Tenancy.id) & (LeaseEvent.kind == LeaseEventKind.RENEWED),
        )
        .where(
            Tenancy.household_id == tenancy.household_id,
            Tenancy.unit_id == tenancy.unit_id,
        )
        .order_by(Tenancy.id, LeaseEvent.on_day)
    )
    return any(
        _is_short(shortest, begins, ends)
        for lease, rows in groupby(found.all(), key=lambda row: row.Tenancy)
        for begins, ends in _terms(lease, [row.LeaseEvent for row in rows if row.LeaseEvent])
    )


def _terms(lease: Tenancy, renewals: list[LeaseEvent]) -> Iterator[tuple[date, date]]:
    begins = lease.period.lower or date.min
    for renewal in renewals:
        if renewal.term_ends_on:
            yield begins, renewal.term_ends_on
        begins = renewal.on_day
    if lease.kind is TenancyKind.FIXED_TERM and lease.contract_ends_on:
        yield begins, lease.contract_ends_on


async def report_move(session: AsyncSession, tenancy_id: UUID, given: ReportMove) -> None:
    tenancy = await lived_in(session, tenancy_id, given.version)
    if given.on_day > today():
        raise NotYet
    if tenancy.period.lower and given.on_day < tenancy.period.lower:
        raise ReportedBeforeMove
    tenancy.move_reported_on = given.on_day
    await session.flush()

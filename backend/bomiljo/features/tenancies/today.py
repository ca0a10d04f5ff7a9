"""What tenancies tell the page I dag: who comes, who goes, which contracts run out."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience
from bomiljo.features.residents.model import HouseholdMember, Resident
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies.model import ChangeState, ClockStep, HouseholdChange, Tenancy
from bomiljo.features.tenancies.queries import CLOCK, FIXED, OPEN_ENDED_FROM
from bomiljo.features.tenancies.rules import REPORT_MOVE_WITHIN
from bomiljo.kernel.clock import today
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.lines import LineView, Link, Place

AHEAD = timedelta(days=14)
MOST = 20
QUIET = (ClockStep.RUNNING, ClockStep.ASKED_TO_MOVE)

_NAMES = (
    select(func.string_agg(func.concat_ws(" ", Resident.given_name, Resident.family_name), ", "))
    .join(HouseholdMember, HouseholdMember.resident_id == Resident.id)
    .where(HouseholdMember.household_id == Tenancy.household_id)
    .correlate(Tenancy)
    .scalar_subquery()
)
_PEOPLE = (
    select(func.array_agg(HouseholdMember.resident_id))
    .where(HouseholdMember.household_id == Tenancy.household_id)
    .correlate(Tenancy)
    .scalar_subquery()
)

shown = Lens[bool](
    Permission.TENANCIES_READ,
    {Audience.DISTRICT: True, Audience.NAV: True, Audience.LANDLORD: False},
)


async def _lines(
    session: AsyncSession, actor: Actor, kind: Any, day: Any, *conditions: ColumnElement[bool]
) -> list[LineView]:
    named = shown(actor)
    found = (
        await session.execute(
            select(
                Tenancy.id,
                literal(kind).label("kind") if isinstance(kind, str) else kind.label("kind"),
                day.label("day"),
                Unit.label,
                *([_NAMES.label("names"), _PEOPLE.label("people")] if named else []),
            )
            .join(Unit, Unit.id == Tenancy.unit_id)
            .where(Tenancy.district_id == actor.district_id, *conditions)
            .order_by(day)
            .limit(MOST)
        )
    ).all()
    if named and found:
        people: list[UUID] = [who for row in found for who in row.people or ()]
        await disclose(session, "today", (row.id for row in found), people)
    return [
        LineView(
            kind=row.kind,
            about={"unit": row.label},
            title=row.names if named else None,
            at=None,
            day=row.day,
            severity=None,
            overdue=row.day < today(),
            link=Link(to=Place.TENANCY, id=row.id),
        )
        for row in found
    ]


async def arriving(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Move-ins that are not confirmed yet, also those whose day has passed."""
    day = func.lower(Tenancy.period)
    return await _lines(
        session,
        actor,
        "tenancy.move_in",
        day,
        Tenancy.moved_in_at.is_(None),
        day <= today() + AHEAD,
        func.coalesce(func.upper(Tenancy.period) > func.current_date(), True),
    )


async def leaving(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Notices that are not settled yet, also those whose day has passed."""
    day = func.upper(Tenancy.period)
    return await _lines(
        session,
        actor,
        "tenancy.move_out",
        day,
        Tenancy.moved_out_at.is_(None),
        day <= today() + AHEAD,
    )


async def contracts(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Fixed terms near their end, and those behind it until somebody has written."""
    last_for_request = OPEN_ENDED_FROM - literal(1)
    day = case(
        {ClockStep.PREPARE.value: Tenancy.contract_ends_on}, value=CLOCK, else_=last_for_request
    )
    kind = func.concat("tenancy.clock.", CLOCK)
    return await _lines(session, actor, kind, day, FIXED, CLOCK.not_in(QUIET))


async def moves_to_report(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Moves inside the house that the population register has not heard of."""
    day = func.lower(Tenancy.period) + literal(REPORT_MOVE_WITHIN.days)
    return await _lines(
        session,
        actor,
        "tenancy.report_move",
        day,
        Tenancy.previous_id.is_not(None),
        Tenancy.moved_in_at.is_not(None),
        Tenancy.moved_out_at.is_(None),
        Tenancy.move_reported_on.is_(None),
    )


async def joining(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Somebody asks to join, told by the flat alone to those who answer for it."""
    found = await session.execute(
        select(Tenancy.id, Unit.label, HouseholdChange.on_day)
        .join(Tenancy, Tenancy.id == HouseholdChange.tenancy_id)
        .join(Unit, Unit.id == Tenancy.unit_id)
        .where(
            HouseholdChange.district_id == actor.district_id,
            HouseholdChange.state == ChangeState.WAITING,
        )
        .order_by(HouseholdChange.on_day, HouseholdChange.id)
        .limit(MOST)
    )
    return [
        LineView(
            kind="tenancy.joins",
            about={"unit": row.label},
            title=None,
            at=None,
            day=row.on_day,
            severity=None,
            overdue=row.on_day < today(),
            link=Link(to=Place.TENANCY, id=row.id),
        )
        for row in found
    ]

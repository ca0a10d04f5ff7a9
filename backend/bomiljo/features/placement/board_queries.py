"""What stands on the mixing table of a site: the flats, those who live there, those who come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bomiljo.access.actor import Actor
from bomiljo.features.identity.model import User
from bomiljo.features.placement.board_schemas import LeaseOrigin, PlanOfLease
from bomiljo.features.placement.composition import UNKNOWN, Facts, band_of
from bomiljo.features.placement.fitting import Comer, Home, Lived
from bomiljo.features.placement.model import (
    Alternative,
    Candidate,
    CandidateHousehold,
    Placement,
    RequestAnswer,
    SettlementRequest,
    State,
)
from bomiljo.features.residents.household_queries import age
from bomiljo.features.sites.model import Site, Unit, UnitUse, Use
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.clock import today
from bomiljo.kernel.problems import NotFound

SOON = timedelta(days=90)
LIVED = text("SELECT * FROM site_composition(:sites)")


@dataclass(frozen=True, slots=True)
class Coming:
    """A household with what its card shows beside the facts."""

    comer: Comer
    row: CandidateHousehold
    request: str
    people: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class Building:
    """The flats of a site, with the free ones elsewhere; `around`: who lives at those sites."""

    site_id: UUID
    units: Mapping[UUID, Unit]
    free: Mapping[UUID, Home]
    lived: Sequence[Lived]
    around: Sequence[Lived]

    @property
    def counted(self) -> list[Facts]:
        return [one.facts for one in self.lived if not one.hidden]


async def building(session: AsyncSession, actor: Actor, site_id: UUID) -> Building:
    found = await session.execute(
        select(Unit, Site.name)
        .join(Site, Site.id == Unit.site_id)
        .join(UnitUse, UnitUse.unit_id == Unit.id)
        .where(
            Unit.site_id.in_(actor.sites),
            UnitUse.use == Use.DWELLING,
            UnitUse.period.contains(func.current_date()),
        )
        .order_by(Site.name, Unit.floor, Unit.position, Unit.id)
    )
    units: dict[UUID, Unit] = {}
    away: dict[UUID, str] = {}
    for one, site in found:
        units[one.id] = one
        if one.site_id != site_id:
            away[one.id] = site
    leases = (await session.execute(LIVED, {"sites": [*actor.sites]})).all()
    taken: dict[UUID, list[Any]] = {}
    for row in leases:
        taken.setdefault(row.unit_id, []).append(row)
    free = {
        one.id: _home(one, day, units.values(), away.get(one.id))
        for one in units.values()
        if (day := _free_from(one, taken.get(one.id, []))) is not NOT_SOON
    }
    lived = [
        _lived(units[where], row) for where, rows in taken.items() if where in units for row in rows
    ]
    staying = [one for one in lived if one.id not in free]
    return Building(
        site_id,
        {where: one for where, one in units.items() if where not in away or where in free},
        free,
        [one for one in staying if one.id not in away],
        [one for one in staying if one.id in away],
    )


NOT_SOON = date.max


def _free_from(unit: Unit, leases: Sequence[Any]) -> date | None:
    """None: now; `NOT_SOON`: not within three months, or nobody knows."""
    latest = today()
    for row in leases:
        if row.until is None or row.from_day > today():
            return NOT_SOON
        latest = max(latest, row.until)
    if unit.blocked_from:
        if unit.blocked_until is None:
            return NOT_SOON
        latest = max(latest, unit.blocked_until + timedelta(days=1))
    if latest > today() + SOON:
        return NOT_SOON
    return latest if latest > today() else None


def _beside(one: Unit, other: Unit) -> bool:
    same_floor = one.floor == other.floor and abs(one.position - other.position) == 1
    stacked = one.position == other.position and abs(one.floor - other.floor) == 1
    near = one.site_id == other.site_id and one.part is other.part
    return near and (same_floor or stacked)


def _home(unit: Unit, day: date | None, units: Iterable[Unit], away: str | None) -> Home:
    return Home(
        unit.id,
        f"{unit.label}, {away}" if away else unit.label,
        unit.floor,
        unit.capacity,
        frozenset(unit.accessibility),
        day,
        frozenset(other.id for other in units if _beside(unit, other)),
        away is not None,
    )


def _lived(unit: Unit, row: Any) -> Lived:
    facts = Facts(
        bands=tuple(band_of(years) for years in row.ages),
        kind=row.kind or "unknown",
        languages=tuple(row.languages),
        requirements=None if row.requirements is None else tuple(row.requirements),
        support=row.support or UNKNOWN,
    )
    return Lived(
        unit.id, unit.label, unit.floor, "low_stimuli" in unit.accessibility, facts, row.hidden
    )


async def coming(session: AsyncSession, district_id: UUID) -> dict[UUID, Coming]:
    """Those who wait or have a place in a plan. The protected are never on the table."""
    found = (
        await session.execute(
            select(CandidateHousehold, SettlementRequest.reference, SettlementRequest.received_on)
            .join(SettlementRequest, SettlementRequest.id == CandidateHousehold.request_id)
            .where(
                CandidateHousehold.district_id == district_id,
                CandidateHousehold.is_protected.is_(False),
                CandidateHousehold.state.in_((State.OPEN, State.PLACED)),
                or_(
                    SettlementRequest.answer.is_(None),
                    SettlementRequest.answer == RequestAnswer.YES,
                ),
            )
            .order_by(SettlementRequest.received_on, CandidateHousehold.created_at)
        )
    ).all()
    people = await _people(session, [row.CandidateHousehold.id for row in found])
    cards = [
        (row, people.get(row.CandidateHousehold.id, []))
        for row in found
        if people.get(row.CandidateHousehold.id)
    ]
    cards.sort(key=lambda card: _first_day(card[1]) or date.max)
    return {
        row.CandidateHousehold.id: _coming(row, members, turn)
        for turn, (row, members) in enumerate(cards)
    }


async def _people(session: AsyncSession, ids: Sequence[UUID]) -> dict[UUID, list[Any]]:
    found = await session.execute(
        select(
            Candidate.id,
            Candidate.household_id,
            Candidate.own_languages,
            Candidate.planned_on,
            age(Candidate).label("years"),
        )
        .where(Candidate.household_id.in_(ids))
        .order_by(Candidate.line, Candidate.id)
    )
    by_household: dict[UUID, list[Any]] = {}
    for row in found:
        by_household.setdefault(row.household_id, []).append(row)
    return by_household


def _first_day(members: Sequence[Any]) -> date | None:
    return min((one.planned_on for one in members if one.planned_on), default=None)


def _coming(row: Any, members: Sequence[Any], turn: int) -> Coming:
    household = row.CandidateHousehold
    facts = Facts(
        bands=tuple(band_of(one.years) for one in members),
        kind=household.kind.value,
        languages=tuple(sorted({tongue for one in members for tongue in one.own_languages})),
        requirements=tuple(household.requirements),
        support=household.support.value,
    )
    comer = Comer(household.id, household.ref, facts, turn, _first_day(members))
    return Coming(comer, household, row.reference, [one.id for one in members])


async def alternatives(
    session: AsyncSession, actor: Actor, site_id: UUID
) -> Sequence[tuple[Alternative, str, str | None]]:
    made, chose = aliased(User), aliased(User)
    found = await session.execute(
        select(Alternative, made.name, chose.name)
        .join(made, made.id == Alternative.made_by)
        .outerjoin(chose, chose.id == Alternative.chosen_by)
        .where(Alternative.district_id == actor.district_id, Alternative.site_id == site_id)
        .order_by(Alternative.created_at)
    )
    return [(row[0], row[1], row[2]) for row in found]


async def origin(session: AsyncSession, tenancy_id: UUID) -> LeaseOrigin:
    """Who may not see the lease learns nothing of its plan either."""
    if await session.get(Tenancy, tenancy_id) is None:
        raise NotFound
    found = await session.execute(
        select(
            Placement.alternative_id,
            Alternative.name,
            Alternative.chosen_because,
            User.name.label("chosen_by"),
            Alternative.committed_at,
            CandidateHousehold.request_id,
            SettlementRequest.reference.label("request"),
            select(Candidate.resident_id)
            .where(Candidate.household_id == CandidateHousehold.id)
            .order_by(Candidate.line)
            .limit(1)
            .scalar_subquery()
            .label("resident_id"),
        )
        .join(Alternative, Alternative.id == Placement.alternative_id)
        .join(User, User.id == Alternative.chosen_by)
        .join(CandidateHousehold, CandidateHousehold.id == Placement.household_id)
        .join(SettlementRequest, SettlementRequest.id == CandidateHousehold.request_id)
        .where(Placement.tenancy_id == tenancy_id)
    )
    plan = found.one_or_none()
    return LeaseOrigin(plan=PlanOfLease.model_validate(plan) if plan else None)


async def placements(session: AsyncSession, ids: Sequence[UUID]) -> dict[UUID, list[Placement]]:
    found = await session.scalars(
        select(Placement).where(Placement.alternative_id.in_(ids)).order_by(Placement.created_at)
    )
    by_alternative: dict[UUID, list[Placement]] = {}
    for one in found:
        by_alternative.setdefault(one.alternative_id, []).append(one)
    return by_alternative

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Date,
    Integer,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bomiljo.features.identity.schemas import Named
from bomiljo.features.milestones.inputs import MilestoneQuery
from bomiljo.features.milestones.model import Milestone, MilestoneStatus, MilestoneStep
from bomiljo.features.milestones.schemas import (
    MilestoneLine,
    MilestoneRow,
    MilestoneView,
    StepView,
    Template,
    WaitingTime,
    WaitingTimes,
)
from bomiljo.features.residents.household_queries import TODAY, full_name
from bomiljo.features.residents.model import Helper, Resident, ResidentStatus
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, one_of, own_columns, rows_as_json

LEAST = 5
STUCK_DAYS = 30
MOST = 20
M, S, Before = Milestone, MilestoneStep, aliased(Milestone)
STEP = and_(S.edition == M.edition, S.code == M.code)
EARLIER = and_(Before.resident_id == M.resident_id, Before.code == func.any(S.depends_on))
MOVER = func.coalesce(M.waiting_for, S.mover, type_=M.waiting_for.type)
OPEN_TO_DO = func.greatest(
    M.begun_on,
    select(func.max(Before.done_on)).where(EARLIER).correlate(M, S).scalar_subquery(),
    type_=Date(),
)
SINCE = func.coalesce(M.waiting_since, OPEN_TO_DO, type_=Date())
AHEAD = SINCE > TODAY
BLOCKED = exists().where(EARLIER, Before.is_open).correlate(M, S)
HERE = one_of(Resident.status, [ResidentStatus.EXPECTED, ResidentStatus.SETTLED])
STANDS_STILL = and_(~BLOCKED, (TODAY - SINCE) >= STUCK_DAYS)


def _blocked_by() -> Any:
    earlier = select(Before.code).where(EARLIER, Before.is_open).order_by(Before.code)
    return rows_as_json(earlier.correlate(M, S))


def _columns(view: Any) -> dict[str, Any]:
    return own_columns(view, M) | {"mover": MOVER, "since": SINCE, "blocked_by": _blocked_by()}


@lru_cache
def line() -> Detail:
    steps = (
        select(as_json(MilestoneView, _columns(MilestoneView)))
        .join(S, STEP)
        .where(M.resident_id == Resident.id)
        .order_by(S.position)
        .correlate(Resident)
    )
    columns = {
        "resident_id": Resident.id,
        "settled_on": Resident.settled_on,
        "items": rows_as_json(steps),
    }
    return detail(
        "milestones.line",
        select(Resident).where(given(Resident.id, "resident_id")),
        item=as_json(MilestoneLine, columns),
        record=Resident.id,
        subjects=array([Resident.id]),
    )


@lru_cache
def milestone() -> Detail:
    return detail(
        "milestones.detail",
        select(M).join(S, STEP).where(given(M.id, "milestone_id")),
        item=as_json(MilestoneView, _columns(MilestoneView)),
        record=M.id,
        subjects=array([M.resident_id]),
    )


FILTERS: dict[str, Any] = {
    "site_id": given(Resident.site_id, "site_id"),
    "code": given(M.code, "code"),
    "status": given(M.status, "status"),
    "mover": given(MOVER, "mover"),
    "mine": exists().where(
        Helper.resident_id == M.resident_id,
        Helper.period.contains(TODAY),
        given(Helper.user_id, "mine"),
    ),
    "waited_days": bindparam("waited_days", type_=Integer()) <= (TODAY - SINCE),
}
CHOICES: dict[str, Any] = {
    "open": M.is_open,
    "overdue": M.due_on < TODAY,
    "blocked": or_(BLOCKED, AHEAD),
    "free": ~or_(BLOCKED, AHEAD),
}


def values_of(query: MilestoneQuery, actor_id: UUID) -> dict[str, Any]:
    values = query.model_dump(include=set(FILTERS) - {"mine"}, exclude_none=True)
    return values | ({"mine": actor_id} if query.mine else {})


def choices_of(query: MilestoneQuery) -> frozenset[str]:
    """The conditions that bind nothing."""
    chosen = {
        "open": query.status is None,
        "overdue": query.overdue,
        "blocked": query.blocked is True,
        "free": query.blocked is False,
    }
    return frozenset(name for name, wanted in chosen.items() if wanted)


@lru_cache
def milestones(filters: frozenset[str], choices: frozenset[str], *, continued: bool) -> Listing:
    """Of those who live here or will; the nearest deadline first, those without one at the end."""
    resident = as_json(Named, {"id": Resident.id, "name": full_name(Resident)})
    return listing(
        "milestones.list",
        select(M)
        .join(S, STEP)
        .join(Resident, Resident.id == M.resident_id)
        .where(given(M.district_id, "district_id"), HERE)
        .where(*(FILTERS[name] for name in sorted(filters)))
        .where(*(CHOICES[name] for name in sorted(choices))),
        item=as_json(MilestoneRow, _columns(MilestoneRow) | {"resident": resident}),
        record=M.id,
        order=Order(M.sort_on),
        continued=continued,
        subjects=array([M.resident_id]),
    )


async def template(session: AsyncSession) -> Template:
    found = await session.scalars(select(S).order_by(S.edition.desc(), S.position))
    return Template(items=[StepView.model_validate(one) for one in found])


async def waiting_times(session: AsyncSession, site_id: UUID) -> WaitingTimes:
    """Protected persons are in no count, so that none can be subtracted."""
    days = func.greatest(M.done_on - OPEN_TO_DO, 0)
    median = cast(func.percentile_cont(0.5).within_group(days), Integer)
    enough = func.count() >= LEAST
    found = await session.execute(
        select(
            M.code,
            case((enough, func.count())).label("done"),
            case((enough, median)).label("median_days"),
        )
        .join(S, STEP)
        .join(Resident, Resident.id == M.resident_id)
        .where(
            Resident.site_id == site_id,
            ~Resident.is_protected,
            M.status == MilestoneStatus.DONE,
        )
        .group_by(M.code)
        .order_by(case((enough, median)).desc().nulls_last(), M.code)
    )
    return WaitingTimes(least=LEAST, items=[WaitingTime.model_validate(row) for row in found])


async def standing_still(
    session: AsyncSession, district_id: UUID, site_id: UUID | None
) -> Sequence[tuple[str, int]]:
    """Steps by name, with how many wait for them; told from so many on that nobody stands out."""
    conditions = [] if site_id is None else [Resident.site_id == site_id]
    name = func.min(S.texts["nb"]["name"].astext)
    found = await session.execute(
        select(name, func.count())
        .select_from(M)
        .join(S, STEP)
        .join(Resident, Resident.id == M.resident_id)
        .where(M.district_id == district_id, M.is_open, STANDS_STILL, HERE, ~Resident.is_protected)
        .where(*conditions)
        .group_by(M.code)
        .having(func.count() >= LEAST)
        .order_by(func.count().desc(), M.code)
        .limit(MOST)
    )
    return [(row[0], row[1]) for row in found]

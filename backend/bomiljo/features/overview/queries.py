from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, case, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.incidents.model import Incident, Severity
from bomiljo.features.overview.schemas import LifeEntry, LifeKind
from bomiljo.features.privacy.model import CHANGES
from bomiljo.features.sites.model import Unit, UnitUse
from bomiljo.features.sites.queries import current_use
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.problems import NotFound

RANK = {severity: rank for rank, severity in enumerate(Severity)}


async def cells(session: AsyncSession, actor: Actor, site_id: UUID) -> Sequence[Any]:
    """The site's units with what is open in each, in the order they are drawn."""
    rank = case(*((Incident.severity == one, number) for one, number in RANK.items()))
    mine = Incident.assigned_to == actor.id
    open_here = (
        select(
            Incident.unit_id,
            func.count().label("open_incidents"),
            func.max(cast(rank, Integer)).label("worst"),
            func.bool_or(mine).label("mine"),
        )
        .where(Incident.site_id == site_id, Incident.closed_at.is_(None))
        .group_by(Incident.unit_id)
        .subquery()
    )
    found = await session.execute(
        select(
            Unit.id,
            Unit.label,
            Unit.part,
            Unit.floor,
            Unit.position,
            Unit.state,
            Unit.accessibility,
            Unit.blocked_reason,
            Unit.blocked_until,
            UnitUse.use,
            func.coalesce(open_here.c.open_incidents, 0).label("open_incidents"),
            open_here.c.worst,
            func.coalesce(open_here.c.mine, False).label("needs_me"),
        )
        .outerjoin(UnitUse, current_use())
        .outerjoin(open_here, open_here.c.unit_id == Unit.id)
        .where(Unit.site_id == site_id)
        .order_by(Unit.part.desc(), Unit.floor.desc(), Unit.position, Unit.label)
    )
    return found.all()


async def life(session: AsyncSession, unit_id: UUID) -> list[LifeEntry]:
    """Everything dated about a unit that the reader may see, newest first."""
    if await session.get(Unit, unit_id) is None:
        raise NotFound
    entries = [
        *await _uses(session, unit_id),
        *await _tenancies(session, unit_id),
        *await _incidents(session, unit_id),
        *await _changes(session, unit_id),
    ]
    return sorted(entries, key=lambda entry: entry.day, reverse=True)


async def _uses(session: AsyncSession, unit_id: UUID) -> list[LifeEntry]:
    found = await session.scalars(select(UnitUse).where(UnitUse.unit_id == unit_id))
    return [
        _entry(LifeKind.USE, use.period.lower, use.period.upper, use.use, use.reason)
        for use in found
    ]


async def _tenancies(session: AsyncSession, unit_id: UUID) -> list[LifeEntry]:
    found = await session.scalars(select(Tenancy).where(Tenancy.unit_id == unit_id))
    return [
        _entry(
            LifeKind.TENANCY,
            tenancy.period.lower,
            tenancy.period.upper,
            tenancy.ended_because or tenancy.kind,
            None,
            tenancy.id,
        )
        for tenancy in found
    ]


async def _incidents(session: AsyncSession, unit_id: UUID) -> list[LifeEntry]:
    found = await session.execute(
        select(
            Incident.id,
            Incident.number,
            Incident.category,
            func.date(Incident.occurred_at).label("day"),
            func.date(Incident.closed_at).label("closed"),
        )
        .where(Incident.unit_id == unit_id)
        .order_by(Incident.occurred_at.desc())
        .limit(100)
    )
    return [
        _entry(LifeKind.INCIDENT, row.day, row.closed, row.category, f"H-{row.number}", row.id)
        for row in found
    ]


async def _changes(session: AsyncSession, unit_id: UUID) -> list[LifeEntry]:
    """When the state or a block changed; who did it stands in the change log."""
    found = await session.execute(
        select(
            func.date(CHANGES.c.at).label("day"),
            CHANGES.c.after["state"].astext.label("state"),
            CHANGES.c.after["blocked_reason"].astext.label("reason"),
        )
        .where(
            CHANGES.c.row_id == unit_id,
            CHANGES.c.table_name == "units",
            CHANGES.c.action == "update",
            CHANGES.c.before["state"].astext != CHANGES.c.after["state"].astext,
        )
        .order_by(CHANGES.c.at.desc())
        .limit(100)
    )
    return [_entry(LifeKind.CHANGE, row.day, None, row.state, row.reason) for row in found]


def _entry(
    kind: LifeKind,
    day: date | None,
    until: date | None,
    code: str,
    text: str | None,
    link_id: UUID | None = None,
) -> LifeEntry:
    return LifeEntry(
        kind=kind, day=day or date.min, until=until, code=code, text=text, link_id=link_id
    )

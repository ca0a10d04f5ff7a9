"""The days on which somebody moves in or out."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.calendar import Certainty, Happening, Span
from bomiljo.kernel.lines import Link, Place

NEUTRAL = "Avtale"
MOST = 500


async def happenings(session: AsyncSession, actor: Actor, span: Span) -> list[Happening]:
    """By the unit, for who moves is told on the lease's own page; nobody's in particular."""
    begin, end = func.lower(Tenancy.period), func.upper(Tenancy.period)
    found = await session.execute(
        select(Tenancy, Unit.label)
        .join(Unit, Unit.id == Tenancy.unit_id)
        .where(
            Tenancy.district_id == actor.district_id,
            Tenancy.site_id.in_(span.sites),
            or_(begin.between(span.first, span.last), end.between(span.first, span.last)),
        )
        .order_by(begin, Tenancy.id)
        .limit(MOST)
    )
    return [one for row in found for one in _days(row, span)]


def _days(row: Any, span: Span) -> Iterator[Happening]:
    """The day of moving out has an id of its own, made of the lease's."""
    lease: Tenancy = row.Tenancy
    begin, end = lease.period.lower, lease.period.upper
    if begin and span.first <= begin <= span.last:
        yield _move(row, lease.id, begin, "move_in")
    if end and span.first <= end <= span.last:
        yield _move(row, uuid5(lease.id, "move_out"), end, "move_out")


def _move(row: Any, record: UUID, day: date, state: str) -> Happening:
    lease: Tenancy = row.Tenancy
    return Happening(
        room="tenancies",
        id=record,
        site_id=lease.site_id,
        title=row.label,
        neutral=NEUTRAL,
        begins=day,
        ends=None,
        place=None,
        certainty=Certainty.CONFIRMED,
        state=state,
        sequence=lease.version - 1,
        changed_at=lease.moved_out_at or lease.moved_in_at or lease.created_at,
        mine=False,
        link=Link(to=Place.TENANCY, id=lease.id),
    )

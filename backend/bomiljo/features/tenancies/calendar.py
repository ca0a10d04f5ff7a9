"""The days on which somebody moves in or out."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import func, literal_column, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.calendar import FIRST, LAST, Certainty, Happening, Span, at_sites
from bomiljo.kernel.lines import Link, Place
from bomiljo.kernel.listing import given
from bomiljo.kernel.rows import Prepared

NEUTRAL = "Avtale"
MOST = 500


@lru_cache
def _moves() -> Prepared:
    begin, end = func.lower(Tenancy.period), func.upper(Tenancy.period)
    changed = func.coalesce(Tenancy.moved_out_at, Tenancy.moved_in_at, Tenancy.created_at)
    return Prepared.of(
        select(
            Tenancy.id,
            Tenancy.site_id,
            Unit.label,
            begin.label("begin"),
            end.label("end"),
            Tenancy.version,
            changed.label("changed_at"),
        )
        .join(Unit, Unit.id == Tenancy.unit_id)
        .where(
            given(Tenancy.district_id, "district_id"),
            at_sites(Tenancy.site_id),
            or_(begin.between(FIRST, LAST), end.between(FIRST, LAST)),
        )
        .order_by(begin, Tenancy.id)
        .limit(literal_column(str(MOST)))
    )


async def happenings(session: AsyncSession, actor: Actor, span: Span) -> list[Happening]:
    """By the unit, for who moves is told on the lease's own page; nobody's in particular."""
    values = span.bounds | {"district_id": actor.district_id}
    return [one for row in await _moves().rows(session, values) for one in _days(row, span)]


def _days(row: Any, span: Span) -> Iterator[Happening]:
    """The day of moving out has an id of its own, made of the lease's."""
    begin, end = row["begin"], row["end"]
    if begin and span.first <= begin <= span.last:
        yield _move(row, row["id"], begin, "move_in")
    if end and span.first <= end <= span.last:
        yield _move(row, uuid5(UUID(int=row["id"].int), "move_out"), end, "move_out")


def _move(row: Any, record: UUID, day: date, state: str) -> Happening:
    return Happening(
        room="tenancies",
        id=record,
        site_id=row["site_id"],
        title=row["label"],
        neutral=NEUTRAL,
        begins=day,
        ends=None,
        place=None,
        certainty=Certainty.CONFIRMED,
        state=state,
        sequence=row["version"] - 1,
        changed_at=row["changed_at"],
        mine=False,
        link=Link(to=Place.TENANCY, id=row["id"]),
    )

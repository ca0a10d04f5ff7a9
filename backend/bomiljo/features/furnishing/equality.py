"""Proof that the flats have the same: counted from their lists, never typed in."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing.columns import NEEDED, L
from bomiljo.features.furnishing.model import Checklist, Fits
from bomiljo.features.furnishing.schemas import (
    Difference,
    DifferingFlat,
    EqualFlats,
    EqualTreatment,
)
from bomiljo.features.sites.model import Unit, UnitUse
from bomiljo.features.sites.queries import current_use


@dataclass
class Flat:
    id: UUID
    label: str
    persons: int
    checked: bool
    things: dict[str, int]
    reasons: dict[str, str]

    @property
    def content(self) -> tuple[tuple[str, int], ...]:
        return tuple(sorted(self.things.items()))


async def prove(session: AsyncSession, actor: Actor, site_id: UUID | None) -> EqualTreatment:
    flats = await _flats(session, actor, site_id)
    furnished = [flat for flat in flats if flat.things]
    return EqualTreatment(
        without_list=len(flats) - len(furnished),
        groups=[
            _held_together(persons, [flat for flat in furnished if flat.persons == persons])
            for persons in sorted({flat.persons for flat in furnished})
        ],
    )


def _held_together(persons: int, flats: list[Flat]) -> EqualFlats:
    """What most flats have is the measure; each that differs stands there with its reason."""
    [(content, _)] = Counter(flat.content for flat in flats).most_common(1)
    usual = dict(content)
    same = [flat for flat in flats if flat.things == usual]
    return EqualFlats(
        persons=persons,
        flats=len(flats),
        same=len(same),
        checked=sum(flat.checked for flat in same),
        pieces=sum(usual.values()),
        differing=[_differing(flat, usual) for flat in flats if flat.things != usual],
    )


def _differing(flat: Flat, usual: dict[str, int]) -> DifferingFlat:
    return DifferingFlat(
        unit_id=flat.id,
        label=flat.label,
        pieces=sum(flat.things.values()),
        differences=[
            Difference(
                item=item,
                quantity=flat.things.get(item, 0),
                usual=usual.get(item, 0),
                reason=flat.reasons.get(item),
            )
            for item in sorted(usual.keys() | flat.things.keys())
            if flat.things.get(item, 0) != usual.get(item, 0)
        ],
    )


async def _flats(session: AsyncSession, actor: Actor, site_id: UUID | None) -> list[Flat]:
    statement = (
        select(
            Unit.id,
            Unit.label,
            Checklist.persons,
            Checklist.ready_at,
            L.item,
            L.quantity,
            L.reason,
            NEEDED,
        )
        .join(UnitUse, current_use())
        .outerjoin(Checklist, (Checklist.unit_id == Unit.id) & (Checklist.replaced_at.is_(None)))
        .outerjoin(L, L.checklist_id == Checklist.id)
        .where(Unit.district_id == actor.district_id, UnitUse.use == Fits.DWELLING.value)
        .order_by(Unit.label, Unit.id)
    )
    if site_id:
        statement = statement.where(Unit.site_id == site_id)
    flats: dict[UUID, Flat] = {}
    for row in await session.execute(statement):
        flat = flats.setdefault(
            row.id, Flat(row.id, row.label, row.persons, row.ready_at is not None, {}, {})
        )
        if row.quantity:
            flat.things[row.item] = row.quantity
        if row.reason:
            flat.reasons[row.item] = row.reason
    return [*flats.values()]

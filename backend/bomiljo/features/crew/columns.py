"""How far the things of a checklist have come for those who set them up, counted by room."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.features.crew.schemas import CrewPieces
from bomiljo.features.furnishing.columns import NEEDED, L

# what stood there before is gone through, and counts once it is checked
SET_UP = or_(
    L.checked_at.is_not(None),
    L.placed_at.is_not(None),
    and_(L.needs_assembly, L.assembled_at.is_not(None)),
)
NOTHING = CrewPieces(pieces=0, set_up=0)


@dataclass(frozen=True, slots=True)
class Counted:
    """Pieces by checklist, then by room in the order of the paper."""

    rooms: Mapping[UUID, Mapping[str, CrewPieces]]

    def of(self, checklist: UUID, room: str | None) -> CrewPieces:
        rooms = self.rooms.get(checklist, {})
        return rooms.get(room, NOTHING) if room else total(rooms.values())

    def of_all(self, work: Collection[tuple[UUID, str | None]]) -> CrewPieces:
        """Each room once, however often it is planned."""
        whole = {checklist for checklist, room in work if room is None}
        once = {(checklist, None if checklist in whole else room) for checklist, room in work}
        return total([self.of(checklist, room) for checklist, room in once])


def total(parts: Collection[CrewPieces]) -> CrewPieces:
    return CrewPieces(
        pieces=sum(one.pieces for one in parts), set_up=sum(one.set_up for one in parts)
    )


async def counted(session: AsyncSession, checklists: Collection[UUID]) -> Counted:
    found = await session.execute(
        select(
            L.checklist_id,
            L.room,
            func.sum(L.quantity).label("pieces"),
            func.coalesce(func.sum(L.quantity).filter(SET_UP), 0).label("set_up"),
        )
        .where(L.checklist_id.in_(checklists), NEEDED)
        .group_by(L.checklist_id, L.room)
        .order_by(func.min(L.position), L.room)
    )
    rooms: dict[UUID, dict[str, Any]] = {}
    for row in found:
        pieces = CrewPieces(pieces=row.pieces, set_up=row.set_up)
        rooms.setdefault(row.checklist_id, {})[row.room] = pieces
    return Counted(rooms)

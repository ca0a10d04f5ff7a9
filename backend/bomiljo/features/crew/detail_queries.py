"""What is planned in a week, what could be, and one's own day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bomiljo.access.actor import Actor
from bomiljo.features.crew.columns import SET_UP, Counted, counted
from bomiljo.features.crew.model import CrewAssignment, CrewHand, CrewMember, CrewWeek
from bomiljo.features.crew.schemas import (
    CrewAssignmentView,
    CrewItem,
    CrewPieces,
    CrewRooms,
    CrewTask,
    CrewUnits,
)
from bomiljo.features.furnishing.columns import NEEDED, L
from bomiljo.features.furnishing.model import Checklist
from bomiljo.features.identity.model import User
from bomiljo.features.sites.model import Unit
from bomiljo.kernel.problems import NotFound

A = CrewAssignment
Hands = dict[UUID, list[CrewMember]]
MOST_UNITS = 300


@dataclass(frozen=True, slots=True)
class Work:
    """A week's assignments, and how far all of them have come together."""

    views: list[CrewAssignmentView]
    progress: CrewPieces
    hands: Hands
    lists: dict[UUID, UUID]

    def colleagues(self, assignment: UUID, actor: Actor) -> list[str]:
        return [one.name for one in self.hands.get(assignment, []) if one.account_id != actor.id]


async def work(session: AsyncSession, actor: Actor, week_id: UUID, day: date | None = None) -> Work:
    signer = aliased(User)
    found = await session.execute(
        select(A, Unit.id.label("unit_id"), Unit.label, Unit.floor, signer.name.label("signer"))
        .join(Checklist, Checklist.id == A.checklist_id)
        .join(Unit, Unit.id == Checklist.unit_id)
        .outerjoin(signer, signer.id == A.signed_by)
        .where(A.week_id == week_id, *([A.day == day] if day else []))
        .order_by(A.day, Unit.position, Unit.label, A.room.nulls_first(), A.id)
    )
    rows = found.all()
    hands = await _hands(session, week_id)
    lists = {row.CrewAssignment.id: row.CrewAssignment.checklist_id for row in rows}
    pieces = await counted(session, {*lists.values()})
    places = [(row.CrewAssignment.checklist_id, row.CrewAssignment.room) for row in rows]
    views = [_view(actor, row, hands, pieces) for row in rows]
    return Work(views, pieces.of_all(places), hands, lists)


async def _hands(session: AsyncSession, week_id: UUID) -> Hands:
    found = await session.execute(
        select(CrewHand.assignment_id, CrewMember)
        .join(CrewMember, CrewMember.id == CrewHand.member_id)
        .where(CrewMember.week_id == week_id)
        .order_by(CrewMember.kind.desc(), CrewMember.id)
    )
    hands: Hands = {}
    for row in found:
        hands.setdefault(row.assignment_id, []).append(row.CrewMember)
    return hands


def _view(actor: Actor, row: Any, hands: Hands, pieces: Counted) -> CrewAssignmentView:
    planned: CrewAssignment = row.CrewAssignment
    people = hands.get(planned.id, [])
    return CrewAssignmentView(
        id=planned.id,
        day=planned.day,
        unit_id=row.unit_id,
        label=row.label,
        floor=row.floor,
        room=planned.room,
        member_ids=[one.id for one in people],
        mine=any(one.account_id == actor.id for one in people),
        progress=pieces.of(planned.checklist_id, planned.room),
        done_at=planned.done_at,
        signed_at=planned.signed_at,
        signed_by=row.signer,
    )


async def open_lists(session: AsyncSession, site_id: UUID) -> Sequence[Any]:
    """Units whose present list is not ready, in the order of the doors."""
    found = await session.execute(
        select(Checklist.id, Unit.id.label("unit_id"), Unit.label, Unit.floor)
        .join(Unit, Unit.id == Checklist.unit_id)
        .where(
            Checklist.site_id == site_id,
            Checklist.replaced_at.is_(None),
            Checklist.ready_at.is_(None),
        )
        .order_by(Unit.position, Unit.label, Unit.id)
        .limit(MOST_UNITS)
    )
    return found.all()


async def units(session: AsyncSession, week_id: UUID) -> CrewUnits:
    week = await session.get(CrewWeek, week_id)
    if week is None:
        raise NotFound
    lists = await open_lists(session, week.site_id)
    pieces = await counted(session, [row.id for row in lists])
    planned = {*await session.scalars(select(A.checklist_id).where(A.week_id == week_id))}
    return CrewUnits(
        items=[
            CrewRooms(
                unit_id=row.unit_id,
                label=row.label,
                floor=row.floor,
                rooms=[*pieces.rooms[row.id]],
                pieces=pieces.of(row.id, None).pieces,
                planned=row.id in planned,
            )
            for row in lists
            if row.id in pieces.rooms
        ]
    )


async def tasks(session: AsyncSession, actor: Actor, week_id: UUID, day: date) -> list[CrewTask]:
    """One's own, each with its things as the paper lists them."""
    planned = await work(session, actor, week_id, day)
    mine = [one for one in planned.views if one.mine]
    found = await session.execute(
        select(L.checklist_id, L.item, L.room, L.quantity, L.needs_assembly, SET_UP.label("set_up"))
        .where(and_(L.checklist_id.in_([planned.lists[one.id] for one in mine]), NEEDED))
        .order_by(L.position, L.id)
    )
    items = [(row.checklist_id, CrewItem.model_validate(row)) for row in found]
    return [
        CrewTask(
            assignment=one,
            colleagues=planned.colleagues(one.id, actor),
            items=[
                item
                for of, item in items
                if of == planned.lists[one.id] and one.room in {None, item.room}
            ],
        )
        for one in mine
    ]

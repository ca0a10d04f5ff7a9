"""A line's way through the lane: ticks, steps taken back, what is missing, and the key."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing.inputs import HandOverKey, Shortage, Tick, Ticks, Withdraw
from bomiljo.features.furnishing.model import ChecklistLine, Step
from bomiljo.features.furnishing.problems import (
    KeyLiesReady,
    LineUnknown,
    MoreMissingThanThereAre,
    NotReady,
)
from bomiljo.features.furnishing.service import (
    checklist_lines,
    held,
    line_of,
    settle,
    unfinished,
)
from bomiljo.kernel.clock import now

STEPS = [*Step]


async def tick(session: AsyncSession, actor: Actor, checklist_id: UUID, given: Ticks) -> None:
    """Each tick is a fact: the first who reached a step keeps it, the second changes nothing."""
    checklist = await held(session, checklist_id)
    lines = {line.id: line for line in await checklist_lines(session, checklist.id)}
    if any(one.line_id not in lines for one in given.ticks):
        raise LineUnknown
    for one in given.ticks:
        _reach(actor, lines[one.line_id], one, one.moment(checklist.created_at, now()))
    await settle(session, checklist)


def _reach(actor: Actor, line: ChecklistLine, given: Tick, at: datetime) -> None:
    if line.withdrawn_at and at <= line.withdrawn_at:
        return
    if getattr(line, f"{given.step}_at") is None:
        _put(line, given.step, at, actor.id)
        if given.step is Step.CHECKED:
            line.short, line.short_note, line.short_by = 0, None, None


def _put(line: ChecklistLine, step: Step, at: datetime | None, by: Any) -> None:
    setattr(line, f"{step}_at", at)
    setattr(line, f"{step}_by", by)


def _take_back(line: ChecklistLine, step: Step) -> None:
    for later in STEPS[STEPS.index(step) :]:
        _put(line, later, None, None)
    line.withdrawn_at = now()


async def withdraw(session: AsyncSession, checklist_id: UUID, given: Withdraw) -> None:
    """A tick by mistake: the step and those after it are not reached any more."""
    checklist = await unfinished(session, checklist_id)
    _take_back(await line_of(session, checklist, given.line_id), given.step)
    await settle(session, checklist)


async def report_shortage(
    session: AsyncSession, actor: Actor, checklist_id: UUID, given: Shortage
) -> None:
    """What is missing or broken goes through the lane anew, until somebody has checked it."""
    checklist = await unfinished(session, checklist_id)
    line = await line_of(session, checklist, given.line_id)
    if given.pieces > line.quantity:
        raise MoreMissingThanThereAre
    if given.pieces:
        _take_back(line, Step.ORDERED)
        line.order_line_id = None
    line.short = given.pieces
    line.short_note = given.note if given.pieces else None
    line.short_by = actor.id if given.pieces else None
    await settle(session, checklist)


async def lay_key_ready(
    session: AsyncSession, actor: Actor, checklist_id: UUID, given: HandOverKey
) -> None:
    """The last step of the lane; from here on the list is a record."""
    checklist = await held(session, checklist_id)
    if checklist.key_at:
        raise KeyLiesReady
    if checklist.ready_at is None:
        raise NotReady
    checklist.expect(given.version)
    checklist.key_at, checklist.key_by = now(), actor.id
    await session.flush()

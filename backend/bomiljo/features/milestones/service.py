"""A resident's line: it begins with the lease, moves by what happens, and anew with each move."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.features.milestones.inputs import EditMilestone
from bomiljo.features.milestones.model import (
    ClockFrom,
    Milestone,
    MilestoneArea,
    MilestoneStatus,
    MilestoneStep,
)
from bomiljo.features.milestones.problems import (
    DoneAhead,
    DoneDayMissing,
    DueReasonMissing,
    NotOfHealth,
    WaitedForMissing,
    WaitsFromAhead,
)
from bomiljo.features.residents.model import Resident
from bomiljo.kernel.clock import today
from bomiljo.kernel.problems import NotFound

ADULT = 18
REGISTERED = "SETTLED_REGISTERED"
WITH_THE_KEYS = ("LEASE_SIGNED", "KEYS_HANDED")


async def begin(session: AsyncSession, people: Sequence[Resident], day: date) -> None:
    """Give each person their line; who has one keeps it."""
    steps = await _edition_on(session, day)
    ages = {one.id: age_on(one.birth_date, day) for one in people}
    children = any(age is not None and age < ADULT for age in ages.values())
    rows = [
        {
            "id": uuid7(),
            "district_id": one.district_id,
            "resident_id": one.id,
            "edition": step.edition,
            "code": step.code,
            "area": step.area,
            "status": MilestoneStatus.NOT_STARTED
            if applies(step, ages[one.id], children=children)
            else MilestoneStatus.NOT_APPLICABLE,
            "begun_on": one.settled_on or day,
        }
        for one in people
        for step in steps
    ]
    await session.flush()
    if rows:
        await session.execute(insert(Milestone).on_conflict_do_nothing(), rows)


async def _edition_on(session: AsyncSession, day: date) -> Sequence[MilestoneStep]:
    """The edition in force; before the first one, the first."""
    newest = (
        select(MilestoneStep.edition)
        .order_by((MilestoneStep.valid_from <= day).desc(), MilestoneStep.edition.desc())
        .limit(1)
        .scalar_subquery()
    )
    found = await session.scalars(select(MilestoneStep).where(MilestoneStep.edition == newest))
    return found.all()


def age_on(birth_date: date | None, day: date) -> int | None:
    return relativedelta(day, birth_date).years if birth_date else None


def applies(step: MilestoneStep, age: int | None, *, children: bool) -> bool:
    """Whose age nobody knows gets every step, so that none is forgotten."""
    if step.with_children and not children:
        return False
    if age is None:
        return True
    return (step.min_age or 0) <= age and (step.max_age is None or age <= step.max_age)


async def move(session: AsyncSession, people: Sequence[Resident], day: date, *, anew: bool) -> None:
    """They have the keys. `anew`: from another flat, so what hangs on the address begins again."""
    found = await session.execute(
        select(Milestone, MilestoneStep.clock_from)
        .join(
            MilestoneStep,
            (MilestoneStep.edition == Milestone.edition) & (MilestoneStep.code == Milestone.code),
        )
        .where(
            Milestone.resident_id.in_([one.id for one in people]),
            Milestone.status != MilestoneStatus.NOT_APPLICABLE,
        )
        .order_by(Milestone.id)
        .with_for_update(of=Milestone)
    )
    for one, clock in found.all():
        if one.code in WITH_THE_KEYS and one.is_open:
            _set_done(one, day)
        elif clock is ClockFrom.MOVED and (anew or one.is_open):
            one.begun_on = day
            if anew:
                _reopen(one)
    await session.flush()


def _set_done(one: Milestone, day: date) -> None:
    one.status, one.done_on = MilestoneStatus.DONE, day
    one.waiting_for = one.waiting_since = None
    one.version += 1


def _reopen(one: Milestone) -> None:
    one.status = MilestoneStatus.NOT_STARTED
    one.done_on = one.waiting_for = one.waiting_since = one.due_because = None
    one.version += 1


async def begin_for(session: AsyncSession, resident_id: UUID, day: date) -> None:
    """For somebody who came before there were lines."""
    resident = await session.get(Resident, resident_id, with_for_update=True)
    if resident is None:
        raise NotFound
    await begin(session, [resident], day)


async def edit(
    session: AsyncSession, resident_id: UUID, milestone_id: UUID, given: EditMilestone
) -> None:
    one = await session.get(Milestone, milestone_id, with_for_update=True)
    if one is None or one.resident_id != resident_id:
        raise NotFound
    one.expect(given.version)
    one.status = given.status or one.status
    _set_days(one, given)
    if given.model_fields_set & {"due_on", "due_because"}:
        _set_deadline(one, given)
    for name in given.model_fields_set & {"note", "shared_because"}:
        setattr(one, name, getattr(given, name))
    if one.shared_because and one.area is not MilestoneArea.HEALTH:
        raise NotOfHealth
    await session.flush()
    if one.code == REGISTERED and one.done_on:
        resident = await session.get_one(Resident, resident_id, with_for_update=True)
        resident.settled_on = one.done_on
        resident.version += 1
        await session.flush()


def _set_days(one: Milestone, given: EditMilestone) -> None:
    """Each status has its own day, and no other."""
    done = one.status is MilestoneStatus.DONE
    waits = one.status is MilestoneStatus.WAITING_EXTERNAL
    one.done_on = (given.done_on or one.done_on) if done else None
    one.waiting_for = (given.waiting_for or one.waiting_for) if waits else None
    one.waiting_since = (given.waiting_since or one.waiting_since or today()) if waits else None
    if done and one.done_on is None:
        raise DoneDayMissing
    if one.done_on and one.done_on > today():
        raise DoneAhead
    if waits and one.waiting_for is None:
        raise WaitedForMissing
    if one.waiting_since and one.waiting_since > today():
        raise WaitsFromAhead


def _set_deadline(one: Milestone, given: EditMilestone) -> None:
    if given.due_on and not given.due_because:
        raise DueReasonMissing
    one.due_on = given.due_on
    one.due_because = given.due_because if given.due_on else None

"""The day itself: steps that two may tick at once, hours, and what is measured from them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.features.handover.model import (
    Clause,
    DoneStep,
    ExplainedClause,
    MoveInDay,
    MoveInStep,
)
from bomiljo.features.handover.schemas import (
    DoneStepView,
    EditMoveInDay,
    ExplainedClauseView,
    MoveInDayView,
    SameDay,
)
from bomiljo.features.identity.model import User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.residents.model import HouseholdMember
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.features.tenancies.rules import REPORT_MOVE_WITHIN
from bomiljo.kernel.clock import OSLO, now
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.problems import NotFound


async def show(session: AsyncSession, tenancy_id: UUID) -> MoveInDayView:
    tenancy = await _tenancy(session, tenancy_id)
    day = await session.scalar(select(MoveInDay).where(MoveInDay.tenancy_id == tenancy_id))
    await disclose(session, "handover.day", [tenancy_id], await people_of(session, tenancy_id))
    return await _view(session, tenancy, day)


async def people_of(session: AsyncSession, tenancy_id: UUID) -> Sequence[UUID]:
    """Those of the household whom the reader sees."""
    found = await session.scalars(
        select(HouseholdMember.resident_id)
        .join(Tenancy, Tenancy.household_id == HouseholdMember.household_id)
        .where(Tenancy.id == tenancy_id)
    )
    return found.all()


async def edit(
    session: AsyncSession, actor: Actor, tenancy_id: UUID, given: EditMoveInDay
) -> MoveInDayView:
    tenancy = await _tenancy(session, tenancy_id)
    day = await _begun(session, actor, tenancy)
    day.expect(given.version)
    for name, value in given.model_dump(exclude_unset=True, exclude={"version"}).items():
        setattr(day, name, value)
    await session.flush()
    return await _view(session, tenancy, day)


async def tick(
    session: AsyncSession, actor: Actor, tenancy_id: UUID, step: MoveInStep, *, done: bool
) -> MoveInDayView:
    """The same tick again changes nothing, so that a phone may send it until it is answered."""
    tenancy = await _tenancy(session, tenancy_id)
    day = await _begun(session, actor, tenancy)
    await _say(
        session,
        DoneStep(district_id=actor.district_id, tenancy_id=tenancy_id, step=step, done_by=actor.id),
        DoneStep.step == step,
        so=done,
    )
    count = await session.scalar(
        select(func.count()).select_from(DoneStep).where(DoneStep.tenancy_id == tenancy_id)
    )
    whole = count == len(MoveInStep)
    day.finished_at = (day.finished_at or now()) if whole else None
    await session.flush()
    return await _view(session, tenancy, day)


async def explain(
    session: AsyncSession, actor: Actor, tenancy_id: UUID, clause: Clause, *, explained: bool
) -> MoveInDayView:
    """The same again changes nothing."""
    tenancy = await _tenancy(session, tenancy_id)
    day = await _begun(session, actor, tenancy)
    told = ExplainedClause(
        district_id=actor.district_id,
        tenancy_id=tenancy_id,
        clause=clause,
        explained_by=actor.id,
    )
    await _say(session, told, ExplainedClause.clause == clause, so=explained)
    return await _view(session, tenancy, day)


async def _say(
    session: AsyncSession,
    told: DoneStep | ExplainedClause,
    same: ColumnElement[bool],
    *,
    so: bool,
) -> None:
    """Once, by whoever says it first; taken back by anybody. The day's row is locked."""
    kind = type(told)
    there = await session.scalar(select(kind).where(kind.tenancy_id == told.tenancy_id, same))
    if so and there is None:
        session.add(told)
    elif there and not so:
        await session.delete(there)
    await session.flush()


async def same_day(session: AsyncSession, actor: Actor, site_id: UUID) -> SameDay:
    """Arrived and in the flat on one day in Oslo, of all who have moved in at the site."""
    if site_id not in actor.sites:
        raise NotFound
    arrived, inside = (
        func.date(func.timezone(OSLO.key, at))
        for at in (MoveInDay.arrived_at, MoveInDay.in_flat_at)
    )
    kind = case((arrived == inside, "same"), (inside > arrived, "later"), else_="unknown")
    found = await session.execute(
        select(kind.label("kind"), func.count().label("count"))
        .select_from(Tenancy)
        .outerjoin(MoveInDay, MoveInDay.tenancy_id == Tenancy.id)
        .where(Tenancy.site_id == site_id, Tenancy.moved_in_at.is_not(None))
        .group_by(kind)
    )
    counted: dict[str, int] = {row.kind: row[1] for row in found}
    return SameDay(
        same_day=counted.get("same", 0),
        later=counted.get("later", 0),
        not_noted=counted.get("unknown", 0),
    )


async def _tenancy(session: AsyncSession, tenancy_id: UUID) -> Tenancy:
    tenancy = await session.get(Tenancy, tenancy_id)
    if tenancy is None:
        raise NotFound
    return tenancy


async def _begun(session: AsyncSession, actor: Actor, tenancy: Tenancy) -> MoveInDay:
    """The day's row, made by whoever comes first, and locked."""
    values = {
        "id": uuid7(),
        "district_id": actor.district_id,
        "site_id": tenancy.site_id,
        "tenancy_id": tenancy.id,
    }
    await session.execute(insert(MoveInDay).values(values).on_conflict_do_nothing())
    found = await session.scalars(
        select(MoveInDay).where(MoveInDay.tenancy_id == tenancy.id).with_for_update()
    )
    return found.one()


async def _view(session: AsyncSession, tenancy: Tenancy, day: MoveInDay | None) -> MoveInDayView:
    moved = day.in_flat_at.astimezone(OSLO).date() if day and day.in_flat_at else None
    first_day = moved or tenancy.period.lower or tenancy.created_at.astimezone(OSLO).date()
    number = await session.scalar(select(Unit.dwelling_number).where(Unit.id == tenancy.unit_id))
    found = await session.execute(
        select(DoneStep, User)
        .join(User, User.id == DoneStep.done_by)
        .where(DoneStep.tenancy_id == tenancy.id)
        .order_by(DoneStep.created_at, DoneStep.id)
    )
    explained = await session.execute(
        select(ExplainedClause, User)
        .join(User, User.id == ExplainedClause.explained_by)
        .where(ExplainedClause.tenancy_id == tenancy.id)
        .order_by(ExplainedClause.created_at, ExplainedClause.id)
    )
    return MoveInDayView(
        tenancy_id=tenancy.id,
        language=day.language if day else None,
        interpreter=day.interpreter if day else None,
        arrived_at=day.arrived_at if day else None,
        in_flat_at=day.in_flat_at if day else None,
        appointment_at=day.appointment_at if day else None,
        appointment_place=day.appointment_place if day else None,
        finished_at=day.finished_at if day else None,
        move_report_by=first_day + REPORT_MOVE_WITHIN,
        dwelling_number=number,
        steps=[
            DoneStepView(step=step.step, done_at=step.created_at, done_by=Named.model_validate(who))
            for step, who in found
        ],
        clauses=[
            ExplainedClauseView(
                clause=one.clause,
                explained_at=one.created_at,
                explained_by=Named.model_validate(who),
            )
            for one, who in explained
        ],
        version=day.version if day else 1,
    )

"""What the first day tells the page I dag: who has moved in and has steps left."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.handover.model import DoneStep, MoveInDay, MoveInStep
from bomiljo.features.residents.household_queries import full_name
from bomiljo.features.residents.model import HouseholdMember, Resident
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.clock import OSLO, today
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.lines import LineView, Link, Place

LOOKS_BACK = timedelta(days=14)
MOST = 20

_MEMBERS = (
    select(Resident.id)
    .join(HouseholdMember, HouseholdMember.resident_id == Resident.id)
    .where(HouseholdMember.household_id == Tenancy.household_id)
    .correlate(Tenancy)
)
_STEPS = (
    select(func.count())
    .select_from(DoneStep)
    .where(DoneStep.tenancy_id == Tenancy.id)
    .correlate(Tenancy)
    .scalar_subquery()
)


async def first_days(session: AsyncSession, actor: Actor) -> list[LineView]:
    """Moved in of late, and not gone through whole."""
    day = func.date(func.timezone(OSLO.key, Tenancy.moved_in_at))
    found = (
        await session.execute(
            select(
                Tenancy.id,
                day.label("day"),
                Unit.label,
                _STEPS.label("done"),
                _MEMBERS.with_only_columns(func.string_agg(full_name(Resident), ", "))
                .scalar_subquery()
                .label("names"),
                _MEMBERS.with_only_columns(func.array_agg(Resident.id))
                .scalar_subquery()
                .label("people"),
            )
            .join(Unit, Unit.id == Tenancy.unit_id)
            .outerjoin(MoveInDay, MoveInDay.tenancy_id == Tenancy.id)
            .where(
                Tenancy.district_id == actor.district_id,
                Tenancy.moved_in_at.is_not(None),
                Tenancy.moved_out_at.is_(None),
                day >= today() - LOOKS_BACK,
                MoveInDay.finished_at.is_(None),
            )
            .order_by(day, Tenancy.id)
            .limit(MOST)
        )
    ).all()
    people: list[UUID] = [who for row in found for who in row.people or ()]
    if people:
        await disclose(session, "today", (row.id for row in found), people)
    return [
        LineView(
            kind="handover.first_day",
            about={"unit": row.label, "done": str(row.done), "all": str(len(MoveInStep))},
            title=row.names,
            at=None,
            day=row.day,
            severity=None,
            overdue=False,
            link=Link(to=Place.MOVE_IN_DAY, id=row.id),
        )
        for row in found
    ]

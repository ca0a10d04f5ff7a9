"""What the waiting web tells the page I dag, of those whom the reader helps."""

from sqlalchemy import case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.milestones.queries import STANDS_STILL, STEP, M, S
from bomiljo.features.residents.household_queries import TODAY, full_name
from bomiljo.features.residents.model import Helper, Resident
from bomiljo.kernel.clock import today
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.lines import LineView, Link, Place

AHEAD_DAYS = 7
MOST = 20

OVERDUE = M.due_on < TODAY
SOON = M.due_on.between(TODAY, TODAY + AHEAD_DAYS)
KIND = case((OVERDUE, "overdue"), (SOON, "soon"), else_="stuck")


async def standing_still(session: AsyncSession, actor: Actor) -> list[LineView]:
    """One line for each person and kind: passed deadlines, near ones, what has stood still."""
    kind = KIND.label("kind")
    found = (
        await session.execute(
            select(
                Resident.id,
                full_name(Resident).label("name"),
                kind,
                func.count().label("steps"),
                func.min(M.due_on).label("due_on"),
            )
            .join(M, M.resident_id == Resident.id)
            .join(S, STEP)
            .join(Helper, Helper.resident_id == Resident.id)
            .where(
                Helper.user_id == actor.id,
                Helper.period.contains(TODAY),
                M.is_open,
                or_(OVERDUE, SOON, STANDS_STILL),
            )
            .group_by(Resident.id, kind)
            .order_by(func.min(M.sort_on), Resident.id)
            .limit(MOST)
        )
    ).all()
    if found:
        await disclose(session, "today", (), (row.id for row in found))
    return [
        LineView(
            kind=f"milestones.{row.kind}",
            about={"steps": str(row.steps)},
            title=row.name,
            at=None,
            day=row.due_on,
            severity=None,
            overdue=row.due_on is not None and row.due_on < today(),
            link=Link(to=Place.RESIDENT, id=row.id),
        )
        for row in found
    ]

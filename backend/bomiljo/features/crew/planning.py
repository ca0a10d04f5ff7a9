"""A first plan for the week, to be changed by hand."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.crew import detail_queries, queries, rules
from bomiljo.features.crew.columns import counted
from bomiljo.features.crew.model import CrewAssignment, CrewHand, CrewWeek, MemberKind
from bomiljo.features.crew.problems import CrewNothingToSpread
from bomiljo.features.crew.suggesting import Load, Suggested, Taken, spread
from bomiljo.kernel.clock import today


async def suggest(session: AsyncSession, actor: Actor, week: CrewWeek) -> None:
    """Work for the units that lack it, on the working days that are left."""
    people = await queries.members(session, week.id)
    youths = [one.id for one in people if one.kind is MemberKind.YOUTH]
    days = rules.working_days(max(week.first_day, today()), week.last_day)
    planned = await detail_queries.work(session, actor, week.id)
    taken = [Taken(one.day, one.progress.pieces, one.member_ids) for one in planned.views]
    loads = await _unplanned(session, week, {*planned.lists.values()})
    if not (loads and days and people):
        raise CrewNothingToSpread
    await _put(session, week, spread(loads, days, youths or [one.id for one in people], taken))


async def _unplanned(session: AsyncSession, week: CrewWeek, planned: set[UUID]) -> list[Load]:
    lists = [row.id for row in await detail_queries.open_lists(session, week.site_id)]
    pieces = await counted(session, lists)
    left = {one: pieces.of(one, None) for one in lists if one not in planned}
    return [Load(one, of.pieces - of.set_up) for one, of in left.items() if of.pieces > of.set_up]


async def _put(session: AsyncSession, week: CrewWeek, plan: list[Suggested]) -> None:
    work = [
        CrewAssignment(
            district_id=week.district_id,
            week_id=week.id,
            day=one.day,
            checklist_id=one.checklist_id,
        )
        for one in plan
    ]
    session.add_all(work)
    await session.flush()
    session.add_all(
        CrewHand(district_id=week.district_id, assignment_id=planned.id, member_id=member)
        for planned, one in zip(work, plan, strict=True)
        for member in one.members
    )
    await session.flush()

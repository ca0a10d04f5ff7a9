"""The working day itself: what is done, a leader's sign-off, and the hours."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.crew import detail_queries, queries, rules, service
from bomiljo.features.crew.inputs import PutCrewHours
from bomiljo.features.crew.model import CrewAssignment, CrewHours, CrewMember, CrewWeek
from bomiljo.features.crew.problems import CrewWorkNotDone
from bomiljo.features.crew.schemas import CrewDayHours, CrewOwnDay
from bomiljo.features.identity.schemas import Named
from bomiljo.features.sites.model import Site
from bomiljo.kernel.clock import now, today
from bomiljo.kernel.problems import NotFound


async def own_day(session: AsyncSession, actor: Actor) -> CrewOwnDay:
    """Today in the week that one works in; of two such weeks, the one that began last."""
    day = today()
    found = await session.execute(
        select(CrewWeek, CrewMember, Site.name)
        .join(CrewMember, CrewMember.week_id == CrewWeek.id)
        .join(Site, Site.id == CrewWeek.site_id)
        .where(
            CrewMember.account_id == actor.id, CrewWeek.first_day <= day, CrewWeek.last_day >= day
        )
        .order_by(CrewWeek.first_day.desc(), CrewWeek.id)
        .limit(1)
    )
    row = found.one_or_none()
    if row is None:
        return CrewOwnDay(
            day=day,
            week_id=None,
            week_name=None,
            site=None,
            member_id=None,
            working_day=False,
            tasks=[],
            hours=None,
        )
    week, member = row.CrewWeek, row.CrewMember
    hours = await queries.hours_of(session, [member])
    return CrewOwnDay(
        day=day,
        week_id=week.id,
        week_name=week.name,
        site=Named(id=week.site_id, name=row.name),
        member_id=member.id,
        working_day=day in rules.working_days(day, day),
        tasks=await detail_queries.tasks(session, actor, week.id, day),
        hours=next((one for one in hours if one.day == day), None),
    )


async def mark_done(
    session: AsyncSession, actor: Actor, assignment_id: UUID, *, done: bool
) -> None:
    """The first who says so keeps it; what is signed does not change."""
    planned = await session.get(CrewAssignment, assignment_id, with_for_update=True)
    if planned is None:
        raise NotFound
    if done == (planned.done_at is not None):
        return
    planned = await service.unsigned(session, assignment_id)
    planned.done_at, planned.done_by = (now(), actor.id) if done else (None, None)
    await session.flush()


async def sign(session: AsyncSession, actor: Actor, assignment_id: UUID) -> UUID:
    """Of two leaders who sign at once, the first has signed; the second sees that."""
    planned = await session.get(CrewAssignment, assignment_id, with_for_update=True)
    if planned is None:
        raise NotFound
    if planned.done_at is None:
        raise CrewWorkNotDone
    if planned.signed_at is None:
        planned.signed_at, planned.signed_by = now(), actor.id
        await session.flush()
    return planned.week_id


async def put_hours(
    session: AsyncSession, actor: Actor, member_id: UUID, given: PutCrewHours
) -> CrewDayHours:
    """The day's hours as they are now; those of another youth are nobody's but the leaders'."""
    member = await queries.whose_hours(session, actor, member_id)
    noted = given.model_dump(include={"starts", "ends", "break_minutes"})
    put = (
        insert(CrewHours)
        .values(district_id=member.district_id, member_id=member_id, day=given.day, **noted)
        .on_conflict_do_update(index_elements=["member_id", "day"], set_=noted)
        .returning(CrewHours)
    )
    hours = (await session.scalars(put, execution_options={"populate_existing": True})).one()
    # asked once the hours stand, for until then the days of the week may still be changed
    week = await session.get_one(CrewWeek, member.week_id, populate_existing=True)
    service.within(week, given.day)
    return queries.day_hours(hours, young=member.under_18)

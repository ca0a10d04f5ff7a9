from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Select, any_, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import AUDIENCES, Audience
from bomiljo.features.crew import detail_queries, rules
from bomiljo.features.crew.model import (
    CrewAssignment,
    CrewHours,
    CrewMember,
    CrewWeek,
    MemberKind,
)
from bomiljo.features.crew.schemas import (
    CrewAccounts,
    CrewDayHours,
    CrewMemberView,
    CrewWeekSummary,
    CrewWeekView,
)
from bomiljo.features.identity.model import Membership, User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.sites.model import Site
from bomiljo.kernel.clock import today
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.problems import NotFound
from bomiljo.kernel.rows import as_json, own_columns

A = CrewAssignment


def _count(table: Any, *conditions: Any) -> Any:
    rows = select(cast(func.count(), Integer)).where(table.week_id == CrewWeek.id, *conditions)
    return rows.correlate(CrewWeek).scalar_subquery()


@lru_cache
def weeks(*, of_site: bool, continued: bool) -> Listing:
    statement = select(CrewWeek).where(given(CrewWeek.district_id, "district_id"))
    if of_site:
        statement = statement.where(given(CrewWeek.site_id, "site_id"))
    columns = own_columns(CrewWeekSummary, CrewWeek) | {
        "youths": _count(CrewMember, CrewMember.kind == MemberKind.YOUTH),
        "leaders": _count(CrewMember, CrewMember.kind == MemberKind.LEADER),
        "assignments": _count(A),
        "done": _count(A, A.done_at.is_not(None)),
        "signed": _count(A, A.signed_at.is_not(None)),
    }
    return listing(
        "crew.weeks",
        statement,
        item=as_json(CrewWeekSummary, columns),
        record=CrewWeek.id,
        order=Order(CrewWeek.first_day, descending=True),
        continued=continued,
        logged=False,
    )


async def accounts(session: AsyncSession, actor: Actor, site_id: UUID) -> CrewAccounts:
    found = await session.execute(
        select(User.id, User.name)
        .where(User.id.in_(crew_accounts(actor.district_id, site_id)))
        .order_by(User.name, User.id)
        .limit(200)
    )
    return CrewAccounts(items=[Named.model_validate(row) for row in found])


def crew_accounts(district_id: UUID, site_id: UUID) -> Select[UUID]:
    """Whoever is a leader or worker of the crew at the site today."""
    return select(Membership.user_id).where(
        Membership.district_id == district_id,
        Membership.role.in_(AUDIENCES[Audience.CREW]),
        Membership.period.contains(func.current_date()),
        or_(Membership.site_ids.is_(None), any_(Membership.site_ids) == site_id),
    )


async def week(session: AsyncSession, actor: Actor, week_id: UUID) -> CrewWeekView:
    found = await session.get(CrewWeek, week_id)
    if found is None:
        raise NotFound
    site = await session.get_one(Site, found.site_id)
    people = await members(session, week_id)
    hours = await hours_of(session, people)
    work = await detail_queries.work(session, actor, week_id)
    return CrewWeekView(
        id=week_id,
        site=Named(id=site.id, name=site.name),
        name=found.name,
        first_day=found.first_day,
        last_day=found.last_day,
        version=found.version,
        days=rules.days(found.first_day, found.last_day),
        working_days=rules.working_days(found.first_day, found.last_day),
        members=[_member(actor, found, one, hours) for one in people],
        assignments=work.views,
        hours=hours,
        progress=work.progress,
    )


async def members(session: AsyncSession, week_id: UUID) -> Sequence[CrewMember]:
    """The youths in the order in which they were named, then the leaders."""
    found = await session.scalars(
        select(CrewMember)
        .where(CrewMember.week_id == week_id)
        .order_by(CrewMember.kind.desc(), CrewMember.id)
    )
    return found.all()


async def hours_of(session: AsyncSession, people: Sequence[CrewMember]) -> list[CrewDayHours]:
    """Those that the reader may see: a youth their own."""
    young = {one.id for one in people if one.under_18}
    found = await session.scalars(
        select(CrewHours)
        .where(CrewHours.member_id.in_([one.id for one in people]))
        .order_by(CrewHours.day, CrewHours.member_id)
    )
    return [day_hours(one, young=one.member_id in young) for one in found]


async def whose_hours(session: AsyncSession, actor: Actor, member_id: UUID) -> CrewMember:
    """A member whose hours the actor may write."""
    found = await session.get(CrewMember, member_id)
    if found is None or not _sees_hours(actor, found):
        raise NotFound
    return found


def _sees_hours(actor: Actor, member: CrewMember) -> bool:
    return actor.may(Permission.CREW_PLAN) or member.account_id == actor.id


def day_hours(hours: CrewHours, *, young: bool) -> CrewDayHours:
    view = CrewDayHours.model_validate(hours)
    return view.model_copy(update={"warnings": rules.of_day(view) if young else []})


def missing_days(week: CrewWeek, noted: Iterable[CrewDayHours]) -> list[date]:
    """Working days until today on which neither hours nor absence are noted."""
    known = {one.day for one in noted}
    until = min(week.last_day, today())
    return [one for one in rules.working_days(week.first_day, until) if one not in known]


def _member(
    actor: Actor, week: CrewWeek, member: CrewMember, hours: list[CrewDayHours]
) -> CrewMemberView:
    shown = _sees_hours(actor, member)
    own = [one for one in hours if one.member_id == member.id]
    return CrewMemberView(
        id=member.id,
        name=member.name,
        kind=member.kind,
        under_18=member.under_18 if shown else None,
        account_id=member.account_id if shown else None,
        minutes=sum(one.minutes for one in own) if shown else None,
        missing_days=missing_days(week, own) if shown else None,
        warnings=rules.of_week(own) if member.under_18 else [],
    )

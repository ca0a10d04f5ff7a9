"""Weeks, the people in them, and who does what where."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.crew import queries, rules
from bomiljo.features.crew.inputs import (
    MOST_MEMBERS,
    EditCrewAssignment,
    EditCrewMember,
    EditCrewWeek,
    NewCrewAssignment,
    NewCrewMember,
    NewCrewWeek,
)
from bomiljo.features.crew.model import (
    CrewAssignment,
    CrewHand,
    CrewHours,
    CrewMember,
    CrewWeek,
)
from bomiljo.features.crew.problems import (
    CrewAccountUnknown,
    CrewDayOutside,
    CrewFull,
    CrewMemberUnknown,
    CrewRoomUnknown,
    CrewSiteUnknown,
    CrewUnitWithoutList,
    CrewWorkOutside,
    CrewWorkSigned,
)
from bomiljo.features.furnishing.model import Checklist, ChecklistLine
from bomiljo.features.sites.model import Site
from bomiljo.kernel.problems import NotFound


async def held(session: AsyncSession, week_id: UUID) -> CrewWeek:
    """The week, locked until the transaction ends: its days and its people stay as they are."""
    week = await session.get(CrewWeek, week_id, with_for_update=True)
    if week is None:
        raise NotFound
    return week


async def open_week(session: AsyncSession, actor: Actor, new: NewCrewWeek) -> UUID:
    if await session.get(Site, new.site_id) is None or new.site_id not in actor.sites:
        raise CrewSiteUnknown
    week = CrewWeek(
        district_id=actor.district_id,
        site_id=new.site_id,
        name=new.name,
        first_day=new.first_day,
        last_day=new.last_day,
    )
    session.add(week)
    await session.flush()
    for member in new.members:
        await _join(session, week, member)
    return week.id


async def edit_week(session: AsyncSession, week_id: UUID, edit: EditCrewWeek) -> None:
    week = await held(session, week_id)
    week.expect(edit.version)
    week.name, week.first_day, week.last_day = edit.name, edit.first_day, edit.last_day
    await session.flush()
    # whoever is writing hours has them written before, or sees the new days
    await session.execute(
        select(CrewMember.id)
        .where(CrewMember.week_id == week_id)
        .order_by(CrewMember.id)
        .with_for_update()
    )
    planned = await session.scalars(
        select(CrewAssignment.day)
        .where(CrewAssignment.week_id == week_id)
        .union(
            select(CrewHours.day)
            .join(CrewMember, CrewMember.id == CrewHours.member_id)
            .where(CrewMember.week_id == week_id)
        )
    )
    if any(not edit.first_day <= day <= edit.last_day for day in planned):
        raise CrewWorkOutside


async def erase_week(session: AsyncSession, week_id: UUID) -> None:
    """The week with all its names and hours; the ticks on the checklists stay."""
    await session.delete(await held(session, week_id))
    await session.flush()


async def add_member(session: AsyncSession, week_id: UUID, new: NewCrewMember) -> None:
    week = await held(session, week_id)
    count = select(func.count()).where(CrewMember.week_id == week_id)
    if (await session.scalar(count) or 0) >= MOST_MEMBERS:
        raise CrewFull
    await _join(session, week, new)


async def _join(session: AsyncSession, week: CrewWeek, new: NewCrewMember) -> None:
    await _known_account(session, week, new.account_id)
    session.add(CrewMember(district_id=week.district_id, week_id=week.id, **new.model_dump()))
    await session.flush()


async def _known_account(session: AsyncSession, week: CrewWeek, account_id: UUID | None) -> None:
    known = queries.crew_accounts(week.district_id, week.site_id)
    if account_id and account_id not in {*await session.scalars(known)}:
        raise CrewAccountUnknown


async def member(session: AsyncSession, member_id: UUID) -> CrewMember:
    found = await session.get(CrewMember, member_id)
    if found is None:
        raise NotFound
    return found


async def edit_member(session: AsyncSession, member_id: UUID, edit: EditCrewMember) -> UUID:
    found = await member(session, member_id)
    week = await held(session, found.week_id)
    if edit.account_id != found.account_id:
        await _known_account(session, week, edit.account_id)
    for name, value in edit:
        setattr(found, name, value)
    await session.flush()
    return week.id


async def remove_member(session: AsyncSession, member_id: UUID) -> None:
    """Whoever did work that a leader has signed stays with it, until the week is erased."""
    await held(session, (await member(session, member_id)).week_id)
    found = await session.get(CrewMember, member_id, with_for_update=True)
    if found is None:
        raise NotFound
    work = await session.scalars(
        select(CrewAssignment)
        .join(CrewHand, CrewHand.assignment_id == CrewAssignment.id)
        .where(CrewHand.member_id == member_id)
        .order_by(CrewAssignment.id)
        .with_for_update(of=CrewAssignment)
    )
    if any(one.signed_at for one in work):
        raise CrewWorkSigned
    await session.delete(found)
    await session.flush()


async def plan(session: AsyncSession, week_id: UUID, new: NewCrewAssignment) -> None:
    week = await held(session, week_id)
    within(week, new.day)
    checklist = await session.scalar(
        select(Checklist.id).where(
            Checklist.unit_id == new.unit_id,
            Checklist.site_id == week.site_id,
            Checklist.replaced_at.is_(None),
        )
    )
    if checklist is None:
        raise CrewUnitWithoutList
    rooms = select(ChecklistLine.room).where(ChecklistLine.checklist_id == checklist)
    if new.room and new.room not in {*await session.scalars(rooms)}:
        raise CrewRoomUnknown
    await _assign(session, week, checklist, new)


async def _assign(
    session: AsyncSession, week: CrewWeek, checklist_id: UUID, new: NewCrewAssignment
) -> None:
    planned = CrewAssignment(
        district_id=week.district_id,
        week_id=week.id,
        day=new.day,
        checklist_id=checklist_id,
        room=new.room,
    )
    session.add(planned)
    await session.flush()
    await _put_hands(session, planned, new.member_ids)


def within(week: CrewWeek, day: date) -> None:
    if day not in rules.days(week.first_day, week.last_day):
        raise CrewDayOutside


async def _put_hands(
    session: AsyncSession, planned: CrewAssignment, wanted: Collection[UUID]
) -> None:
    people = {one.id for one in await queries.members(session, planned.week_id)}
    if not people >= {*wanted}:
        raise CrewMemberUnknown
    present = await session.scalars(select(CrewHand).where(CrewHand.assignment_id == planned.id))
    hands = {one.member_id: one for one in present}
    for member_id in hands.keys() - {*wanted}:
        await session.delete(hands[member_id])
    session.add_all(
        CrewHand(district_id=planned.district_id, assignment_id=planned.id, member_id=one)
        for one in dict.fromkeys(wanted)
        if one not in hands
    )
    await session.flush()


async def unsigned(session: AsyncSession, assignment_id: UUID) -> CrewAssignment:
    """An assignment that may still change, locked until the transaction ends."""
    planned = await session.get(CrewAssignment, assignment_id, with_for_update=True)
    if planned is None:
        raise NotFound
    if planned.signed_at:
        raise CrewWorkSigned
    return planned


async def _week_of(session: AsyncSession, assignment_id: UUID) -> UUID:
    found = await session.scalar(
        select(CrewAssignment.week_id).where(CrewAssignment.id == assignment_id)
    )
    if found is None:
        raise NotFound
    return found


async def replan(session: AsyncSession, assignment_id: UUID, edit: EditCrewAssignment) -> UUID:
    week = await held(session, await _week_of(session, assignment_id))
    within(week, edit.day)
    planned = await unsigned(session, assignment_id)
    planned.day = edit.day
    await session.flush()
    await _put_hands(session, planned, edit.member_ids)
    return week.id


async def unplan(session: AsyncSession, assignment_id: UUID) -> None:
    await session.delete(await unsigned(session, assignment_id))
    await session.flush()

"""Somebody joins or leaves a household that has a lease (husleieloven §§ 7-1, 11-1)."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import Permission, roles_with
from bomiljo.access.roles import AUDIENCES, Audience
from bomiljo.features.identity.model import Membership
from bomiljo.features.milestones import service as milestones
from bomiljo.features.notifications.model import NotificationKind
from bomiljo.features.notifications.service import notify
from bomiljo.features.residents import households
from bomiljo.features.residents.household_schemas import AddMember
from bomiljo.features.residents.model import HouseholdMember, Relation, Resident
from bomiljo.features.residents.problems import AlreadyInHousehold
from bomiljo.features.tenancies.change_schemas import (
    AskHouseholdChange,
    ConfirmHouseholdChange,
    DecideHouseholdChange,
    WithdrawHouseholdChange,
)
from bomiljo.features.tenancies.model import ChangeKind, ChangeState, HouseholdChange, Tenancy
from bomiljo.features.tenancies.problems import (
    ChangeIsDecided,
    ChangeIsOver,
    ChangeNotApproved,
    LastMember,
    NotAMember,
    NotYet,
    ResidentUnknown,
)
from bomiljo.features.tenancies.service import let_go, settle
from bomiljo.features.tenancies.terms import lived_in
from bomiljo.kernel.clock import now, today
from bomiljo.kernel.problems import FieldError, Invalid, NotFound


async def ask(
    session: AsyncSession, actor: Actor, tenancy_id: UUID, given: AskHouseholdChange
) -> HouseholdChange:
    tenancy = await lived_in(session, tenancy_id, given.version)
    person = await session.get(Resident, given.resident_id, with_for_update=True)
    if person is None:
        raise ResidentUnknown
    waits = given.kind is ChangeKind.JOINS
    if not waits and given.on_day > today():
        raise NotYet
    change = HouseholdChange(
        district_id=tenancy.district_id,
        tenancy_id=tenancy.id,
        asked_by=actor.id,
        state=ChangeState.WAITING if waits else ChangeState.DONE,
        **given.model_dump(exclude={"version"}),
    )
    if given.kind is ChangeKind.LEAVES:
        await _leave(session, tenancy, person, given.on_day)
    else:
        await _is_free(session, person.id, given.on_day)
        if not waits:
            await _join(session, tenancy, change, person)
    session.add(change)
    await session.flush()
    if waits:
        people = await _deciders(session, tenancy)
        asked = NotificationKind.HOUSEHOLD_CHANGE_ASKED
        await notify(session, actor, asked, tenancy.id, people)
    return change


async def _is_free(session: AsyncSession, resident_id: UUID, day: date) -> None:
    belongs = select(HouseholdMember.id).where(
        HouseholdMember.resident_id == resident_id,
        HouseholdMember.period.overlaps(Range(day, None)),
    )
    if await session.scalar(belongs.limit(1)):
        raise AlreadyInHousehold


async def _deciders(session: AsyncSession, tenancy: Tenancy) -> list[UUID]:
    """The landlord's own, at this site."""
    roles = {*roles_with(Permission.HOUSEHOLDS_DECIDE)} & {*AUDIENCES[Audience.LANDLORD]}
    found = await session.scalars(
        select(Membership.user_id).where(
            Membership.district_id == tenancy.district_id,
            Membership.role.in_(roles),
            Membership.period.contains(today()),
            Membership.site_ids.is_(None) | Membership.site_ids.contains([tenancy.site_id]),
        )
    )
    return [*found]


async def _held(session: AsyncSession, change_id: UUID, version: int) -> HouseholdChange:
    change = await session.get(HouseholdChange, change_id, with_for_update=True)
    if change is None:
        raise NotFound
    change.expect(version)
    return change


async def decide(
    session: AsyncSession, actor: Actor, change_id: UUID, given: DecideHouseholdChange
) -> None:
    """By what the dwelling bears; the database counts its places."""
    change = await _held(session, change_id, given.version)
    if change.state is not ChangeState.WAITING:
        raise ChangeIsDecided
    if not given.approved and given.refused_because is None:
        message = "A refusal needs a ground in the dwelling itself"
        raise Invalid(FieldError(field="refused_because", code="refusal_ground", message=message))
    change.state = ChangeState.APPROVED if given.approved else ChangeState.REFUSED
    if not given.approved:
        change.refused_because = given.refused_because
        change.refusal_note = given.refusal_note
    change.decided_by, change.decided_at = actor.id, now()
    await session.flush()
    decided = NotificationKind.HOUSEHOLD_CHANGE_DECIDED
    await notify(session, actor, decided, change.tenancy_id, [change.asked_by])


async def confirm(session: AsyncSession, change_id: UUID, given: ConfirmHouseholdChange) -> None:
    """Who was approved has moved in."""
    change = await _held(session, change_id, given.version)
    if change.state is not ChangeState.APPROVED:
        raise ChangeNotApproved
    if given.on_day > today():
        raise NotYet
    tenancy = await session.get(Tenancy, change.tenancy_id, with_for_update=True)
    person = await session.get(Resident, change.resident_id, with_for_update=True)
    if tenancy is None or person is None:
        raise NotFound
    tenancy = await lived_in(session, tenancy.id, tenancy.version)
    change.on_day = given.on_day
    await _join(session, tenancy, change, person)
    change.state = ChangeState.DONE
    await session.flush()


async def withdraw(session: AsyncSession, change_id: UUID, given: WithdrawHouseholdChange) -> None:
    change = await _held(session, change_id, given.version)
    if change.state not in {ChangeState.WAITING, ChangeState.APPROVED}:
        raise ChangeIsOver
    change.state = ChangeState.WITHDRAWN
    await session.flush()


async def _join(
    session: AsyncSession, tenancy: Tenancy, change: HouseholdChange, person: Resident
) -> None:
    member = AddMember(
        resident_id=person.id, relation=change.relation or Relation.OTHER, from_day=change.on_day
    )
    await households.join(session, tenancy.household_id, member)
    settle(person, tenancy.site_id, change.on_day)
    await milestones.begin(session, [person], change.on_day)
    await _count(session, tenancy)


async def _leave(session: AsyncSession, tenancy: Tenancy, person: Resident, day: date) -> None:
    present = await session.execute(
        select(HouseholdMember.id, HouseholdMember.resident_id).where(
            HouseholdMember.household_id == tenancy.household_id,
            HouseholdMember.period.contains(day),
        )
    )
    members = {row.resident_id: row.id for row in present}
    if person.id not in members:
        raise NotAMember
    if len(members) == 1:
        raise LastMember
    await households.leave(session, tenancy.household_id, members[person.id], day)
    await let_go(session, person, day)
    await _count(session, tenancy)


async def _count(session: AsyncSession, tenancy: Tenancy) -> None:
    await session.flush()
    size = await session.scalar(
        select(func.count()).where(
            HouseholdMember.household_id == tenancy.household_id,
            HouseholdMember.period.contains(today()),
        )
    )
    tenancy.household_size = size or tenancy.household_size

"""How far support for personal extras has come, for the household behind a checklist."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing.inputs import SaySupport
from bomiljo.features.furnishing.model import SupportState, SupportStatus
from bomiljo.features.furnishing.problems import SupportInFuture, SupportSaidMeanwhile
from bomiljo.features.furnishing.schemas import SupportView
from bomiljo.features.identity.model import User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.residents.model import HouseholdMember
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.clock import today
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.problems import NotFound


async def show(session: AsyncSession, unit_id: UUID) -> SupportView:
    """Of the lease that runs or is next, where the reader sees it."""
    ends = func.upper(Tenancy.period)
    lease = await session.scalar(
        select(Tenancy)
        .where(
            Tenancy.unit_id == unit_id,
            Tenancy.moved_out_at.is_(None),
            func.coalesce(ends > func.current_date(), True),
        )
        .order_by(func.lower(Tenancy.period).desc())
        .limit(1)
    )
    if lease is None:
        raise NotFound
    return await _shown(session, lease)


async def say(
    session: AsyncSession, actor: Actor, tenancy_id: UUID, given: SaySupport
) -> SupportView:
    lease = await session.get(Tenancy, tenancy_id)
    if lease is None:
        raise NotFound
    if given.day > today():
        raise SupportInFuture
    status = await session.scalar(
        select(SupportStatus).where(SupportStatus.tenancy_id == tenancy_id).with_for_update()
    )
    if status is None:
        status = SupportStatus(district_id=lease.district_id, tenancy_id=lease.id, version=0)
        session.add(status)
    elif given.version == 0:
        raise SupportSaidMeanwhile
    status.expect(given.version)
    status.status, status.day, status.set_by = given.status, given.day, actor.id
    await session.flush()
    return await _shown(session, lease)


async def _shown(session: AsyncSession, lease: Tenancy) -> SupportView:
    found = await session.execute(
        select(SupportStatus, User.id, User.name)
        .join(User, User.id == SupportStatus.set_by)
        .where(SupportStatus.tenancy_id == lease.id)
    )
    said = found.one_or_none()
    people = await session.scalars(
        select(HouseholdMember.resident_id).where(
            HouseholdMember.household_id == lease.household_id
        )
    )
    await disclose(session, "furnishing.support", [lease.id], people.all())
    if said is None:
        return SupportView(
            tenancy_id=lease.id, status=SupportState.NONE, day=None, set_by=None, version=0
        )
    status, user, name = said
    return SupportView(
        tenancy_id=lease.id,
        status=status.status,
        day=status.day,
        set_by=Named(id=user, name=name),
        version=status.version,
    )

"""Address protection: the person is gone for everybody but two named guardians.

The row policies hide; here is only who may decide, and that somebody can always lift it again.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import Permission, roles_with
from bomiljo.features.identity.model import Membership, User
from bomiljo.features.residents.helpers import reaches
from bomiljo.features.residents.identifier_schemas import (
    Guardian,
    ProtectionDecisionView,
    ProtectionView,
    SetProtection,
)
from bomiljo.features.residents.model import (
    Protection,
    ProtectionDecision,
    ProtectionGuardian,
    Resident,
)
from bomiljo.features.residents.problems import GuardianDoesNotFit, TwoGuardiansNeeded
from bomiljo.features.residents.service import held
from bomiljo.kernel.database import reach
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.problems import NotFound


async def show(session: AsyncSession, resident_id: UUID) -> ProtectionView:
    resident = await session.get(Resident, resident_id)
    if resident is None:
        raise NotFound
    await disclose(session, "protection.detail", [resident_id], [resident_id])
    return await _view(session, resident)


async def _view(session: AsyncSession, resident: Resident) -> ProtectionView:
    guardians = await session.execute(
        select(User.id, User.name)
        .join(ProtectionGuardian, ProtectionGuardian.user_id == User.id)
        .where(ProtectionGuardian.resident_id == resident.id)
        .order_by(func.sort_key(User.name), User.id)
    )
    decisions = await session.execute(
        select(ProtectionDecision, User.name)
        .join(User, User.id == ProtectionDecision.decided_by)
        .where(ProtectionDecision.resident_id == resident.id)
        .order_by(ProtectionDecision.id.desc())
    )
    return ProtectionView(
        grade=resident.protection,
        guardians=[Guardian(id=row.id, name=row.name) for row in guardians],
        decisions=[
            ProtectionDecisionView(
                grade=decision.grade,
                reason=decision.reason,
                decided_by=name,
                at=decision.created_at,
            )
            for decision, name in decisions
        ],
        version=resident.version,
    )


async def decide(
    session: AsyncSession, actor: Actor, resident_id: UUID, given: SetProtection
) -> ProtectionView:
    resident = await held(session, resident_id)
    resident.expect(given.version)
    needed = 0 if given.grade is Protection.NONE else 2
    if len(set(given.guardians)) != needed or len(given.guardians) != needed:
        raise TwoGuardiansNeeded
    if needed:
        await _guardians_fit(session, resident, given.guardians)
    await reach(session, resident_id, among="guarded")
    resident.protection = given.grade
    session.add(
        ProtectionDecision(
            district_id=resident.district_id,
            resident_id=resident_id,
            grade=given.grade,
            reason=given.reason,
            decided_by=actor.id,
        )
    )
    await session.flush()
    await _appoint(session, resident, given.guardians)
    return await _view(session, resident)


async def _guardians_fit(
    session: AsyncSession, resident: Resident, guardians: Sequence[UUID]
) -> None:
    current = select(Membership.user_id, Membership.role).where(
        Membership.user_id.in_(guardians),
        Membership.period.contains(func.current_date()),
        reaches(resident),
    )
    roles = (await session.execute(current)).all()
    readers, lifters = (
        {row.user_id for row in roles if row.role in roles_with(permission)}
        for permission in (Permission.RESIDENTS_READ, Permission.PROTECTION_WRITE)
    )
    if readers != set(guardians) or not lifters:
        raise GuardianDoesNotFit


async def _appoint(session: AsyncSession, resident: Resident, guardians: Sequence[UUID]) -> None:
    found = await session.scalars(
        select(ProtectionGuardian).where(ProtectionGuardian.resident_id == resident.id)
    )
    known = {one.user_id: one for one in found}
    for user_id in guardians:
        if known.pop(user_id, None) is None:
            session.add(
                ProtectionGuardian(
                    district_id=resident.district_id, resident_id=resident.id, user_id=user_id
                )
            )
    for dismissed in known.values():
        await session.delete(dismissed)
    await session.flush()

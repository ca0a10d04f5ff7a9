"""Codes on paper that open the portal on one phone, and the phones they have opened."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.guard import hash_of
from bomiljo.features.identity.model import StoredSession
from bomiljo.features.residents.model import Resident, ResidentStatus
from bomiljo.features.tenancies.model import ActivationCode
from bomiljo.features.tenancies.problems import ResidentHasMovedOut
from bomiljo.features.tenancies.schemas import Device, Devices, IssuedCode
from bomiljo.kernel.clock import now
from bomiljo.kernel.codes import new_code, spell
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.problems import NotFound

VALID_FOR = timedelta(days=14)


async def _resident(session: AsyncSession, resident_id: UUID) -> Resident:
    resident = await session.get(Resident, resident_id)
    if resident is None:
        raise NotFound
    return resident


async def issue(session: AsyncSession, actor: Actor, resident_id: UUID, origin: str) -> IssuedCode:
    resident = await _resident(session, resident_id)
    if resident.status is ResidentStatus.MOVED_OUT:
        raise ResidentHasMovedOut
    await lapse_codes(session, resident_id)
    code = new_code()
    expires_at = now() + VALID_FOR
    session.add(
        ActivationCode(
            district_id=resident.district_id,
            resident_id=resident_id,
            code_hash=hash_of(spell(code)),
            issued_by=actor.id,
            expires_at=expires_at,
        )
    )
    await session.flush()
    return IssuedCode(code=code, url=f"{origin}/aktiver#{code}", expires_at=expires_at)


async def lapse_codes(session: AsyncSession, resident_id: UUID) -> None:
    await session.execute(
        update(ActivationCode)
        .where(
            ActivationCode.resident_id == resident_id,
            ActivationCode.used_at.is_(None),
            ActivationCode.expires_at > func.now(),
        )
        .values(expires_at=func.now())
    )


def _open(resident_id: UUID) -> ColumnElement[bool]:
    return and_(
        StoredSession.resident_id == resident_id,
        StoredSession.ended_at.is_(None),
        StoredSession.expires_at > func.now(),
        StoredSession.last_seen_at + StoredSession.idle > func.now(),
    )


async def devices(session: AsyncSession, resident_id: UUID) -> Devices:
    await _resident(session, resident_id)
    found = await session.scalars(
        select(StoredSession).where(_open(resident_id)).order_by(StoredSession.id.desc())
    )
    items = [Device.model_validate(one) for one in found]
    await disclose(session, "devices.list", [one.id for one in items], [resident_id])
    return Devices(items=items)


async def end(session: AsyncSession, resident_id: UUID, device_id: UUID) -> None:
    ended = await session.scalar(
        update(StoredSession)
        .where(_open(resident_id), StoredSession.id == device_id)
        .values(ended_at=func.now())
        .returning(StoredSession.id)
    )
    if ended is None:
        raise NotFound


async def end_all(session: AsyncSession, resident_id: UUID) -> None:
    await _resident(session, resident_id)
    await session.execute(
        update(StoredSession).where(_open(resident_id)).values(ended_at=func.now())
    )

"""Function and health behind their door: each look says why, and stands in the log."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.identity.model import User
from bomiljo.features.placement.inputs import AssessCare, LookIntoCare
from bomiljo.features.placement.model import CandidateCare
from bomiljo.features.placement.schemas import CareView
from bomiljo.kernel.clock import now
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.problems import NotFound


async def look(session: AsyncSession, candidate_id: UUID, why: LookIntoCare) -> CareView:
    return await _shown(session, await _held(session, candidate_id), why.purpose)


async def assess(
    session: AsyncSession, actor: Actor, candidate_id: UUID, given: AssessCare
) -> CareView:
    care = await _held(session, candidate_id)
    care.expect(given.version)
    if given.note is not None:
        care.note = given.note
    if given.suitability is not None:
        care.suitability, care.assessed_by, care.assessed_at = given.suitability, actor.id, now()
    await session.flush()
    return await _shown(session, care, given.purpose)


async def _held(session: AsyncSession, candidate_id: UUID) -> CandidateCare:
    care = await session.scalar(
        select(CandidateCare).where(CandidateCare.candidate_id == candidate_id).with_for_update()
    )
    if care is None:
        raise NotFound
    return care


async def _shown(session: AsyncSession, care: CandidateCare, purpose: str) -> CareView:
    of = care.candidate_id
    await disclose(session, "care.detail", [care.id], [of], purpose=purpose)
    who = await session.get(User, care.assessed_by) if care.assessed_by else None
    return CareView(
        candidate_id=of,
        note=care.note,
        suitability=care.suitability,
        assessed_by=who.name if who else None,
        assessed_at=care.assessed_at,
        version=care.version,
    )

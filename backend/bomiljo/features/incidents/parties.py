from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.incidents.inputs import NewParty
from bomiljo.features.incidents.model import Party
from bomiljo.features.incidents.problems import PersonUnknown
from bomiljo.features.incidents.timeline import seen
from bomiljo.features.residents.model import Resident


async def add(session: AsyncSession, actor: Actor, incident_id: UUID, new: NewParty) -> None:
    await seen(session, incident_id)
    await put(session, actor, incident_id, new)


async def put(session: AsyncSession, actor: Actor, incident_id: UUID, new: NewParty) -> None:
    """A resident is looked up through the row policy, which a foreign key would not ask."""
    if new.resident_id and not await session.scalar(
        select(Resident.id).where(Resident.id == new.resident_id)
    ):
        raise PersonUnknown
    session.add(Party(district_id=actor.district_id, incident_id=incident_id, **new.model_dump()))
    await session.flush()

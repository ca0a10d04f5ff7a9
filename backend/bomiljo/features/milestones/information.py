"""Information to give: told more than once, and noted with how it was told."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.identity.model import User
from bomiljo.features.milestones.information_schemas import (
    GivenView,
    InformationView,
    TellResident,
)
from bomiljo.features.milestones.model import InformationChannel, InformationGiven
from bomiljo.features.milestones.problems import InterpreterWithoutSpeech, ToldAhead
from bomiljo.features.residents.model import Resident
from bomiljo.kernel.clock import today
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.problems import NotFound

MOST = 200


async def _resident(session: AsyncSession, resident_id: UUID) -> Resident:
    found = await session.get(Resident, resident_id)
    if found is None:
        raise NotFound
    return found


async def show(session: AsyncSession, resident_id: UUID) -> InformationView:
    await _resident(session, resident_id)
    found = await session.execute(
        select(InformationGiven, User.name)
        .join(User, User.id == InformationGiven.given_by)
        .where(InformationGiven.resident_id == resident_id)
        .order_by(InformationGiven.given_on.desc(), InformationGiven.id.desc())
        .limit(MOST)
    )
    items = [
        GivenView(
            id=one.id,
            topic=one.topic,
            given_on=one.given_on,
            channel=one.channel,
            language=one.language,
            interpreter=one.interpreter,
            given_by=name,
        )
        for one, name in found
    ]
    await disclose(session, "information.list", [one.id for one in items], [resident_id])
    return InformationView(resident_id=resident_id, items=items)


async def tell(
    session: AsyncSession, actor: Actor, resident_id: UUID, given: TellResident
) -> InformationView:
    resident = await _resident(session, resident_id)
    if given.given_on > today():
        raise ToldAhead
    if given.interpreter and given.channel is not InformationChannel.SPOKEN:
        raise InterpreterWithoutSpeech
    for topic in dict.fromkeys(given.topics):
        session.add(
            InformationGiven(
                district_id=resident.district_id,
                resident_id=resident_id,
                topic=topic,
                given_by=actor.id,
                **given.model_dump(exclude={"topics"}),
            )
        )
    await session.flush()
    return await show(session, resident_id)


async def take_back(session: AsyncSession, resident_id: UUID, information_id: UUID) -> None:
    """A slip; the change log keeps it."""
    found = await session.get(InformationGiven, information_id)
    if found is None or found.resident_id != resident_id:
        raise NotFound
    await session.delete(found)

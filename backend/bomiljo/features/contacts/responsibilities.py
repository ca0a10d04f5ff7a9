"""Naming who answers what, and the topics that a district has of its own."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.features.contacts.inputs import (
    ClearResponsibility,
    EditTopic,
    NewTopic,
    SetResponsibility,
)
from bomiljo.features.contacts.model import Contact, OwnTopic, Responsibility, Topic
from bomiljo.features.contacts.problems import (
    BackupUnknown,
    OneTopic,
    OwnerElsewhere,
    OwnerUnknown,
    TopicUnknown,
)
from bomiljo.features.contacts.schemas import OwnTopics, OwnTopicView
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound


async def name(
    session: AsyncSession, actor: Actor, site_id: UUID, given: SetResponsibility
) -> None:
    """Fill one cell of the map, or change what stands in it."""
    if site_id not in actor.sites:
        raise NotFound
    await _can_be_named(session, site_id, given)
    cell = await _cell(session, site_id, given)
    if cell is None:
        if given.version:
            raise ChangedMeanwhile(current_version=0)
        cell = Responsibility(id=uuid7(), district_id=actor.district_id, site_id=site_id, version=1)
        session.add(cell)
    else:
        cell.expect(given.version)
    for field, value in given.model_dump(exclude={"version"}).items():
        setattr(cell, field, value)
    await session.flush()


async def clear(session: AsyncSession, responsibility_id: UUID, given: ClearResponsibility) -> UUID:
    """Empty the cell; the site whose map has one more gap."""
    cell = await session.get(Responsibility, responsibility_id, with_for_update=True)
    if cell is None:
        raise NotFound
    cell.expect(given.version)
    await session.flush()
    await session.delete(cell)
    await session.flush()
    return cell.site_id


async def _cell(
    session: AsyncSession, site_id: UUID, given: SetResponsibility
) -> Responsibility | None:
    found: Responsibility | None = await session.scalar(
        select(Responsibility)
        .where(
            Responsibility.site_id == site_id,
            Responsibility.topic == given.topic
            if given.topic
            else Responsibility.topic_id == given.topic_id,
        )
        .with_for_update()
    )
    return found


async def _can_be_named(session: AsyncSession, site_id: UUID, given: SetResponsibility) -> None:
    if (given.topic is None) is (given.topic_id is None):
        raise OneTopic
    if given.topic_id and await session.get(OwnTopic, given.topic_id) is None:
        raise TopicUnknown
    owner = await _serves(session, site_id, given.owner_id)
    if given.owner_id and owner is None:
        raise OwnerUnknown
    if owner and owner.organisation is not given.organisation:
        raise OwnerElsewhere
    if given.backup_id and await _serves(session, site_id, given.backup_id) is None:
        raise BackupUnknown


async def _serves(session: AsyncSession, site_id: UUID, contact_id: UUID | None) -> Contact | None:
    found = await session.get(Contact, contact_id) if contact_id else None
    return found if found and found.site_id in {None, site_id} else None


async def topics(session: AsyncSession, actor: Actor) -> OwnTopics:
    found = await session.scalars(
        select(OwnTopic).where(OwnTopic.district_id == actor.district_id).order_by(OwnTopic.title)
    )
    return OwnTopics(catalogue=list(Topic), own=[OwnTopicView.model_validate(one) for one in found])


async def add_topic(session: AsyncSession, actor: Actor, new: NewTopic) -> OwnTopicView:
    topic = OwnTopic(id=uuid7(), district_id=actor.district_id, title=new.title)
    session.add(topic)
    await session.flush()
    return OwnTopicView.model_validate(topic)


async def rename_topic(session: AsyncSession, topic_id: UUID, given: EditTopic) -> OwnTopicView:
    topic = await session.get(OwnTopic, topic_id, with_for_update=True)
    if topic is None:
        raise NotFound
    topic.expect(given.version)
    topic.title = given.title
    await session.flush()
    return OwnTopicView.model_validate(topic)


async def remove_topic(session: AsyncSession, topic_id: UUID) -> None:
    """With it go its cells in every map."""
    gone: Any = await session.execute(
        delete(OwnTopic).where(OwnTopic.id == topic_id).returning(OwnTopic.id)
    )
    if gone.scalar_one_or_none() is None:
        raise NotFound

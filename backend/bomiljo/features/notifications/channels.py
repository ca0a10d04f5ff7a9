"""Which ways out of the house somebody chose for themselves."""

from collections.abc import Mapping, Set
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.features.notifications.model import Channel, OuterChannel
from bomiljo.features.notifications.portal_schemas import MyChannel, MyChannels
from bomiljo.features.notifications.problems import AddressMissing, ChannelNotOffered
from bomiljo.features.notifications.schemas import MailChoice
from bomiljo.features.residents.model import ContactKind, ContactPoint
from bomiljo.settings import Settings

REACHED_BY = {ContactKind.PHONE: Channel.SMS, ContactKind.EMAIL: Channel.EMAIL}


def _offered(request: Request) -> Set[Channel]:
    settings: Settings = request.app.state.settings
    ways = {Channel.SMS: settings.sms_url, Channel.EMAIL: settings.smtp_url}
    return {channel for channel, url in ways.items() if url}


Offered = Annotated[Set[Channel], Depends(_offered)]


async def of_resident(session: AsyncSession, actor: Actor, offered: Set[Channel]) -> MyChannels:
    """What is offered and can reach them, in a fixed order."""
    addresses = await _addresses(session, actor.id)
    chosen = await _chosen(session, OuterChannel.resident_id == actor.id)
    return MyChannels(
        channels=[
            MyChannel(channel=one, address=addresses[one], chosen=one in chosen)
            for one in Channel
            if one in offered and one in addresses
        ]
    )


async def choose_own(
    session: AsyncSession, actor: Actor, wanted: Set[Channel], offered: Set[Channel]
) -> None:
    if not wanted <= offered:
        raise ChannelNotOffered
    if not wanted <= (await _addresses(session, actor.id)).keys():
        raise AddressMissing
    await session.execute(
        delete(OuterChannel).where(
            OuterChannel.resident_id == actor.id, OuterChannel.channel.not_in(wanted)
        )
    )
    for one in sorted(wanted):
        await _add(session, actor, one, resident_id=actor.id)


async def of_staff(session: AsyncSession, actor: Actor, offered: Set[Channel]) -> MailChoice:
    chosen = await _chosen(session, OuterChannel.user_id == actor.id)
    return MailChoice(offered=Channel.EMAIL in offered, email=chosen.get(Channel.EMAIL))


async def choose_mail(
    session: AsyncSession, actor: Actor, email: str | None, offered: Set[Channel]
) -> None:
    if email and Channel.EMAIL not in offered:
        raise ChannelNotOffered
    await session.execute(delete(OuterChannel).where(OuterChannel.user_id == actor.id))
    if email:
        await _add(session, actor, Channel.EMAIL, user_id=actor.id, address=email)


async def _addresses(session: AsyncSession, resident_id: UUID) -> Mapping[Channel, str]:
    """The first of each kind is the one that is used."""
    found = await session.scalars(
        select(ContactPoint)
        .where(ContactPoint.resident_id == resident_id)
        .order_by(ContactPoint.created_at.desc(), ContactPoint.id.desc())
    )
    return {REACHED_BY[one.kind]: one.value for one in found}


async def _chosen(session: AsyncSession, whose: object) -> Mapping[Channel, str | None]:
    found = await session.scalars(select(OuterChannel).where(whose))  # type: ignore[arg-type]
    return {one.channel: one.address for one in found}


async def _add(
    session: AsyncSession, actor: Actor, channel: Channel, **who: UUID | str | None
) -> None:
    given = {"id": uuid7(), "district_id": actor.district_id, "channel": channel, **who}
    await session.execute(insert(OuterChannel).values(given).on_conflict_do_nothing())

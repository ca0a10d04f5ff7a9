"""What the district tells residents: in the portal, and by the ways out that they chose."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import Text, Uuid, func, literal, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.features.notifications.model import Channel, Notice, NoticeKind
from bomiljo.kernel.lines import Link
from bomiljo.kernel.problems import NotFound


async def tell(  # noqa: PLR0913
    session: AsyncSession,
    actor: Actor,
    kind: NoticeKind,
    residents: Iterable[UUID],
    *,
    site_id: UUID,
    link: Link | None,
    about: Mapping[str, str],
) -> None:
    """Tell each of `residents` once, also those whom the actor may not see; nothing is read back.

    `about` holds plain values that the portal's sentence names: title, from, to, place. Instants
    are ISO 8601 in UTC, for they are shown as the reader's language writes them.
    """
    lines = [
        {"id": str(uuid7()), "resident_id": str(person)}
        | {channel.value: str(uuid7()) for channel in Channel}
        for person in sorted(set(residents))
    ]
    if lines:
        told = func.tell_residents(
            literal(actor.district_id, Uuid()),
            literal(kind.value, Text()),
            literal(site_id, Uuid()),
            literal(link and link.to.value, Text()),
            literal(link and link.id, Uuid()),
            literal(dict(about), JSONB()),
            literal(lines, JSONB()),
        )
        await session.execute(select(told))


async def read(session: AsyncSession, notice_id: UUID) -> None:
    seen = await session.scalar(
        update(Notice)
        .where(Notice.id == notice_id)
        .values(read_at=func.coalesce(Notice.read_at, func.now()))
        .returning(Notice.id)
    )
    if seen is None:
        raise NotFound


async def read_all(session: AsyncSession) -> None:
    await session.execute(update(Notice).where(Notice.read_at.is_(None)).values(read_at=func.now()))

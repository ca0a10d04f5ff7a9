from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.identity.model import User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.incidents.model import EntryAudience, EntryKind, Incident, Picture
from bomiljo.features.incidents.portal_schemas import OwnPicture
from bomiljo.features.incidents.problems import TooManyPictures
from bomiljo.features.incidents.schemas import FieldChange, PictureView
from bomiljo.features.incidents.timeline import audience_for, seen, write
from bomiljo.kernel.files import CONTENT_TYPE, keep_picture
from bomiljo.kernel.listing import given
from bomiljo.kernel.problems import NotFound
from bomiljo.kernel.rows import Detail, detail

MOST = 10


@dataclass(frozen=True, slots=True)
class Upload:
    file: BinaryIO
    caption: str | None
    audience: EntryAudience | None


async def add(
    session: AsyncSession, actor: Actor, incident_id: UUID, directory: Path, upload: Upload
) -> PictureView:
    await seen(session, incident_id)
    picture = await _keep(session, actor, incident_id, directory, upload)
    return _view(picture, Named(id=actor.id, name=actor.name))


async def add_own(
    session: AsyncSession, actor: Actor, incident_id: UUID, directory: Path, file: BinaryIO
) -> OwnPicture:
    await seen(session, incident_id)
    upload = Upload(file, None, EntryAudience.REPORTER)
    picture = await _keep(session, actor, incident_id, directory, upload)
    return OwnPicture(
        id=picture.id,
        created_at=picture.created_at,
        width=picture.width,
        height=picture.height,
        mine=True,
    )


async def _keep(
    session: AsyncSession, actor: Actor, incident_id: UUID, directory: Path, upload: Upload
) -> Picture:
    """One after the other per incident, so that two at once cannot both be the tenth."""
    audience = audience_for(actor, upload.audience)
    number = func.hashtextextended(str(incident_id), 0)
    await session.execute(select(func.pg_advisory_xact_lock(number)))
    if (await session.scalar(func.pictures_in(incident_id).select()) or 0) >= MOST:
        raise TooManyPictures
    kept = await keep_picture(directory, upload.file)
    picture = Picture(
        district_id=actor.district_id,
        incident_id=incident_id,
        audience=audience,
        storage_key=kept.key,
        content_type=CONTENT_TYPE,
        width=kept.width,
        height=kept.height,
        bytes=kept.bytes,
        caption=upload.caption,
        author_user_id=None if actor.is_resident else actor.id,
        author_resident_id=actor.id if actor.is_resident else None,
    )
    session.add(picture)
    await session.flush()
    about: dict[str, str | None] = {"picture_id": str(picture.id)}
    await write(
        session,
        actor,
        incident_id,
        EntryKind.PICTURE,
        audience,
        body=upload.caption,
        about=about,
    )
    return picture


async def show_to(
    session: AsyncSession, actor: Actor, picture_id: UUID, audience: EntryAudience
) -> PictureView:
    """Decide who sees a picture; whoever took it goes on seeing it."""
    picture = await session.get(Picture, picture_id, with_for_update=True)
    if picture is None:
        raise NotFound
    if picture.audience is not audience:
        change = FieldChange(field="audience", old=picture.audience, new=audience)
        picture.audience = audience
        await write(
            session,
            actor,
            picture.incident_id,
            EntryKind.PICTURE,
            EntryAudience.INTERNAL,
            changes=[change],
            about={"picture_id": str(picture_id)},
        )
    author = await session.get(User, picture.author_user_id) if picture.author_user_id else None
    return _view(picture, Named.model_validate(author) if author else None)


def _view(picture: Picture, author: Named | None) -> PictureView:
    return PictureView(
        id=picture.id,
        created_at=picture.created_at,
        audience=picture.audience,
        width=picture.width,
        height=picture.height,
        bytes=picture.bytes,
        caption=picture.caption,
        from_resident=picture.author_resident_id is not None,
        author=author,
    )


@lru_cache
def _one() -> Detail:
    statement = select(Picture).join(Incident, Incident.id == Picture.incident_id)
    return detail(
        "incidents.picture",
        statement.where(given(Picture.id, "picture_id")),
        item=Picture.storage_key,
        record=Picture.id,
        subjects=array([Picture.author_resident_id]),
    )


async def open_one(session: AsyncSession, picture_id: UUID) -> str:
    """Under which key the file lies; showing it is logged."""
    row = await _one().prepared.row(session, {"picture_id": picture_id})
    if row is None:
        raise NotFound
    key: str = row["item"]
    return key


async def open_small(session: AsyncSession, picture_id: UUID) -> str:
    """The same for a thumbnail, which the page around it has logged."""
    key = await session.scalar(select(Picture.storage_key).where(Picture.id == picture_id))
    if key is None:
        raise NotFound
    return key

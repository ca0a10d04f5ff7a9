"""How a flat is handed over: place by place, with pictures, until both sides are done."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing import service as furnishing
from bomiljo.features.furnishing.queries import dwelling_package_again
from bomiljo.features.handover.model import (
    Condition,
    Inspection,
    InspectionFinding,
    InspectionKind,
    InspectionPicture,
    InspectionPlace,
)
from bomiljo.features.handover.problems import (
    InspectionFinished,
    NoteMissing,
    PlacesLeft,
    TooManyInspectionPictures,
)
from bomiljo.features.handover.schemas import (
    FindingView,
    FinishInspection,
    InspectionPictureView,
    Inspections,
    InspectionView,
    PutFinding,
)
from bomiljo.features.handover.service import people_of
from bomiljo.features.identity.model import User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.clock import now
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.files import keep_picture
from bomiljo.kernel.problems import NotFound

MOST_PICTURES = 30


@dataclass(frozen=True, slots=True)
class Photograph:
    file: BinaryIO
    kind: InspectionKind
    place: InspectionPlace


async def listed(session: AsyncSession, tenancy_id: UUID) -> Inspections:
    await _seen(session, tenancy_id)
    found = await session.execute(
        select(Inspection, User)
        .outerjoin(User, User.id == Inspection.finished_by)
        .where(Inspection.tenancy_id == tenancy_id)
        .order_by(Inspection.kind)
    )
    return Inspections(items=[await _view(session, one, who) for one, who in found.all()])


async def find(
    session: AsyncSession, actor: Actor, tenancy_id: UUID, given: PutFinding
) -> Inspections:
    """What was found at a place; said again, the last word stands."""
    if given.state is not Condition.OK and not given.note:
        raise NoteMissing
    one = await _open(session, actor, tenancy_id, given.kind)
    said = {"state": given.state, "note": given.note, "found_by": actor.id}
    put = insert(InspectionFinding).values(
        id=uuid7(), district_id=actor.district_id, inspection_id=one.id, place=given.place, **said
    )
    await session.execute(
        put.on_conflict_do_update(index_elements=["inspection_id", "place"], set_=said)
    )
    return await listed(session, tenancy_id)


async def add_picture(
    session: AsyncSession,
    actor: Actor,
    tenancy_id: UUID,
    directory: Path,
    taken: Photograph,
) -> InspectionPictureView:
    await _seen(session, tenancy_id)
    # drawn anew before the inspection is locked: colleagues go on with it meanwhile
    kept = await keep_picture(directory, taken.file)
    one = await _open(session, actor, tenancy_id, taken.kind)
    count = await session.scalar(
        select(func.count())
        .select_from(InspectionPicture)
        .where(InspectionPicture.inspection_id == one.id)
    )
    if (count or 0) >= MOST_PICTURES:
        raise TooManyInspectionPictures
    picture = InspectionPicture(
        district_id=actor.district_id,
        inspection_id=one.id,
        place=taken.place,
        storage_key=kept.key,
        width=kept.width,
        height=kept.height,
        bytes=kept.bytes,
        author_user_id=actor.id,
    )
    session.add(picture)
    await session.flush()
    return InspectionPictureView.model_validate(picture)


async def finish(
    session: AsyncSession, actor: Actor, tenancy_id: UUID, given: FinishInspection
) -> Inspections:
    one = await _open(session, actor, tenancy_id, given.kind)
    looked_at = await session.scalar(
        select(func.count())
        .select_from(InspectionFinding)
        .where(InspectionFinding.inspection_id == one.id)
    )
    if looked_at != len(InspectionPlace):
        raise PlacesLeft
    one.tenant_present, one.finished_at = given.tenant_present, now()
    one.finished_by = actor.id
    await session.flush()
    if given.kind is InspectionKind.MOVE_OUT:
        await _back_to_lane(session, actor, tenancy_id)
    return await listed(session, tenancy_id)


async def _back_to_lane(session: AsyncSession, actor: Actor, tenancy_id: UUID) -> None:
    """A list of what is missing for those who come next, once the lease has an end."""
    ended = select(Tenancy.unit_id).where(
        Tenancy.id == tenancy_id, func.upper(Tenancy.period).is_not(None)
    )
    unit_id = await session.scalar(ended)
    if unit_id and (package_id := await dwelling_package_again(session, unit_id)):
        await furnishing.open_missing(session, actor, package_id, [unit_id])


async def open_picture(session: AsyncSession, picture_id: UUID) -> str:
    """Under which key the file lies; showing it is logged."""
    found = await session.execute(
        select(InspectionPicture.storage_key, Inspection.tenancy_id)
        .join(Inspection, Inspection.id == InspectionPicture.inspection_id)
        .where(InspectionPicture.id == picture_id)
    )
    row = found.one_or_none()
    if row is None:
        raise NotFound
    people = await people_of(session, row.tenancy_id)
    await disclose(session, "handover.picture", [picture_id], people)
    key: str = row.storage_key
    return key


async def small_key(session: AsyncSession, picture_id: UUID) -> str:
    """The same for a thumbnail, which the page around it has logged."""
    key = await session.scalar(
        select(InspectionPicture.storage_key).where(InspectionPicture.id == picture_id)
    )
    if key is None:
        raise NotFound
    return key


async def _seen(session: AsyncSession, tenancy_id: UUID) -> None:
    if await session.scalar(select(Tenancy.id).where(Tenancy.id == tenancy_id)) is None:
        raise NotFound


async def _open(
    session: AsyncSession, actor: Actor, tenancy_id: UUID, kind: InspectionKind
) -> Inspection:
    """The inspection, begun by whoever comes first, and locked; not one that is finished."""
    await _seen(session, tenancy_id)
    values = {
        "id": uuid7(),
        "district_id": actor.district_id,
        "tenancy_id": tenancy_id,
        "kind": kind,
    }
    await session.execute(insert(Inspection).values(values).on_conflict_do_nothing())
    found = await session.scalars(
        select(Inspection)
        .where(Inspection.tenancy_id == tenancy_id, Inspection.kind == kind)
        .with_for_update()
    )
    one = found.one()
    if one.finished_at:
        raise InspectionFinished
    return one


async def _view(session: AsyncSession, one: Inspection, who: User | None) -> InspectionView:
    findings = await session.scalars(
        select(InspectionFinding)
        .where(InspectionFinding.inspection_id == one.id)
        .order_by(InspectionFinding.place)
    )
    pictures = await session.scalars(
        select(InspectionPicture)
        .where(InspectionPicture.inspection_id == one.id)
        .order_by(InspectionPicture.created_at, InspectionPicture.id)
    )
    return InspectionView(
        kind=one.kind,
        tenant_present=one.tenant_present,
        finished_at=one.finished_at,
        finished_by=Named.model_validate(who) if who else None,
        findings=[FindingView.model_validate(finding) for finding in findings],
        pictures=[InspectionPictureView.model_validate(picture) for picture in pictures],
    )

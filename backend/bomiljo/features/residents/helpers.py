"""Who helps whom. One helper of each kind at a time; a new one begins the day the other stops."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.roles import Role
from bomiljo.features.identity.model import Membership
from bomiljo.features.residents.model import Helper, HelperKind, Resident
from bomiljo.features.residents.problems import (
    EndsBeforeItBegins,
    HelperDoesNotFit,
    HelpHasEnded,
)
from bomiljo.features.residents.schemas import AssignHelper
from bomiljo.kernel.clock import today
from bomiljo.kernel.problems import NotFound


def reaches(resident: Resident) -> ColumnElement[bool]:
    """Which memberships are in the resident's district and not limited to other sites."""
    everywhere = Membership.site_ids.is_(None)
    here = Membership.site_ids.contains([resident.site_id])
    return and_(
        Membership.district_id == resident.district_id,
        or_(everywhere, here) if resident.site_id else everywhere,
    )


async def assign(session: AsyncSession, resident_id: UUID, given: AssignHelper) -> None:
    resident = await session.get(Resident, resident_id, with_for_update=True)
    if resident is None:
        raise NotFound
    await name(session, resident, given.kind, given.user_id, given.from_day)


async def name(
    session: AsyncSession, resident: Resident, kind: HelperKind, user_id: UUID, day: date
) -> None:
    """Name a helper from `day` on. The kind of help is the role that its helper must hold."""
    fits = select(Membership.id).where(
        Membership.user_id == user_id,
        Membership.role == Role(kind.value),
        Membership.period.contains(max(day, today())),
        reaches(resident),
    )
    if await session.scalar(fits) is None:
        raise HelperDoesNotFit
    await stop(session, resident.id, day, kind)
    session.add(
        Helper(
            district_id=resident.district_id,
            resident_id=resident.id,
            kind=kind,
            user_id=user_id,
            period=Range(day, None),
        )
    )
    await session.flush()


async def stop(
    session: AsyncSession, resident_id: UUID, day: date, kind: HelperKind | None = None
) -> None:
    """End on `day` whatever help still runs; help that would only have begun then falls away."""
    running = select(Helper).where(
        Helper.resident_id == resident_id, Helper.period.overlaps(Range(day, None))
    )
    if kind:
        running = running.where(Helper.kind == kind)
    for helper in await session.scalars(running):
        begun = helper.period.lower
        if begun and begun < day:
            helper.period = Range(begun, day)
        else:
            await session.delete(helper)
    await session.flush()


async def end(session: AsyncSession, resident_id: UUID, helper_id: UUID, day: date) -> None:
    helper = await session.get(Helper, helper_id, with_for_update=True)
    if helper is None or helper.resident_id != resident_id:
        raise NotFound
    if helper.period.upper and helper.period.upper <= today():
        raise HelpHasEnded
    if not helper.period.lower or day <= helper.period.lower:
        raise EndsBeforeItBegins
    helper.period = Range(helper.period.lower, day)
    await session.flush()

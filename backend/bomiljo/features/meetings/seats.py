"""Who sits at the table, and who may be asked to it."""

from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.permissions import Permission, roles_with
from bomiljo.access.roles import AUDIENCE_OF, OrganisationKind, Role
from bomiljo.access.scopes import SCOPES
from bomiljo.features.identity.model import Membership
from bomiljo.features.meetings.model import Meeting, Participant
from bomiljo.kernel.problems import NotFound

INVITED = "meetings_invited"


async def held(session: AsyncSession, meeting_id: UUID) -> Meeting:
    """The meeting, locked until the transaction ends."""
    meeting = await session.get(Meeting, meeting_id, with_for_update=True)
    if meeting is None:
        raise NotFound
    return meeting


def _roles(circle: str) -> list[Role]:
    return [
        role for role in roles_with(Permission.MEETINGS_READ) if circle in SCOPES[role].categories
    ]


async def _role(session: AsyncSession, meeting: Meeting, user: UUID, circle: str) -> Role | None:
    there = or_(Membership.site_ids.is_(None), Membership.site_ids.contains([meeting.site_id]))
    found: Role | None = await session.scalar(
        select(Membership.role)
        .where(
            Membership.user_id == user,
            Membership.district_id == meeting.district_id,
            Membership.period.contains(func.current_date()),
            Membership.role.in_(_roles(circle)),
            *([there] if meeting.site_id else []),
        )
        .order_by(Membership.created_at, Membership.id)
        .limit(1)
    )
    return found


async def may_be_asked(session: AsyncSession, meeting: Meeting, user: UUID) -> bool:
    """Those who sit at the table anyway, and those who see a meeting once they take part."""
    for circle in (meeting.circle, INVITED):
        if await _role(session, meeting, user, circle):
            return True
    return False


async def service_of(
    session: AsyncSession, meeting: Meeting, user: UUID
) -> OrganisationKind | None:
    """The service for which `user` sees the meeting; None when they do not see it."""
    role = await _role(session, meeting, user, meeting.circle)
    if role is None and await _takes_part(session, meeting, user):
        role = await _role(session, meeting, user, INVITED)
    return OrganisationKind(AUDIENCE_OF[role]) if role else None


async def _takes_part(session: AsyncSession, meeting: Meeting, user: UUID) -> bool:
    found = await session.scalar(
        select(Participant.id).where(
            Participant.meeting_id == meeting.id, Participant.user_id == user
        )
    )
    return found is not None

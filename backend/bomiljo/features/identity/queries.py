from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import GRANTS
from bomiljo.access.roles import AUDIENCE_OF, Role
from bomiljo.features.identity.model import (
    District,
    EmergencyNumberRow,
    Membership,
    Organisation,
    StoredSession,
    User,
)
from bomiljo.features.identity.schemas import (
    Colleague,
    Colleagues,
    EmergencyNumber,
    EmergencyNumbers,
    MembershipRef,
    Named,
    OpenSession,
    OpenSessions,
    OrganisationRef,
    SessionView,
)
from bomiljo.features.sites.model import Site

CURRENT = Membership.period.contains(func.current_date())


def own(actor: Actor) -> ColumnElement[bool]:
    person = StoredSession.resident_id if actor.is_resident else StoredSession.user_id
    return person == actor.id


async def emergency_numbers(session: AsyncSession) -> EmergencyNumbers:
    found = await session.scalars(
        select(EmergencyNumberRow)
        .where(EmergencyNumberRow.period.contains(func.current_date()))
        .order_by(EmergencyNumberRow.position)
    )
    return EmergencyNumbers(items=[EmergencyNumber.model_validate(one) for one in found])


async def show_session(
    session: AsyncSession, actor: Actor, *, csrf: str | None, demo: bool
) -> SessionView:
    district = (
        await session.execute(
            select(District.id, District.name).where(District.id == actor.district_id)
        )
    ).one()
    memberships = await _memberships(session, actor)
    organisation = (
        await session.get(Organisation, actor.organisation_id) if actor.organisation_id else None
    )
    sites = await session.execute(
        select(Site.id, Site.name).where(Site.id.in_(actor.sites)).order_by(Site.name)
    )
    return SessionView(
        kind="resident" if actor.is_resident else "staff",
        name=actor.name,
        actor_id=actor.id,
        session_id=actor.session_id,
        role=actor.role,
        audience=actor.audience,
        district=Named.model_validate(district),
        organisation=OrganisationRef.model_validate(organisation) if organisation else None,
        membership_id=actor.membership_id,
        memberships=memberships,
        permissions=sorted(GRANTS[actor.role]),
        sites=[Named.model_validate(site) for site in sites],
        csrf_token=csrf,
        demo=demo,
    )


async def _memberships(session: AsyncSession, actor: Actor) -> list[MembershipRef]:
    found = await session.execute(
        select(
            Membership.id,
            Membership.role,
            func.coalesce(District.name, "").label("district_name"),
            func.coalesce(Organisation.name, "").label("organisation_name"),
        )
        .outerjoin(District, District.id == Membership.district_id)
        .outerjoin(Organisation, Organisation.id == Membership.organisation_id)
        .where(Membership.user_id == actor.id, CURRENT)
        .order_by(Membership.created_at, Membership.id)
    )
    return [MembershipRef.model_validate(row) for row in found]


async def open_sessions(session: AsyncSession, actor: Actor) -> OpenSessions:
    found = await session.scalars(
        select(StoredSession)
        .where(
            own(actor),
            StoredSession.ended_at.is_(None),
            StoredSession.expires_at > func.now(),
            StoredSession.last_seen_at + StoredSession.idle > func.now(),
        )
        .order_by(StoredSession.last_seen_at.desc())
        .limit(100)
    )
    return OpenSessions(
        items=[
            OpenSession(
                id=one.id,
                kind=one.kind,
                label=one.label,
                created_at=one.created_at,
                last_seen_at=one.last_seen_at,
                current=one.id == actor.session_id,
            )
            for one in found
        ]
    )


async def colleagues(session: AsyncSession, actor: Actor) -> Colleagues:
    found = await session.execute(
        select(User.id, User.name, User.phone, Membership.role, Organisation)
        .join(Membership, Membership.user_id == User.id)
        .join(Organisation, Organisation.id == Membership.organisation_id)
        .where(Membership.district_id == actor.district_id, CURRENT)
        .order_by(func.sort_key(User.name), User.id)
    )
    return Colleagues(items=list(_as_colleagues(found)))


def _as_colleagues(rows: Iterable[Any]) -> Iterable[Colleague]:
    for row in rows:
        role = Role(row.role)
        yield Colleague(
            id=row.id,
            name=row.name,
            role=role,
            audience=AUDIENCE_OF[role],
            organisation=OrganisationRef.model_validate(row.Organisation),
            phone=row.phone,
        )

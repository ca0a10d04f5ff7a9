"""What the portal shows a resident about themselves. Row policies let them reach nothing else."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Text, Uuid, and_, column, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.identity.model import Membership, Organisation, StoredSession, User
from bomiljo.features.residents import identifiers
from bomiljo.features.residents.household_queries import LEASES, TODAY, begin, end
from bomiljo.features.residents.model import (
    ContactPoint,
    Helper,
    Household,
    HouseholdMember,
    Resident,
    ResidentLanguage,
)
from bomiljo.features.residents.portal_schemas import (
    MyData,
    MyDevice,
    MyHelp,
    MyHelper,
    MyHome,
    MyHousehold,
    MyPeople,
    MyTenancy,
    NextThing,
    OnCallNow,
)
from bomiljo.features.residents.schemas import ContactPointView, LanguageView
from bomiljo.features.sites.model import Site
from bomiljo.features.sites.queries import is_on_duty, on_call
from bomiljo.kernel.clock import now, today

SOON = timedelta(days=90)
OWN_UNITS = func.own_units().table_valued(column("id", Uuid()), column("label", Text()))


async def home(session: AsyncSession, actor: Actor) -> MyHome:
    me = await session.get_one(Resident, actor.id)
    leases = await _leases(session, actor)
    here = next((one for one in leases if one.since <= today() and not _over(one.until)), None)
    site = await session.get(Site, here.site_id if here else me.site_id)
    return MyHome(
        name=me.preferred_name or me.given_name or me.family_name,
        language=me.portal_language,
        site=site.name if site else None,
        unit_id=here.unit_id if here else None,
        unit_label=here.label if here else None,
        next=_next(leases, here),
    )


def _over(until: date | None) -> bool:
    return until is not None and until <= today()


def _next(leases: Sequence[Any], here: Any) -> list[NextThing]:
    coming = [
        NextThing(kind="move", day=one.since, unit_label=one.label)
        for one in leases
        if one.since > today()
    ]
    ends = here.contract_ends_on if here else None
    if ends and today() <= ends <= today() + SOON and not coming:
        coming.append(NextThing(kind="contract_ends", day=ends, unit_label=here.label))
    return coming


async def _leases(session: AsyncSession, actor: Actor) -> Sequence[Any]:
    found = await session.execute(
        select(
            LEASES,
            begin(LEASES.c.period).label("since"),
            end(LEASES.c.period).label("until"),
            OWN_UNITS.c.label,
            Site.name.label("site"),
        )
        .join(
            HouseholdMember,
            and_(
                HouseholdMember.household_id == LEASES.c.household_id,
                HouseholdMember.period.overlaps(LEASES.c.period),
            ),
        )
        .outerjoin(OWN_UNITS, OWN_UNITS.c.id == LEASES.c.unit_id)
        .outerjoin(Site, Site.id == LEASES.c.site_id)
        .where(HouseholdMember.resident_id == actor.id)
        .order_by(begin(LEASES.c.period), LEASES.c.id)
    )
    return found.all()


async def people(session: AsyncSession, actor: Actor) -> MyPeople:
    me = await session.get_one(Resident, actor.id)
    contacts = await on_call(session, me.site_id) if me.site_id else []
    return MyPeople(
        helpers=[
            MyHelper(kind=one.kind, name=one.name, phone=one.phone, organisation=one.organisation)
            for one in await _helpers(session, actor)
            if not _over(one.until) and one.since <= today()
        ],
        on_call=[
            OnCallNow.model_validate(contact) for contact in contacts if is_on_duty(contact, now())
        ],
    )


async def _helpers(session: AsyncSession, actor: Actor) -> Sequence[Any]:
    """Each with the organisation they help from; somebody who has left it has none."""
    employer = (
        select(Organisation.name)
        .join(Membership, Membership.organisation_id == Organisation.id)
        .where(
            Membership.user_id == Helper.user_id,
            Membership.role == Helper.kind,
            Membership.period.contains(TODAY),
        )
        .limit(1)
        .scalar_subquery()
    )
    found = await session.execute(
        select(
            Helper.kind,
            User.name,
            User.phone,
            employer.label("organisation"),
            begin(Helper.period).label("since"),
            end(Helper.period).label("until"),
        )
        .join(User, User.id == Helper.user_id)
        .where(Helper.resident_id == actor.id)
        .order_by(begin(Helper.period).desc(), Helper.kind)
    )
    return found.all()


async def data(session: AsyncSession, actor: Actor) -> MyData:
    me = await session.get_one(Resident, actor.id)
    languages = await session.scalars(
        select(ResidentLanguage)
        .where(ResidentLanguage.resident_id == actor.id)
        .order_by(ResidentLanguage.language)
    )
    contacts = await session.scalars(
        select(ContactPoint).where(ContactPoint.resident_id == actor.id).order_by(ContactPoint.id)
    )
    return MyData(
        given_name=me.given_name,
        family_name=me.family_name,
        preferred_name=me.preferred_name,
        native_name=me.native_name,
        birth_date=me.birth_date,
        birth_date_source=me.birth_date_source,
        status=me.status,
        settled_on=me.settled_on,
        moved_out_on=me.moved_out_on,
        portal_language=me.portal_language,
        languages=[LanguageView.model_validate(one) for one in languages],
        contact_points=[ContactPointView.model_validate(one) for one in contacts],
        identifiers=await identifiers.own(session, actor.id),
        households=await _households(session, actor),
        helpers=[
            MyHelp(
                kind=one.kind,
                name=one.name,
                phone=one.phone,
                organisation=one.organisation,
                from_day=one.since,
                until=one.until,
            )
            for one in await _helpers(session, actor)
        ],
        tenancies=[
            MyTenancy(
                site=one.site,
                unit_label=one.label,
                kind=one.kind,
                from_day=one.since,
                until=one.until,
                contract_ends_on=one.contract_ends_on,
                keys_handed_over=one.keys_handed_over,
            )
            for one in await _leases(session, actor)
        ],
        devices=await _devices(session, actor),
    )


async def _households(session: AsyncSession, actor: Actor) -> list[MyHousehold]:
    found = await session.execute(
        select(
            Household.kind,
            HouseholdMember.relation,
            begin(HouseholdMember.period).label("from_day"),
            end(HouseholdMember.period).label("until"),
        )
        .join(Household, Household.id == HouseholdMember.household_id)
        .where(HouseholdMember.resident_id == actor.id)
        .order_by(begin(HouseholdMember.period))
    )
    return [MyHousehold.model_validate(one) for one in found]


async def _devices(session: AsyncSession, actor: Actor) -> list[MyDevice]:
    found = await session.scalars(
        select(StoredSession)
        .where(StoredSession.resident_id == actor.id, StoredSession.ended_at.is_(None))
        .order_by(StoredSession.last_seen_at.desc())
    )
    return [
        MyDevice(
            label=one.label,
            created_at=one.created_at,
            last_seen_at=one.last_seen_at,
            current=one.id == actor.session_id,
        )
        for one in found
    ]


async def choose_language(session: AsyncSession, actor: Actor, language: str) -> None:
    me = await session.get_one(Resident, actor.id)
    me.portal_language = language

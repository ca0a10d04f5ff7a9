from datetime import time
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.features.contacts.columns import TODAY
from bomiljo.features.contacts.inputs import EditContact, EndContact, HoursInput, NewContact
from bomiljo.features.contacts.model import Contact, ContactHours, ContactOrganisation
from bomiljo.features.contacts.problems import (
    EmployeeUnknown,
    EndsBeforeBeginning,
    OrganisationUnknown,
)
from bomiljo.features.identity.model import Membership, Organisation
from bomiljo.features.sites.model import Site
from bomiljo.kernel.clock import today
from bomiljo.kernel.problems import FieldError, Invalid, NotFound

NEVER_EMPTY = ("languages", "visible_to_residents", "hours")


async def held(session: AsyncSession, contact_id: UUID) -> Contact:
    """The contact, locked until the transaction ends; none when it is not the actor's to change."""
    contact = await session.get(Contact, contact_id, with_for_update=True)
    if contact is None:
        raise NotFound
    return contact


async def add(session: AsyncSession, actor: Actor, new: NewContact) -> UUID:
    await _site_exists(session, new.site_id)
    if new.user_id:
        await _works_there(session, new.user_id, new.organisation)
    if new.organisation_id:
        await _is_that(session, new.organisation_id, new.organisation)
    contact = Contact(
        id=uuid7(),
        district_id=actor.district_id,
        period=Range(new.from_day or today(), None),
        **new.model_dump(exclude={"from_day", "hours"}),
    )
    session.add(contact)
    await session.flush()
    session.add_all(_hours(contact, one) for one in new.hours)
    await session.flush()
    return contact.id


async def edit(session: AsyncSession, contact_id: UUID, given: EditContact) -> None:
    contact = await held(session, contact_id)
    contact.expect(given.version)
    changes = given.model_dump(exclude_unset=True, exclude={"version", "hours"})
    for name in NEVER_EMPTY:
        if name in given.model_fields_set and getattr(given, name) is None:
            raise Invalid(FieldError(field=name, code="missing", message="Field required"))
    await _site_exists(session, changes.get("site_id"))
    for name, value in changes.items():
        setattr(contact, name, value)
    if given.hours is not None:
        await session.execute(delete(ContactHours).where(ContactHours.contact_id == contact.id))
        session.add_all(_hours(contact, one) for one in given.hours)
    await session.flush()


async def end(session: AsyncSession, contact_id: UUID, given: EndContact) -> None:
    """What they answered is a gap from then on; nobody answers it by silence."""
    contact = await held(session, contact_id)
    contact.expect(given.version)
    begun = contact.period.lower
    if given.on_day and begun and given.on_day <= begun:
        raise EndsBeforeBeginning
    contact.period = Range(begun, given.on_day)
    await session.flush()


def _hours(contact: Contact, given: HoursInput) -> ContactHours:
    return ContactHours(
        district_id=contact.district_id,
        contact_id=contact.id,
        weekday=given.weekday,
        from_time=time.fromisoformat(given.from_time),
        to_time=time.fromisoformat(given.to_time),
        note=given.note,
    )


async def _site_exists(session: AsyncSession, site_id: UUID | None) -> None:
    if site_id and await session.get(Site, site_id) is None:
        raise Invalid(FieldError(field="site_id", code="unknown", message="Not a site here"))


async def _works_there(
    session: AsyncSession, user_id: UUID, organisation: ContactOrganisation
) -> None:
    employed = (
        select(Membership.id)
        .join(Organisation, Organisation.id == Membership.organisation_id)
        .where(
            Membership.user_id == user_id,
            Membership.period.contains(TODAY),
            Organisation.kind == organisation,
        )
        .limit(1)
    )
    if await session.scalar(employed) is None:
        raise EmployeeUnknown


async def _is_that(session: AsyncSession, organisation_id: UUID, kind: ContactOrganisation) -> None:
    found = await session.get(Organisation, organisation_id)
    if found is None or found.kind.value != kind:
        raise OrganisationUnknown

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.access.scopes import sees_own_cases_only
from bomiljo.features.residents import helpers
from bomiljo.features.residents.model import (
    ContactPoint,
    HelperKind,
    Resident,
    ResidentLanguage,
)
from bomiljo.features.residents.schemas import (
    ContactInput,
    EditResident,
    LanguageInput,
    LanguageOption,
    LanguageOptions,
    NewResident,
    SetContactPoints,
    SetLanguages,
)
from bomiljo.features.sites.model import Site
from bomiljo.kernel.clock import today
from bomiljo.kernel.database import reach
from bomiljo.kernel.languages import LANGUAGES
from bomiljo.kernel.problems import FieldError, Invalid, NotFound

NEVER_EMPTY = ("family_name", "birth_date_source", "portal_language")


def languages() -> LanguageOptions:
    return LanguageOptions(items=[LanguageOption.model_validate(one) for one in LANGUAGES.values()])


async def held(session: AsyncSession, resident_id: UUID) -> Resident:
    """The resident, locked until the transaction ends."""
    resident = await session.get(Resident, resident_id, with_for_update=True)
    if resident is None:
        raise NotFound
    return resident


async def register(session: AsyncSession, actor: Actor, new: NewResident) -> Resident:
    """Who sees own cases only becomes a helper of the resident, or could not see them again."""
    await _site_exists(session, new.site_id)
    resident_id = uuid7()
    await reach(session, resident_id)
    resident = Resident(
        id=resident_id,
        district_id=actor.district_id,
        **new.model_dump(exclude={"languages", "contact_points"}),
    )
    session.add(resident)
    await session.flush()
    session.add_all(_language(resident, one) for one in new.languages)
    session.add_all(_contact_point(resident, one) for one in new.contact_points)
    if sees_own_cases_only(actor.role):
        await helpers.name(session, resident, HelperKind(actor.role), actor.id, today())
    await session.flush()
    return resident


def _language(resident: Resident, given: LanguageInput) -> ResidentLanguage:
    return ResidentLanguage(
        district_id=resident.district_id, resident_id=resident.id, **given.model_dump()
    )


def _contact_point(resident: Resident, given: ContactInput) -> ContactPoint:
    return ContactPoint(
        district_id=resident.district_id, resident_id=resident.id, **given.model_dump()
    )


async def _site_exists(session: AsyncSession, site_id: UUID | None) -> None:
    if site_id and await session.get(Site, site_id) is None:
        raise Invalid(FieldError(field="site_id", code="unknown", message="Not a site here"))


async def edit(session: AsyncSession, resident_id: UUID, given: EditResident) -> None:
    resident = await held(session, resident_id)
    resident.expect(given.version)
    changes = given.model_dump(exclude_unset=True, exclude={"version"})
    if emptied := [name for name in NEVER_EMPTY if name in changes and changes[name] is None]:
        raise Invalid(
            *(FieldError(field=one, code="missing", message="Field required") for one in emptied)
        )
    await _site_exists(session, changes.get("site_id"))
    for name, value in changes.items():
        setattr(resident, name, value)
    await session.flush()


async def set_languages(session: AsyncSession, resident_id: UUID, given: SetLanguages) -> None:
    resident = await held(session, resident_id)
    resident.expect(given.version)
    found = await session.scalars(
        select(ResidentLanguage).where(ResidentLanguage.resident_id == resident_id)
    )
    known = {one.language: one for one in found}
    for wanted in given.languages:
        language = known.pop(wanted.language, None)
        if language is None:
            session.add(_language(resident, wanted))
        else:
            _adopt(language, wanted.model_dump(exclude={"language"}))
    for dropped in known.values():
        await session.delete(dropped)
    await session.flush()


async def set_contact_points(
    session: AsyncSession, resident_id: UUID, given: SetContactPoints
) -> None:
    resident = await held(session, resident_id)
    resident.expect(given.version)
    found = await session.scalars(
        select(ContactPoint).where(ContactPoint.resident_id == resident_id)
    )
    known = {(one.kind, one.value): one for one in found}
    for wanted in given.contact_points:
        contact = known.pop((wanted.kind, wanted.value), None)
        if contact is None:
            session.add(_contact_point(resident, wanted))
        else:
            contact.note = wanted.note
    for dropped in known.values():
        await session.delete(dropped)
    await session.flush()


def _adopt(row: ResidentLanguage, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.contacts import queries, service
from bomiljo.features.contacts.inputs import EditContact, EndContact, NewContact
from bomiljo.features.contacts.problems import (
    EmployeeUnknown,
    EndsBeforeBeginning,
    KindDoesNotFit,
    NameOnce,
    OrganisationListed,
    OrganisationUnknown,
    PersonListed,
    PhoneStandsElsewhere,
)
from bomiljo.features.contacts.schemas import ContactPage, ContactQuery, ContactView
from bomiljo.kernel.answers import created
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("/contacts")

Reader = Annotated[Actor, requires(Permission.CONTACTS_READ)]
Writer = Annotated[Actor, requires(Permission.CONTACTS_WRITE)]


@router.get("", response_model=ContactPage, summary="Whom to ask: persons and services")
async def list_contacts(actor: Reader, db: Db, query: Annotated[ContactQuery, Query()]) -> Response:
    values = queries.filters_of(query)
    listing = queries.contacts(frozenset(values), query.state, continued=query.cursor is not None)
    return await listing.show(db, query, {**values, "district_id": actor.district_id})


@router.post(
    "",
    status_code=201,
    response_model=ContactView,
    summary="Put somebody into the directory",
    responses=problems(
        EmployeeUnknown,
        OrganisationUnknown,
        PersonListed,
        OrganisationListed,
        NameOnce,
        PhoneStandsElsewhere,
        KindDoesNotFit,
    ),
)
async def add_contact(actor: Writer, db: Db, new: NewContact) -> Response:
    contact_id = await service.add(db, actor, new)
    return created(await queries.contact().show(db, contact_id=contact_id))


@router.get(
    "/{contact_id}", response_model=ContactView, summary="One contact", responses=problems(NotFound)
)
async def get_contact(actor: Reader, db: Db, contact_id: UUID) -> Response:
    return await queries.contact().show(db, contact_id=contact_id)


@router.patch(
    "/{contact_id}",
    response_model=ContactView,
    summary="Correct a contact; partners correct those of their own organisation",
    responses=problems(NotFound, ChangedMeanwhile, NameOnce, PhoneStandsElsewhere),
)
async def edit_contact(actor: Writer, db: Db, contact_id: UUID, edit: EditContact) -> Response:
    await service.edit(db, contact_id, edit)
    return await queries.contact().show(db, contact_id=contact_id)


@router.post(
    "/{contact_id}/end",
    response_model=ContactView,
    summary="Say from which day somebody is no longer to be asked",
    responses=problems(
        NotFound, ChangedMeanwhile, EndsBeforeBeginning, PersonListed, OrganisationListed
    ),
)
async def end_contact(actor: Writer, db: Db, contact_id: UUID, end: EndContact) -> Response:
    await service.end(db, contact_id, end)
    return await queries.contact().show(db, contact_id=contact_id)

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from bomiljo.access.roles import OrganisationKind
from bomiljo.features.residents.identifier_schemas import IdentifierView
from bomiljo.features.residents.model import (
    BirthDateSource,
    HelperKind,
    HouseholdKind,
    Relation,
    ResidentStatus,
)
from bomiljo.features.residents.schemas import ContactPointView, LanguageView
from bomiljo.kernel.inputs import Input
from bomiljo.kernel.languages import PortalLanguage
from bomiljo.kernel.views import View


class MyHelper(View):
    kind: HelperKind
    name: str
    phone: str | None
    organisation: str | None


class OnCallNow(View):
    responsible: OrganisationKind
    name: str
    phone: str


class MyPeople(View):
    """Who helps me, and who is on call at this moment."""

    helpers: list[MyHelper]
    on_call: list[OnCallNow]


class MyHousehold(View):
    kind: HouseholdKind
    relation: Relation
    from_day: date
    until: date | None


class MyHelp(MyHelper):
    from_day: date
    until: date | None


class MyTenancy(View):
    site: str | None
    unit_label: str | None
    kind: Literal["fixed_term", "open_ended"]
    from_day: date
    until: date | None
    contract_ends_on: date | None
    keys_handed_over: int | None


class MyDevice(View):
    label: str
    created_at: datetime
    last_seen_at: datetime
    current: bool


class MyData(View):
    """Everything that is stored about the person who asks (GDPR article 15), in plain fields."""

    given_name: str | None
    family_name: str
    preferred_name: str | None
    native_name: str | None
    birth_date: date | None
    birth_date_source: BirthDateSource
    status: ResidentStatus
    settled_on: date | None
    moved_out_on: date | None
    portal_language: str
    languages: list[LanguageView]
    contact_points: list[ContactPointView]
    identifiers: list[IdentifierView]
    households: list[MyHousehold]
    helpers: list[MyHelp]
    tenancies: list[MyTenancy]
    devices: list[MyDevice]


class NextThing(View):
    """`kind` is the sentence's name in the catalogues."""

    kind: Literal["move", "contract_ends"]
    day: date
    unit_label: str | None


class MyHome(View):
    name: str
    language: str
    site: str | None
    unit_id: UUID | None
    unit_label: str | None
    next: list[NextThing]


class ChooseLanguage(Input):
    language: PortalLanguage

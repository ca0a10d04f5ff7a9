from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience, Role
from bomiljo.features.residents.household_schemas import AgeBand, HouseholdView
from bomiljo.features.residents.model import (
    BirthDateSource,
    ContactKind,
    HelperKind,
    ResidentStatus,
)
from bomiljo.kernel.clock import today
from bomiljo.kernel.contacts import email_address, phone_number
from bomiljo.kernel.inputs import AnyDay, Day, Input, Line, Version
from bomiljo.kernel.languages import LanguageTag, PortalLanguage
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class HelperRef(View):
    kind: HelperKind
    user_id: UUID
    name: str


class UnitRef(View):
    id: UUID
    label: str


class _Listed(View):
    id: UUID
    given_name: str | None
    family_name: str
    preferred_name: str | None
    native_name: str | None
    status: ResidentStatus
    site_id: UUID | None
    settled_on: date | None
    moved_out_on: date | None
    unit: UnitRef | None
    interpreter_languages: list[str]
    helpers: list[HelperRef]
    protected: bool


class ListedCare(_Listed):
    """For those on site and those who lead: whom to greet, in which language, who helps."""

    view: Literal["care"] = "care"
    age_band: AgeBand


class ListedCase(_Listed):
    """For those who settle people: the age in years too."""

    view: Literal["case"] = "case"
    age: int | None


ListedKind = type[ListedCare] | type[ListedCase]


class ResidentPage(Page[Annotated[ListedCare | ListedCase, Field(discriminator="view")]]):
    pass


class HelperView(View):
    """Somebody who helps or has helped; `until` is the first day without them."""

    id: UUID
    kind: HelperKind
    user_id: UUID
    name: str
    phone: str | None
    from_day: date
    until: date | None
    active: bool


class LanguageView(View):
    language: str
    own: bool
    written: bool
    interpreter: bool
    note: str | None


class ContactPointView(View):
    id: UUID
    kind: ContactKind
    value: str
    note: str | None


class HomeView(View):
    """The flat of the current tenancy, or of the next one while it is only planned."""

    tenancy_id: UUID
    unit_id: UUID
    unit_label: str
    from_day: date
    until: date | None
    planned: bool


class _Resident(View):
    id: UUID
    given_name: str | None
    family_name: str
    preferred_name: str | None
    native_name: str | None
    status: ResidentStatus
    site_id: UUID | None
    settled_on: date | None
    moved_out_on: date | None
    portal_language: str
    household: HouseholdView | None
    languages: list[LanguageView]
    contact_points: list[ContactPointView]
    helpers: list[HelperView]
    home: HomeView | None
    open_devices: int
    protected: bool
    version: int


class ResidentCare(_Resident):
    view: Literal["care"] = "care"
    age_band: AgeBand


class ResidentCase(_Resident):
    view: Literal["case"] = "case"
    age: int | None
    birth_date: date | None
    birth_date_source: BirthDateSource


ResidentKind = type[ResidentCare] | type[ResidentCase]
ResidentView = Annotated[ResidentCare | ResidentCase, Field(discriminator="view")]

listed_view = Lens[ListedKind](
    Permission.RESIDENTS_READ,
    {Audience.DISTRICT: ListedCare, Audience.NAV: ListedCase},
    {Role.HOUSING_OFFICE: ListedCase},
)
resident_view = Lens[ResidentKind](
    Permission.RESIDENTS_READ,
    {Audience.DISTRICT: ResidentCare, Audience.NAV: ResidentCase},
    {Role.HOUSING_OFFICE: ResidentCase},
)


class ResidentSort(StrEnum):
    NAME = "name"
    SETTLED_ON = "settled_on"
    LAST_SETTLED = "-settled_on"


class ResidentQuery(ListQuery):
    status: ResidentStatus | None = None
    site_id: UUID | None = None
    language: LanguageTag | None = None
    helper_user_id: UUID | None = None
    unassigned: Annotated[
        HelperKind | None, Field(description="Those who have no helper of this kind now")
    ] = None
    sort: ResidentSort = ResidentSort.NAME


def _born(day: date) -> date:
    if day > today():
        code = "birth_date_in_future"
        raise PydanticCustomError(code, "Nobody is born in the future")
    return day


BirthDate = Annotated[
    AnyDay, Field(ge=date(1900, 1, 1), examples=["2001-05-17"]), AfterValidator(_born)
]


class LanguageInput(Input):
    language: LanguageTag
    own: bool = False
    written: bool = False
    interpreter: bool = False
    note: Line | None = None

    @model_validator(mode="after")
    def is_used(self) -> "LanguageInput":
        if not (self.own or self.written or self.interpreter):
            code = "language_unused"
            raise PydanticCustomError(code, "Say what the language is used for")
        return self


class ContactInput(Input):
    kind: ContactKind
    value: Annotated[Line, Field(examples=["412 34 567"])]
    note: Line | None = None

    @field_validator("value")
    @classmethod
    def can_be_reached(cls, value: str, found: ValidationInfo) -> str:
        checks = {ContactKind.PHONE: phone_number, ContactKind.EMAIL: email_address}
        check = checks.get(found.data.get("kind", ""))
        return check(value) if check else value


def _once_each(given: list[LanguageInput]) -> list[LanguageInput]:
    if len({one.language for one in given}) < len(given):
        code = "language_twice"
        raise PydanticCustomError(code, "A language stands here twice")
    return given


LanguageInputs = Annotated[list[LanguageInput], Field(max_length=20), AfterValidator(_once_each)]
ContactInputs = Annotated[list[ContactInput], Field(max_length=20)]


class NewResident(Input):
    """A person with one name only has it as `family_name`."""

    family_name: Annotated[Line, Field(examples=["Testesen"])]
    given_name: Line | None = None
    preferred_name: Line | None = None
    native_name: Line | None = None
    birth_date: BirthDate | None = None
    birth_date_source: BirthDateSource = BirthDateSource.UNKNOWN
    site_id: UUID | None = None
    portal_language: PortalLanguage = "nb"
    languages: LanguageInputs = Field(default_factory=list)
    contact_points: ContactInputs = Field(default_factory=list)


class EditResident(Input):
    """What is left out stays; `null` empties."""

    version: Version
    family_name: Line | None = None
    given_name: Line | None = None
    preferred_name: Line | None = None
    native_name: Line | None = None
    birth_date: BirthDate | None = None
    birth_date_source: BirthDateSource | None = None
    site_id: UUID | None = None
    settled_on: Day | None = None
    portal_language: PortalLanguage | None = None


class SetLanguages(Input):
    version: Version
    languages: LanguageInputs


class SetContactPoints(Input):
    version: Version
    contact_points: ContactInputs


class AssignHelper(Input):
    kind: HelperKind
    user_id: UUID
    from_day: Day


class EndHelp(Input):
    on_day: Day


class LanguageOption(View):
    code: str
    nb: str
    autonym: str
    direction: Literal["ltr", "rtl"]
    portal: bool


class LanguageOptions(View):
    items: list[LanguageOption]

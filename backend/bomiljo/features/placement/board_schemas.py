"""The mixing table: facts about households and flats, never who the people are."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field as Rule
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from bomiljo.features.placement.model import Requirement, Support
from bomiljo.features.residents.household_schemas import AgeBand
from bomiljo.features.residents.model import HelperKind, HouseholdKind
from bomiljo.features.sites.model import Accessibility, UnitState
from bomiljo.features.tenancies.schemas import MoveInHelper
from bomiljo.kernel.inputs import AnyDay, Day, Input, Line, Text, Version
from bomiljo.kernel.views import View


class Measure(StrEnum):
    AGE = "age"
    KIND = "kind"
    LANGUAGE = "language"
    REQUIREMENT = "requirement"
    SUPPORT = "support"
    CASES = "cases"


class ShareView(View):
    """`count` of `of`; ages count people, the other measures count households."""

    measure: Measure
    key: str
    count: int
    of: int


class BandView(View):
    """Percent of the site. `any` as key: no single language, or any requirement at all.

    `cases` is no percent: how many households a helper of that kind shall have, at most.
    """

    measure: Measure
    key: str
    least: int
    most: int


class NeighbourUnit(View):
    """Who lives there, as much as a plan needs; a flat without facts tells no reason for it."""

    label: str
    where: str
    age_bands: list[AgeBand]
    languages: list[str]
    quiet: bool


class FreeUnit(View):
    """`free_from`: null when it can be moved into now."""

    id: UUID
    site_id: UUID
    label: str
    floor: int
    capacity: int
    accessibility: list[Accessibility]
    state: UnitState
    free_from: date | None
    neighbours: list[NeighbourUnit]


class HouseholdCard(View):
    """`waits`: no chosen alternative has a place for it yet."""

    id: UUID
    waits: bool
    ref: str
    request_id: UUID
    request_reference: str
    kind: HouseholdKind
    size: int
    age_bands: list[AgeBand]
    languages: list[str]
    requirements: list[Requirement]
    support: Support
    planned_on: date | None
    version: int


class WarningView(View):
    """`code` names a sentence and its rule in the catalogues; `blocks`: no choosing it so."""

    code: str
    blocks: bool
    household_id: UUID | None
    unit_id: UUID | None
    about: dict[str, str]


class PlacedView(View):
    household_id: UUID
    unit_id: UUID
    because: list[str]


class HelperLoad(View):
    """How many households somebody helps, and how many of them need much follow-up."""

    kind: HelperKind
    user_id: UUID
    name: str
    households: int
    high: int


class AlternativeView(View):
    id: UUID
    name: str
    note: str | None
    made_by: str
    created_at: datetime
    chosen_at: datetime | None
    chosen_by: str | None
    chosen_because: str | None
    committed_at: datetime | None
    version: int
    placed: list[PlacedView]
    after: list[ShareView]
    helpers: Annotated[list[HelperLoad], Rule(description="Those of the plan, as it leaves them")]
    warnings: list[WarningView]


class BoardView(View):
    """`elsewhere`: free flats at the reader's other sites; `bands_version` goes along
    when the bands are changed.
    """

    site_id: UUID
    households: list[HouseholdCard]
    units: list[FreeUnit]
    elsewhere: list[FreeUnit]
    before: list[ShareView]
    helpers: Annotated[list[HelperLoad], Rule(description="Everybody who helps here, today")]
    bands: list[BandView]
    bands_version: int
    alternatives: list[AlternativeView]


class AlternativeRef(View):
    id: UUID
    name: str
    version: int


class PlanOfLease(View):
    """The chosen plan that a lease was made by, and the request its household came with.

    `resident_id`: the first of the household on its list.
    """

    alternative_id: UUID
    name: str
    chosen_because: str
    chosen_by: str
    committed_at: datetime
    request_id: UUID
    request: str
    resident_id: UUID | None


class LeaseOrigin(View):
    """`plan` is null for a lease that no plan has made."""

    plan: PlanOfLease | None


class NewAlternative(Input):
    """`alternative_id`: begin with a copy of another one."""

    site_id: UUID
    name: Line
    note: Text | None = None
    alternative_id: UUID | None = None


class EditAlternative(Input):
    version: Version
    name: Line
    note: Text | None = None


class PlaceHousehold(Input):
    """Without a unit the household goes back among those who wait."""

    version: Version
    candidate_household_id: UUID
    unit_id: UUID | None = None


class PlanHelpers(Input):
    """All who shall share the plan's households; of each kind one or more, or none."""

    version: Version
    helpers: Annotated[list[MoveInHelper], Rule(max_length=40)]


class OnVersion(Input):
    version: Version


class ChooseAlternative(Input):
    version: Version
    because: Line


class LeaseTerms(Input):
    """Fixed terms; who has a planned day ahead comes then, the others on `from_day`.

    `package_id`: what the checklists of the flats are made from; a flat with a list under way,
    or that stands ready after one, keeps it. Without one the lists are made later.
    """

    from_day: Day
    legal_ground: Annotated[Line, Rule(examples=["husleieloven § 11-1"])]
    contract_ends_on: Annotated[AnyDay, Rule(le=date(2100, 1, 1), examples=["2099-12-31"])]
    helpers: Annotated[list[MoveInHelper], Rule(max_length=4, default_factory=list)]
    package_id: UUID | None = None


class CommitPlan(LeaseTerms):
    """The same terms for all households of the plan."""

    version: Version


class Band(Input):
    measure: Measure
    key: Annotated[str, Rule(pattern=r"^[\w-]{1,40}$", examples=["18_24"])]
    least: Annotated[int, Rule(ge=0, le=100)] = 0
    most: Annotated[int, Rule(ge=0, le=100, examples=[50])] = 100

    @model_validator(mode="after")
    def is_a_band(self) -> "Band":
        if self.least > self.most:
            code = "band_upside_down"
            raise PydanticCustomError(code, "The least must not exceed the most")
        return self


class SetBands(Input):
    version: Annotated[int, Rule(ge=0, le=2_147_483_647, examples=[0])]
    bands: Annotated[list[Band], Rule(max_length=60)]


class BandsView(View):
    bands: list[BandView]
    version: int

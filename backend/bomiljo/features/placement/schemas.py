from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field as Rule

from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience, Role
from bomiljo.features.placement.fields import Field
from bomiljo.features.placement.model import RequestAnswer, Requirement, Sex, Suitability, Support
from bomiljo.features.residents.household_schemas import AgeBand
from bomiljo.features.residents.model import HouseholdKind, Relation
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View

BEHIND_DOORS = frozenset({Field.CARE_NOTE, Field.CITIZENSHIP, Field.GRANTED_ON})
withheld = Lens[frozenset[Field]](
    Permission.PLACEMENT_WRITE, {Audience.DISTRICT: BEHIND_DOORS, Audience.NAV: frozenset()}
)
"""What of a list a role does not read: the housing office neither sees nor stores it."""


class Weight(StrEnum):
    """An error stops the import; a warning is for somebody to look at."""

    ERROR = "error"
    WARNING = "warning"


class FindingView(View):
    """`code` is a sentence in the catalogues."""

    field: Field | None
    code: str
    severity: Weight


class PreviewColumn(View):
    heading: str
    field: Field | None


class PreviewRow(View):
    """`values` as the file or a correction says, by field; `household` as it was put together."""

    line: int
    household: str
    left_out: bool
    protected: bool
    values: dict[str, str]
    findings: list[FindingView]


class PreviewView(View):
    """Nothing of it is stored. `withheld`: columns that this role does not read."""

    sheet: str | None
    encoding: str | None
    columns: list[PreviewColumn]
    withheld: list[Field]
    rows: list[PreviewRow]
    households: int
    people: int
    protected: int
    errors: int
    warnings: int


class RequestView(View):
    """`households` and `people` are those that the reader may see."""

    id: UUID
    reference: str
    received_on: date
    answer_due: date | None
    answer: RequestAnswer | None
    answered_on: date | None
    imported_by: str
    created_at: datetime
    households: int
    people: int
    placed: int
    undone_at: datetime | None
    version: int


class RequestPage(Page[RequestView]):
    pass


class RequestQuery(ListQuery):
    undone: bool = False


class HouseholdStatus(StrEnum):
    """A household's way: asked for, agreed with IMDi, given a flat in a plan, settled, or not."""

    REQUESTED = "requested"
    AGREED = "agreed"
    PLACED = "placed"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


class _Candidate(View):
    id: UUID
    line: int
    given_name: str | None
    family_name: str
    relation: Relation
    sex: Sex
    own_languages: list[str]
    written_languages: list[str]
    interpreter_languages: list[str]
    education: str | None
    work: str | None
    current_place: str | None
    planned_on: date | None


class CandidateCard(_Candidate):
    """For those who lead: how old, not when born."""

    view: Literal["card"] = "card"
    age_band: AgeBand


class CandidateCase(_Candidate):
    """For those who settle people."""

    view: Literal["case"] = "case"
    birth_date: date | None
    age: int | None
    case_ref: str | None


CandidateKind = type[CandidateCard] | type[CandidateCase]
candidate_view = Lens[CandidateKind](
    Permission.PLACEMENT_READ,
    {Audience.DISTRICT: CandidateCard, Audience.NAV: CandidateCase},
    {Role.HOUSING_OFFICE: CandidateCase},
)


class CandidateHouseholdView(View):
    id: UUID
    request_id: UUID
    ref: str
    kind: HouseholdKind
    status: HouseholdStatus
    requirements: list[Requirement]
    support: Support
    protected: bool
    version: int
    members: list[Annotated[CandidateCard | CandidateCase, Rule(discriminator="view")]]


class CandidateHouseholdPage(Page[CandidateHouseholdView]):
    pass


class CandidateHouseholdQuery(ListQuery):
    request_id: UUID | None = None


class CareView(View):
    """Behind its own door: what IMDi wrote of function and health, and the assessment."""

    candidate_id: UUID
    note: str | None
    suitability: Suitability
    assessed_by: str | None
    assessed_at: datetime | None
    version: int


class CareCard(View):
    """Who awaits an assessment, without a name: found in the list by its number and line."""

    candidate_id: UUID
    request_reference: str
    line: int
    age_band: AgeBand
    has_note: bool
    suitability: Suitability


class CarePage(Page[CareCard]):
    pass


class PermitView(View):
    candidate_id: UUID
    citizenship: str | None
    granted_on: date | None
    duf: Annotated[str | None, Rule(description="Masked")]


class ImdiCheckView(View):
    id: UUID
    at: datetime
    checked_by: str
    found_new: bool


class ImdiChecksView(View):
    """`days_since` counts whole days; null when nobody has looked yet."""

    days_since: int | None
    remind_after: int
    items: list[ImdiCheckView]

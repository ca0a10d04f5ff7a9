"""What leaves the room: for those who follow up people, and for those who keep up the building."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience, OrganisationKind
from bomiljo.access.scopes import SHARING_OF
from bomiljo.features.identity.schemas import Named
from bomiljo.features.incidents.model import (
    Category,
    EntryAudience,
    EntryKind,
    PartyRole,
    Severity,
    Status,
)
from bomiljo.features.sites.schemas import OnCallView
from bomiljo.kernel.inputs import Day
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class IncidentUnit(View):
    id: UUID
    label: str


class _Known(View):
    """What everybody who sees the incident knows of it; `number` is said aloud: H-1001."""

    id: UUID
    number: str
    site_id: UUID
    category: Category
    severity: Severity
    status: Status
    unit: IncidentUnit | None
    responsible: OrganisationKind
    assignee: Named | None
    due_on: date | None
    created_at: datetime
    closed_at: datetime | None


class ListedIncidentCare(_Known):
    """For those who follow up the people."""

    view: Literal["care"] = "care"
    title: str
    place: str | None
    picture_count: int


class ListedIncidentBuilding(_Known):
    """For those who keep the building standing; `assignee` only when it is one of their own."""

    view: Literal["building"] = "building"
    building_note: str
    picture_count: int


ListedKind = type[ListedIncidentCare] | type[ListedIncidentBuilding]


class IncidentPage(
    Page[Annotated[ListedIncidentCare | ListedIncidentBuilding, Field(discriminator="view")]]
):
    pass


class By(StrEnum):
    """Whose words these are."""

    DISTRICT = "district"
    NAV = "nav"
    LANDLORD = "landlord"
    RESIDENT = "resident"


class FieldChange(View):
    """One field that an entry tells of, as it was and as it became."""

    field: str
    old: str | None
    new: str | None


class EntryView(View):
    """A line of the timeline; `person` is whom the incident was handed to."""

    id: UUID
    created_at: datetime
    kind: EntryKind
    audience: EntryAudience
    body: str | None
    changes: list[FieldChange]
    person: Named | None
    picture_id: UUID | None
    corrects_id: UUID | None
    by: By
    author: Named | None


class MeasureView(View):
    id: UUID
    created_at: datetime
    audience: EntryAudience
    what: str
    responsible: OrganisationKind
    owner: Named | None
    due_on: date | None
    done_at: datetime | None
    done_by: Named | None
    version: int


class PictureView(View):
    """Shown at `/v1/pictures/{id}`, small at `/v1/pictures/{id}/thumbnail`."""

    id: UUID
    created_at: datetime
    audience: EntryAudience
    width: int
    height: int
    bytes: int
    caption: str | None
    from_resident: bool
    author: Named | None


class _Whole(_Known):
    occurred_at: datetime
    site: Named
    building_note: str | None
    version: int
    entries: list[EntryView]
    measures: list[MeasureView]
    pictures: list[PictureView]


class IncidentCare(_Whole):
    """For those who follow up the people; a resident who reported is named under the parties."""

    view: Literal["care"] = "care"
    title: str
    description: str | None
    place: str | None
    shared_with: list[OrganisationKind]
    from_resident: bool
    reporter: Named | None


class IncidentBuilding(_Whole):
    """For those who keep the building standing: facts about the building, nothing about people."""

    view: Literal["building"] = "building"


WholeKind = type[IncidentCare] | type[IncidentBuilding]
IncidentView = Annotated[IncidentCare | IncidentBuilding, Field(discriminator="view")]

listed_view = Lens[ListedKind](
    Permission.INCIDENTS_READ,
    {
        Audience.DISTRICT: ListedIncidentCare,
        Audience.NAV: ListedIncidentCare,
        Audience.LANDLORD: ListedIncidentBuilding,
    },
)
whole_view = Lens[WholeKind](
    Permission.INCIDENTS_READ,
    {
        Audience.DISTRICT: IncidentCare,
        Audience.NAV: IncidentCare,
        Audience.LANDLORD: IncidentBuilding,
    },
)


def shared_with(sharing: int) -> list[OrganisationKind]:
    return [
        OrganisationKind(partner) for partner, part in SHARING_OF.items() if part and sharing & part
    ]


def services_of(sharing: int) -> frozenset[OrganisationKind]:
    """The services that see an incident."""
    return frozenset({OrganisationKind.DISTRICT, *shared_with(sharing)})


class Reported(View):
    """What was just reported; of something acute also whom to ring, those on duty first."""

    id: UUID
    number: str
    site_id: UUID
    category: Category
    severity: Severity
    status: Status
    title: str
    unit: IncidentUnit | None
    responsible: OrganisationKind
    shared_with: list[OrganisationKind]
    created_at: datetime
    version: int
    on_call: list[OnCallView]


class OnCall(View):
    """Whom to ring, those on duty first."""

    items: list[OnCallView]


class OpenCount(View):
    status: Status
    severity: Severity
    count: int


class OpenCounts(View):
    """Open incidents that the reader sees, per status and severity; what is not named is none."""

    open: int
    items: list[OpenCount]


class PartyView(View):
    id: UUID
    created_at: datetime
    resident: Named | None
    description: str | None
    role: PartyRole


class PartiesView(View):
    """Who is part of it; `reporter` when a resident reported it."""

    incident_id: UUID
    reporter: Named | None
    items: list[PartyView]


class IncidentSort(StrEnum):
    """`severity`: the gravest first; `due`: the nearest day first, those without one last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    SEVERITY = "severity"
    DUE = "due"


def _person(text: str) -> str:
    if text in {"me", "nobody"}:
        return text
    try:
        return str(UUID(text))
    except ValueError:
        code = "assignee"
        raise PydanticCustomError(code, "Expected `me`, `nobody` or a person's id") from None


class IncidentQuery(ListQuery):
    status: Annotated[list[Status], Field(max_length=5)] | None = None
    open: bool | None = None
    severity: Annotated[list[Severity], Field(max_length=4)] | None = None
    category: Annotated[list[Category], Field(max_length=18)] | None = None
    responsible: OrganisationKind | None = None
    assigned_to: Annotated[
        str | None,
        Field(max_length=36, description="`me`, `nobody` or a person's id", examples=["me"]),
        AfterValidator(lambda text: text and _person(text)),
    ] = None
    unit_id: UUID | None = None
    site_id: UUID | None = None
    from_day: Annotated[Day | None, Field(description="Reported on this day or later")] = None
    to_day: Annotated[Day | None, Field(description="Reported on this day or before")] = None
    sort: IncidentSort = IncidentSort.NEWEST


class CountQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    site_id: UUID | None = None

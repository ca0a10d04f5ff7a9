from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, model_validator

from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience, OrganisationKind
from bomiljo.features.sites.model import Accessibility, BuildingPart, NeighbourKind, UnitState, Use
from bomiljo.kernel.inputs import Clock, Day, Input, Line, Text, Version
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class SiteView(View):
    id: UUID
    name: str
    street_address: str
    postal_code: str
    postal_place: str


class SitePage(Page[SiteView]):
    pass


class BusyHoursView(View):
    """When a neighbour wants no lorries; ISO weekdays, wall clock in Oslo."""

    id: UUID
    label: str
    weekdays: list[int]
    from_time: str
    to_time: str
    only_school_days: bool
    valid_from: date | None
    valid_to: date | None


class NeighbourView(View):
    id: UUID
    kind: NeighbourKind
    name: str
    busy_hours: list[BusyHoursView]


class GiveBusyHours(Input):
    """Left out days: from ever, for ever."""

    label: Annotated[Line, Field(examples=["Skolestart"])]
    weekdays: Annotated[
        list[Annotated[int, Field(ge=1, le=7)]],
        Field(min_length=1, max_length=7, examples=[[1, 2, 3, 4, 5]]),
    ]
    from_time: Annotated[Clock, Field(examples=["08:00"])]
    to_time: Annotated[Clock, Field(examples=["08:45"])]
    only_school_days: bool = False
    valid_from: Day | None = None
    valid_to: Day | None = None


class OnCallView(View):
    """Whom to ring; `now` tells whether it is their turn at this moment."""

    id: UUID
    responsible: OrganisationKind
    name: str
    phone: str
    weekdays: list[int]
    from_time: str
    to_time: str
    now: bool


class SiteDetail(SiteView):
    walking_minutes: dict[str, int]
    neighbours: list[NeighbourView]
    on_call: list[OnCallView]


class _Unit(View):
    id: UUID
    site_id: UUID
    label: str
    dwelling_number: str | None
    part: BuildingPart
    floor: int
    position: int
    capacity: int
    accessibility: list[Accessibility]
    use: Use | None
    state: UnitState
    version: int


class UnitPlain(_Unit):
    """The unit as a place, for those who carry furniture or connect systems."""

    view: Literal["plain"] = "plain"


class UnitCare(_Unit):
    """For those who follow up the people who live there."""

    view: Literal["care"] = "care"
    blocked_reason: str | None
    blocked_from: date | None
    blocked_until: date | None


class UnitTechnical(_Unit):
    """For those who keep the building standing."""

    view: Literal["technical"] = "technical"
    blocked_reason: str | None
    blocked_from: date | None
    blocked_until: date | None
    technical_note: str | None


UnitKind = type[UnitPlain] | type[UnitCare] | type[UnitTechnical]
UnitView = Annotated[UnitPlain | UnitCare | UnitTechnical, Field(discriminator="view")]

unit_view = Lens[UnitKind](
    Permission.UNITS_READ,
    {
        Audience.DISTRICT: UnitCare,
        Audience.NAV: UnitCare,
        Audience.LANDLORD: UnitTechnical,
        Audience.CREW: UnitPlain,
        Audience.INTEGRATION: UnitPlain,
    },
)


class UnitPage(Page[UnitView]):
    pass


class UnitSort(StrEnum):
    LABEL = "label"
    FLOOR = "floor"


class UnitQuery(ListQuery):
    site_id: UUID | None = None
    state: UnitState | None = None
    use: Use | None = None
    floor: Annotated[int | None, Field(ge=-5, le=60)] = None
    accessibility: Accessibility | None = None
    sort: UnitSort = UnitSort.LABEL


class EditUnit(Input):
    """What is left out stays; `null` empties."""

    version: Version
    dwelling_number: Annotated[
        str | None,
        Field(pattern=r"^[HKUL](0[1-9]|[1-9][0-9])(0[1-9]|[1-9][0-9])$", examples=["H0101"]),
    ] = None
    accessibility: Annotated[list[Accessibility], Field(max_length=10)] | None = None
    capacity: Annotated[int, Field(ge=0, le=20)] | None = None
    state: Literal["vacant", "being_furnished", "ready"] | None = None
    technical_note: Text | None = None


class BlockUnit(Input):
    version: Version
    reason: Line
    from_day: Day
    until: Day | None = None

    @model_validator(mode="after")
    def ends_after_it_begins(self) -> "BlockUnit":
        if self.until and self.until < self.from_day:
            msg = "until must not lie before from_day"
            raise ValueError(msg)
        return self


class UnblockUnit(Input):
    version: Version


class ChangeUse(Input):
    version: Version
    use: Use
    from_day: Day
    reason: Line

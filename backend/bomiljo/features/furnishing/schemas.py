"""What leaves the room: units and things, never a resident."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing.model import ChecklistKind, Fits, SupportState
from bomiljo.features.identity.schemas import Named
from bomiljo.features.sites.model import UnitState, Use
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class PackageLineView(View):
    room: str
    item: str
    quantity: int
    needs_assembly: bool
    supplier: str | None
    per_person: bool


class PackageView(View):
    """`pieces` are those of a unit for one person."""

    id: UUID
    fits: Fits
    household_size: int | None
    edition: int
    name: str
    created_at: datetime
    pieces: int
    lines: list[PackageLineView]


class Packages(View):
    items: list[PackageView]


class Progress(View):
    """Of a checklist's lines, how many have come how far; `missing` counts pieces not delivered."""

    lines: int
    pieces: int
    ordered: int
    delivered: int
    placed: int
    checked: int
    missing: int
    short: int
    deviations: int


class ChecklistSummary(View):
    id: UUID
    kind: ChecklistKind
    package_name: str
    edition: int
    created_at: datetime
    ready_at: datetime | None
    key_at: datetime | None
    progress: Progress


class FurnishedUnit(View):
    """A dwelling or common room, with its present checklist where it has one."""

    id: UUID
    site_id: UUID
    label: str
    floor: int
    use: Use
    state: UnitState
    capacity: int
    checklist: ChecklistSummary | None


class FurnishedUnitPage(Page[FurnishedUnit]):
    pass


class Stage(StrEnum):
    NONE = "none"
    OPEN = "open"
    READY = "ready"
    KEY = "key"


class FurnishingSort(StrEnum):
    STAGE = "stage"
    LABEL = "label"


class FurnishingQuery(ListQuery):
    site_id: UUID | None = None
    use: Fits | None = None
    stage: Annotated[
        Stage | None, Field(description="No list, not ready, ready without key, with key")
    ] = None
    sort: Annotated[
        FurnishingSort, Field(description="`stage`: what is worked on first, then the finished")
    ] = FurnishingSort.STAGE


class FurnishingScope(BaseModel):
    model_config = ConfigDict(extra="forbid")

    site_id: UUID | None = None


class Mark(View):
    """A step reached: when, and by whom (see `people`)."""

    at: datetime
    by: UUID


class ChecklistLineView(View):
    id: UUID
    room: str
    item: str
    package_quantity: int
    quantity: int
    reason: str | None
    needs_assembly: bool
    supplier: str | None
    in_place: bool
    short: int
    short_note: str | None
    ordered: Mark | None
    delivered: Mark | None
    assembled: Mark | None
    placed: Mark | None
    checked: Mark | None


class ChecklistUnit(View):
    id: UUID
    label: str
    floor: int
    state: UnitState


class ChecklistView(View):
    """One unit's list as on the paper; `people` names those whose ids stand in it."""

    id: UUID
    site: Named
    unit: ChecklistUnit
    kind: ChecklistKind
    package_name: str
    edition: int
    persons: int
    created_at: datetime
    ready_at: datetime | None
    key: Mark | None
    lines: list[ChecklistLineView]
    people: list[Named]
    version: int


class Opened(View):
    """The lists that were made, by unit."""

    checklist_ids: list[UUID]


class SiteListQuery(ListQuery):
    site_id: UUID | None = None

    def values_for(self, actor: Actor) -> dict[str, Any]:
        site = {"site_id": self.site_id} if self.site_id else {}
        return {"district_id": actor.district_id, **site}


class SheetForm(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


class SheetQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    form: SheetForm = SheetForm.CSV


class PaperQuery(BaseModel):
    """The lists of all units at the site, or of one."""

    model_config = ConfigDict(extra="forbid")

    site_id: UUID
    unit_id: UUID | None = None


class Difference(View):
    item: str
    quantity: int
    usual: int
    reason: str | None


class DifferingFlat(View):
    unit_id: UUID
    label: str
    pieces: int
    differences: list[Difference]


class EqualFlats(View):
    """Of the flats for so many persons, `same` have the same `pieces`; `checked` of those, by
    somebody named."""

    persons: int
    flats: int
    same: int
    checked: int
    pieces: int
    differing: list[DifferingFlat]


class EqualTreatment(View):
    """Like is held against like: the flats for one, those for two."""

    without_list: int
    groups: list[EqualFlats]


class SupportView(View):
    """Support for personal extras to the household that has the unit or is about to get it."""

    tenancy_id: UUID
    status: SupportState
    day: date | None
    set_by: Named | None
    version: Annotated[int, Field(description="0: nobody has said anything yet")]

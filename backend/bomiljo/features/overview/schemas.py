from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from bomiljo.features.sites.model import Accessibility, BuildingPart, UnitState, Use
from bomiljo.kernel.inputs import Input, Line
from bomiljo.kernel.lines import HitView, LineView
from bomiljo.kernel.views import View

Severity = Literal["low", "medium", "serious", "acute"]


class Cell(View):
    """A unit in the drawing; `needs_me` marks what the reader has open there."""

    id: UUID
    label: str
    part: BuildingPart
    position: int
    use: Use | None
    state: UnitState
    accessibility: list[Accessibility]
    blocked_reason: str | None
    blocked_until: date | None
    open_incidents: int
    worst_severity: Severity | None
    needs_me: bool


class Floor(View):
    part: BuildingPart
    floor: int
    cells: list[Cell]


class HouseView(View):
    site_id: UUID
    floors: list[Floor]
    dwellings: int
    states: dict[UnitState, int]


class LifeKind(StrEnum):
    USE = "use"
    TENANCY = "tenancy"
    INCIDENT = "incident"
    CHANGE = "change"


class LifeEntry(View):
    """One dated thing in a unit's life; `until` is the first day after it, where it has an end."""

    kind: LifeKind
    day: date
    until: date | None
    code: str
    text: str | None
    link_id: UUID | None


class UnitLife(View):
    items: list[LifeEntry]


class Section(View):
    key: str
    lines: list[LineView]


class TodayView(View):
    day: date
    at: datetime
    sections: list[Section]


class SearchFor(Input):
    """In the body, so that no name ever stands in an address or a log of addresses."""

    q: Annotated[Line, Field(min_length=2, max_length=100, examples=["lekkasje"])]


class Group(View):
    key: str
    hits: list[HitView]


class Found(View):
    groups: list[Group]

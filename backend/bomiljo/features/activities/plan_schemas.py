"""A plan on its way in: the lines as they were read, what is odd about each, what is kept."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from bomiljo.features.activities.inputs import Clock, Week
from bomiljo.features.activities.model import ActivityStatus, PutOffReason
from bomiljo.kernel.inputs import Day, Input, Line, Text
from bomiljo.kernel.views import View

PlanYear = Annotated[int, Field(ge=2000, le=2099, examples=[2026])]
PlanText = Annotated[
    str, Field(min_length=1, max_length=60_000, examples=["7\tTirsdag 13.02\tTur"])
]
Numbered = Annotated[int, Field(ge=1, le=100_000, examples=[1])]


class FindingCode(StrEnum):
    """`wrong_weekday` names the weekday that the date has, and the date that the weekday has."""

    WRONG_WEEKDAY = "wrong_weekday"
    WRONG_WEEK = "wrong_week"
    DAY_UNREADABLE = "day_unreadable"
    DAY_MISSING = "day_missing"
    NO_DAY = "no_day"
    PAST = "past"
    DUPLICATE = "duplicate"
    TWICE = "twice"
    HOLIDAY = "holiday"
    OPEN_SLOT = "open_slot"
    MERGED = "merged"
    FORMULA = "formula"
    TOO_LONG = "too_long"


class Finding(View):
    """`stops`: the line cannot come in as it is."""

    code: FindingCode
    stops: bool
    context: dict[str, str]


class PlanLine(View):
    """`week` is a Monday; `chosen` is a proposal; `raw` what stood there."""

    line: int
    raw: str
    week: date | None
    week_number: int | None
    day: date | None
    weekday: str | None
    title: str | None
    description: str | None
    starts: time | None
    status: ActivityStatus
    reason: PutOffReason | None
    weather_dependent: bool
    place: str | None
    chosen: bool
    findings: list[Finding]


class PlanPreview(View):
    items: list[PlanLine]


class PlanToRead(Input):
    """Pasted from a document or a spreadsheet: week, day, activity."""

    site_id: UUID
    year: PlanYear
    text: PlanText


class KeptLine(Input):
    """A line as the person wants it; `weekday` is the word that stood there."""

    line: Numbered
    raw: Annotated[str, Field(max_length=400)] = ""
    week: Week | None = None
    week_number: Annotated[int | None, Field(ge=1, le=53)] = None
    day: Day | None = None
    weekday: Annotated[str | None, Field(max_length=20)] = None
    title: Line | None = None
    description: Text | None = None
    starts: Clock | None = None
    status: Annotated[ActivityStatus, Field(examples=["planned"])]
    reason: PutOffReason | None = None
    weather_dependent: bool = False
    place: Line | None = None


class PlanToKeep(Input):
    site_id: UUID
    rows: Annotated[tuple[KeptLine, ...], Field(min_length=1, max_length=300)]


class PlanKept(View):
    count: int
    first_day: date | None

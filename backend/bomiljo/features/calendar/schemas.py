from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from bomiljo.features.calendar.model import FeedScope
from bomiljo.features.days.dates import MarkKind
from bomiljo.features.days.model import Sensitivity
from bomiljo.kernel.calendar import Certainty
from bomiljo.kernel.inputs import Day, Input, Line
from bomiljo.kernel.lines import Link
from bomiljo.kernel.views import View

Room = Literal["activities", "meetings", "incidents", "tenancies", "furnishing"]


class CalendarQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    first: Day
    last: Day
    site_id: UUID | None = None
    room: Room | None = None
    mine: bool = False


class HappeningView(View):
    """`day` is the day in Oslo; `begins` and `ends` are null where no hour is known."""

    room: Room
    id: UUID
    site_id: UUID
    title: str
    day: date
    begins: datetime | None
    ends: datetime | None
    place: str | None
    certainty: Certainty
    state: str
    mine: bool
    link: Link


class MarkView(View):
    """What is said about the days from `first` to `last`; `code` is its text in the catalogues."""

    kind: MarkKind
    code: str
    first: date
    last: date
    approximate: bool


class CalendarView(View):
    first: date
    last: date
    happenings: list[HappeningView]
    marks: list[MarkView]


class CulturalDayView(View):
    """`next`: when it comes next; by the moon it may be a day before or after."""

    code: str
    sensitivity: Sensitivity
    visible: bool
    next: date
    approximate: bool


class CulturalDays(View):
    items: list[CulturalDayView]


class ShowDay(Input):
    code: Annotated[Line, Field(max_length=40, examples=["nowruz"])]
    visible: bool


class NewFeed(Input):
    """Everything at the site that `site_id` names; without one, what I take part in."""

    label: Annotated[Line, Field(max_length=60, examples=["Telefonen min"])]
    site_id: UUID | None = None


class FeedView(View):
    id: UUID
    label: str
    scope: FeedScope
    site_id: UUID | None
    created_at: datetime
    last_read_at: datetime | None


class Feeds(View):
    items: list[FeedView]


class NewFeedView(FeedView):
    """`address` is shown this once."""

    address: str

"""What leaves the room. Counts are the same for all readers; names have their own operation."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from bomiljo.features.activities.model import ActivityStatus, Presence, PutOffReason, SignUpState
from bomiljo.features.identity.schemas import Named
from bomiljo.kernel.inputs import Day
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class ActivityMoved(View):
    """The line that took its place; without a day it is still to be found."""

    id: UUID
    day: date | None
    starts: time | None
    status: ActivityStatus


class ListedActivity(View):
    """`week` is the Monday of the week; `taken` counts everybody who has a seat."""

    id: UUID
    site_id: UUID
    title: str | None
    status: ActivityStatus
    week: date | None
    day: date | None
    starts: time | None
    ends: time | None
    weather_dependent: bool
    place: str | None
    responsible: Named | None
    capacity: int | None
    taken: int
    waiting: int
    attended: int
    reason: PutOffReason | None
    weekday_text: str | None
    postponed_from_id: UUID | None
    moved_to: ActivityMoved | None
    version: int


class ActivityPage(Page[ListedActivity]):
    pass


class ChainLink(View):
    """One of the lines that the same plan has stood on."""

    id: UUID
    day: date | None
    starts: time | None
    status: ActivityStatus
    reason: PutOffReason | None


class ActivityView(ListedActivity):
    site: Named
    description: str | None
    meeting_point: str | None
    interpreters: list[str]
    sign_up_until: date | None
    reason_note: str | None
    changed_at: datetime
    chain: list[ChainLink]


class ParticipantView(View):
    """`state` is null for one who came without signing up; `interpreter`: who needs which."""

    resident_id: UUID
    name: str
    state: Literal[SignUpState.SIGNED_UP, SignUpState.WAITING] | None
    queued_at: datetime | None
    attendance: Presence | None
    interpreter: list[str]


class ParticipantsView(View):
    """`items` leaves out whom the reader may not see; the counts leave out nobody."""

    activity_id: UUID
    capacity: int | None
    taken: int
    waiting: int
    attended: int
    items: list[ParticipantView]


def _person(text: str) -> str:
    if text == "me":
        return text
    try:
        return str(UUID(text))
    except ValueError:
        code = "assignee"
        raise PydanticCustomError(code, "Expected `me` or a person's id") from None


class ActivitySort(StrEnum):
    SOONEST = "soonest"
    LATEST = "latest"


class _Period(BaseModel):
    site_id: UUID | None = None
    status: Annotated[list[ActivityStatus], Field(max_length=8)] | None = None
    responsible: Annotated[
        str | None,
        Field(max_length=36, description="`me` or a person's id", examples=["me"]),
        AfterValidator(lambda text: text and _person(text)),
    ] = None
    from_day: Day | None = None
    to_day: Annotated[
        Day | None, Field(description="Leaves out what has neither day nor week yet")
    ] = None


class ActivityQuery(_Period, ListQuery):
    sort: ActivitySort = ActivitySort.SOONEST


class ExportQuery(_Period):
    model_config = ConfigDict(extra="forbid")

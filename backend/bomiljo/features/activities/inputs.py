"""What comes in."""

from datetime import date, time, timedelta
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from bomiljo.features.activities.model import ActivityStatus, PutOffReason
from bomiljo.kernel.inputs import Day, Input, Line, Text, Version
from bomiljo.kernel.languages import LanguageTag


def _minutes(clock: time) -> time:
    if clock.tzinfo or clock.second or clock.microsecond:
        code = "clock"
        raise PydanticCustomError(code, "Expected hours and minutes as on the wall in Oslo")
    return clock


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


Clock = Annotated[time, AfterValidator(_minutes), Field(examples=["12:00"])]
Seats = Annotated[int, Field(ge=1, le=500, examples=[12])]
Interpreters = Annotated[tuple[LanguageTag, ...], Field(max_length=6)]
PlannedStatus = Literal[
    ActivityStatus.IDEA,
    ActivityStatus.PLANNED,
    ActivityStatus.BOOKED,
    ActivityStatus.CONFIRMED,
    ActivityStatus.OPEN_SLOT,
]
PlannedAs = Annotated[PlannedStatus, Field(examples=["planned"])]
Week = Annotated[
    Day, AfterValidator(monday), Field(description="A day in the week where the day is open")
]


class NewActivity(Input):
    """A title is enough; an open slot does without."""

    title: Annotated[Line | None, Field(examples=["Båttur i Oslofjorden"])] = None
    status: PlannedAs = ActivityStatus.PLANNED
    site_id: Annotated[
        UUID | None, Field(description="Needed by those who work at several sites")
    ] = None
    description: Annotated[Text | None, Field(examples=["Vi tar båten til Hovedøya."])] = None
    day: Day | None = None
    week: Week | None = None
    starts: Clock | None = None
    ends: Clock | None = None
    weather_dependent: bool = False
    place: Annotated[Line | None, Field(examples=["Aker brygge"])] = None
    meeting_point: Annotated[Line | None, Field(examples=["Felleshuset"])] = None
    interpreters: Interpreters = ()
    responsible_user_id: UUID | None = None
    capacity: Seats | None = None
    sign_up_until: Day | None = None


class EditActivity(Input):
    """What is left out stays; `null` empties. Who has signed up is told of a new day or place."""

    version: Version
    title: Line | None = None
    status: PlannedStatus | None = None
    description: Text | None = None
    day: Day | None = None
    week: Week | None = None
    starts: Clock | None = None
    ends: Clock | None = None
    weather_dependent: bool | None = None
    place: Line | None = None
    meeting_point: Line | None = None
    interpreters: Interpreters | None = None
    responsible_user_id: UUID | None = None
    capacity: Seats | None = None
    sign_up_until: Day | None = None


class PostponeActivity(Input):
    """To another day, or without one: «dato kommer»."""

    version: Version
    day: Day | None = None
    starts: Clock | None = None
    ends: Clock | None = None
    reason: Annotated[PutOffReason, Field(examples=["weather"])]
    note: Annotated[Line | None, Field(description="For staff only")] = None


class CancelActivity(Input):
    version: Version
    reason: Annotated[PutOffReason, Field(examples=["too_few"])]
    note: Annotated[Line | None, Field(description="For staff only")] = None


class CompleteActivity(Input):
    version: Version


class SignUpFor(Input):
    resident_id: UUID


class TickOff(Input):
    """`null` takes the tick away."""

    present: Annotated[bool | None, Field(examples=[True])]

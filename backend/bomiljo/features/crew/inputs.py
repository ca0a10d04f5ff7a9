"""What comes in."""

from datetime import time
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from bomiljo.features.crew.model import MemberKind
from bomiljo.kernel.inputs import Day, Input, Line, Version

Name = Annotated[Line, Field(examples=["Sofie Berg"])]
Kind = Annotated[MemberKind, Field(examples=["youth"])]


def _to_the_minute(hour: time) -> time:
    if hour.second or hour.microsecond or hour.tzinfo:
        code = "to_the_minute"
        raise PydanticCustomError(code, "Give the hour by the clock on the wall, to the minute")
    return hour


Hour = Annotated[
    time,
    Field(description="By the clock on the wall, to the minute", examples=["08:00:00"]),
    AfterValidator(_to_the_minute),
]
MOST_MEMBERS = 30
Hands = Annotated[tuple[UUID, ...], Field(min_length=1, max_length=MOST_MEMBERS)]
Account = Annotated[UUID | None, Field(description="For those who sign in themselves")]


class NewCrewMember(Input):
    name: Name
    kind: Kind
    under_18: bool = False
    account_id: Account = None


class EditCrewMember(Input):
    name: Name
    kind: Kind
    under_18: bool
    account_id: Account


class NewCrewWeek(Input):
    """At most two weeks; the people may be named with it, or later."""

    site_id: UUID
    name: Annotated[Line, Field(examples=["Sommerjobb uke 26"])]
    first_day: Day
    last_day: Day
    members: Annotated[tuple[NewCrewMember, ...], Field(max_length=MOST_MEMBERS)] = ()


class EditCrewWeek(Input):
    version: Version
    name: Line
    first_day: Day
    last_day: Day


class NewCrewAssignment(Input):
    """`room` as the unit's checklist names it; without one: everything in the unit."""

    day: Day
    unit_id: UUID
    room: Line | None = None
    member_ids: Hands


class EditCrewAssignment(Input):
    day: Day
    member_ids: Hands


class CrewDone(Input):
    done: bool = True


class PutCrewHours(Input):
    """A day's hours, or that somebody was away."""

    day: Day
    starts: Hour | None = None
    ends: Hour | None = None
    break_minutes: Annotated[int, Field(ge=0, le=600, examples=[30])] = 0
    away: bool = False

    @model_validator(mode="after")
    def _hours_or_away(self) -> Self:
        given = (self.starts, self.ends)
        if self.away == all(given) or any(given) != all(given):
            code = "hours_or_away"
            raise PydanticCustomError(code, "Give both hours, or say that the day was away")
        return self

"""What a resident sees of the week, and of their own place in it; of others only how many."""

from datetime import date, time
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from bomiljo.features.activities.model import ActivityStatus, PutOffReason, SignUpState
from bomiljo.features.activities.schemas import ActivityMoved
from bomiljo.kernel.inputs import Day
from bomiljo.kernel.views import View

Published = Literal[
    ActivityStatus.PLANNED,
    ActivityStatus.BOOKED,
    ActivityStatus.CONFIRMED,
    ActivityStatus.POSTPONED,
    ActivityStatus.CANCELLED,
    ActivityStatus.DONE,
]


class OwnActivity(View):
    """`seats_left` is null where there is no limit; `place_in_line` while waiting, from 1."""

    id: UUID
    title: str
    description: str | None
    status: Published
    week: date | None
    day: date | None
    starts: time | None
    ends: time | None
    weather_dependent: bool
    place: str | None
    meeting_point: str | None
    interpreters: list[str]
    sign_up_until: date | None
    reason: PutOffReason | None
    seats_left: int | None
    waiting: int
    can_sign_up: bool
    mine: Literal[SignUpState.SIGNED_UP, SignUpState.WAITING] | None
    place_in_line: int | None
    moved_to: ActivityMoved | None


class OwnWeeks(View):
    """In the order of the days; what has no day yet comes last."""

    items: list[OwnActivity]


class WeeksQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    from_day: Annotated[Day | None, Field(description="Left out: Monday of this week")] = None

"""What leaves the room: workers, units and things, never a resident."""

from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, computed_field

from bomiljo.features.crew.model import MemberKind
from bomiljo.features.crew.rules import HoursWarning
from bomiljo.features.identity.schemas import Named
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class CrewWeekSummary(View):
    id: UUID
    site_id: UUID
    name: str
    first_day: date
    last_day: date
    youths: int
    leaders: int
    assignments: int
    done: int
    signed: int


class CrewWeekPage(Page[CrewWeekSummary]):
    pass


class CrewWeekQuery(ListQuery):
    site_id: UUID | None = None


class CrewAccountsQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    site_id: UUID


class CrewAccounts(View):
    """Those who sign in as leader or worker of the crew."""

    items: list[Named]


class CrewDayHours(View):
    """Without hours: away that day."""

    member_id: UUID
    day: date
    starts: time | None
    ends: time | None
    break_minutes: int
    warnings: Annotated[
        list[HoursWarning], Field(description="Of somebody under 18: aml. § 11-2 and § 11-5")
    ] = Field(default_factory=list)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def minutes(self) -> int:
        """Worked, the break taken off."""
        if self.starts is None or self.ends is None:
            return 0
        begun = self.starts.hour * 60 + self.starts.minute
        return self.ends.hour * 60 + self.ends.minute - begun - self.break_minutes


class CrewMemberView(View):
    """`minutes` over the week. A fellow worker learns the name; age, account and hours are null."""

    id: UUID
    name: str
    kind: MemberKind
    under_18: bool | None
    account_id: UUID | None
    minutes: int | None
    missing_days: Annotated[
        list[date] | None, Field(description="Past working days without hours or absence")
    ]
    warnings: list[HoursWarning]


class CrewPieces(View):
    """Of what the checklist wants, how much stands there; by the ticks, nobody types it."""

    pieces: int
    set_up: int


class CrewAssignmentView(View):
    id: UUID
    day: date
    unit_id: UUID
    label: str
    floor: int
    room: str | None
    member_ids: list[UUID]
    mine: bool
    progress: CrewPieces
    done_at: datetime | None
    signed_at: datetime | None
    signed_by: str | None


class CrewWeekView(View):
    id: UUID
    site: Named
    name: str
    first_day: date
    last_day: date
    version: int
    days: list[date]
    working_days: list[date]
    members: list[CrewMemberView]
    assignments: list[CrewAssignmentView]
    hours: list[CrewDayHours]
    progress: Annotated[CrewPieces, Field(description="Over all that is planned in the week")]


class CrewRooms(View):
    """A unit that has something to set up, with the rooms of its list."""

    unit_id: UUID
    label: str
    floor: int
    rooms: list[str]
    pieces: int
    planned: Annotated[bool, Field(description="The week has work there already")]


class CrewUnits(View):
    items: list[CrewRooms]


class CrewItem(View):
    item: str
    room: str
    quantity: int
    needs_assembly: bool
    set_up: bool


class CrewTask(View):
    """One's own work of the day, with whom, and the things it consists of."""

    assignment: CrewAssignmentView
    colleagues: list[str]
    items: list[CrewItem]


class CrewOwnDay(View):
    """`week_id` is null on a day on which one is in no week."""

    day: date
    week_id: UUID | None
    week_name: str | None
    site: Named | None
    member_id: UUID | None
    working_day: bool
    tasks: list[CrewTask]
    hours: CrewDayHours | None

from typing import Annotated

from pydantic import Field

from bomiljo.access.roles import OrganisationKind
from bomiljo.demo.fact import Fact, Moment
from bomiljo.features.meetings.model import Attendance, MeetingKind


class Settled(Fact):
    """What somebody, or a service, took upon itself; days are counted from the first load."""

    what: str
    owner: str | None = None
    service: OrganisationKind = OrganisationKind.DISTRICT
    due: int
    done: Moment | None = None
    dropped: Moment | None = None
    note: str | None = None


class AgendaPoint(Fact):
    title: str
    note: str | None = None
    decision: str | None = None
    action: Settled | None = None
    question: Settled | None = None
    noted: bool = False


class MeetingSeries(Fact):
    """`past` meetings before the first load and `ahead` after it, the next on the first such
    weekday."""

    key: str
    kind: MeetingKind
    title: str
    nav: bool = False
    weekday: Annotated[int, Field(ge=1, le=5)]
    weeks: int
    past: int
    ahead: int
    begins: str
    minutes: int
    place: str
    topics: list[str] = []
    who: list[str]


class Met(Fact):
    resident: str
    interpreter: str | None = None


class Meeting(Fact):
    """One of a series (`nth`: -1 the last one, 1 the next), or one by itself `day` days away."""

    key: str
    series: str | None = None
    nth: int | None = None
    kind: MeetingKind = MeetingKind.OTHER
    title: str = ""
    nav: bool = False
    day: int = 0
    begins: str = "10:00"
    minutes: int = 60
    place: str | None = None
    who: list[str] = []
    residents: list[Met] = []
    others: list[str] = []
    moved_by: int | None = None
    cancelled: str | None = None
    attendance: dict[str, Attendance] = {}
    agenda: list[AgendaPoint] = []
    text: str | None = None
    writer: str | None = None
    approved_by: str | None = None

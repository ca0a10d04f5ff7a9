"""The shape of the demo's data files; a slip of the pen is found when they are read."""

import tomllib
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Literal

from bomiljo.access.roles import OrganisationKind
from bomiljo.demo.activity_facts import Activity
from bomiljo.demo.contact_facts import Answer, Contact
from bomiljo.demo.crew_facts import Week
from bomiljo.demo.fact import Fact, Moment
from bomiljo.demo.furnishing_facts import Furnishing
from bomiljo.demo.languages import Languages
from bomiljo.demo.meeting_facts import Meeting, MeetingSeries
from bomiljo.demo.milestone_facts import Milestones
from bomiljo.demo.placement_facts import SettlementRequest
from bomiljo.features.incidents.model import (
    Category,
    EntryAudience,
    PartyRole,
    Severity,
    Status,
)
from bomiljo.features.residents.model import (
    BirthDateSource,
    Protection,
)
from bomiljo.features.sites.model import Accessibility, NeighbourKind, UnitState, Use
from bomiljo.features.tenancies.model import EndReason
from bomiljo.kernel.languages import PortalLanguage


class Busy(Fact):
    label: str
    weekdays: list[int] = [1, 2, 3, 4, 5]
    from_time: time
    to_time: time
    only_school_days: bool = True


class Neighbour(Fact):
    kind: NeighbourKind
    name: str
    busy: list[Busy] = []


class OnCall(Fact):
    """Whom to ring; with `user` the name and the number are that person's."""

    responsible: OrganisationKind
    user: str | None = None
    name: str | None = None
    phone: str | None = None
    weekdays: list[int]
    from_time: time
    to_time: time


class UsedAs(Fact):
    use: Use
    from_day: date
    to_day: date | None = None
    reason: str | None = None


class Blocked(Fact):
    reason: str
    from_days: int
    until_days: int


class Unit(Fact):
    """How a unit differs from an occupied dwelling for one person."""

    uses: list[UsedAs] = []
    state: UnitState = UnitState.OCCUPIED
    capacity: int = 1
    accessibility: list[Accessibility] = []
    numbered: bool = True
    blocked: Blocked | None = None
    technical_note: str | None = None


class Site(Fact):
    """`floors` holds the number of units on each floor, from the lowest.

    `empty`: floors that nobody has moved into yet, with the places in each of their flats.
    """

    name: str
    street_address: str
    postal_code: str
    postal_place: str
    opened: date
    walking_minutes: dict[str, int]
    floors: list[int]
    empty: dict[str, int] = {}
    accessibility: list[Accessibility]
    neighbours: list[Neighbour]
    on_call: list[OnCall]
    units: dict[str, Unit]
    common_rooms: list[str]


class Left(Fact):
    """A day that is past, or days from the first load."""

    on: date | int
    because: EndReason
    to: str


class Transferred(Fact):
    unit: str
    on: date | int


class Person(Fact):
    """`came`: a day, or days from the first load. `speaks`: own, written, interpreter wanted.

    `ends`: the contract's last day, in days from the first load; else three years after coming.
    `asked`: when they were asked in writing to move.
    """

    key: str
    given: str | None = None
    family: str
    preferred: str | None = None
    native: str | None = None
    born: date
    birth_date_source: BirthDateSource = BirthDateSource.IMDI
    speaks: Languages
    portal: PortalLanguage
    came: date | int
    unit: str
    renewed: bool = False
    ends: int | None = None
    asked: int | None = None
    transferred: Transferred | None = None
    left: Left | None = None
    helpers: list[str] = []
    protection: Protection = Protection.NONE
    guardians: list[str] = []
    email: str | None = None


class Entry(Fact):
    """Words, a new status, or both; a status is for all who see the incident."""

    at: Moment
    by: str
    to: EntryAudience
    text: str | None = None
    status: Status | None = None


class Measure(Fact):
    what: str
    to: EntryAudience = EntryAudience.PARTNERS
    responsible: OrganisationKind
    owner: str | None = None
    due: int | None = None
    done: Moment | None = None


class Party(Fact):
    resident: str | None = None
    description: str | None = None
    role: PartyRole


class Picture(Fact):
    at: Moment
    by: str
    to: EntryAudience
    drawing: str
    caption: str | None = None


class Incident(Fact):
    """A matter of the building reaches the landlord by itself; `shared_with` is what people did."""

    key: str
    category: Category
    severity: Severity
    title: str
    description: str | None = None
    unit: str | None = None
    place: str | None = None
    at: Moment
    reporter: str
    responsible: OrganisationKind
    assigned: str | None = None
    due: int | None = None
    shared_with: list[Literal["landlord", "nav"]] = []
    building_note: str | None = None
    entries: list[Entry] = []
    measures: list[Measure] = []
    parties: list[Party] = []
    pictures: list[Picture] = []


class District(Fact):
    """Everything about one demo district, from the files of its folder."""

    name: str
    municipality: str
    municipality_number: str
    site: Site
    people: list[Person]
    furnishing: Furnishing | None = None
    milestones: Milestones | None = None
    incidents: list[Incident]
    contacts: list[Contact]
    answers: list[Answer]
    activities: list[Activity]
    meeting_series: list[MeetingSeries]
    meetings: list[Meeting]
    requests: list[SettlementRequest]
    crew: list[Week]


LISTS = (
    "people",
    "incidents",
    "contacts",
    "answers",
    "activities",
    "meeting_series",
    "meetings",
    "requests",
    "crew",
)


@cache
def district(folder: str) -> District:
    """All files of a folder, their lists put together in the order of the file names."""
    told: dict[str, list[object]] = {name: [] for name in LISTS}
    whole: dict[str, object] = {}
    for file in sorted((Path(__file__).parent / folder).glob("*.toml")):
        for key, value in tomllib.loads(file.read_text("utf-8")).items():
            if isinstance(value, list):
                told[key] += value
            else:
                whole[key] = value
    return District.model_validate(whole | told)

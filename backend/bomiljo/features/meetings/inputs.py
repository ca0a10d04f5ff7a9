"""What comes in."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bomiljo.access.roles import OrganisationKind
from bomiljo.features.meetings.model import ActionStatus, Attendance, MeetingKind, Outcome
from bomiljo.kernel.inputs import Clock, Day, Input, Line, Text, Version
from bomiljo.kernel.languages import LanguageTag

Minutes = Annotated[int, Field(ge=5, le=720, description="How long it lasts", examples=[60])]
Organisations = Annotated[
    tuple[OrganisationKind, ...],
    Field(max_length=3, description="Left out: the district, and the landlord where it concerns"),
]
Following = Annotated[bool, Field(description="And all later meetings of its series")]
Rule = Annotated[
    str,
    Field(
        min_length=1,
        max_length=200,
        description="RFC 5545: FREQ=WEEKLY or MONTHLY, INTERVAL, BYDAY, and UNTIL or COUNT",
        examples=["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=12"],
    ),
]


class NewParticipant(Input):
    """One of the staff, a resident, or somebody else by name."""

    user_id: UUID | None = None
    resident_id: UUID | None = None
    name: Annotated[Line | None, Field(examples=["Rektor ved skolen"])] = None
    organisation: Line | None = None
    interpreter: Annotated[
        LanguageTag | None, Field(description="Left out: what the resident has asked for")
    ] = None

    @model_validator(mode="after")
    def is_one(self) -> "NewParticipant":
        if sum(one is not None for one in (self.user_id, self.resident_id, self.name)) != 1:
            code = "nobody"
            raise PydanticCustomError(code, "Name one colleague, one resident or somebody else")
        return self


class Regular(Input):
    """Somebody asked to all meetings of a series: one of the staff, or somebody else by name."""

    user_id: UUID | None = None
    name: Annotated[Line | None, Field(examples=["Rektor ved skolen"])] = None
    organisation: Line | None = None

    @model_validator(mode="after")
    def is_one(self) -> "Regular":
        if (self.user_id is None) == (self.name is None):
            code = "nobody"
            raise PydanticCustomError(code, "Name one colleague or somebody else")
        return self


class NewMeeting(Input):
    kind: Annotated[MeetingKind, Field(examples=["intake"])]
    title: Annotated[Line, Field(examples=["Innkomstmøte"])]
    site_id: Annotated[UUID | None, Field(description="Left out: the whole district")] = None
    organisations: Organisations = ()
    day: Day
    begins: Clock
    minutes: Minutes = 60
    place: Annotated[Line | None, Field(examples=["Samtalerommet"])] = None
    participants: Annotated[tuple[NewParticipant, ...], Field(max_length=60)] = ()


class _Recurring(Input):
    rule: Rule
    first_day: Annotated[Day, Field(examples=["2027-01-05"])]
    begins: Clock
    minutes: Minutes = 60


class SeriesDays(_Recurring):
    """A series that is still being thought of."""


class NewSeries(_Recurring):
    kind: Annotated[MeetingKind, Field(examples=["nav"])]
    title: Annotated[Line, Field(examples=["Nav og miljøarbeiderne"])]
    site_id: Annotated[UUID | None, Field(description="Left out: the whole district")] = None
    organisations: Organisations = ()
    place: Line | None = None
    topics: Annotated[
        tuple[Line, ...], Field(max_length=12, description="On every agenda of the series")
    ] = ()
    participants: Annotated[tuple[Regular, ...], Field(max_length=60)] = ()


class EditSeries(Input):
    """What is left out stays; meetings that are planned already keep their title and place."""

    version: Version
    title: Line | None = None
    topics: Annotated[tuple[Line, ...], Field(max_length=12)] | None = None


class EditMeeting(Input):
    """What is left out stays; `null` empties the place."""

    version: Version
    title: Line | None = None
    place: Line | None = None


class Move(Input):
    version: Version
    day: Annotated[Day, Field(examples=["2099-01-05"])]
    begins: Clock
    minutes: Annotated[Minutes | None, Field(description="Left out: as long as before")] = None
    place: Annotated[Line | None, Field(description="Left out: where it was")] = None
    reason: Line | None = None
    following: Following = False


class Cancel(Input):
    version: Version
    reason: Annotated[Line, Field(examples=["Helligdag"])]
    following: Following = False


class Present(Input):
    participant_id: UUID
    attendance: Annotated[Attendance, Field(examples=["attended"])]


class RollCall(Input):
    items: Annotated[tuple[Present, ...], Field(min_length=1, max_length=100)]


class NewItem(Input):
    """By hand, or from one thing that is open: an action, a question, an incident."""

    title: Annotated[Line, Field(examples=["Vaskerommet"])]
    note: Text | None = None
    action_id: UUID | None = None
    question_id: UUID | None = None
    incident_id: UUID | None = None

    @model_validator(mode="after")
    def stems_from_one(self) -> "NewItem":
        if sum(one is not None for one in (self.action_id, self.question_id, self.incident_id)) > 1:
            code = "sources"
            raise PydanticCustomError(code, "An item stems from one thing at most")
        return self


class NewItems(Input):
    items: Annotated[tuple[NewItem, ...], Field(min_length=1, max_length=40)]


class EditItem(Input):
    """What is left out stays; `null` empties the note or the outcome."""

    version: Version
    title: Line | None = None
    note: Text | None = None
    outcome: Outcome | None = None
    position: Annotated[int, Field(ge=1, le=200)] | None = None


class SaveMinutes(Input):
    """`version` is the draft's that was being written; left out when there was none."""

    version: Version | None = None
    body: Annotated[
        str,
        Field(min_length=1, max_length=40_000, examples=["Vi gikk gjennom punktene fra sist."]),
    ]


class ApproveMinutes(Input):
    version: Version


class CorrectMinutes(Input):
    reason: Annotated[Line, Field(examples=["Feil dato under punkt 2"])]


class NewDecision(Input):
    body: Annotated[Text, Field(examples=["Vi møtes i felleshuset fra nyttår."])]
    agenda_item_id: UUID | None = None


class NewAction(Input):
    """Somebody's, or a service's; always with a day."""

    what: Annotated[Text, Field(examples=["Spørre utleier om vaskemaskinen"])]
    owner_user_id: UUID | None = None
    owner_organisation: Annotated[
        OrganisationKind | None, Field(description="Left out: the owner's", examples=["district"])
    ] = None
    due_on: Day
    agenda_item_id: UUID | None = None


class EditAction(Input):
    """What is left out stays; `null` gives it to the service's pool."""

    version: Version
    what: Text | None = None
    owner_user_id: UUID | None = None
    owner_organisation: OrganisationKind | None = None
    due_on: Day | None = None


class SettleAction(Input):
    """To drop it needs a note that says why."""

    version: Version
    status: Annotated[ActionStatus, Field(examples=["done"])]
    note: Text | None = None


class NewQuestion(Input):
    """What nobody knew, who finds out, and by when."""

    question: Annotated[Text, Field(examples=["Hvem betaler for ekstra nøkler?"])]
    finder_user_id: UUID | None = None
    finder_organisation: Annotated[
        OrganisationKind | None, Field(description="Left out: the finder's", examples=["district"])
    ] = None
    until: Day
    agenda_item_id: UUID | None = None


class Answer(Input):
    version: Version
    answer: Annotated[Text, Field(examples=["Boligbygg betaler de to første."])]

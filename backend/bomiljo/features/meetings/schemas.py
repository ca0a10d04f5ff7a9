"""What leaves the room."""

from datetime import date, datetime, time
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from bomiljo.access.roles import OrganisationKind
from bomiljo.features.identity.schemas import Named
from bomiljo.features.meetings.model import (
    ActionStatus,
    Attendance,
    MeetingKind,
    MeetingStatus,
    MinutesState,
    Outcome,
)
from bomiljo.kernel.inputs import Day
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class ListedMeeting(View):
    """`residents`: whom an intake meeting is with; `mine`: the reader takes part in it."""

    id: UUID
    series_id: UUID | None
    kind: MeetingKind
    title: str
    site_id: UUID | None
    organisations: list[OrganisationKind]
    begins_at: datetime
    ends_at: datetime
    place: str | None
    status: MeetingStatus
    moved_from: datetime | None
    minutes_state: MinutesState
    residents: list[Named]
    mine: bool


class MeetingPage(Page[ListedMeeting]):
    pass


class SeriesRef(View):
    id: UUID
    title: str
    topics: list[str]


class ParticipantView(View):
    """`organisation` is their service's name, or what was written of somebody from outside."""

    id: UUID
    user: Named | None
    resident: Named | None
    name: str | None
    organisation: str | None
    interpreter: str | None
    attendance: Attendance


class AgendaItemView(View):
    id: UUID
    position: int
    title: str
    note: str | None
    action_id: UUID | None
    question_id: UUID | None
    incident_id: UUID | None
    outcome: Outcome | None
    version: int


class MinutesView(View):
    """One version; `approved_at` is null while it is a draft."""

    id: UUID
    number: int
    body: str
    reason: str | None
    author: Named
    saved_at: datetime
    approved_at: datetime | None
    approved_by: Named | None
    version: int


class DecisionView(View):
    id: UUID
    created_at: datetime
    agenda_item_id: UUID | None
    body: str


class ActionView(View):
    """`note` says how it went, or why it was dropped."""

    id: UUID
    meeting_id: UUID
    agenda_item_id: UUID | None
    what: str
    owner: Named | None
    owner_organisation: OrganisationKind
    due_on: date
    status: ActionStatus
    note: str | None
    settled_at: datetime | None
    settled_by: Named | None
    version: int


class Origin(View):
    """The meeting where it came up."""

    id: UUID
    title: str
    kind: MeetingKind
    begins_at: datetime


class ListedAction(ActionView):
    """`meeting` is null for an owner who was not in that meeting."""

    meeting: Origin | None


class ActionPage(Page[ListedAction]):
    pass


class QuestionView(View):
    id: UUID
    meeting_id: UUID
    agenda_item_id: UUID | None
    question: str
    finder: Named | None
    finder_organisation: OrganisationKind
    until: date
    answer: str | None
    answered_at: datetime | None
    answered_by: Named | None
    version: int


class ListedQuestion(QuestionView):
    meeting: Origin | None


class QuestionPage(Page[ListedQuestion]):
    pass


class MeetingView(ListedMeeting):
    """One meeting with all that belongs to it; `minutes` has the newest version first."""

    created_at: datetime
    reason: str | None
    sequence: int
    version: int
    site: Named | None
    series: SeriesRef | None
    participants: list[ParticipantView]
    agenda: list[AgendaItemView]
    minutes: list[MinutesView]
    decisions: list[DecisionView]
    actions: list[ActionView]
    questions: list[QuestionView]


class ProposalView(View):
    """Something open that this meeting could take up; what it stems from is named by its id."""

    source: Literal["topic", "action", "question", "incident", "milestone"]
    title: str
    detail: str | None
    due_on: date | None
    overdue: bool
    action_id: UUID | None
    question_id: UUID | None
    incident_id: UUID | None


class Proposals(View):
    items: list[ProposalView]


class SeriesView(View):
    """`begins` is the clock on the wall in Oslo; `next_at` is null when nothing is ahead."""

    id: UUID
    kind: MeetingKind
    title: str
    site_id: UUID | None
    organisations: list[OrganisationKind]
    rule: str
    first_day: date
    begins: time
    minutes: int
    place: str | None
    topics: list[str]
    next_at: datetime | None
    ahead: int
    version: int


class SeriesPage(Page[SeriesView]):
    pass


class SeriesDay(View):
    """`week` by ISO 8601; `holiday` is what a public holiday is called in Norway."""

    day: date
    week: int
    holiday: str | None
    begins_at: datetime
    ends_at: datetime


class SeriesPreview(View):
    items: list[SeriesDay]


def _person(text: str) -> str:
    if text == "me":
        return text
    try:
        return str(UUID(text))
    except ValueError:
        code = "person"
        raise PydanticCustomError(code, "Expected `me` or a person's id") from None


Person = Annotated[
    str | None,
    Field(max_length=36, description="`me` or a person's id", examples=["me"]),
    AfterValidator(lambda text: text and _person(text)),
]


class MeetingQuery(ListQuery):
    kind: MeetingKind | None = None
    series_id: UUID | None = None
    site_id: UUID | None = None
    from_day: Annotated[Day | None, Field(description="On this day or later")] = None
    to_day: Annotated[Day | None, Field(description="On this day or before")] = None
    mine: Annotated[bool | None, Field(description="Those I take part in")] = None
    minutes: MinutesState | None = None
    latest_first: bool = False


class ActionQuery(ListQuery):
    owner: Person = None
    organisation: OrganisationKind | None = None
    status: ActionStatus | None = None
    overdue: bool | None = None
    series_id: UUID | None = None


class QuestionQuery(ListQuery):
    answered: bool | None = None
    organisation: OrganisationKind | None = None

from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Computed, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.access.roles import OrganisationKind
from bomiljo.kernel.database import TenantRecord, Versioned, choice

IS_DRAFT = text("approved_at IS NULL")
CIRCLE = (
    "CASE kind WHEN 'landlord' THEN 'meetings_landlord' WHEN 'resource_team' THEN 'meetings_team'"
    " ELSE 'meetings_district' END"
    " || CASE WHEN 'nav' = ANY (organisations) THEN '_nav' ELSE '' END"
)


class MeetingKind(StrEnum):
    NAV = "nav"
    INTAKE = "intake"
    LANDLORD = "landlord"
    RESOURCE_TEAM = "resource_team"
    INFORMATION = "information"
    NEIGHBOURS = "neighbours"
    RESIDENT_COUNCIL = "resident_council"
    GATHERING = "gathering"
    JOB_SHADOWING = "job_shadowing"
    OTHER = "other"


class MeetingStatus(StrEnum):
    PLANNED = "planned"
    MOVED = "moved"
    HELD = "held"
    CANCELLED = "cancelled"


AHEAD = frozenset({MeetingStatus.PLANNED, MeetingStatus.MOVED})
"""It will be held, as planned first or on another day."""


class MinutesState(StrEnum):
    NONE = "none"
    DRAFT = "draft"
    APPROVED = "approved"


class Attendance(StrEnum):
    INVITED = "invited"
    ATTENDED = "attended"
    APOLOGY = "apology"
    ABSENT = "absent"


class Outcome(StrEnum):
    """How an item left the meeting."""

    DECISION = "decision"
    ACTION = "action"
    STILL_UNKNOWN = "still_unknown"
    NOTED = "noted"


class ActionStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class MeetingSeries(Versioned, TenantRecord):
    """`rule` is an RFC 5545 rule of days; `begins` is the clock on the wall in Oslo."""

    __tablename__ = "meeting_series"
    __table_args__ = (Index(None, "district_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id"))
    kind: Mapped[MeetingKind] = mapped_column(choice(MeetingKind))
    title: Mapped[str]
    organisations: Mapped[list[str]] = mapped_column(ARRAY(Text))
    circle: Mapped[str] = mapped_column(Computed(CIRCLE, persisted=True))
    rule: Mapped[str]
    first_day: Mapped[date]
    begins: Mapped[time]
    minutes: Mapped[int]
    place: Mapped[str | None]
    topics: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")


class Meeting(Versioned, TenantRecord):
    """`circle` says who sits at the table; without a site it concerns the whole district.

    `sequence` counts what a subscriber must hear of (RFC 5545), at `changed_at` the last time.
    """

    __tablename__ = "meetings"
    __table_args__ = (Index(None, "district_id", "begins_at", "id"), Index(None, "series_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id"))
    series_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting_series.id"))
    kind: Mapped[MeetingKind] = mapped_column(choice(MeetingKind))
    title: Mapped[str]
    organisations: Mapped[list[str]] = mapped_column(ARRAY(Text))
    circle: Mapped[str] = mapped_column(Computed(CIRCLE, persisted=True))
    begins_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    place: Mapped[str | None]
    status: Mapped[MeetingStatus] = mapped_column(choice(MeetingStatus), server_default="planned")
    moved_from: Mapped[datetime | None]
    reason: Mapped[str | None]
    sequence: Mapped[int] = mapped_column(server_default="0")
    changed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    minutes_state: Mapped[MinutesState] = mapped_column(choice(MinutesState), server_default="none")


class Participant(TenantRecord):
    """One of the staff, a resident, or somebody else by name."""

    __tablename__ = "meeting_participants"
    __table_args__ = (
        UniqueConstraint("meeting_id", "user_id"),
        UniqueConstraint("meeting_id", "resident_id"),
        Index(None, "user_id"),
        Index(None, "resident_id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    resident_id: Mapped[UUID | None] = mapped_column(ForeignKey("residents.id"))
    name: Mapped[str | None]
    organisation: Mapped[str | None]
    interpreter: Mapped[str | None] = mapped_column(String(40))
    attendance: Mapped[Attendance] = mapped_column(choice(Attendance), server_default="invited")


class AgendaItem(Versioned, TenantRecord):
    """What is to be talked of, and how it left the meeting; it may stem from something open."""

    __tablename__ = "agenda_items"
    __table_args__ = (Index(None, "meeting_id", "position"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"))
    position: Mapped[int]
    title: Mapped[str]
    note: Mapped[str | None]
    action_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting_actions.id", use_alter=True))
    question_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("open_questions.id", use_alter=True)
    )
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    outcome: Mapped[Outcome | None] = mapped_column(choice(Outcome))


class Minutes(Versioned, TenantRecord):
    """One version of a meeting's minutes; approved, it never changes again."""

    __tablename__ = "meeting_minutes"
    __table_args__ = (
        UniqueConstraint("meeting_id", "number"),
        Index("uq_meeting_minutes_draft", "meeting_id", unique=True, postgresql_where=IS_DRAFT),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"))
    number: Mapped[int]
    body: Mapped[str]
    reason: Mapped[str | None]
    written_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    saved_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))


class Decision(TenantRecord):
    __tablename__ = "meeting_decisions"
    __table_args__ = (Index(None, "meeting_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"))
    agenda_item_id: Mapped[UUID | None] = mapped_column(ForeignKey("agenda_items.id"))
    body: Mapped[str]


class ActionItem(Versioned, TenantRecord):
    """Lives on after its meeting, until it is done or dropped with a reason."""

    __tablename__ = "meeting_actions"
    __table_args__ = (
        Index(None, "meeting_id"),
        Index(
            "ix_meeting_actions_owner_user_id",
            "owner_user_id",
            postgresql_where=text("status = 'open'"),
        ),
        Index(None, "district_id", "due_on", "id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"))
    agenda_item_id: Mapped[UUID | None] = mapped_column(ForeignKey("agenda_items.id"))
    what: Mapped[str]
    owner_user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    owner_organisation: Mapped[OrganisationKind] = mapped_column(choice(OrganisationKind))
    due_on: Mapped[date]
    status: Mapped[ActionStatus] = mapped_column(choice(ActionStatus), server_default="open")
    note: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))


class OpenQuestion(Versioned, TenantRecord):
    """What nobody knew, who finds out, and by when."""

    __tablename__ = "open_questions"
    __table_args__ = (Index(None, "meeting_id"), Index(None, "district_id", "until", "id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"))
    agenda_item_id: Mapped[UUID | None] = mapped_column(ForeignKey("agenda_items.id"))
    question: Mapped[str]
    finder_user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    finder_organisation: Mapped[OrganisationKind] = mapped_column(choice(OrganisationKind))
    until: Mapped[date]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))

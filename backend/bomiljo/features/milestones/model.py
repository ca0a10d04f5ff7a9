from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Computed,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import Record, TenantRecord, Versioned, choice

OPEN = "status IN ('not_started', 'in_progress', 'waiting_external')"


class MilestoneArea(StrEnum):
    """Who may know of a step goes by its area (`access/scopes.py`)."""

    ADDRESS = "address"
    PRACTICAL = "practical"
    HEALTH = "health"
    SUPPORT = "support"
    PROGRAMME = "programme"


class Mover(StrEnum):
    """Whose move it is."""

    RESIDENT = "resident"
    SETTLER = "settler"
    DISTRICT = "district"
    NAV = "nav"
    LANDLORD = "landlord"
    HEALTH = "health"
    POLICE = "police"
    OUTSIDE = "outside"


class ClockFrom(StrEnum):
    """`moved`: the clock starts anew with each move."""

    SETTLED = "settled"
    MOVED = "moved"


class MilestoneStatus(StrEnum):
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    WAITING_EXTERNAL = "waiting_external"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


class MilestoneStep(Record):
    """One step of an edition of the template; a later edition holds for lines that begin later."""

    __tablename__ = "milestone_steps"
    __table_args__ = (
        UniqueConstraint("edition", "code", "area"),
        Index("uq_milestone_steps_edition_code", "edition", "code", unique=True),
    )

    id: Mapped[UUID] = mapped_column(
        primary_key=True, server_default=text("gen_random_uuid()"), sort_order=-3
    )
    edition: Mapped[int]
    valid_from: Mapped[date]
    position: Mapped[int]
    code: Mapped[str]
    area: Mapped[MilestoneArea] = mapped_column(choice(MilestoneArea))
    mover: Mapped[Mover] = mapped_column(choice(Mover))
    depends_on: Mapped[list[str]] = mapped_column(ARRAY(Text()))
    clock_from: Mapped[ClockFrom] = mapped_column(choice(ClockFrom))
    clock_days: Mapped[int | None]
    clock_months: Mapped[int | None]
    clock_month_day: Mapped[int | None]
    law: Mapped[str | None]
    min_age: Mapped[int | None]
    max_age: Mapped[int | None]
    with_children: Mapped[bool]
    texts: Mapped[dict[str, Any]] = mapped_column(JSONB)


class Milestone(Versioned, TenantRecord):
    """A resident's own step. The database counts `due_on` from `begun_on` by the template's clock,
    unless somebody set another day and said why (`due_because`)."""

    __tablename__ = "milestones"
    __table_args__ = (
        ForeignKeyConstraint(
            ["edition", "code", "area"],
            ["milestone_steps.edition", "milestone_steps.code", "milestone_steps.area"],
            name="fk_milestones_edition_code_area",
        ),
        UniqueConstraint("resident_id", "code"),
        Index(None, "district_id", "is_open", "sort_on", "id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    edition: Mapped[int]
    code: Mapped[str]
    area: Mapped[MilestoneArea] = mapped_column(choice(MilestoneArea))
    status: Mapped[MilestoneStatus] = mapped_column(
        choice(MilestoneStatus), server_default="not_started"
    )
    begun_on: Mapped[date]
    waiting_since: Mapped[date | None]
    waiting_for: Mapped[Mover | None] = mapped_column(choice(Mover))
    due_on: Mapped[date | None]
    due_because: Mapped[str | None]
    done_on: Mapped[date | None]
    note: Mapped[str | None]
    shared_because: Mapped[str | None]
    is_open: Mapped[bool] = mapped_column(Computed(OPEN, persisted=True))
    sort_on: Mapped[date] = mapped_column(
        Computed("coalesce(due_on, '9999-12-31'::date)", persisted=True)
    )


class InformationTopic(StrEnum):
    """What everybody is told when they move in."""

    LEASE = "lease"
    RENT = "rent"
    LANDLORD = "landlord"
    HOUSE_RULES = "house_rules"
    FIRE_SAFETY = "fire_safety"
    WASTE = "waste"
    HELPERS = "helpers"
    EMERGENCY = "emergency"
    ACTIVITIES = "activities"
    NEIGHBOURHOOD = "neighbourhood"


class InformationChannel(StrEnum):
    SPOKEN = "spoken"
    PAPER = "paper"
    DIGITAL = "digital"


class InformationGiven(TenantRecord):
    """A topic told to a resident, each time anew; an interpreter helps with speech alone."""

    __tablename__ = "information_given"
    __table_args__ = (Index(None, "resident_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    topic: Mapped[InformationTopic] = mapped_column(choice(InformationTopic))
    given_on: Mapped[date]
    channel: Mapped[InformationChannel] = mapped_column(choice(InformationChannel))
    language: Mapped[str] = mapped_column(String(40))
    interpreter: Mapped[bool] = mapped_column(server_default="false")
    given_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))

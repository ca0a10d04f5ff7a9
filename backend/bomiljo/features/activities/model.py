from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Computed, DateTime, ForeignKey, Index, Text, UniqueConstraint, func
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import TenantRecord, Versioned, choice


class ActivityStatus(StrEnum):
    IDEA = "idea"
    PLANNED = "planned"
    BOOKED = "booked"
    CONFIRMED = "confirmed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DONE = "done"
    OPEN_SLOT = "open_slot"


COMING = (ActivityStatus.PLANNED, ActivityStatus.BOOKED, ActivityStatus.CONFIRMED)
"""It is to take place: residents see it and may sign up."""

LIVE = (*COMING, ActivityStatus.IDEA, ActivityStatus.OPEN_SLOT)
"""Somebody still has work with it."""

UNPUBLISHED = (ActivityStatus.IDEA, ActivityStatus.OPEN_SLOT)


class PutOffReason(StrEnum):
    """Why it was postponed or cancelled."""

    WEATHER = "weather"
    ILLNESS = "illness"
    TOO_FEW = "too_few"
    OTHER = "other"


class SignUpState(StrEnum):
    SIGNED_UP = "signed_up"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"


class Presence(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"
    WALK_IN = "walk_in"


class Activity(Versioned, TenantRecord):
    """A line of the week plan; it stays when it is moved, and the new line points back to it.

    `week` is the Monday of the week it stands in, also where the day is open. `starts` and `ends`
    are wall clock in Oslo. `taken`, `waiting` and `attended` are kept by the database.
    `weekday_text` is the weekday as printed in a plan that contradicts its own date.
    """

    __tablename__ = "activities"
    __table_args__ = (
        Index(None, "district_id", "stands_at", "id"),
        Index(None, "site_id", "stands_at"),
        Index(None, "origin_id"),
        UniqueConstraint("postponed_from_id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    title: Mapped[str | None]
    description: Mapped[str | None]
    status: Mapped[ActivityStatus] = mapped_column(choice(ActivityStatus))
    week: Mapped[date | None]
    day: Mapped[date | None]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    stands_at: Mapped[datetime] = mapped_column(
        DateTime(),
        Computed(
            "coalesce(day + coalesce(starts, '00:00'), week::timestamp, '9999-12-31'::timestamp)",
            persisted=True,
        ),
    )
    starts_at: Mapped[datetime | None] = mapped_column(
        Computed("timezone('Europe/Oslo', day + starts)", persisted=True)
    )
    ends_at: Mapped[datetime | None] = mapped_column(
        Computed("timezone('Europe/Oslo', day + ends)", persisted=True)
    )
    weather_dependent: Mapped[bool] = mapped_column(server_default="false")
    place: Mapped[str | None]
    meeting_point: Mapped[str | None]
    interpreters: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")
    responsible_user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    capacity: Mapped[int | None]
    sign_up_until: Mapped[date | None]
    reason: Mapped[PutOffReason | None] = mapped_column(choice(PutOffReason))
    reason_note: Mapped[str | None]
    weekday_text: Mapped[str | None]
    origin_id: Mapped[UUID | None] = mapped_column(ForeignKey("activities.id"))
    postponed_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("activities.id"))
    taken: Mapped[int] = mapped_column(server_default="0")
    waiting: Mapped[int] = mapped_column(server_default="0")
    attended: Mapped[int] = mapped_column(server_default="0")
    sequence: Mapped[int] = mapped_column(server_default="0")
    changed_at: Mapped[datetime] = mapped_column(server_default=func.now())


class SignUp(TenantRecord):
    """A resident's place on the list; `queued_at` decides who is first in line."""

    __tablename__ = "activity_signups"
    __table_args__ = (UniqueConstraint("activity_id", "resident_id"), Index(None, "resident_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    activity_id: Mapped[UUID] = mapped_column(ForeignKey("activities.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    state: Mapped[SignUpState] = mapped_column(choice(SignUpState))
    queued_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
    by_user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))


class Attendance(TenantRecord):
    __tablename__ = "activity_attendance"
    __table_args__ = (UniqueConstraint("activity_id", "resident_id"), Index(None, "resident_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    activity_id: Mapped[UUID] = mapped_column(ForeignKey("activities.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    state: Mapped[Presence] = mapped_column(choice(Presence))
    by_user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))

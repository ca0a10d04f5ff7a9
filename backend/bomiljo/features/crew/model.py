"""Weeks of paid work for youths, with their leaders: workers, not residents.

The name of a minor is kept no longer than the week's papers need it: the week is erased whole with
`DELETE`, its names never enter the log of changes, and the attest is handed over on paper.
"""

from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import TenantRecord, Versioned, choice


class MemberKind(StrEnum):
    YOUTH = "youth"
    LEADER = "leader"


class CrewWeek(Versioned, TenantRecord):
    __tablename__ = "crew_weeks"
    __table_args__ = (Index(None, "site_id", "first_day"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    name: Mapped[str]
    first_day: Mapped[date]
    last_day: Mapped[date]


class CrewMember(TenantRecord):
    """Somebody who works in one week; `account_id` for those who sign in themselves."""

    __tablename__ = "crew_members"
    __table_args__ = (
        UniqueConstraint("week_id", "name"),
        UniqueConstraint("week_id", "account_id"),
        Index(None, "account_id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    week_id: Mapped[UUID] = mapped_column(ForeignKey("crew_weeks.id", ondelete="CASCADE"))
    name: Mapped[str]
    kind: Mapped[MemberKind] = mapped_column(choice(MemberKind))
    under_18: Mapped[bool]
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))


class CrewAssignment(TenantRecord):
    """What is set up in one unit on one day: a room of its checklist, or, without one, all of it.

    It holds on to the checklist that it was planned for, so that its pieces are counted there even
    when the unit is made ready again for the next people.
    """

    __tablename__ = "crew_assignments"
    __table_args__ = (
        UniqueConstraint(
            "week_id", "day", "checklist_id", "room", postgresql_nulls_not_distinct=True
        ),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    week_id: Mapped[UUID] = mapped_column(ForeignKey("crew_weeks.id", ondelete="CASCADE"))
    day: Mapped[date]
    checklist_id: Mapped[UUID] = mapped_column(ForeignKey("checklists.id"))
    room: Mapped[str | None]
    done_at: Mapped[datetime | None]
    done_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    signed_at: Mapped[datetime | None]
    signed_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))


class CrewHand(TenantRecord):
    """Who does an assignment."""

    __tablename__ = "crew_hands"
    __table_args__ = (UniqueConstraint("assignment_id", "member_id"), Index(None, "member_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    assignment_id: Mapped[UUID] = mapped_column(
        ForeignKey("crew_assignments.id", ondelete="CASCADE")
    )
    member_id: Mapped[UUID] = mapped_column(ForeignKey("crew_members.id", ondelete="CASCADE"))


class CrewHours(TenantRecord):
    """A member's working day; without hours: away that day."""

    __tablename__ = "crew_hours"
    __table_args__ = (UniqueConstraint("member_id", "day"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    member_id: Mapped[UUID] = mapped_column(ForeignKey("crew_members.id", ondelete="CASCADE"))
    day: Mapped[date]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    break_minutes: Mapped[int]

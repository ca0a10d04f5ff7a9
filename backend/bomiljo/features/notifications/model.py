from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import TenantRecord, choice
from bomiljo.kernel.lines import Place


class NotificationKind(StrEnum):
    ACUTE_INCIDENT = "acute_incident"
    INCIDENT_ASSIGNED = "incident_assigned"
    INCIDENT_SHARED = "incident_shared"
    INCIDENT_REPLY = "incident_reply"
    ACTION_ASSIGNED = "action_assigned"
    MEETING_CALLED = "meeting_called"
    MEETING_MOVED = "meeting_moved"
    MEETING_CANCELLED = "meeting_cancelled"
    ACTIVITY_CHANGED = "activity_changed"
    LEASE_RUNNING_OUT = "lease_running_out"
    HOUSEHOLD_CHANGE_ASKED = "household_change_asked"
    HOUSEHOLD_CHANGE_DECIDED = "household_change_decided"


class NoticeKind(StrEnum):
    ACTIVITY_MOVED = "activity_moved"
    ACTIVITY_CANCELLED = "activity_cancelled"
    ACTIVITY_CHANGED = "activity_changed"
    ACTIVITY_PLACE = "activity_place"
    MEETING_CALLED = "meeting_called"
    MEETING_MOVED = "meeting_moved"
    MEETING_CANCELLED = "meeting_cancelled"


class Channel(StrEnum):
    """The ways that leave the house."""

    SMS = "sms"
    EMAIL = "email"


class MailState(StrEnum):
    """`failed` is tried again, `dead` is not."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    DEAD = "dead"


class Notification(TenantRecord):
    """Something that one member of staff should see; it holds a reference, never a text."""

    __tablename__ = "notifications"
    __table_args__ = (Index(None, "user_id", text("created_at DESC")),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    kind: Mapped[NotificationKind] = mapped_column(choice(NotificationKind))
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    link_to: Mapped[Place | None] = mapped_column(choice(Place))
    link_id: Mapped[UUID | None]
    read_at: Mapped[datetime | None]


class Notice(TenantRecord):
    """What the district tells one resident; the portal puts `about` into their language's words."""

    __tablename__ = "notices"
    __table_args__ = (
        Index("ix_notices_resident_id", "resident_id", text("created_at DESC"), text("id DESC")),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    kind: Mapped[NoticeKind] = mapped_column(choice(NoticeKind))
    link_to: Mapped[Place | None] = mapped_column(choice(Place))
    link_id: Mapped[UUID | None]
    about: Mapped[dict[str, str]] = mapped_column(JSONB)
    read_at: Mapped[datetime | None]


class OuterChannel(TenantRecord):
    """A way out of the house that somebody chose for themselves.

    Staff write their address; a resident's is looked up among their contact points when it is used.
    """

    __tablename__ = "outer_channels"
    __table_args__ = (
        UniqueConstraint("resident_id", "channel"),
        UniqueConstraint("district_id", "user_id", "channel"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    resident_id: Mapped[UUID | None] = mapped_column(ForeignKey("residents.id"))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    channel: Mapped[Channel] = mapped_column(choice(Channel))
    address: Mapped[str | None]


class Mail(TenantRecord):
    """One message on its way out. It holds no words and no address: the worker asks for them.

    `handed_over_at`: from here on it may have been received, so it is never sent again.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("notice_id", "channel"),
        UniqueConstraint("notification_id", "channel"),
        Index(
            "ix_outbox_waiting",
            "next_try_at",
            postgresql_where=text("state IN ('queued', 'failed')"),
        ),
        Index("ix_outbox_district_id", "district_id", text("created_at DESC"), text("id DESC")),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    notice_id: Mapped[UUID | None] = mapped_column(ForeignKey("notices.id"))
    notification_id: Mapped[UUID | None] = mapped_column(ForeignKey("notifications.id"))
    channel: Mapped[Channel] = mapped_column(choice(Channel))
    state: Mapped[MailState] = mapped_column(choice(MailState), server_default="queued")
    attempts: Mapped[int] = mapped_column(server_default="0")
    next_try_at: Mapped[datetime] = mapped_column(server_default=func.now())
    handed_over_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    problem: Mapped[str | None]

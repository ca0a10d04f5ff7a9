from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import TenantRecord, choice


class NotificationKind(StrEnum):
    ACUTE_INCIDENT = "acute_incident"
    INCIDENT_ASSIGNED = "incident_assigned"
    INCIDENT_SHARED = "incident_shared"
    INCIDENT_REPLY = "incident_reply"


class Notification(TenantRecord):
    """Something that one member of staff should see; it holds a reference, never a text."""

    __tablename__ = "notifications"
    __table_args__ = (Index(None, "user_id", text("created_at DESC")),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    kind: Mapped[NotificationKind] = mapped_column(choice(NotificationKind))
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    read_at: Mapped[datetime | None]

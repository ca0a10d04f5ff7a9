from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import TenantRecord, choice


class FeedScope(StrEnum):
    MINE = "mine"
    SITE = "site"


class CulturalDayChoice(TenantRecord):
    __tablename__ = "cultural_day_choices"
    __table_args__ = (UniqueConstraint("district_id", "cultural_day_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    cultural_day_id: Mapped[UUID] = mapped_column(ForeignKey("cultural_days.id"))
    visible: Mapped[bool]


class CalendarFeed(TenantRecord):
    """An address under which a calendar program reads; the secret in it is kept as a hash."""

    __tablename__ = "calendar_feeds"
    __table_args__ = (Index(None, "user_id"), Index(None, "resident_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    membership_id: Mapped[UUID | None] = mapped_column(ForeignKey("memberships.id"))
    resident_id: Mapped[UUID | None] = mapped_column(ForeignKey("residents.id"))
    label: Mapped[str]
    scope: Mapped[FeedScope] = mapped_column(choice(FeedScope))
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id"))
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    revoked_at: Mapped[datetime | None]
    last_read_at: Mapped[datetime | None]
    reads: Mapped[int] = mapped_column(server_default="0")
    counted_from: Mapped[datetime] = mapped_column(server_default=func.now())

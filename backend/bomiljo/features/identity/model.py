from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, INTERVAL, Range
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.access.roles import OrganisationKind, Role
from bomiljo.kernel.database import Record, TenantRecord, choice


class SessionKind(StrEnum):
    BROWSER = "browser"
    API = "api"
    DEVICE = "device"


class District(Record):
    __tablename__ = "districts"

    name: Mapped[str]
    municipality: Mapped[str]
    municipality_number: Mapped[str]


class Organisation(TenantRecord):
    __tablename__ = "organisations"
    __table_args__ = (Index(None, "district_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    kind: Mapped[OrganisationKind] = mapped_column(choice(OrganisationKind))
    name: Mapped[str]
    phone: Mapped[str | None]


class User(Record):
    """A member of staff; credentials are kept where the service cannot read them."""

    __tablename__ = "users"
    __table_args__ = (UniqueConstraint("user_name"),)

    user_name: Mapped[str]
    name: Mapped[str]
    phone: Mapped[str | None]
    district_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default="{}")


class Membership(TenantRecord):
    """A user's role in one organisation, for a period; None in `site_ids` means every site."""

    __tablename__ = "memberships"
    __table_args__ = (Index(None, "user_id"), Index(None, "district_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisations.id"))
    role: Mapped[Role] = mapped_column(choice(Role))
    period: Mapped[Range[date]] = mapped_column(DATERANGE)
    site_ids: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))


class EmergencyNumberRow(Record):
    """A number that everybody must find; numbers change, so each has its period."""

    __tablename__ = "emergency_numbers"

    key: Mapped[str]
    number: Mapped[str]
    label: Mapped[str]
    period: Mapped[Range[date]] = mapped_column(DATERANGE)
    position: Mapped[int]


class StoredSession(TenantRecord):
    __tablename__ = "sessions"
    __table_args__ = (
        Index(None, "user_id"),
        Index(None, "resident_id"),
        UniqueConstraint("token_hash"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    membership_id: Mapped[UUID | None] = mapped_column(ForeignKey("memberships.id"))
    resident_id: Mapped[UUID | None] = mapped_column(ForeignKey("residents.id"))
    kind: Mapped[SessionKind] = mapped_column(choice(SessionKind))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary)
    label: Mapped[str]
    idle: Mapped[timedelta] = mapped_column(INTERVAL)
    last_seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

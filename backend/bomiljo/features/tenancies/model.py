from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import TenantRecord, Versioned, choice


class TenancyKind(StrEnum):
    FIXED_TERM = "fixed_term"
    OPEN_ENDED = "open_ended"


class EndReason(StrEnum):
    INTERNAL_TRANSFER = "internal_transfer"
    OWN_CHOICE = "own_choice"
    TRANSFER_MUNICIPAL = "transfer_municipal"
    PRIVATE_RENTAL = "private_rental"
    BOUGHT = "bought"
    FAMILY_REUNION = "family_reunion"
    OTHER_MUNICIPALITY = "other_municipality"
    ABROAD = "abroad"
    EVICTION = "eviction"
    DEATH = "death"
    OTHER = "other"


class Tenancy(Versioned, TenantRecord):
    """A household's lease of a unit; `period` is when they live there, half-open."""

    __tablename__ = "tenancies"
    __table_args__ = (
        Index(None, "district_id"),
        Index(None, "unit_id"),
        Index(None, "household_id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    household_id: Mapped[UUID] = mapped_column(ForeignKey("households.id"))
    kind: Mapped[TenancyKind] = mapped_column(choice(TenancyKind))
    legal_ground: Mapped[str | None]
    period: Mapped[Range[date]] = mapped_column(DATERANGE)
    contract_ends_on: Mapped[date | None]
    moved_in_at: Mapped[datetime | None]
    moved_out_at: Mapped[datetime | None]
    keys_handed_over: Mapped[int | None]
    ended_because: Mapped[EndReason | None] = mapped_column(choice(EndReason))
    destination: Mapped[str | None]
    household_size: Mapped[int]
    previous_id: Mapped[UUID | None] = mapped_column(ForeignKey("tenancies.id"))
    is_protected: Mapped[bool] = mapped_column(server_default="false")


class ActivationCode(TenantRecord):
    """A code on paper that opens the portal once; only its hash is kept."""

    __tablename__ = "activation_codes"
    __table_args__ = (UniqueConstraint("code_hash"), Index(None, "resident_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    code_hash: Mapped[bytes] = mapped_column(LargeBinary)
    issued_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

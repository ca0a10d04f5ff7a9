from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.features.residents.model import Relation
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


class LeaseEventKind(StrEnum):
    """The alarms of a fixed term, which the clock writes, and what people have written."""

    PREPARE = "prepare"
    EXPIRED = "expired"
    MONTH_1 = "month_1"
    MONTH_2 = "month_2"
    MONTH_3 = "month_3"
    OPEN_ENDED = "open_ended"
    ASKED_TO_MOVE = "asked_to_move"
    RENEWED = "renewed"
    NOTICE_BY_TENANT = "notice_by_tenant"
    NOTICE_BY_LANDLORD = "notice_by_landlord"
    NOTICE_WITHDRAWN = "notice_withdrawn"


class ClockStep(StrEnum):
    """How far a fixed term has come while the household lives there."""

    RUNNING = "running"
    PREPARE = "prepare"
    EXPIRED = "expired"
    MONTH_1 = "month_1"
    MONTH_2 = "month_2"
    MONTH_3 = "month_3"
    OPEN_ENDED = "open_ended"
    ASKED_TO_MOVE = "asked_to_move"


class Tenancy(Versioned, TenantRecord):
    """A household's lease of a unit; `period` is when they live there, half-open."""

    __tablename__ = "tenancies"
    __table_args__ = (
        Index(None, "district_id"),
        Index(None, "unit_id"),
        Index(None, "household_id"),
        Index(
            "ix_tenancies_running_out",
            "contract_ends_on",
            "id",
            postgresql_where=text("kind = 'fixed_term' AND moved_out_at IS NULL"),
        ),
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
    move_reported_on: Mapped[date | None]


class LeaseEvent(TenantRecord):
    """One line in the course of a lease. `term_ends_on`: the term's last day as it was then."""

    __tablename__ = "lease_events"
    __table_args__ = (
        Index(None, "tenancy_id"),
        Index(
            "uq_lease_events_tenancy_id_kind_term_ends_on",
            "tenancy_id",
            "kind",
            "term_ends_on",
            unique=True,
            postgresql_where=text("by_user IS NULL"),
        ),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    tenancy_id: Mapped[UUID] = mapped_column(ForeignKey("tenancies.id"))
    kind: Mapped[LeaseEventKind] = mapped_column(choice(LeaseEventKind))
    on_day: Mapped[date]
    term_ends_on: Mapped[date | None]
    last_day: Mapped[date | None]
    grounds: Mapped[str | None]
    agreed: Mapped[bool] = mapped_column(server_default="false")
    by_user: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))


class ChangeKind(StrEnum):
    JOINS = "joins"
    BORN = "born"
    LEAVES = "leaves"


class ChangeState(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class RefusalGround(StrEnum):
    """The only ones a landlord has: the dwelling itself (husleieloven § 11-1)."""

    TOO_MANY = "too_many"
    DWELLING_UNFIT = "dwelling_unfit"


class HouseholdChange(Versioned, TenantRecord):
    """Somebody joins or leaves a household that has a lease."""

    __tablename__ = "household_changes"
    __table_args__ = (
        Index(None, "tenancy_id"),
        Index("ix_household_changes_district_id_created_at_id", "district_id", "created_at", "id"),
        Index(
            "uq_household_changes_tenancy_id_resident_id",
            "tenancy_id",
            "resident_id",
            unique=True,
            postgresql_where=text("state IN ('waiting', 'approved')"),
        ),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    tenancy_id: Mapped[UUID] = mapped_column(ForeignKey("tenancies.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    kind: Mapped[ChangeKind] = mapped_column(choice(ChangeKind))
    relation: Mapped[Relation | None] = mapped_column(choice(Relation))
    on_day: Mapped[date]
    state: Mapped[ChangeState] = mapped_column(choice(ChangeState))
    asked_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None]
    refused_because: Mapped[RefusalGround | None] = mapped_column(choice(RefusalGround))
    refusal_note: Mapped[str | None]


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

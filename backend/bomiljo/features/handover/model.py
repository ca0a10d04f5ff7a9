from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import TenantRecord, Versioned, choice


class MoveInStep(StrEnum):
    """What is done with a household on the day, in the order in which it is done."""

    CONTRACT = "contract"
    KEYS = "keys"
    INSPECTION = "inspection"
    METER = "meter"
    FIRE = "fire"
    PORTAL = "portal"
    HELPERS = "helpers"
    MOVE_REPORT = "move_report"
    APPOINTMENT = "appointment"


class InspectionKind(StrEnum):
    MOVE_IN = "move_in"
    MOVE_OUT = "move_out"


class Clause(StrEnum):
    """What a lease says, as it is explained in plain words; the first two are one for each kind."""

    OPEN_ENDED = "open_ended"
    FIXED_TERM = "fixed_term"
    AFTERWARDS = "afterwards"
    RENT = "rent"
    KEYS = "keys"
    QUIET = "quiet"
    SMOKE_AND_ANIMALS = "smoke_and_animals"
    HOUSEHOLD = "household"
    DAMAGE = "damage"
    CONTACTS = "contacts"
    MOVING_OUT = "moving_out"


class InspectionPlace(StrEnum):
    HALL = "hall"
    LIVING = "living"
    KITCHEN = "kitchen"
    BATH = "bath"
    SLEEPING = "sleeping"
    OUTSIDE = "outside"


class Condition(StrEnum):
    OK = "ok"
    REMARK = "remark"
    DAMAGE = "damage"


class MoveInDay(Versioned, TenantRecord):
    """One household's first day; `language` is the one in which the contract was explained."""

    __tablename__ = "move_in_days"
    __table_args__ = (UniqueConstraint("tenancy_id"), Index(None, "site_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    tenancy_id: Mapped[UUID] = mapped_column(ForeignKey("tenancies.id", ondelete="CASCADE"))
    language: Mapped[str | None]
    interpreter: Mapped[bool | None]
    arrived_at: Mapped[datetime | None]
    in_flat_at: Mapped[datetime | None]
    appointment_at: Mapped[datetime | None]
    appointment_place: Mapped[str | None]
    finished_at: Mapped[datetime | None]


class DoneStep(TenantRecord):
    """A step that is done; whoever says so first keeps it."""

    __tablename__ = "move_in_steps"
    __table_args__ = (UniqueConstraint("tenancy_id", "step"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    tenancy_id: Mapped[UUID] = mapped_column(ForeignKey("tenancies.id", ondelete="CASCADE"))
    step: Mapped[MoveInStep] = mapped_column(choice(MoveInStep))
    done_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))


class ExplainedClause(TenantRecord):
    """A clause that the household was told of; whoever says so first keeps it."""

    __tablename__ = "explained_clauses"
    __table_args__ = (UniqueConstraint("tenancy_id", "clause"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    tenancy_id: Mapped[UUID] = mapped_column(ForeignKey("tenancies.id", ondelete="CASCADE"))
    clause: Mapped[Clause] = mapped_column(choice(Clause))
    explained_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))


class Inspection(TenantRecord):
    """How a flat was handed over; finished, it does not change any more."""

    __tablename__ = "inspections"
    __table_args__ = (UniqueConstraint("tenancy_id", "kind"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    tenancy_id: Mapped[UUID] = mapped_column(ForeignKey("tenancies.id", ondelete="CASCADE"))
    kind: Mapped[InspectionKind] = mapped_column(choice(InspectionKind))
    tenant_present: Mapped[bool | None]
    finished_at: Mapped[datetime | None]
    finished_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))


class InspectionFinding(TenantRecord):
    __tablename__ = "inspection_findings"
    __table_args__ = (UniqueConstraint("inspection_id", "place"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    inspection_id: Mapped[UUID] = mapped_column(ForeignKey("inspections.id", ondelete="CASCADE"))
    place: Mapped[InspectionPlace] = mapped_column(choice(InspectionPlace))
    state: Mapped[Condition] = mapped_column(choice(Condition))
    note: Mapped[str | None]
    found_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))


class InspectionPicture(TenantRecord):
    __tablename__ = "inspection_pictures"
    __table_args__ = (Index(None, "inspection_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    inspection_id: Mapped[UUID] = mapped_column(ForeignKey("inspections.id", ondelete="CASCADE"))
    place: Mapped[InspectionPlace] = mapped_column(choice(InspectionPlace))
    storage_key: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    bytes: Mapped[int]
    author_user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))

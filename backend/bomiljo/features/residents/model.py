from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import (
    Computed,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import TenantRecord, Versioned, choice


class BirthDateSource(StrEnum):
    IMDI = "imdi"
    POPULATION_REGISTER = "population_register"
    SELF_REPORTED = "self_reported"
    UNKNOWN = "unknown"


class ResidentStatus(StrEnum):
    EXPECTED = "expected"
    SETTLED = "settled"
    MOVED_OUT = "moved_out"


class Protection(StrEnum):
    """Grades of the population register; `unknown` counts as protected until checked."""

    NONE = "none"
    CONFIDENTIAL = "confidential"
    STRICTLY_CONFIDENTIAL = "strictly_confidential"
    UNKNOWN = "unknown"


class ContactKind(StrEnum):
    PHONE = "phone"
    EMAIL = "email"


class IdentifierKind(StrEnum):
    DUF = "duf"
    DNR = "dnr"
    FNR = "fnr"


class IdentifierSource(StrEnum):
    IMDI = "imdi"
    POPULATION_REGISTER = "population_register"
    DOCUMENT = "document"
    SELF_REPORTED = "self_reported"


class HelperKind(StrEnum):
    SETTLER = "settler"
    NAV_ADVISOR = "nav_advisor"
    INTRO_ADVISOR = "intro_advisor"
    ENV_WORKER = "env_worker"


class HouseholdKind(StrEnum):
    SINGLE = "single"
    COUPLE = "couple"
    FAMILY = "family"
    SINGLE_PARENT = "single_parent"
    OTHER = "other"


class Relation(StrEnum):
    HEAD = "head"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    OTHER = "other"


class Resident(Versioned, TenantRecord):
    """A person; one name only is kept as `family_name`. Birth date is never read off a number.

    `shielded`: lives with a protected person and is hidden with them; the database keeps it right.
    """

    __tablename__ = "residents"
    __table_args__ = (Index(None, "district_id", "sort_name", "id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id"))
    given_name: Mapped[str | None]
    family_name: Mapped[str]
    preferred_name: Mapped[str | None]
    native_name: Mapped[str | None]
    sort_name: Mapped[str | None] = mapped_column(
        Computed("sort_key(family_name || ' ' || coalesce(given_name, ''))", persisted=True)
    )
    birth_date: Mapped[date | None]
    birth_date_source: Mapped[BirthDateSource] = mapped_column(
        choice(BirthDateSource), server_default="unknown"
    )
    status: Mapped[ResidentStatus] = mapped_column(
        choice(ResidentStatus), server_default="expected"
    )
    settled_on: Mapped[date | None]
    moved_out_on: Mapped[date | None]
    protection: Mapped[Protection] = mapped_column(choice(Protection), server_default="none")
    shielded: Mapped[bool] = mapped_column(server_default="false")
    is_protected: Mapped[bool | None] = mapped_column(
        Computed("protection <> 'none' OR shielded", persisted=True)
    )
    portal_language: Mapped[str] = mapped_column(String(40), server_default="nb")


class ProtectionGuardian(TenantRecord):
    """One of the two named persons who see a protected resident."""

    __tablename__ = "protection_guardians"
    __table_args__ = (UniqueConstraint("resident_id", "user_id"), Index(None, "user_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))


class ProtectionDecision(TenantRecord):
    """Who set or lifted a grade, and why; never changed."""

    __tablename__ = "protection_decisions"
    __table_args__ = (Index(None, "resident_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    grade: Mapped[Protection] = mapped_column(choice(Protection))
    reason: Mapped[str]
    decided_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))


class ResidentLanguage(TenantRecord):
    __tablename__ = "resident_languages"
    __table_args__ = (UniqueConstraint("resident_id", "language"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    language: Mapped[str] = mapped_column(String(40))
    own: Mapped[bool]
    written: Mapped[bool]
    interpreter: Mapped[bool]
    note: Mapped[str | None]


class ContactPoint(TenantRecord):
    __tablename__ = "contact_points"
    __table_args__ = (Index(None, "resident_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    kind: Mapped[ContactKind] = mapped_column(choice(ContactKind))
    value: Mapped[str]
    note: Mapped[str | None]


class Identifier(TenantRecord):
    """DUF, D-number or national identity number: encrypted, found by keyed hash, shown masked."""

    __tablename__ = "identifiers"
    __table_args__ = (
        UniqueConstraint("resident_id", "kind", "search_hash"),
        Index(None, "search_hash"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    kind: Mapped[IdentifierKind] = mapped_column(choice(IdentifierKind))
    ciphertext: Mapped[bytes] = mapped_column(LargeBinary)
    search_hash: Mapped[bytes] = mapped_column(LargeBinary)
    masked: Mapped[str]
    period: Mapped[Range[date]] = mapped_column(DATERANGE)
    source: Mapped[IdentifierSource] = mapped_column(choice(IdentifierSource))
    check_overridden_because: Mapped[str | None]


class Helper(TenantRecord):
    """Who helps whom, for a period; one of each kind at a time."""

    __tablename__ = "helpers"
    __table_args__ = (
        Index(None, "resident_id"),
        Index(None, "user_id"),
        Index(
            "uq_helpers_resident_id_kind",
            "resident_id",
            "kind",
            unique=True,
            postgresql_where=text("upper_inf(period)"),
        ),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    kind: Mapped[HelperKind] = mapped_column(choice(HelperKind))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    period: Mapped[Range[date]] = mapped_column(DATERANGE)


class Household(TenantRecord):
    __tablename__ = "households"
    __table_args__ = (Index(None, "district_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    kind: Mapped[HouseholdKind] = mapped_column(choice(HouseholdKind))
    is_protected: Mapped[bool] = mapped_column(server_default="false")


class HouseholdMember(TenantRecord):
    __tablename__ = "household_members"
    __table_args__ = (
        Index(None, "household_id"),
        Index(None, "resident_id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    household_id: Mapped[UUID] = mapped_column(ForeignKey("households.id"))
    resident_id: Mapped[UUID] = mapped_column(ForeignKey("residents.id"))
    relation: Mapped[Relation] = mapped_column(choice(Relation))
    period: Mapped[Range[date]] = mapped_column(DATERANGE)

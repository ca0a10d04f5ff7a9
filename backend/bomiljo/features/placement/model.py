from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.features.residents.model import HelperKind, HouseholdKind, Protection, Relation
from bomiljo.kernel.database import TenantRecord, Versioned, choice


class RequestAnswer(StrEnum):
    YES = "yes"
    NO = "no"


class State(StrEnum):
    """How far a household has come; whether it is agreed is the request's answer."""

    OPEN = "open"
    PLACED = "placed"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


class Requirement(StrEnum):
    """What a flat must have, never why."""

    STEP_FREE = "step_free"
    GROUND_FLOOR = "ground_floor"
    TURNING_CIRCLE = "turning_circle"
    LOW_STIMULI = "low_stimuli"
    VISUAL_ALARM = "visual_alarm"
    NEAR_RELATIVE = "near_relative"


class Support(StrEnum):
    """How much follow-up a household is expected to need."""

    NONE = "none"
    SOME = "some"
    HIGH = "high"
    UNKNOWN = "unknown"


class Suitability(StrEnum):
    NOT_ASSESSED = "not_assessed"
    CAN_LIVE_HERE = "can_live_here"
    NEEDS_ANOTHER_OFFER = "needs_another_offer"


class SettlementRequest(Versioned, TenantRecord):
    """An anmodning: the persons that IMDi asks the district to settle, as one list."""

    __tablename__ = "settlement_requests"
    __table_args__ = (Index(None, "district_id", "received_on", "id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    reference: Mapped[str]
    received_on: Mapped[date]
    answer_due: Mapped[date | None]
    answer: Mapped[RequestAnswer | None] = mapped_column(choice(RequestAnswer))
    answered_on: Mapped[date | None]
    imported_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))


class CandidateHousehold(Versioned, TenantRecord):
    """Those who come together. With a protected member, only its guardians see it.

    `home_id`: the household of residents that it became; what hides that hides this.
    """

    __tablename__ = "candidate_households"
    __table_args__ = (
        UniqueConstraint("request_id", "ref"),
        Index(None, "district_id"),
        Index(None, "home_id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    request_id: Mapped[UUID] = mapped_column(ForeignKey("settlement_requests.id"))
    ref: Mapped[str]
    kind: Mapped[HouseholdKind] = mapped_column(choice(HouseholdKind))
    state: Mapped[State] = mapped_column(choice(State), server_default="open")
    requirements: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")
    support: Mapped[Support] = mapped_column(choice(Support), server_default="unknown")
    is_protected: Mapped[bool] = mapped_column(server_default="false")
    home_id: Mapped[UUID | None] = mapped_column(ForeignKey("households.id"))


class CandidateGuardian(TenantRecord):
    __tablename__ = "candidate_guardians"
    __table_args__ = (UniqueConstraint("household_id", "user_id"), Index(None, "user_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    household_id: Mapped[UUID] = mapped_column(
        ForeignKey("candidate_households.id", ondelete="CASCADE")
    )
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))


class Candidate(TenantRecord):
    """A person on the list, as IMDi tells; `resident_id` once a plan is carried out."""

    __tablename__ = "candidates"
    __table_args__ = (Index(None, "household_id"), Index(None, "resident_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    household_id: Mapped[UUID] = mapped_column(
        ForeignKey("candidate_households.id", ondelete="CASCADE")
    )
    line: Mapped[int]
    case_ref: Mapped[str | None]
    given_name: Mapped[str | None]
    family_name: Mapped[str]
    birth_date: Mapped[date | None]
    sex: Mapped[Sex] = mapped_column(choice(Sex), server_default="unknown")
    relation: Mapped[Relation] = mapped_column(choice(Relation))
    own_languages: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")
    written_languages: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")
    interpreter_languages: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")
    education: Mapped[str | None]
    work: Mapped[str | None]
    current_place: Mapped[str | None]
    planned_on: Mapped[date | None]
    protection: Mapped[Protection] = mapped_column(choice(Protection), server_default="unknown")
    protection_because: Mapped[str | None]
    resident_id: Mapped[UUID | None] = mapped_column(ForeignKey("residents.id"))


class CandidateIdentifier(TenantRecord):
    """A DUF number, sealed like a resident's."""

    __tablename__ = "candidate_identifiers"
    __table_args__ = (UniqueConstraint("candidate_id"), Index(None, "search_hash"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    candidate_id: Mapped[UUID] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"))
    ciphertext: Mapped[bytes] = mapped_column(LargeBinary)
    search_hash: Mapped[bytes] = mapped_column(LargeBinary)
    masked: Mapped[str]


class CandidatePermit(TenantRecord):
    """Citizenship and permit: for those who settle people, and never part of a plan."""

    __tablename__ = "candidate_permits"
    __table_args__ = (UniqueConstraint("candidate_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    candidate_id: Mapped[UUID] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"))
    citizenship: Mapped[str | None]
    granted_on: Mapped[date | None]


class CandidateCare(Versioned, TenantRecord):
    """Function and health as IMDi gave them, and whether the person can live at the address."""

    __tablename__ = "candidate_care"
    __table_args__ = (UniqueConstraint("candidate_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    candidate_id: Mapped[UUID] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"))
    note: Mapped[str | None]
    suitability: Mapped[Suitability] = mapped_column(
        choice(Suitability), server_default="not_assessed"
    )
    assessed_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    assessed_at: Mapped[datetime | None]


class ImdiCheck(TenantRecord):
    """Somebody logged in to IMDinett and looked; it sends no mail about persons."""

    __tablename__ = "imdi_checks"
    __table_args__ = (Index(None, "district_id", "created_at"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    checked_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    found_new: Mapped[bool]


class PlacementSettings(Versioned, TenantRecord):
    """A district's own: which heading means which field, and the bands a site shall keep to."""

    __tablename__ = "placement_settings"
    __table_args__ = (UniqueConstraint("district_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    headings: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")
    bands: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default="[]")


class Alternative(Versioned, TenantRecord):
    """One way to place the households at a site; a plan, which makes no tenancy by itself."""

    __tablename__ = "placement_alternatives"
    __table_args__ = (Index(None, "district_id", "site_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    name: Mapped[str]
    note: Mapped[str | None]
    made_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    chosen_at: Mapped[datetime | None]
    chosen_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    chosen_because: Mapped[str | None]
    committed_at: Mapped[datetime | None]
    committed_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))


class Placement(TenantRecord):
    """`because`: the reasons that the suggestion gave, as codes; empty when a person chose."""

    __tablename__ = "placements"
    __table_args__ = (
        UniqueConstraint("alternative_id", "household_id"),
        UniqueConstraint("alternative_id", "unit_id"),
        Index(None, "household_id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    alternative_id: Mapped[UUID] = mapped_column(
        ForeignKey("placement_alternatives.id", ondelete="CASCADE")
    )
    household_id: Mapped[UUID] = mapped_column(
        ForeignKey("candidate_households.id", ondelete="CASCADE")
    )
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    because: Mapped[list[str]] = mapped_column(JSONB, server_default="[]")
    tenancy_id: Mapped[UUID | None] = mapped_column(ForeignKey("tenancies.id", ondelete="SET NULL"))


class PlannedHelper(TenantRecord):
    """Among these the households of a plan are shared out when it is carried out."""

    __tablename__ = "placement_helpers"
    __table_args__ = (UniqueConstraint("alternative_id", "kind", "user_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    alternative_id: Mapped[UUID] = mapped_column(
        ForeignKey("placement_alternatives.id", ondelete="CASCADE")
    )
    kind: Mapped[HelperKind] = mapped_column(choice(HelperKind))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))

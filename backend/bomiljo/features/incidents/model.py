from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Computed, ForeignKey, Index, Sequence, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.access.roles import OrganisationKind
from bomiljo.kernel.database import TenantRecord, Versioned, choice

IS_OPEN = text("closed_at IS NULL")


class Category(StrEnum):
    LEAK = "leak"
    FIRE_SAFETY = "fire_safety"
    ELECTRICITY = "electricity"
    HEATING = "heating"
    LOCK_ACCESS = "lock_access"
    CLEANING = "cleaning"
    WASTE = "waste"
    PESTS = "pests"
    LAUNDRY_COMMON = "laundry_common"
    NOISE = "noise"
    SMOKE = "smoke"
    CONFLICT = "conflict"
    THREAT_VIOLENCE = "threat_violence"
    VANDALISM = "vandalism"
    THEFT = "theft"
    HEALTH_EMERGENCY = "health_emergency"
    CONCERN = "concern"
    OTHER = "other"


class Severity(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    SERIOUS = "serious"
    ACUTE = "acute"


class Status(StrEnum):
    NEW = "new"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    RESOLVED = "resolved"
    CLOSED = "closed"


OPEN = frozenset({Status.NEW, Status.IN_PROGRESS, Status.WAITING})
"""Somebody still has work with it; an incident that has left these has `closed_at`."""


class EntryAudience(StrEnum):
    """Each is wider than the one before: own service, + partners who share it, + who reported."""

    INTERNAL = "internal"
    PARTNERS = "partners"
    REPORTER = "reporter"


class EntryKind(StrEnum):
    NOTE = "note"
    STATUS = "status"
    ASSIGNED = "assigned"
    SHARED = "shared"
    SEVERITY = "severity"
    MEASURE = "measure"
    PICTURE = "picture"
    CORRECTION = "correction"


class PartyRole(StrEnum):
    INVOLVED = "involved"
    AFFECTED = "affected"
    WITNESS = "witness"


class Incident(Versioned, TenantRecord):
    """`sharing`: 0 the district's own, 1 landlord too, 2 Nav too, 3 both (see access/scopes)."""

    __tablename__ = "incidents"
    __table_args__ = (
        Index(
            "ix_incidents_district_id_created_at_id",
            "district_id",
            text("created_at DESC"),
            text("id DESC"),
        ),
        Index(None, "unit_id"),
        Index(None, "reporter_resident_id"),
        Index(
            "ix_incidents_open",
            "district_id",
            text("created_at DESC"),
            text("id DESC"),
            postgresql_where=IS_OPEN,
        ),
        Index(
            "ix_incidents_open_status",
            "district_id",
            "status",
            text("created_at DESC"),
            text("id DESC"),
            "severity",
            postgresql_where=IS_OPEN,
        ),
        Index(
            "ix_incidents_open_gravity",
            "district_id",
            text("gravity DESC"),
            text("id DESC"),
            postgresql_where=IS_OPEN,
        ),
        Index(
            "ix_incidents_open_due",
            "district_id",
            text("coalesce(due_on, 'infinity'::date)"),
            "id",
            postgresql_where=IS_OPEN,
        ),
        Index("ix_incidents_open_assigned_to", "assigned_to", postgresql_where=IS_OPEN),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    number: Mapped[int] = mapped_column(BigInteger, Sequence("incident_numbers"))
    category: Mapped[Category] = mapped_column(choice(Category))
    severity: Mapped[Severity] = mapped_column(choice(Severity))
    gravity: Mapped[int] = mapped_column(
        Computed(
            "CASE severity WHEN 'acute' THEN 3 WHEN 'serious' THEN 2 WHEN 'medium' THEN 1"
            " ELSE 0 END",
            persisted=True,
        )
    )
    status: Mapped[Status] = mapped_column(choice(Status), server_default="new")
    title: Mapped[str]
    description: Mapped[str | None]
    place: Mapped[str | None]
    occurred_at: Mapped[datetime]
    reporter_user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    reporter_resident_id: Mapped[UUID | None] = mapped_column(ForeignKey("residents.id"))
    responsible: Mapped[OrganisationKind] = mapped_column(choice(OrganisationKind))
    assigned_to: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    due_on: Mapped[date | None]
    sharing: Mapped[int] = mapped_column(server_default="0")
    building_note: Mapped[str | None]
    closed_at: Mapped[datetime | None]
    picture_total: Mapped[int] = mapped_column(server_default="0")


class Entry(TenantRecord):
    """One line of the timeline; it is never changed, only corrected by a new one."""

    __tablename__ = "incident_entries"
    __table_args__ = (Index(None, "incident_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    incident_id: Mapped[UUID] = mapped_column(ForeignKey("incidents.id"))
    audience: Mapped[EntryAudience] = mapped_column(choice(EntryAudience))
    kind: Mapped[EntryKind] = mapped_column(choice(EntryKind))
    body: Mapped[str | None]
    data: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default="{}")
    author_user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    author_resident_id: Mapped[UUID | None] = mapped_column(ForeignKey("residents.id"))
    corrects_id: Mapped[UUID | None] = mapped_column(ForeignKey("incident_entries.id"))


class Measure(Versioned, TenantRecord):
    __tablename__ = "incident_measures"
    __table_args__ = (Index(None, "incident_id"), Index(None, "district_id", "due_on"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    incident_id: Mapped[UUID] = mapped_column(ForeignKey("incidents.id"))
    audience: Mapped[EntryAudience] = mapped_column(choice(EntryAudience))
    what: Mapped[str]
    responsible: Mapped[OrganisationKind] = mapped_column(choice(OrganisationKind))
    owner_user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    due_on: Mapped[date | None]
    done_at: Mapped[datetime | None]
    done_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))


class Party(TenantRecord):
    __tablename__ = "incident_parties"
    __table_args__ = (UniqueConstraint("incident_id", "resident_id"), Index(None, "resident_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    incident_id: Mapped[UUID] = mapped_column(ForeignKey("incidents.id"))
    resident_id: Mapped[UUID | None] = mapped_column(ForeignKey("residents.id"))
    description: Mapped[str | None]
    role: Mapped[PartyRole] = mapped_column(choice(PartyRole))


class Picture(TenantRecord):
    """A picture drawn anew, without the camera's metadata; the file lies under `storage_key`."""

    __tablename__ = "incident_pictures"
    __table_args__ = (Index(None, "incident_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    incident_id: Mapped[UUID] = mapped_column(ForeignKey("incidents.id"))
    audience: Mapped[EntryAudience] = mapped_column(choice(EntryAudience))
    storage_key: Mapped[str]
    content_type: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    bytes: Mapped[int]
    caption: Mapped[str | None]
    author_user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    author_resident_id: Mapped[UUID | None] = mapped_column(ForeignKey("residents.id"))

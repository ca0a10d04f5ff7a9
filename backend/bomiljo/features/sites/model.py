from datetime import date, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, JSONB, Range
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.access.roles import OrganisationKind
from bomiljo.kernel.database import TenantRecord, Versioned, choice


class NeighbourKind(StrEnum):
    KINDERGARTEN = "kindergarten"
    SCHOOL = "school"
    CHURCH = "church"
    PRISON = "prison"
    HOUSING = "housing"
    SHOP = "shop"
    OTHER = "other"


class BuildingPart(StrEnum):
    MAIN = "main"
    COMMON_HOUSE = "common_house"


class UnitState(StrEnum):
    VACANT = "vacant"
    RESERVED = "reserved"
    BEING_FURNISHED = "being_furnished"
    READY = "ready"
    OCCUPIED = "occupied"
    OUT_OF_USE = "out_of_use"


class Use(StrEnum):
    DWELLING = "dwelling"
    OFFICE = "office"
    CONVERSATION_ROOM = "conversation_room"
    COMMON_ROOM = "common_room"
    STORAGE = "storage"


class Accessibility(StrEnum):
    STEP_FREE = "step_free"
    TURNING_CIRCLE = "turning_circle"
    WIDE_DOORS = "wide_doors"
    ACCESSIBLE_BATHROOM = "accessible_bathroom"
    VISUAL_ALARM = "visual_alarm"
    LOW_STIMULI = "low_stimuli"


class Site(TenantRecord):
    __tablename__ = "sites"
    __table_args__ = (Index(None, "district_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    name: Mapped[str]
    street_address: Mapped[str]
    postal_code: Mapped[str]
    postal_place: Mapped[str]
    walking_minutes: Mapped[dict[str, Any]] = mapped_column(JSONB)


class SiteNeighbour(TenantRecord):
    __tablename__ = "site_neighbours"
    __table_args__ = (Index(None, "site_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    kind: Mapped[NeighbourKind] = mapped_column(choice(NeighbourKind))
    name: Mapped[str]


class BusyHours(TenantRecord):
    """When a neighbour wants no lorries; weekdays are ISO, times wall clock in Oslo.

    The days of `valid_from` and `valid_to` are both included; null: from ever, for ever.
    """

    __tablename__ = "neighbour_busy_hours"
    __table_args__ = (Index(None, "neighbour_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    neighbour_id: Mapped[UUID] = mapped_column(ForeignKey("site_neighbours.id"))
    label: Mapped[str]
    weekdays: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    from_time: Mapped[time]
    to_time: Mapped[time]
    only_school_days: Mapped[bool]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class OnCallContact(TenantRecord):
    """Whom to ring at once, and when; weekdays are ISO (1 = Monday), times wall clock in Oslo."""

    __tablename__ = "on_call_contacts"
    __table_args__ = (Index(None, "site_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    responsible: Mapped[OrganisationKind] = mapped_column(choice(OrganisationKind))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    name: Mapped[str]
    phone: Mapped[str]
    weekdays: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    from_time: Mapped[time]
    to_time: Mapped[time]
    position: Mapped[int]


class Unit(Versioned, TenantRecord):
    __tablename__ = "units"
    __table_args__ = (UniqueConstraint("site_id", "label"), Index(None, "district_id"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    label: Mapped[str]
    dwelling_number: Mapped[str | None] = mapped_column(String(5))
    part: Mapped[BuildingPart] = mapped_column(choice(BuildingPart))
    floor: Mapped[int]
    position: Mapped[int]
    capacity: Mapped[int]
    accessibility: Mapped[list[str]] = mapped_column(ARRAY(Text))
    state: Mapped[UnitState] = mapped_column(choice(UnitState))
    blocked_reason: Mapped[str | None]
    blocked_from: Mapped[date | None]
    blocked_until: Mapped[date | None]
    technical_note: Mapped[str | None]


class UnitUse(TenantRecord):
    """What a unit is used as, one use at a time; the last period is open."""

    __tablename__ = "unit_uses"
    __table_args__ = (Index(None, "unit_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    use: Mapped[Use] = mapped_column(choice(Use))
    period: Mapped[Range[date]] = mapped_column(DATERANGE)
    reason: Mapped[str | None]

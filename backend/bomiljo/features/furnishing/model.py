from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Computed, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import TenantRecord, Versioned, choice

CURRENT = text("replaced_at IS NULL")


class Fits(StrEnum):
    """What a package is for."""

    DWELLING = "dwelling"
    COMMON_ROOM = "common_room"
    OFFICE = "office"
    CONVERSATION_ROOM = "conversation_room"


class ChecklistKind(StrEnum):
    FIRST = "first"
    RELET = "relet"


class Step(StrEnum):
    """The lane of a line, in its order; a later step tells that the earlier ones are over."""

    ORDERED = "ordered"
    DELIVERED = "delivered"
    ASSEMBLED = "assembled"
    PLACED = "placed"
    CHECKED = "checked"


class Package(TenantRecord):
    """One edition of what a kind of unit gets; the next one of that name replaces it."""

    __tablename__ = "furnishing_packages"
    __table_args__ = (
        Index(
            "uq_furnishing_packages_current",
            "district_id",
            "name",
            unique=True,
            postgresql_where=CURRENT,
        ),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    fits: Mapped[Fits] = mapped_column(choice(Fits))
    household_size: Mapped[int | None]
    edition: Mapped[int]
    name: Mapped[str]
    replaced_at: Mapped[datetime | None]


class PackageLine(TenantRecord):
    """`per_person`: that many for each who lives in the unit."""

    __tablename__ = "furnishing_package_lines"
    __table_args__ = (UniqueConstraint("package_id", "item"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    package_id: Mapped[UUID] = mapped_column(ForeignKey("furnishing_packages.id"))
    position: Mapped[int]
    room: Mapped[str]
    item: Mapped[str]
    quantity: Mapped[int]
    needs_assembly: Mapped[bool]
    supplier: Mapped[str | None]
    per_person: Mapped[bool] = mapped_column(server_default="false")


class Checklist(Versioned, TenantRecord):
    """What one unit gets: ready once each line is checked, finished once the key lies ready.

    `persons`: for how many it was made.
    """

    __tablename__ = "checklists"
    __table_args__ = (
        Index("uq_checklists_unit_id", "unit_id", unique=True, postgresql_where=CURRENT),
        Index(None, "site_id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    package_id: Mapped[UUID] = mapped_column(ForeignKey("furnishing_packages.id"))
    kind: Mapped[ChecklistKind] = mapped_column(choice(ChecklistKind))
    persons: Mapped[int] = mapped_column(server_default="1")
    opened_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    ready_at: Mapped[datetime | None]
    key_at: Mapped[datetime | None]
    key_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    replaced_at: Mapped[datetime | None]


class ChecklistLine(TenantRecord):
    """One article in one unit: how far it has come, and who brought it there.

    `quantity` differs from the package's only with a reason. `in_place`: it stood there before the
    list was made. `short`: pieces that somebody found missing. A step that was taken back at
    `withdrawn_at` is not reached again by an older tick that arrives late.
    """

    __tablename__ = "checklist_lines"
    __table_args__ = (
        UniqueConstraint("checklist_id", "item"),
        Index(None, "site_id"),
        Index(None, "order_line_id"),
    )

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    checklist_id: Mapped[UUID] = mapped_column(ForeignKey("checklists.id"))
    position: Mapped[int]
    room: Mapped[str]
    item: Mapped[str]
    package_quantity: Mapped[int]
    quantity: Mapped[int]
    reason: Mapped[str | None]
    needs_assembly: Mapped[bool]
    supplier: Mapped[str | None]
    in_place: Mapped[bool] = mapped_column(server_default="false")
    short: Mapped[int] = mapped_column(server_default="0")
    short_note: Mapped[str | None]
    short_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    to_get: Mapped[int] = mapped_column(
        Computed(
            "CASE WHEN short > 0 THEN short WHEN in_place THEN 0 ELSE quantity END", persisted=True
        )
    )
    ordered_at: Mapped[datetime | None]
    ordered_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    delivered_at: Mapped[datetime | None]
    delivered_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    assembled_at: Mapped[datetime | None]
    assembled_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    placed_at: Mapped[datetime | None]
    placed_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    checked_at: Mapped[datetime | None]
    checked_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    withdrawn_at: Mapped[datetime | None]
    order_line_id: Mapped[UUID | None] = mapped_column(ForeignKey("furniture_order_lines.id"))


class StockItem(TenantRecord):
    """Pieces that lie ready at a site, for the next lists."""

    __tablename__ = "furnishing_stock"
    __table_args__ = (UniqueConstraint("site_id", "item"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    item: Mapped[str]
    quantity: Mapped[int]


class FurnitureOrder(Versioned, TenantRecord):
    """What one supplier is to bring to one site."""

    __tablename__ = "furniture_orders"
    __table_args__ = (Index(None, "district_id", "created_at"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    supplier: Mapped[str | None]
    ordered_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))


class FurnitureOrderLine(TenantRecord):
    """`from_stock`: pieces that the lists need besides, and that were there already."""

    __tablename__ = "furniture_order_lines"
    __table_args__ = (UniqueConstraint("order_id", "item"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("furniture_orders.id"))
    item: Mapped[str]
    quantity: Mapped[int]
    from_stock: Mapped[int]
    delivered: Mapped[int] = mapped_column(server_default="0")


class DeliveryWindow(Versioned, TenantRecord):
    """When the lorry may come with an order, by the wall clock in Oslo.

    `reason` stands where somebody chose a time at which a neighbour wants no lorries.
    """

    __tablename__ = "delivery_windows"
    __table_args__ = (UniqueConstraint("order_id"), Index(None, "site_id", "day"))

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("furniture_orders.id"))
    day: Mapped[date]
    from_time: Mapped[time]
    to_time: Mapped[time]
    supplier_note: Mapped[str | None]
    reason: Mapped[str | None]
    set_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    set_at: Mapped[datetime]


class SupportState(StrEnum):
    """How far an application for personal extras has come; never how much or why."""

    NONE = "none"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    BOUGHT = "bought"


class SupportStatus(Versioned, TenantRecord):
    """It belongs to the household's lease, not to the flat: it hides and ends with it."""

    __tablename__ = "support_statuses"
    __table_args__ = (UniqueConstraint("tenancy_id"),)

    district_id: Mapped[UUID] = mapped_column(ForeignKey("districts.id"))
    tenancy_id: Mapped[UUID] = mapped_column(ForeignKey("tenancies.id", ondelete="CASCADE"))
    status: Mapped[SupportState] = mapped_column(choice(SupportState))
    day: Mapped[date]
    set_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))

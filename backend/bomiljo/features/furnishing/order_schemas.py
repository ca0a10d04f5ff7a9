"""Needs, joint orders, what is missing, and when the lorry comes."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from bomiljo.features.identity.schemas import Named
from bomiljo.kernel.listing import Page
from bomiljo.kernel.views import View


class NeedQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    site_id: UUID


class NeedView(View):
    item: str
    room: str
    supplier: str | None
    units: int
    needed: int
    stock: int
    to_order: int


class Needs(View):
    items: list[NeedView]


class OrderState(StrEnum):
    ORDERED = "ordered"
    PARTLY = "partly"
    DELIVERED = "delivered"


class OrderLineView(View):
    id: UUID
    item: str
    quantity: int
    from_stock: int
    delivered: int


class DeliveryWindowView(View):
    """When the lorry comes, by the wall clock in Oslo; `reason`: why at a busy time after all."""

    day: date
    from_time: str
    to_time: str
    supplier_note: str | None
    reason: str | None
    set_by: Named


class OrderView(View):
    id: UUID
    site: Named
    supplier: str | None
    created_at: datetime
    ordered_by: Named
    state: OrderState
    lines: list[OrderLineView]
    window: DeliveryWindowView | None
    version: int


class OrderPage(Page[OrderView]):
    pass


class Ordered(View):
    """The orders that were made; none where stock covered everything."""

    order_ids: list[UUID]


class ShortageView(View):
    """Pieces of one article that one unit lacks; `unit.name` is its label."""

    id: UUID
    unit: Named
    item: str
    short: int
    short_note: str | None
    reported_by: Named | None
    ordered: bool
    delivered: bool


class ShortagePage(Page[ShortageView]):
    pass


class ObstacleKind(StrEnum):
    """Only what a neighbour wishes may be set aside, and only with a reason."""

    PAST = "past"
    DAY_OF_REST = "day_of_rest"
    QUIET = "quiet"
    NEIGHBOUR = "neighbour"
    DELIVERY = "delivery"


class ObstacleView(View):
    """Why a time does not fit. `name` and `label` are the neighbour's; of a delivery, `name` is
    who else comes then."""

    kind: ObstacleKind
    name: str | None = None
    label: str | None = None
    from_time: str | None = None
    to_time: str | None = None
    only_school_days: bool = False


class SlotView(View):
    day: date
    from_time: str
    to_time: str


class Advice(View):
    """Nothing stands against a time without obstacles; the slots are those nearest to it."""

    obstacles: list[ObstacleView]
    better_slots: list[SlotView]

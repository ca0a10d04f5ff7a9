from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience
from bomiljo.features.residents.household_schemas import MemberView
from bomiljo.features.residents.model import HelperKind
from bomiljo.features.tenancies.model import ClockStep, EndReason, TenancyKind
from bomiljo.kernel.inputs import Day, Input, Line, Version
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class TenancyState(StrEnum):
    """Where a tenancy's days lie: ahead, around or behind today."""

    PLANNED = "planned"
    CURRENT = "current"
    ENDED = "ended"


class _Tenancy(View):
    """`until` is the first day without the household; `moved_in_at` is empty until confirmed.

    `clock`: how far a fixed term has come while they live there. `open_ended_from`: when it counts
    as open-ended, if nobody has asked them in writing to move. `move_reported_on`: to the
    population register.
    """

    id: UUID
    site_id: UUID
    unit_id: UUID
    unit_label: str
    state: TenancyState
    kind: TenancyKind
    from_day: date
    until: date | None
    contract_ends_on: date | None
    clock: ClockStep | None
    open_ended_from: date | None
    household_size: int
    keys_handed_over: int | None
    moved_in_at: datetime | None
    moved_out_at: datetime | None
    move_reported_on: date | None
    version: int


class TenancyLease(_Tenancy):
    """For the landlord: the lease of a flat, never who lives there."""

    view: Literal["lease"] = "lease"


class TenancyCare(_Tenancy):
    """For those who follow people up; members outside one's own cases are left out."""

    view: Literal["care"] = "care"
    household_id: UUID
    members: list[MemberView]
    legal_ground: str | None
    ended_because: EndReason | None
    destination: str | None
    previous_id: UUID | None


LeaseKind = type[TenancyLease] | type[TenancyCare]
TenancyView = Annotated[TenancyLease | TenancyCare, Field(discriminator="view")]

tenancy_view = Lens[LeaseKind](
    Permission.TENANCIES_READ,
    {
        Audience.DISTRICT: TenancyCare,
        Audience.NAV: TenancyCare,
        Audience.LANDLORD: TenancyLease,
    },
)


class TenancyPage(Page[TenancyView]):
    pass


class TenancySort(StrEnum):
    FROM_DAY = "from_day"
    LATEST = "-from_day"
    UNIT = "unit"
    ENDS = "contract_ends_on"


class TenancyQuery(ListQuery):
    state: TenancyState | None = None
    clock: ClockStep | None = None
    running_out: Annotated[
        bool, Field(description="Fixed terms that end soon or have ended, while they live there")
    ] = False
    resident_id: Annotated[
        UUID | None, Field(description="Of the households that a resident lived with then")
    ] = None
    unit_id: UUID | None = None
    site_id: UUID | None = None
    sort: TenancySort = TenancySort.LATEST


Keys = Annotated[int, Field(ge=0, le=20, examples=[2])]


class ContractInput(Input):
    kind: TenancyKind
    legal_ground: Annotated[
        Line | None, Field(examples=["husleieloven § 11-1"], description="Of a fixed term")
    ] = None
    contract_ends_on: Day | None = None

    @model_validator(mode="after")
    def fixed_term_has_an_end(self) -> "ContractInput":
        fixed = self.kind is TenancyKind.FIXED_TERM
        if fixed and not (self.legal_ground and self.contract_ends_on):
            code = "fixed_term_incomplete"
            raise PydanticCustomError(code, "A fixed term needs its legal ground and its last day")
        if not fixed and self.contract_ends_on:
            code = "open_ended_with_end"
            raise PydanticCustomError(code, "An open-ended lease has no last day")
        return self


class MoveInHelper(Input):
    kind: HelperKind
    user_id: UUID


class MoveIn(ContractInput):
    """A household, or one resident who becomes a household of one."""

    household_id: UUID | None = None
    resident_id: UUID | None = None
    unit_id: UUID
    from_day: Day
    keys_handed_over: Keys | None = None
    helpers: Annotated[list[MoveInHelper], Field(max_length=4, default_factory=list)]

    @model_validator(mode="after")
    def names_who_moves(self) -> "MoveIn":
        if (self.household_id is None) == (self.resident_id is None):
            code = "household_or_resident"
            raise PydanticCustomError(code, "Name either a household or a resident")
        return self


class ConfirmMoveIn(Input):
    version: Version
    on_day: Day
    keys_handed_over: Keys


class EditTenancy(Input):
    """What is left out stays; `null` empties."""

    version: Version
    kind: TenancyKind | None = None
    legal_ground: Line | None = None
    contract_ends_on: Day | None = None
    keys_handed_over: Keys | None = None


class Transfer(ContractInput):
    version: Version
    unit_id: UUID
    on_day: Day
    keys_handed_over: Keys | None = None


class MoveOut(Input):
    """A day ahead is a notice; the day that has come ends it. Send it again to settle a notice."""

    version: Version
    on_day: Day
    reason: EndReason
    destination: Annotated[Line | None, Field(examples=["Bydel Alna"])] = None

    @field_validator("reason")
    @classmethod
    def leaves_the_house(cls, reason: EndReason) -> EndReason:
        if reason is EndReason.INTERNAL_TRANSFER:
            code = "use_transfer"
            raise PydanticCustomError(code, "A move inside the house is a transfer")
        return reason


class CancelPlan(Input):
    version: Version


class IssuedCode(View):
    """Shown once, to be printed or read out; only its hash is kept."""

    code: str
    url: str
    expires_at: datetime


class Device(View):
    id: UUID
    label: str
    created_at: datetime
    last_seen_at: datetime


class Devices(View):
    items: list[Device]

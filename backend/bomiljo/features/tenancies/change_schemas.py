from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience
from bomiljo.features.residents.model import Relation
from bomiljo.features.tenancies.model import ChangeKind, ChangeState, RefusalGround
from bomiljo.kernel.inputs import Day, Input, Line, Version
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class _Change(View):
    """`size_now`: how many live there; `capacity`: the unit's places."""

    id: UUID
    tenancy_id: UUID
    site_id: UUID
    unit_label: str
    kind: ChangeKind
    relation: Relation | None
    on_day: date
    state: ChangeState
    size_now: int
    capacity: int
    refused_because: RefusalGround | None
    refusal_note: str | None
    created_at: datetime
    decided_at: datetime | None
    version: int


class HouseholdChangeLease(_Change):
    """For the landlord: how many and in what relation, never who."""

    view: Literal["lease"] = "lease"


class HouseholdChangeCare(_Change):
    view: Literal["care"] = "care"
    resident_id: UUID
    resident_name: str


ChangeLens = type[HouseholdChangeLease] | type[HouseholdChangeCare]
HouseholdChangeView = Annotated[
    HouseholdChangeLease | HouseholdChangeCare, Field(discriminator="view")
]

change_view = Lens[ChangeLens](
    Permission.TENANCIES_READ,
    {
        Audience.DISTRICT: HouseholdChangeCare,
        Audience.NAV: HouseholdChangeCare,
        Audience.LANDLORD: HouseholdChangeLease,
    },
)


class HouseholdChangePage(Page[HouseholdChangeView]):
    pass


class HouseholdChangeQuery(ListQuery):
    state: ChangeState | None = None
    tenancy_id: UUID | None = None
    site_id: UUID | None = None


class AskHouseholdChange(Input):
    """Who joins waits for the landlord; a birth and a leaving hold at once."""

    version: Version
    kind: ChangeKind
    resident_id: UUID
    relation: Relation | None = None
    on_day: Day

    @model_validator(mode="after")
    def who_joins_has_a_relation(self) -> "AskHouseholdChange":
        if self.kind is not ChangeKind.LEAVES and self.relation is None:
            code = "relation_missing"
            raise PydanticCustomError(code, "Say how the person is related to the tenant")
        return self


class DecideHouseholdChange(Input):
    """A refusal needs its ground, and only the dwelling itself is one."""

    version: Version
    approved: bool
    refused_because: RefusalGround | None = None
    refusal_note: Annotated[Line | None, Field(examples=["Leiligheten har ett soverom"])] = None


class ConfirmHouseholdChange(Input):
    version: Version
    on_day: Day


class WithdrawHouseholdChange(Input):
    version: Version

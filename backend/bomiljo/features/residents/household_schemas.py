from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from bomiljo.features.residents.model import HouseholdKind, Relation
from bomiljo.kernel.inputs import Day, Input
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class AgeBand(StrEnum):
    """How old somebody is, as closely as those on site need to know it."""

    CHILD = "under_18"
    YOUNG = "18_24"
    ADULT = "25_39"
    MIDDLE = "40_59"
    OLDER = "60_plus"
    UNKNOWN = "unknown"


class MemberView(View):
    id: UUID
    resident_id: UUID
    name: str
    relation: Relation
    age_band: AgeBand
    from_day: date
    until: date | None


class HouseholdView(View):
    """Members whose period has ended are left out."""

    id: UUID
    kind: HouseholdKind
    members: list[MemberView]


class HouseholdPage(Page[HouseholdView]):
    pass


class HouseholdQuery(ListQuery):
    kind: HouseholdKind | None = None
    resident_id: UUID | None = None


class NewMember(Input):
    resident_id: UUID
    relation: Relation


class NewHousehold(Input):
    kind: HouseholdKind
    members: Annotated[list[NewMember], Field(min_length=1, max_length=20)]
    from_day: Day


class AddMember(NewMember):
    from_day: Day


class EndMembership(Input):
    on_day: Day

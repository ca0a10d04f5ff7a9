from functools import lru_cache
from typing import Any

from sqlalchemy import Select, case, exists, select

from bomiljo.features.residents.household_queries import TODAY, begin, end, members
from bomiljo.features.residents.model import HouseholdMember
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.features.tenancies.schemas import (
    LeaseKind,
    TenancyQuery,
    TenancySort,
    TenancyState,
)
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, own_columns

FROM_DAY, UNTIL = begin(Tenancy.period), end(Tenancy.period)
FILTERS = {
    "unit_id": given(Tenancy.unit_id, "unit_id"),
    "site_id": given(Tenancy.site_id, "site_id"),
    "resident_id": exists().where(
        HouseholdMember.household_id == Tenancy.household_id,
        HouseholdMember.period.overlaps(Tenancy.period),
        given(HouseholdMember.resident_id, "resident_id"),
    ),
}
STATES = {
    TenancyState.PLANNED: FROM_DAY > TODAY,
    TenancyState.CURRENT: Tenancy.period.contains(TODAY),
    TenancyState.ENDED: UNTIL <= TODAY,
}
ORDERS = {
    TenancySort.FROM_DAY: Order(FROM_DAY),
    TenancySort.LATEST: Order(FROM_DAY, descending=True),
    TenancySort.UNIT: Order(Unit.label),
}


def filters_of(query: TenancyQuery) -> dict[str, Any]:
    return query.model_dump(mode="json", include=set(FILTERS), exclude_none=True)


def _parts(view: LeaseKind) -> tuple[Select[Any], Any, Any]:
    """The statement, the JSON of one row, and the residents that it tells of."""
    inside, people = members(Tenancy.household_id, Tenancy, Tenancy.period)
    columns = {
        "unit_label": Unit.label,
        "state": case(
            *((condition, state.value) for state, condition in STATES.items()),
            else_=TenancyState.CURRENT.value,
        ),
        "from_day": FROM_DAY,
        "until": UNTIL,
        "members": inside,
    }
    wanted = {name: value for name, value in columns.items() if name in view.model_fields}
    item = as_json(view, own_columns(view, Tenancy) | wanted)
    named = "members" in view.model_fields
    return select(Tenancy).join(Unit, Unit.id == Tenancy.unit_id), item, people if named else None


@lru_cache
def tenancies(
    view: LeaseKind,
    filters: frozenset[str],
    state: TenancyState | None,
    sort: TenancySort,
    *,
    continued: bool,
) -> Listing:
    statement, item, subjects = _parts(view)
    conditions = [given(Tenancy.district_id, "district_id")]
    conditions += [FILTERS[name] for name in sorted(filters)]
    return listing(
        "tenancies.list",
        statement.where(*conditions, *([STATES[state]] if state else [])),
        item=item,
        record=Tenancy.id,
        order=ORDERS[sort],
        continued=continued,
        subjects=subjects,
    )


@lru_cache
def tenancy(view: LeaseKind) -> Detail:
    statement, item, subjects = _parts(view)
    return detail(
        "tenancies.detail",
        statement.where(given(Tenancy.id, "tenancy_id")),
        item=item,
        record=Tenancy.id,
        subjects=subjects,
    )

from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    Text,
    and_,
    case,
    exists,
    func,
    literal_column,
    null,
    select,
)

from bomiljo.features.residents.household_queries import TODAY, begin, end, members
from bomiljo.features.residents.model import HouseholdMember
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies.model import ClockStep, Tenancy, TenancyKind
from bomiljo.features.tenancies.schemas import (
    LeaseKind,
    TenancyQuery,
    TenancySort,
    TenancyState,
)
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, own_columns

FROM_DAY, UNTIL = begin(Tenancy.period), end(Tenancy.period)
FIXED = and_(
    Tenancy.kind == literal_column(f"'{TenancyKind.FIXED_TERM.value}'"),
    Tenancy.contract_ends_on.is_not(None),
    Tenancy.moved_in_at.is_not(None),
    Tenancy.moved_out_at.is_(None),
    Tenancy.period.contains(TODAY),
)
"""A term that runs, or ran, while the household lives there."""
CLOCK: ColumnElement[str] = func.lease_step(
    Tenancy.contract_ends_on,
    func.asked_to_move(Tenancy.id, Tenancy.contract_ends_on),
    TODAY,
    type_=Text(),
)
OPEN_ENDED_FROM = func.open_ended_from(Tenancy.contract_ends_on, type_=Date())
RUNNING_OUT = and_(FIXED, literal_column(f"'{ClockStep.RUNNING.value}'") != CLOCK)
FILTERS = {
    "clock": and_(FIXED, given(CLOCK, "clock")),
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
    TenancySort.ENDS: Order(
        func.coalesce(Tenancy.contract_ends_on, literal_column("'infinity'::date"), type_=Date())
    ),
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
        "clock": case((FIXED, CLOCK), else_=null()),
        "open_ended_from": case((FIXED, OPEN_ENDED_FROM), else_=null()),
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
    running_out: bool,
    continued: bool,
) -> Listing:
    statement, item, subjects = _parts(view)
    conditions = [given(Tenancy.district_id, "district_id")]
    conditions += [FILTERS[name] for name in sorted(filters)]
    conditions += [STATES[state]] if state else []
    conditions += [RUNNING_OUT] if running_out else []
    return listing(
        "tenancies.list",
        statement.where(*conditions),
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

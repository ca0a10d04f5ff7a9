from functools import lru_cache
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import array

from bomiljo.features.residents.household_queries import full_name
from bomiljo.features.residents.model import Resident
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies.change_schemas import ChangeLens, HouseholdChangeCare
from bomiljo.features.tenancies.model import HouseholdChange, Tenancy
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, own_columns

FILTERS = {
    "state": given(HouseholdChange.state, "state"),
    "tenancy_id": given(HouseholdChange.tenancy_id, "tenancy_id"),
    "site_id": given(Tenancy.site_id, "site_id"),
}


def _parts(view: ChangeLens) -> tuple[Select[Any], Any, Any]:
    named = view is HouseholdChangeCare
    statement = (
        select(HouseholdChange)
        .join(Tenancy, Tenancy.id == HouseholdChange.tenancy_id)
        .join(Unit, Unit.id == Tenancy.unit_id)
    )
    columns = {
        "site_id": Tenancy.site_id,
        "unit_label": Unit.label,
        "size_now": Tenancy.household_size,
        "capacity": Unit.capacity,
    }
    if named:
        statement = statement.join(Resident, Resident.id == HouseholdChange.resident_id)
        columns["resident_name"] = full_name(Resident)  # type: ignore[assignment]
    item = as_json(view, own_columns(view, HouseholdChange) | columns)
    return statement, item, array([HouseholdChange.resident_id]) if named else None


@lru_cache
def changes(view: ChangeLens, filters: frozenset[str], *, continued: bool) -> Listing:
    statement, item, subjects = _parts(view)
    return listing(
        "household_changes.list",
        statement.where(
            given(HouseholdChange.district_id, "district_id"),
            *(FILTERS[name] for name in sorted(filters)),
        ),
        item=item,
        record=HouseholdChange.id,
        order=Order(HouseholdChange.created_at, descending=True),
        continued=continued,
        subjects=subjects,
    )


@lru_cache
def change(view: ChangeLens) -> Detail:
    statement, item, subjects = _parts(view)
    return detail(
        "household_changes.detail",
        statement.where(given(HouseholdChange.id, "change_id")),
        item=item,
        record=HouseholdChange.id,
        subjects=subjects,
    )

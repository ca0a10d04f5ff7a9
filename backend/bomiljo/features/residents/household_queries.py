from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Text,
    Uuid,
    case,
    cast,
    column,
    exists,
    func,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE
from sqlalchemy.orm import aliased

from bomiljo.features.residents.household_schemas import AgeBand, HouseholdView, MemberView
from bomiljo.features.residents.model import Household, HouseholdMember, Resident
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, rows_as_json

LEASES = table(
    "tenancies",
    column("id", Uuid()),
    column("site_id", Uuid()),
    column("unit_id", Uuid()),
    column("household_id", Uuid()),
    column("kind", Text()),
    column("period", DATERANGE()),
    column("contract_ends_on", Date()),
    column("keys_handed_over", Integer()),
)
"""What this room reads of the leases, which stand a floor above it."""

TODAY = func.current_date(type_=Date())


def begin(period: Any) -> ColumnElement[Any]:
    return func.lower(period, type_=Date())


def end(period: Any) -> ColumnElement[Any]:
    return func.upper(period, type_=Date())


def full_name(person: Any) -> ColumnElement[str]:
    return func.concat_ws(" ", person.given_name, person.family_name)


def age(person: Any) -> ColumnElement[Any]:
    return cast(func.date_part("year", func.age(person.birth_date)), Integer)


def age_band(person: Any) -> ColumnElement[Any]:
    years = age(person)
    return case(
        (years < 18, AgeBand.CHILD.value),
        (years < 25, AgeBand.YOUNG.value),
        (years < 40, AgeBand.ADULT.value),
        (years < 60, AgeBand.MIDDLE.value),
        (years >= 60, AgeBand.OLDER.value),
        else_=AgeBand.UNKNOWN.value,
    )


def members(household: Any, outer: Any, during: Any = None) -> tuple[Any, Any]:
    """A household's members as JSON and their residents' ids: those `during`, or the ongoing."""
    person, member = aliased(Resident), aliased(HouseholdMember)
    when = func.ongoing(member.period) if during is None else member.period.overlaps(during)
    columns = {
        "id": member.id,
        "resident_id": person.id,
        "name": full_name(person),
        "relation": member.relation,
        "age_band": age_band(person),
        "from_day": begin(member.period),
        "until": end(member.period),
    }
    of = (member.household_id == household, when)
    shown = (
        select(as_json(MemberView, columns))
        .select_from(member)
        .join(person, person.id == member.resident_id)
        .where(*of)
        .order_by(begin(member.period), member.id)
        .correlate(outer)
    )
    people = select(member.resident_id).where(*of).correlate(outer).scalar_subquery()
    return rows_as_json(shown), func.array(people, type_=ARRAY(Uuid()))


def household_of(person: Any) -> tuple[Any, Any]:
    """The household that `person` belongs to as JSON, and the ids of those in it."""
    mine = aliased(HouseholdMember)
    belongs = (mine.resident_id == person.id, mine.period.contains(TODAY))
    inside, _ = members(Household.id, Household)
    shown = (
        select(_json(inside))
        .join(mine, mine.household_id == Household.id)
        .where(*belongs)
        .correlate(person)
        .scalar_subquery()
    )
    current = select(mine.household_id).where(*belongs).correlate(person).scalar_subquery()
    _, people = members(current, person)
    return shown, people


def _json(inside: Any) -> Any:
    return as_json(HouseholdView, {"id": Household.id, "kind": Household.kind, "members": inside})


FILTERS = {
    "kind": given(Household.kind, "kind"),
    "resident_id": exists().where(
        HouseholdMember.household_id == Household.id,
        func.ongoing(HouseholdMember.period),
        given(HouseholdMember.resident_id, "resident_id"),
    ),
}


@lru_cache
def households(filters: frozenset[str], *, continued: bool) -> Listing:
    inside, people = members(Household.id, Household)
    return listing(
        "households.list",
        select(Household)
        .where(given(Household.district_id, "district_id"))
        .where(*(FILTERS[name] for name in sorted(filters))),
        item=_json(inside),
        record=Household.id,
        order=Order(Household.created_at, descending=True),
        continued=continued,
        subjects=people,
    )


@lru_cache
def household() -> Detail:
    inside, people = members(Household.id, Household)
    return detail(
        "households.detail",
        select(Household).where(given(Household.id, "household_id")),
        item=_json(inside),
        record=Household.id,
        subjects=people,
    )

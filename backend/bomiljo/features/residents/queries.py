from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    Text,
    bindparam,
    exists,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import array

from bomiljo.features.identity.model import StoredSession, User
from bomiljo.features.residents.household_queries import (
    LEASES,
    TODAY,
    age,
    age_band,
    begin,
    end,
    household_of,
)
from bomiljo.features.residents.model import (
    ContactPoint,
    Helper,
    HouseholdMember,
    Resident,
    ResidentLanguage,
)
from bomiljo.features.residents.schemas import (
    ContactPointView,
    HelperRef,
    HelperView,
    HomeView,
    LanguageView,
    ListedKind,
    ResidentKind,
    ResidentQuery,
    ResidentSort,
    UnitRef,
)
from bomiljo.features.sites.model import Unit
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, own_columns, rows_as_json

NOW_HELPING = Helper.period.contains(TODAY)
NOW_MEMBER = HouseholdMember.period.contains(TODAY)
NOW_LEASED = LEASES.c.period.op("@>")(TODAY)


def _speaks() -> ColumnElement[bool]:
    language = bindparam("language", type_=Text())
    return exists().where(
        ResidentLanguage.resident_id == Resident.id, ResidentLanguage.language == language
    )


def _helps(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(Helper.resident_id == Resident.id, NOW_HELPING, *conditions)


FILTERS: dict[str, Any] = {
    "status": given(Resident.status, "status"),
    "site_id": given(Resident.site_id, "site_id"),
    "language": _speaks(),
    "helper_user_id": _helps(given(Helper.user_id, "helper_user_id")),
    "unassigned": ~_helps(given(Helper.kind, "unassigned")),
}
ORDERS = {
    ResidentSort.NAME: Order(Resident.sort_name),
    ResidentSort.SETTLED_ON: Order(
        func.coalesce(Resident.settled_on, literal_column("'infinity'::date"), type_=Date())
    ),
    ResidentSort.LAST_SETTLED: Order(
        func.coalesce(Resident.settled_on, literal_column("'-infinity'::date"), type_=Date()),
        descending=True,
    ),
}


def filters_of(query: ResidentQuery) -> dict[str, Any]:
    return query.model_dump(mode="json", include=set(FILTERS), exclude_none=True)


def _chosen(view: Any, **columns: Any) -> dict[str, Any]:
    """Of `columns` those that `view` shows, beside the resident's own."""
    wanted = {name: value for name, value in columns.items() if name in view.model_fields}
    return own_columns(view, Resident) | wanted


def _first(statement: Select[Any]) -> Any:
    return statement.correlate(Resident).limit(1).scalar_subquery()


def _unit() -> Any:
    return _first(
        select(as_json(UnitRef, {"id": Unit.id, "label": Unit.label}))
        .select_from(HouseholdMember)
        .join(LEASES, LEASES.c.household_id == HouseholdMember.household_id)
        .join(Unit, Unit.id == LEASES.c.unit_id)
        .where(HouseholdMember.resident_id == Resident.id, NOW_MEMBER, NOW_LEASED)
    )


def _home() -> Any:
    since = begin(LEASES.c.period)
    return _first(
        select(
            as_json(
                HomeView,
                {
                    "tenancy_id": LEASES.c.id,
                    "unit_id": Unit.id,
                    "unit_label": Unit.label,
                    "from_day": since,
                    "until": end(LEASES.c.period),
                    "planned": since > TODAY,
                },
            )
        )
        .select_from(HouseholdMember)
        .join(LEASES, LEASES.c.household_id == HouseholdMember.household_id)
        .join(Unit, Unit.id == LEASES.c.unit_id)
        .where(
            HouseholdMember.resident_id == Resident.id,
            func.ongoing(HouseholdMember.period),
            func.ongoing(LEASES.c.period),
        )
        .order_by(since)
    )


def _helper_refs() -> Any:
    columns = {"kind": Helper.kind, "user_id": User.id, "name": User.name}
    return rows_as_json(
        select(as_json(HelperRef, columns))
        .join(User, User.id == Helper.user_id)
        .where(Helper.resident_id == Resident.id, NOW_HELPING)
        .order_by(Helper.kind, Helper.id)
        .correlate(Resident)
    )


def _helpers() -> Any:
    columns = {
        "id": Helper.id,
        "kind": Helper.kind,
        "user_id": User.id,
        "name": User.name,
        "phone": User.phone,
        "from_day": begin(Helper.period),
        "until": end(Helper.period),
        "active": NOW_HELPING,
    }
    return rows_as_json(
        select(as_json(HelperView, columns))
        .join(User, User.id == Helper.user_id)
        .where(Helper.resident_id == Resident.id)
        .order_by(begin(Helper.period).desc(), Helper.kind, Helper.id)
        .correlate(Resident)
    )


def _languages() -> Any:
    return rows_as_json(
        select(as_json(LanguageView, own_columns(LanguageView, ResidentLanguage)))
        .where(ResidentLanguage.resident_id == Resident.id)
        .order_by(ResidentLanguage.own.desc(), ResidentLanguage.language)
        .correlate(Resident)
    )


def _interpreter_languages() -> Any:
    return rows_as_json(
        select(ResidentLanguage.language)
        .where(ResidentLanguage.resident_id == Resident.id, ResidentLanguage.interpreter)
        .order_by(ResidentLanguage.language)
        .correlate(Resident)
    )


def _contact_points() -> Any:
    return rows_as_json(
        select(as_json(ContactPointView, own_columns(ContactPointView, ContactPoint)))
        .where(ContactPoint.resident_id == Resident.id)
        .order_by(ContactPoint.id)
        .correlate(Resident)
    )


def _open_devices() -> Any:
    return (
        select(func.count())
        .where(
            StoredSession.resident_id == Resident.id,
            StoredSession.ended_at.is_(None),
            StoredSession.expires_at > func.now(),
            StoredSession.last_seen_at + StoredSession.idle > func.now(),
        )
        .correlate(Resident)
        .scalar_subquery()
    )


@lru_cache
def residents(
    view: ListedKind, filters: frozenset[str], sort: ResidentSort, *, continued: bool
) -> Listing:
    columns = _chosen(
        view,
        unit=_unit(),
        interpreter_languages=_interpreter_languages(),
        helpers=_helper_refs(),
        protected=Resident.is_protected,
        age=age(Resident),
        age_band=age_band(Resident),
    )
    return listing(
        "residents.list",
        select(Resident)
        .where(given(Resident.district_id, "district_id"))
        .where(*(FILTERS[name] for name in sorted(filters))),
        item=as_json(view, columns),
        record=Resident.id,
        order=ORDERS[sort],
        continued=continued,
        subjects=array([Resident.id]),
    )


@lru_cache
def resident(view: ResidentKind) -> Detail:
    household, members = household_of(Resident)
    columns = _chosen(
        view,
        household=household,
        languages=_languages(),
        contact_points=_contact_points(),
        helpers=_helpers(),
        home=_home(),
        open_devices=_open_devices(),
        protected=Resident.is_protected,
        age=age(Resident),
        age_band=age_band(Resident),
    )
    return detail(
        "residents.detail",
        select(Resident).where(given(Resident.id, "resident_id")),
        item=as_json(view, columns),
        record=Resident.id,
        subjects=members + array([Resident.id]),
    )

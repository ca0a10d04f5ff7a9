from functools import lru_cache
from typing import Any

from sqlalchemy import Date, Text, bindparam, case, cast, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY

from bomiljo.access.roles import AUDIENCES
from bomiljo.features.identity.model import Organisation, User
from bomiljo.features.privacy.model import CHANGES, DISCLOSURES
from bomiljo.features.privacy.schemas import ChangeView, DisclosureView, LookView
from bomiljo.kernel.listing import Listing, ListQuery, Order, given, listing
from bomiljo.kernel.rows import as_json, one_of

NEWEST = Order(CHANGES.c.at, descending=True)


def _since(column: Any) -> Any:
    return column >= cast(bindparam("from_day", type_=Date()), Date)


CHANGE_FILTERS = {
    "table_name": given(CHANGES.c.table_name, "table_name"),
    "row_id": given(CHANGES.c.row_id, "row_id"),
    "actor_id": given(CHANGES.c.actor_id, "actor_id"),
    "from_day": _since(CHANGES.c.at),
}
DISCLOSURE_FILTERS = {
    "page": given(DISCLOSURES.c.page, "page"),
    "actor_id": given(DISCLOSURES.c.actor_id, "actor_id"),
    "from_day": _since(DISCLOSURES.c.at),
}


def filters_of(query: ListQuery, filters: dict[str, Any]) -> dict[str, Any]:
    return query.model_dump(include=set(filters), exclude_none=True)


def _changed_fields() -> Any:
    """Names of the fields that differ; all of them for what came or went."""
    was = func.coalesce(CHANGES.c.before, func.jsonb_build_object())
    became = func.coalesce(CHANGES.c.after, func.jsonb_build_object())
    names = func.jsonb_object_keys(was.op("||")(became)).table_valued("name").alias("names")
    differing = (
        select(names.c.name)
        .where(was.op("->")(names.c.name).is_distinct_from(became.op("->")(names.c.name)))
        .order_by(names.c.name)
    )
    return func.array(differing.scalar_subquery(), type_=ARRAY(Text))


@lru_cache
def changes(filters: frozenset[str], *, continued: bool) -> Listing:
    columns = {
        "id": cast(CHANGES.c.id, Text),
        "at": CHANGES.c.at,
        "actor": User.name,
        "role": CHANGES.c.role,
        "action": CHANGES.c.action,
        "table_name": CHANGES.c.table_name,
        "row_id": CHANGES.c.row_id,
        "fields": _changed_fields(),
    }
    statement = (
        select(CHANGES)
        .outerjoin(User, User.id == CHANGES.c.actor_id)
        .where(*(CHANGE_FILTERS[name] for name in sorted(filters)))
    )
    return listing(
        "changes.list",
        statement,
        item=as_json(ChangeView, columns),
        record=CHANGES.c.id,
        order=NEWEST,
        continued=continued,
        logged=False,
    )


@lru_cache
def disclosures(filters: frozenset[str], *, continued: bool) -> Listing:
    columns = {
        "id": cast(DISCLOSURES.c.id, Text),
        "at": DISCLOSURES.c.at,
        "actor": User.name,
        "role": DISCLOSURES.c.role,
        "organisation": Organisation.name,
        "page": DISCLOSURES.c.page,
        "purpose": DISCLOSURES.c.purpose,
        "persons": func.cardinality(DISCLOSURES.c.subject_ids),
    }
    statement = (
        select(DISCLOSURES)
        .outerjoin(User, User.id == DISCLOSURES.c.actor_id)
        .outerjoin(Organisation, Organisation.id == DISCLOSURES.c.organisation_id)
        .where(*(DISCLOSURE_FILTERS[name] for name in sorted(filters)))
    )
    return listing(
        "disclosures.list",
        statement,
        item=as_json(DisclosureView, columns),
        record=DISCLOSURES.c.id,
        order=Order(DISCLOSURES.c.at, descending=True),
        continued=continued,
        logged=False,
    )


@lru_cache
def looks(*, continued: bool) -> Listing:
    """What the row policy lets a resident see of the log: looks at themselves, by others."""
    audience = case(
        *(
            (one_of(DISCLOSURES.c.role, roles), literal(str(one)))
            for one, roles in AUDIENCES.items()
        )
    )
    columns = {
        "at": DISCLOSURES.c.at,
        "role": DISCLOSURES.c.role,
        "audience": audience,
        "organisation": Organisation.name,
        "page": DISCLOSURES.c.page,
        "purpose": DISCLOSURES.c.purpose,
    }
    statement = (
        select(DISCLOSURES)
        .outerjoin(Organisation, Organisation.id == DISCLOSURES.c.organisation_id)
        .where(DISCLOSURES.c.actor_id != func.actor())
    )
    return listing(
        "portal.looks",
        statement,
        item=as_json(LookView, columns),
        record=DISCLOSURES.c.id,
        order=Order(DISCLOSURES.c.at, descending=True),
        continued=continued,
        logged=False,
    )

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, Text, Uuid, bindparam, exists, func, or_, select

from bomiljo.features.contacts.columns import TODAY, Asked
from bomiljo.features.contacts.model import OwnTopic, Responsibility
from bomiljo.features.contacts.schemas import (
    AnswersView,
    ContactQuery,
    ContactState,
    ContactView,
)
from bomiljo.features.identity.schemas import Named
from bomiljo.features.sites.model import Site
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, rows_as_json

ONE = Asked("one")
FROM_DAY = func.lower(ONE.contact.period, type_=Date())
UNTIL = func.upper(ONE.contact.period, type_=Date())
BY_NAME = Order(func.sort_key(ONE.name, type_=Text()))


def answers(contact: Any) -> ColumnElement[bool]:
    return or_(Responsibility.owner_id == contact.id, Responsibility.backup_id == contact.id)


def _about(column: Any, name: str) -> ColumnElement[bool]:
    return exists().where(answers(ONE.contact), given(column, name)).correlate(ONE.contact)


def _in_words() -> ColumnElement[bool]:
    words = (ONE.name, ONE.contact.title, ONE.contact.helps_with, ONE.organisation_name, ONE.phone)
    wanted = bindparam("q", type_=Text())
    return func.strpos(func.sort_key(func.concat_ws(" ", *words)), func.sort_key(wanted)) > 0


FILTERS: dict[str, Any] = {
    "organisation": given(ONE.contact.organisation, "organisation"),
    "kind": given(ONE.contact.kind, "kind"),
    "topic": _about(Responsibility.topic, "topic"),
    "topic_id": _about(Responsibility.topic_id, "topic_id"),
    "language": bindparam("language", type_=Text()) == func.any(ONE.contact.languages),
    "site_id": or_(
        ONE.contact.site_id.is_(None),
        ONE.contact.site_id == bindparam("site_id", type_=Uuid()),
    ),
    "q": _in_words(),
}
STATES = {
    ContactState.CURRENT: or_(UNTIL.is_(None), UNTIL > TODAY),
    ContactState.ENDED: UNTIL <= TODAY,
}


def filters_of(query: ContactQuery) -> dict[str, Any]:
    return query.model_dump(mode="json", include=set(FILTERS), exclude_none=True)


def _answers() -> ColumnElement[Any]:
    is_backup = Responsibility.backup_id.is_not_distinct_from(ONE.contact.id)
    columns = {
        "topic": Responsibility.topic,
        "topic_id": Responsibility.topic_id,
        "title": OwnTopic.title,
        "site": as_json(Named, {"id": Site.id, "name": Site.name}),
        "backup": is_backup,
    }
    return rows_as_json(
        select(as_json(AnswersView, columns))
        .select_from(Responsibility)
        .join(Site, Site.id == Responsibility.site_id)
        .outerjoin(OwnTopic, OwnTopic.id == Responsibility.topic_id)
        .where(answers(ONE.contact))
        .order_by(is_backup, Responsibility.id)
        .correlate(ONE.contact)
    )


def _site() -> ColumnElement[Any]:
    return (
        select(as_json(Named, {"id": Site.id, "name": Site.name}))
        .where(Site.id == ONE.contact.site_id)
        .correlate(ONE.contact)
        .scalar_subquery()
    )


def _item() -> ColumnElement[Any]:
    columns = ONE.columns(
        ContactView,
        site=_site(),
        written_organisation_name=ONE.contact.organisation_name,
        from_day=FROM_DAY,
        until=UNTIL,
        active=ONE.is_active,
        answers=_answers(),
    )
    return as_json(ContactView, columns)


def _contacts() -> Select[Any]:
    return ONE.join_names(select(ONE.contact))


@lru_cache
def contacts(filters: frozenset[str], state: ContactState, *, continued: bool) -> Listing:
    statement = _contacts().where(
        given(ONE.contact.district_id, "district_id"),
        STATES[state],
        *(FILTERS[name] for name in sorted(filters)),
    )
    return listing(
        "contacts.list",
        statement,
        item=_item(),
        record=ONE.contact.id,
        order=BY_NAME,
        continued=continued,
        logged=False,
    )


@lru_cache
def contact() -> Detail:
    return detail(
        "contacts.detail",
        _contacts().where(given(ONE.contact.id, "contact_id")),
        item=_item(),
        record=ONE.contact.id,
        logged=False,
    )

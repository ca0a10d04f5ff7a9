"""Who answers what at a site: every topic there is, beside whoever is named for it."""

from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Subquery,
    Text,
    Uuid,
    and_,
    case,
    cast,
    func,
    literal_column,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import array

from bomiljo.features.contacts.columns import Asked
from bomiljo.features.contacts.model import OwnTopic, Responsibility, Topic
from bomiljo.features.contacts.portal_schemas import AskAbout, WhomToAsk
from bomiljo.features.contacts.schemas import (
    AskedView,
    CellView,
    Gap,
    MapView,
    NamedContact,
    ResponsibilityView,
)
from bomiljo.features.identity.schemas import Named
from bomiljo.features.sites.model import Site
from bomiljo.kernel.listing import given
from bomiljo.kernel.rows import Detail, as_json, detail, rows_as_json

OWNER, BACKUP = Asked("owner"), Asked("backup")


def _every_topic() -> Subquery:
    known = func.unnest(array([literal_column(f"'{one.value}'::text") for one in Topic]))
    catalogue = known.table_valued(
        "topic", with_ordinality="place", name="catalogue"
    ).render_derived()
    first = select(
        cast(catalogue.c.topic, Text).label("topic"),
        cast(null(), Uuid).label("topic_id"),
        cast(null(), Text).label("title"),
        cast(null(), Integer).label("version"),
        cast(catalogue.c.place, Integer).label("place"),
    )
    last: Any = literal_column(str(len(Topic)))
    after = last + func.row_number().over(order_by=func.sort_key(OwnTopic.title))
    own = select(
        cast(null(), Text), OwnTopic.id, OwnTopic.title, OwnTopic.version, cast(after, Integer)
    )
    return union_all(first, own).subquery("every_topic")


TOPIC = _every_topic()


def _gap() -> ColumnElement[Any]:
    def word(gap: Gap) -> ColumnElement[str]:
        return literal_column(f"'{gap.value}'::text")

    return case(
        (OWNER.contact.id.is_(None), word(Gap.NOBODY)),
        (~OWNER.is_active, word(Gap.GONE)),
        (OWNER.phone.is_(None), word(Gap.NO_PHONE)),
        (~OWNER.contact.visible_to_residents, word(Gap.HIDDEN)),
        else_=null(),
    )


def _rows(*columns: Any) -> Select[Any]:
    """One row for each topic at the `Site` of the statement around it."""
    named = and_(
        Responsibility.site_id == Site.id,
        or_(Responsibility.topic == TOPIC.c.topic, Responsibility.topic_id == TOPIC.c.topic_id),
    )
    statement = select(*columns).select_from(TOPIC).outerjoin(Responsibility, named)
    statement = OWNER.join(statement, OWNER.contact.id == Responsibility.owner_id)
    return BACKUP.join(statement, BACKUP.contact.id == Responsibility.backup_id)


def _here(statement: Select[Any]) -> ColumnElement[Any]:
    return rows_as_json(statement.order_by(TOPIC.c.place).correlate(Site))


def gap_count() -> ColumnElement[int]:
    """How many topics of the `Site` around it have nobody whom residents can reach."""
    return _rows(func.count()).where(_gap().is_not(None)).correlate(Site).scalar_subquery()


def _named(one: Asked) -> ColumnElement[Any]:
    there = one.contact.id.is_not(None)
    return one.as_json(NamedContact, there, active=one.is_active)


def _cell() -> ColumnElement[Any]:
    fields = {
        name: getattr(Responsibility, name)
        for name in ResponsibilityView.model_fields
        if hasattr(Responsibility, name)
    }
    named = as_json(ResponsibilityView, fields | {"owner": _named(OWNER), "backup": _named(BACKUP)})
    return as_json(
        CellView,
        {
            "topic": TOPIC.c.topic,
            "topic_id": TOPIC.c.topic_id,
            "title": TOPIC.c.title,
            "topic_version": TOPIC.c.version,
            "responsibility": case((Responsibility.id.is_(None), null()), else_=named),
            "gap": _gap(),
        },
    )


@lru_cache
def whole_map() -> Detail:
    columns = {
        "site": as_json(Named, {"id": Site.id, "name": Site.name}),
        "gaps": gap_count(),
        "items": _here(_rows(_cell())),
    }
    return detail(
        "contacts.map",
        select(Site).where(given(Site.id, "site_id")),
        item=as_json(MapView, columns),
        record=Site.id,
        logged=False,
    )


@lru_cache
def whom_to_ask() -> Detail:
    """Only topics that somebody answers now; row policies leave out whom residents do not see."""
    owner = and_(OWNER.contact.id.is_not(None), OWNER.is_active)
    backup = and_(BACKUP.contact.id.is_not(None), BACKUP.is_active)
    about = as_json(
        AskAbout,
        {
            "topic": TOPIC.c.topic,
            "topic_id": TOPIC.c.topic_id,
            "title": TOPIC.c.title,
            "rule": Responsibility.rule,
            "say_this": Responsibility.say_this,
            "owner": OWNER.as_json(AskedView, owner),
            "backup": BACKUP.as_json(AskedView, backup),
        },
    )
    answered = or_(owner, backup, Responsibility.say_this.is_not(None))
    return detail(
        "portal.whom_to_ask",
        select(Site).where(given(Site.id, "site_id")),
        item=as_json(WhomToAsk, {"items": _here(_rows(about).where(answered))}),
        record=Site.id,
        logged=False,
    )

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    DateTime,
    Text,
    any_,
    bindparam,
    case,
    cast,
    column,
    func,
    literal_column,
    null,
    or_,
    select,
)
from sqlalchemy import Uuid as UuidType
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from starlette.responses import Response

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import Permission, roles_with
from bomiljo.features.activities.model import Activity
from bomiljo.features.activities.schemas import (
    ActivityMoved,
    ActivityParticipant,
    ActivityParticipants,
    ActivityQuery,
    ActivitySort,
    ActivityView,
    ChainLink,
    ExportQuery,
    ListedActivity,
)
from bomiljo.features.identity.model import Membership, User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.sites.model import Site
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, own_columns, rows_as_json

Responsible = aliased(User, name="responsible")
UNDATED = Activity.stands_at == literal_column("'9999-12-31'::timestamp")
ORDERS = {
    ActivitySort.SOONEST: Order(Activity.stands_at),
    ActivitySort.LATEST: Order(Activity.stands_at, descending=True),
}
FILTERS: dict[str, Any] = {
    "site_id": given(Activity.site_id, "site_id"),
    "statuses": cast(Activity.status, Text) == any_(bindparam("statuses", type_=ARRAY(Text))),
    "responsible": given(Activity.responsible_user_id, "responsible"),
    "from_day": Activity.stands_at >= bindparam("from_day", type_=DateTime()),
    "to_day": Activity.stands_at < bindparam("to_day", type_=DateTime()),
}


def moved_to() -> Any:
    """The line that points back to this one."""
    following = aliased(Activity)
    return (
        select(as_json(ActivityMoved, own_columns(ActivityMoved, following)))
        .where(following.postponed_from_id == Activity.id)
        .correlate(Activity)
        .scalar_subquery()
    )


def _columns(view: Any, **columns: Any) -> dict[str, Any]:
    person = as_json(Named, {"id": Responsible.id, "name": Responsible.name})
    known = {
        "responsible": case((Responsible.id.is_(None), null()), else_=person),
        "moved_to": moved_to(),
    }
    return own_columns(view, Activity) | known | columns


def chosen(query: ActivityQuery | ExportQuery, actor: Actor) -> dict[str, Any]:
    """The filters that are present, with what they bind."""
    values: dict[str, Any] = {}
    if query.site_id:
        values["site_id"] = query.site_id
    if query.status:
        values["statuses"] = sorted(query.status)
    if query.responsible:
        values["responsible"] = str(actor.id) if query.responsible == "me" else query.responsible
    if query.from_day:
        values["from_day"] = _midnight(query.from_day)
    if query.to_day:
        values["to_day"] = _midnight(query.to_day + timedelta(days=1))
    return values


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


@lru_cache
def _activities(filters: frozenset[str], sort: ActivitySort, *, continued: bool) -> Listing:
    return listing(
        "activities.list",
        select(Activity)
        .outerjoin(Responsible, Responsible.id == Activity.responsible_user_id)
        .where(given(Activity.district_id, "district_id"))
        .where(*(FILTERS[name] for name in sorted(filters))),
        item=as_json(ListedActivity, _columns(ListedActivity)),
        record=Activity.id,
        order=ORDERS[sort],
        continued=continued,
        logged=False,
    )


async def show_page(session: AsyncSession, actor: Actor, query: ActivityQuery) -> Response:
    values = chosen(query, actor)
    prepared = _activities(frozenset(values), query.sort, continued=query.cursor is not None)
    return await prepared.show(session, query, {**values, "district_id": actor.district_id})


def _chain() -> Any:
    """Every line of the same plan, the first one first."""
    other = aliased(Activity)
    first = func.coalesce(Activity.origin_id, Activity.id)
    return rows_as_json(
        select(as_json(ChainLink, own_columns(ChainLink, other)))
        .select_from(other)
        .where(or_(other.id == first, other.origin_id == first))
        .order_by(other.created_at, other.id)
        .correlate(Activity)
    )


@lru_cache
def activity() -> Detail:
    columns = _columns(
        ActivityView,
        site=as_json(Named, {"id": Site.id, "name": Site.name}),
        chain=_chain(),
    )
    return detail(
        "activities.detail",
        select(Activity)
        .join(Site, Site.id == Activity.site_id)
        .outerjoin(Responsible, Responsible.id == Activity.responsible_user_id)
        .where(given(Activity.id, "activity_id")),
        item=as_json(ActivityView, columns),
        record=Activity.id,
    )


def roll() -> Any:
    """Whoever is signed up or came, and whom the reader may see; the database decides."""
    return func.roll_of(Activity.id).table_valued(
        column("resident_id", UuidType()),
        column("name", Text()),
        column("state", Text()),
        column("queued_at", DateTime(timezone=True)),
        column("attendance", Text()),
        column("interpreter", ARRAY(Text())),
    )


@lru_cache
def participants() -> Detail:
    """Names only here, each showing logged."""
    people, shown = roll(), roll()
    items = rows_as_json(
        select(as_json(ActivityParticipant, {one.name: one for one in people.c}))
        .select_from(people)
        .order_by(
            people.c.state == literal_column("'waiting'"),
            case((people.c.state == literal_column("'waiting'"), people.c.queued_at)),
            func.sort_key(people.c.name),
            people.c.resident_id,
        )
        .correlate(Activity)
    )
    who = select(shown.c.resident_id).select_from(shown).correlate(Activity).scalar_subquery()
    return detail(
        "activities.participants",
        select(Activity).where(given(Activity.id, "activity_id")),
        item=as_json(
            ActivityParticipants,
            own_columns(ActivityParticipants, Activity)
            | {"activity_id": Activity.id, "items": items},
        ),
        record=Activity.id,
        subjects=func.array(who, type_=ARRAY(UuidType())),
    )


async def works_with_activities(
    session: AsyncSession, actor: Actor, person: UUID, site_id: UUID
) -> bool:
    """Whether `person` sees the site's activities today."""
    found = await session.scalar(
        select(Membership.id)
        .where(
            Membership.district_id == actor.district_id,
            Membership.user_id == person,
            Membership.period.contains(func.current_date()),
            Membership.role.in_(roles_with(Permission.ACTIVITIES_READ)),
            or_(Membership.site_ids.is_(None), Membership.site_ids.contains([site_id])),
        )
        .limit(1)
    )
    return found is not None

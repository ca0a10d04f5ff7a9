from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    DateTime,
    Select,
    Text,
    any_,
    bindparam,
    cast,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import Permission, roles_with
from bomiljo.access.roles import AUDIENCE_OF, AUDIENCES, Audience, OrganisationKind, Role
from bomiljo.access.scopes import SCOPES
from bomiljo.features.identity.model import Membership
from bomiljo.features.incidents.columns import (
    Assignee,
    assigned_to,
    has_it,
    of_incident,
    picture_count,
)
from bomiljo.features.incidents.model import OPEN, EntryAudience, Incident
from bomiljo.features.incidents.schemas import (
    IncidentQuery,
    IncidentSort,
    ListedIncidentBuilding,
    ListedKind,
    OpenCount,
    OpenCounts,
)
from bomiljo.features.sites.model import Unit
from bomiljo.kernel.clock import OSLO
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import as_json

SOME_DAY = func.coalesce(Incident.due_on, literal_column("'infinity'::date"))
ORDERS = {
    IncidentSort.NEWEST: Order(Incident.created_at, descending=True),
    IncidentSort.OLDEST: Order(Incident.created_at),
    IncidentSort.SEVERITY: Order(Incident.gravity, descending=True),
    IncidentSort.DUE: Order(SOME_DAY),
}


def among(column: Any, name: str) -> Any:
    """`column` is one of the values of a filter that is present."""
    return cast(column, Text) == any_(bindparam(name, type_=ARRAY(Text)))


FILTERS: dict[str, Any] = {
    "status": given(Incident.status, "status"),
    "severity": given(Incident.severity, "severity"),
    "category": given(Incident.category, "category"),
    "statuses": among(Incident.status, "statuses"),
    "severities": among(Incident.severity, "severities"),
    "categories": among(Incident.category, "categories"),
    "responsible": given(Incident.responsible, "responsible"),
    "unit_id": given(Incident.unit_id, "unit_id"),
    "site_id": given(Incident.site_id, "site_id"),
    "from_day": Incident.created_at >= bindparam("from_day", type_=DateTime(timezone=True)),
    "to_day": Incident.created_at < bindparam("to_day", type_=DateTime(timezone=True)),
    "is_open": Incident.closed_at.is_(None),
    "is_closed": Incident.closed_at.is_not(None),
}


SEVERAL = {"status": "statuses", "severity": "severities", "category": "categories"}


def _chosen(query: IncidentQuery, actor: Actor) -> dict[str, Any]:
    """The filters that are present, with what they bind."""
    chosen: dict[str, Any] = {
        name: value
        for name in ("responsible", "unit_id", "site_id")
        if (value := getattr(query, name)) is not None
    }
    for one, several in SEVERAL.items():
        if values := getattr(query, one):
            # a single value has an index that keeps the order; several have not
            chosen |= {one: values[0].value} if len(values) == 1 else {several: sorted(values)}
    return chosen | _days(query) | _stage(query) | _owner(query, actor)


def _days(query: IncidentQuery) -> dict[str, datetime]:
    days = {}
    if query.from_day:
        days["from_day"] = datetime.combine(query.from_day, time(), OSLO)
    if query.to_day:
        days["to_day"] = datetime.combine(query.to_day + timedelta(days=1), time(), OSLO)
    return days


def _stage(query: IncidentQuery) -> dict[str, bool]:
    """Asking for open statuses only asks for open ones, which have an index of their own."""
    if query.open is None and query.status and OPEN.issuperset(query.status):
        return {"is_open": True}
    return {} if query.open is None else {"is_open" if query.open else "is_closed": True}


def _owner(query: IncidentQuery, actor: Actor) -> dict[str, Any]:
    if query.assigned_to is None:
        return {}
    if query.assigned_to == "nobody":
        return {"is_unassigned": True}
    return {"assigned_to": str(actor.id) if query.assigned_to == "me" else query.assigned_to}


@lru_cache
def _incidents(
    view: ListedKind,
    filters: frozenset[str],
    sort: IncidentSort,
    *,
    continued: bool,
    all_pictures: bool,
) -> Listing:
    own_only = view is ListedIncidentBuilding
    pictures = picture_count(all_seen=all_pictures)
    person = assigned_to(own_only=own_only)
    conditions = {
        **FILTERS,
        "assigned_to": given(person, "assigned_to"),
        "is_unassigned": person.is_(None),
    }
    statement = (
        select(Incident)
        .outerjoin(Unit, Unit.id == Incident.unit_id)
        .outerjoin(Assignee, has_it(own_only=own_only))
        .where(given(Incident.district_id, "district_id"))
        .where(*(conditions[name] for name in sorted(filters)))
    )
    return listing(
        "incidents.list",
        statement,
        item=as_json(view, of_incident(view, picture_count=pictures)),
        record=Incident.id,
        order=ORDERS[sort],
        continued=continued,
        subjects=None if own_only else array([Incident.reporter_resident_id]),
    )


async def show_page(
    session: AsyncSession, actor: Actor, view: ListedKind, query: IncidentQuery
) -> Response:
    values = _chosen(query, actor)
    prepared = _incidents(
        view,
        frozenset(values),
        query.sort,
        continued=query.cursor is not None,
        all_pictures=set(EntryAudience) <= set(SCOPES[actor.role].audiences),
    )
    return await prepared.show(session, query, {**values, "district_id": actor.district_id})


async def count_open(session: AsyncSession, actor: Actor, site_id: UUID | None) -> OpenCounts:
    statement = (
        select(Incident.status, Incident.severity, func.count().label("count"))
        .where(Incident.district_id == actor.district_id, Incident.closed_at.is_(None))
        .group_by(Incident.status, Incident.severity)
    )
    if site_id:
        statement = statement.where(Incident.site_id == site_id)
    items = [OpenCount.model_validate(row) for row in await session.execute(statement)]
    return OpenCounts(open=sum(item.count for item in items), items=items)


def service_of(role: str) -> OrganisationKind:
    return OrganisationKind(AUDIENCE_OF[Role(role)])


def _see(incident: Incident, roles: Sequence[Role]) -> Select[UUID, Role]:
    """Members of `roles` who see `incident` today."""
    readers = {
        role
        for role in roles_with(Permission.INCIDENTS_READ)
        if incident.sharing in SCOPES[role].sharing
    }
    return (
        select(Membership.user_id, Membership.role)
        .where(
            Membership.district_id == incident.district_id,
            Membership.period.contains(func.current_date()),
            Membership.role.in_(sorted(readers.intersection(roles))),
            or_(Membership.site_ids.is_(None), Membership.site_ids.contains([incident.site_id])),
        )
        .order_by(Membership.created_at, Membership.id)
    )


async def role_that_sees(session: AsyncSession, incident: Incident, person: UUID) -> Role | None:
    """In which role `person` sees the incident; None when in none."""
    statement = _see(incident, list(Role)).where(Membership.user_id == person).limit(1)
    row = (await session.execute(statement)).one_or_none()
    return row.role if row else None


async def people_who_see(
    session: AsyncSession, incident: Incident, audience: Audience
) -> list[UUID]:
    found = await session.execute(_see(incident, AUDIENCES[audience]))
    return [row.user_id for row in found]

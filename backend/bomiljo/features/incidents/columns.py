"""What the lists and the page of one incident are made of, as expressions that become JSON."""

from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, func, null, select
from sqlalchemy.orm import aliased

from bomiljo.access.roles import OrganisationKind
from bomiljo.features.identity.model import User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.incidents.model import Incident, Picture
from bomiljo.features.incidents.schemas import IncidentUnit
from bomiljo.features.sites.model import Unit
from bomiljo.kernel.rows import as_json

Assignee = aliased(User, name="assignee")


def named(record: Any) -> ColumnElement[Any]:
    """`{id, name}` of a joined row, null where there is none."""
    found = as_json(Named, {"id": record.id, "name": record.name})
    return case((record.id.is_(None), null()), else_=found)


def assigned_to(*, own_only: bool) -> Any:
    """Who has it; to the landlord only when it is one of their own."""
    if not own_only:
        return Incident.assigned_to
    own = Incident.responsible == OrganisationKind.LANDLORD.value
    return case((own, Incident.assigned_to), else_=null())


def has_it(*, own_only: bool) -> ColumnElement[bool]:
    """Joins `Assignee`."""
    if not own_only:
        return Assignee.id == Incident.assigned_to
    own = Incident.responsible == OrganisationKind.LANDLORD.value
    return and_(Assignee.id == Incident.assigned_to, own)


def picture_count(*, all_seen: bool = False) -> Any:
    """How many pictures the reader sees; who sees all is spared looking at each."""
    if all_seen:
        return Incident.picture_total
    counted = select(func.count()).where(Picture.incident_id == Incident.id)
    return counted.correlate(Incident).scalar_subquery()


def of_incident(view: Any, **columns: Any) -> dict[str, Any]:
    """The fields of `view` that stand in the incident, its unit or its assignee, and `columns`."""
    unit = as_json(IncidentUnit, {"id": Unit.id, "label": Unit.label})
    known = {name: getattr(Incident, name) for name in view.model_fields if hasattr(Incident, name)}
    return {
        **known,
        "number": "H-" + cast(Incident.number, Text),
        "unit": case((Unit.id.is_(None), null()), else_=unit),
        "assignee": named(Assignee),
        **{name: column for name, column in columns.items() if name in view.model_fields},
    }

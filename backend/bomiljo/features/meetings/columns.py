"""What lists and pages of meetings are made of, as expressions that become JSON."""

from typing import Any

from sqlalchemy import ColumnElement, Uuid, case, exists, func, literal_column, null, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import aliased

from bomiljo.features.identity.model import User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.meetings.model import Meeting, MeetingKind, Participant
from bomiljo.features.meetings.schemas import Origin
from bomiljo.features.residents.household_queries import full_name
from bomiljo.features.residents.model import Resident
from bomiljo.kernel.rows import NO_ROWS, as_json, own_columns, rows_as_json

ME = func.actor(type_=Uuid())


def named(record: Any) -> ColumnElement[Any]:
    """`{id, name}` of a joined row, null where there is none."""
    found = as_json(Named, {"id": record.id, "name": record.name})
    return case((record.id.is_(None), null()), else_=found)


def named_resident(person: Any) -> ColumnElement[Any]:
    found = as_json(Named, {"id": person.id, "name": full_name(person)})
    return case((person.id.is_(None), null()), else_=found)


def user_named(column: Any) -> ColumnElement[Any]:
    """The same by the column that refers to them."""
    person = aliased(User)
    return (
        select(as_json(Named, {"id": person.id, "name": person.name}))
        .where(person.id == column)
        .correlate(column.class_)
        .scalar_subquery()
    )


def is_mine(meeting: Any = Meeting) -> ColumnElement[bool]:
    return exists().where(Participant.meeting_id == meeting.id, Participant.user_id == ME)


def _met() -> Any:
    return (
        select(Participant)
        .join(Resident, Resident.id == Participant.resident_id)
        .where(Participant.meeting_id == Meeting.id)
        .correlate(Meeting)
    )


def residents() -> ColumnElement[Any]:
    """Whom an intake meeting is with; nobody's name stands in lists of other kinds."""
    people = rows_as_json(
        _met()
        .with_only_columns(as_json(Named, {"id": Resident.id, "name": full_name(Resident)}))
        .order_by(Participant.id)
    )
    intake = Meeting.kind == literal_column(f"'{MeetingKind.INTAKE}'")
    return case((intake, people), else_=NO_ROWS)


def resident_ids() -> ColumnElement[Any]:
    people = _met().with_only_columns(Resident.id).scalar_subquery()
    return func.array(people, type_=ARRAY(Uuid()))


def origin() -> ColumnElement[Any]:
    """Of a joined meeting, null where the reader does not see it."""
    return case((Meeting.id.is_(None), null()), else_=as_json(Origin, own_columns(Origin, Meeting)))


def listed(view: Any, **columns: Any) -> dict[str, Any]:
    return (
        own_columns(view, Meeting)
        | {
            "organisations": func.array_to_json(Meeting.organisations),
            "residents": residents(),
            "mine": is_mine(),
        }
        | columns
    )

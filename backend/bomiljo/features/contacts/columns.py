"""What a contact is made of, as expressions that become JSON."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    Text,
    Time,
    and_,
    case,
    cast,
    exists,
    extract,
    func,
    literal_column,
    null,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from bomiljo.features.contacts.model import Contact, ContactHours
from bomiljo.features.contacts.schemas import HoursView
from bomiljo.features.identity.model import Membership, Organisation, User
from bomiljo.kernel.rows import as_json, rows_as_json

TODAY = func.current_date(type_=Date())
HERE_AND_NOW = func.timezone(literal_column("'Europe/Oslo'"), func.now())
CLOCK: Any = literal_column("'HH24:MI'")
MIDNIGHT: Any = literal_column("'00:00'::time")


class Asked:
    """A contact beside the user or the organisation whose name and telephone are theirs."""

    def __init__(self, name: str) -> None:
        self.contact = aliased(Contact, name=name)
        self.user = aliased(User, name=f"{name}_user")
        self.service = aliased(Organisation, name=f"{name}_service")

    @property
    def name(self) -> ColumnElement[str]:
        own = (self.contact.name, self.user.name, self.service.name)
        return func.coalesce(*own, literal_column("''"), type_=Text())

    @property
    def phone(self) -> ColumnElement[str]:
        return func.coalesce(self.contact.phone, self.user.phone, self.service.phone, type_=Text())

    @property
    def role(self) -> ColumnElement[str]:
        """In which role the user works for that organisation today; the oldest of several."""
        return (
            select(Membership.role)
            .join(Organisation, Organisation.id == Membership.organisation_id)
            .where(
                Membership.user_id == self.contact.user_id,
                Membership.district_id == self.contact.district_id,
                Membership.period.contains(TODAY),
                Organisation.kind == self.contact.organisation,
            )
            .order_by(Membership.created_at, Membership.id)
            .limit(1)
            .correlate(self.contact)
            .scalar_subquery()
        )

    @property
    def organisation_name(self) -> ColumnElement[str]:
        named = (
            select(Organisation.name)
            .where(
                Organisation.district_id == self.contact.district_id,
                Organisation.kind == self.contact.organisation,
            )
            .order_by(Organisation.created_at, Organisation.id)
            .limit(1)
            .correlate(self.contact)
            .scalar_subquery()
        )
        return func.coalesce(self.contact.organisation_name, named, type_=Text())

    @property
    def is_active(self) -> ColumnElement[bool]:
        works_here = or_(self.contact.user_id.is_(None), self.role.is_not(None))
        return and_(self.contact.period.contains(TODAY), works_here)

    def join(self, statement: Select[Any], meets: ColumnElement[bool]) -> Select[Any]:
        """`statement` with the contact that `meets`, where there is one."""
        return self.join_names(statement.outerjoin(self.contact, meets))

    def join_names(self, statement: Select[Any]) -> Select[Any]:
        return statement.outerjoin(self.user, self.user.id == self.contact.user_id).outerjoin(
            self.service, self.service.id == self.contact.organisation_id
        )

    def columns(self, view: Any, **more: Any) -> dict[str, Any]:
        """The fields of `view`, with `more` that stand elsewhere."""
        known = {
            name: getattr(self.contact, name)
            for name in view.model_fields
            if hasattr(self.contact, name)
        }
        return {
            **known,
            "name": self.name,
            "phone": self.phone,
            "role": self.role,
            "organisation_name": self.organisation_name,
            "hours": self._hours(),
            "open_now": self._is_open(),
            **more,
        }

    def as_json(self, view: Any, when: ColumnElement[bool], **more: Any) -> ColumnElement[Any]:
        return case((when, as_json(view, self.columns(view, **more))), else_=null())

    def _hours(self) -> ColumnElement[Any]:
        columns = {
            "weekday": ContactHours.weekday,
            "from_time": func.to_char(ContactHours.from_time, CLOCK),
            "to_time": func.to_char(ContactHours.to_time, CLOCK),
            "note": ContactHours.note,
        }
        return rows_as_json(
            select(as_json(HoursView, columns))
            .where(ContactHours.contact_id == self.contact.id)
            .order_by(ContactHours.weekday, ContactHours.from_time)
            .correlate(self.contact)
        )

    def _is_open(self) -> ColumnElement[bool]:
        clock = cast(HERE_AND_NOW, Time)
        return (
            exists()
            .where(
                ContactHours.contact_id == self.contact.id,
                ContactHours.weekday == extract("isodow", HERE_AND_NOW),
                ContactHours.from_time <= clock,
                or_(ContactHours.to_time > clock, ContactHours.to_time == MIDNIGHT),
            )
            .correlate(self.contact)
        )

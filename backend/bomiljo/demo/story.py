"""One incident, as the service would have written it had people typed it at the time."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from psycopg.types.json import Jsonb

from bomiljo.access.permissions import Permission, roles_with
from bomiljo.access.roles import AUDIENCE_OF, Audience, organisation_kind
from bomiljo.access.scopes import SHARING_OF
from bomiljo.demo.accounts import ACCOUNTS
from bomiljo.demo.book import Book, Row, id_of
from bomiljo.demo.facts import District, Entry, Incident, Measure, Picture
from bomiljo.demo.house import unit_id
from bomiljo.demo.residents import resident_id
from bomiljo.demo.staff import ROLES, USERS
from bomiljo.features.incidents.categories import KINDS, neutral_note
from bomiljo.features.incidents.model import (
    OPEN,
    Category,
    EntryAudience,
    EntryKind,
    Severity,
    Status,
)
from bomiljo.features.incidents.schemas import FieldChange, services_of
from bomiljo.features.incidents.timeline import EVERYBODY, READ_BY
from bomiljo.features.notifications.model import NotificationKind
from bomiljo.features.sites.model import OnCallContact
from bomiljo.features.sites.queries import is_on_duty

SENT = timedelta(minutes=1)
LATER = timedelta(minutes=2)
READ = timedelta(hours=2)
OLD = timedelta(days=2)
K = EntryKind
N = NotificationKind


class Story:
    def __init__(self, book: Book, there: Row, district: District, told: Incident) -> None:
        self.book, self.there, self.district, self.told = book, there, district, told
        self.home: UUID = there["district_id"]
        self.id = id_of(self.home, "incident", told.key)
        self.reported = book.at(told.at) + SENT
        self.category = Category(told.category)
        self.sharing = int(KINDS[self.category].building_note is not None)
        if told.reporter in USERS:
            self.sharing |= SHARING_OF[AUDIENCE_OF[ROLES[told.reporter]]]
        self.status = Status.NEW
        self.closed_at: datetime | None = None
        self.lines: list[Row] = []
        self.measures: list[Row] = []
        self.pictures: list[tuple[Row, str]] = []
        self.notices: list[Row] = []
        self._tell()

    def _tell(self) -> None:
        told = self.told
        first = next((one for one in told.entries if one.by in USERS), None)
        opened = self.book.at(first.at) if first else self.reported
        by = first.by if first else told.assigned or told.reporter
        if told.severity == Severity.ACUTE:
            self._alarm()
        for partner in told.shared_with:
            self._share(by, opened, Audience(partner))
        self._hand_over(by, opened)
        for entry in told.entries:
            self._say(entry)
        for measure in told.measures:
            self._agree(by, opened + LATER, measure)
        for picture in told.pictures:
            self._show(by, opened + LATER, picture)

    def incident(self) -> Row:
        told = self.told
        staff = told.reporter in USERS
        return {
            "id": self.id,
            **self.there,
            "created_at": self.reported,
            "unit_id": unit_id(self.district.site.name, told.unit) if told.unit else None,
            "category": told.category,
            "severity": told.severity,
            "status": self.status.value,
            "title": told.title,
            "description": told.description,
            "place": told.place,
            "occurred_at": self.book.at(told.at),
            "reporter_user_id": USERS[told.reporter] if staff else None,
            "reporter_resident_id": None if staff else self._resident(told.reporter),
            "responsible": told.responsible,
            "assigned_to": USERS[told.assigned] if told.assigned else None,
            "due_on": None if told.due is None else self.book.day(told.due),
            "sharing": self.sharing,
            "building_note": told.building_note
            or neutral_note(self.category, in_unit=told.unit is not None),
            "closed_at": self.closed_at,
        }

    def parties(self) -> Iterable[Row]:
        for party in self.told.parties:
            yield {
                "id": id_of(self.id, "party", party.resident, party.description),
                "district_id": self.home,
                "created_at": self.reported + LATER,
                "incident_id": self.id,
                "resident_id": self._resident(party.resident) if party.resident else None,
                "description": party.description,
                "role": party.role,
            }

    def _alarm(self) -> None:
        turns = [
            one
            for one in self.district.site.on_call
            if one.user and one.responsible in services_of(self.sharing)
        ]
        on_duty = [
            one
            for one in turns
            if is_on_duty(
                OnCallContact(weekdays=one.weekdays, from_time=one.from_time, to_time=one.to_time),
                self.reported,
            )
        ]
        users = [one.user for one in on_duty or turns if one.user]
        self._notify(N.ACUTE_INCIDENT, self.reported, users)

    def _share(self, by: str, at: datetime, partner: Audience) -> None:
        self.sharing |= SHARING_OF[partner]
        self._line(K.SHARED, by, at, changes=[_change("shared_with", None, partner)])
        readers = roles_with(Permission.INCIDENTS_READ)
        users = [
            one.user_name
            for one in ACCOUNTS
            if one.district == self.district.name
            and one.audience is partner
            and one.role in readers
        ]
        self._notify(N.INCIDENT_SHARED, at, users)

    def _hand_over(self, by: str, at: datetime) -> None:
        told, before = self.told, KINDS[self.category].responsible
        moved = told.responsible != before
        if not told.assigned and not moved:
            return
        about = {
            "to": told.responsible,
            "assignee": str(USERS[told.assigned]) if told.assigned else None,
            "assignee_role": ROLES[told.assigned].value if told.assigned else None,
        }
        changes = [_change("responsible", before, told.responsible)] if moved else []
        self._line(K.ASSIGNED, by, at, changes=changes, about=about)
        if told.assigned and told.assigned != by:
            self._notify(N.INCIDENT_ASSIGNED, at, [told.assigned])

    def _say(self, entry: Entry) -> None:
        at = self.book.at(entry.at)
        if entry.status:
            status = Status(entry.status)
            self._line(K.STATUS, entry.by, at, changes=[_change("status", self.status, status)])
            if self.status in OPEN and status not in OPEN:
                self.closed_at = at
            self.status = status
        if entry.text:
            audience = EntryAudience(entry.to)
            self._line(K.NOTE, entry.by, at, audience, body=entry.text)
            person = self.told.assigned
            readers = READ_BY[organisation_kind(ROLES[person])] if person else ()
            if person and person != entry.by and audience in readers:
                self._notify(N.INCIDENT_REPLY, at, [person])

    def _agree(self, by: str, at: datetime, measure: Measure) -> None:
        done = self.book.at(measure.done) if measure.done else None
        at = min(at, done - LATER) if done else at
        audience = EntryAudience(measure.to)
        owner = USERS[measure.owner] if measure.owner else None
        self._line(K.MEASURE, by, at, audience, body=measure.what)
        if done and measure.owner:
            changes = [_change("done", "open", "done")]
            self._line(K.MEASURE, measure.owner, done, audience, body=measure.what, changes=changes)
        self.measures.append(
            {
                "id": id_of(self.id, "measure", measure.what),
                "district_id": self.home,
                "created_at": at,
                "incident_id": self.id,
                "audience": measure.to,
                "what": measure.what,
                "responsible": measure.responsible,
                "owner_user_id": owner,
                "due_on": None if measure.due is None else self.book.day(measure.due),
                "done_at": done,
                "done_by": owner if done else None,
            }
        )

    def _show(self, by: str, at: datetime, picture: Picture) -> None:
        """What a resident takes is for the district; staff decide whether partners see it."""
        taken = self.book.at(picture.at)
        record = id_of(self.id, "picture", picture.drawing)
        about = {"picture_id": str(record)}
        audience = EntryAudience(picture.to)
        first = audience if picture.by in USERS else EntryAudience.REPORTER
        self._line(K.PICTURE, picture.by, taken, first, body=picture.caption, about=about)
        if audience is not first:
            changes = [_change("audience", first, audience)]
            self._line(K.PICTURE, by, at, EntryAudience.INTERNAL, changes=changes, about=about)
        row = {
            "id": record,
            "district_id": self.home,
            "created_at": taken,
            "incident_id": self.id,
            "audience": picture.to,
            "caption": picture.caption,
            **self._author(picture.by),
        }
        self.pictures.append((row, picture.drawing))

    def _line(  # noqa: PLR0913
        self,
        kind: EntryKind,
        by: str,
        at: datetime,
        audience: EntryAudience = EVERYBODY,
        *,
        body: str | None = None,
        changes: Iterable[FieldChange] = (),
        about: dict[str, str | None] | dict[str, str] | None = None,
    ) -> None:
        number = len(self.lines)
        said_by = AUDIENCE_OF[ROLES[by]] if by in USERS else Audience.RESIDENT
        data = {"by": said_by, "changes": [one.model_dump() for one in changes], **(about or {})}
        self.lines.append(
            {
                "id": id_of(self.id, "entry", number),
                "district_id": self.home,
                "created_at": at + timedelta(seconds=number),
                "incident_id": self.id,
                "audience": audience.value,
                "kind": kind.value,
                "body": body,
                "data": Jsonb(data),
                **self._author(by),
            }
        )

    def _notify(self, kind: NotificationKind, at: datetime, users: Iterable[str]) -> None:
        for user in sorted(set(users)):
            self.notices.append(
                {
                    "id": id_of(self.id, "notice", len(self.notices)),
                    "district_id": self.home,
                    "created_at": at,
                    "user_id": USERS[user],
                    "kind": kind.value,
                    "incident_id": self.id,
                    "read_at": at + READ if at < self.book.now - OLD else None,
                }
            )

    def _author(self, by: str) -> Row:
        staff = by in USERS
        return {
            "author_user_id": USERS[by] if staff else None,
            "author_resident_id": None if staff else self._resident(by),
        }

    def _resident(self, key: str) -> UUID:
        return resident_id(self.home, key)


def _change(field: str, old: str | None, new: str | None) -> FieldChange:
    return FieldChange(field=field, old=old, new=new)

"""The demo district's meetings: those that were held with their minutes, and those to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from bomiljo.access.roles import organisation_kind
from bomiljo.demo.book import Book, Row, id_of, on
from bomiljo.demo.facts import District
from bomiljo.demo.meeting_facts import AgendaPoint, Meeting, MeetingSeries, Settled
from bomiljo.demo.residents import resident_id
from bomiljo.demo.staff import ROLES, USERS

DAYS = ("MO", "TU", "WE", "TH", "FR")
HOUR = timedelta(hours=1)


def hold(book: Book, there: Row, district: District) -> None:
    series = {one.key: one for one in district.meeting_series}
    told = {(one.series, one.nth): one for one in district.meetings if one.series}
    book.put("meeting_series", (_series(book, there, one) for one in series.values()))
    held = [
        *(
            Held(book, there, told.get((one.key, nth)) or _plain(one, nth), one)
            for one in series.values()
            for nth in (*range(-one.past, 0), *range(1, one.ahead + 1))
        ),
        *(Held(book, there, one, None) for one in district.meetings if not one.series),
    ]
    held.sort(key=lambda one: one.begins)
    book.put("meetings", (one.meeting() for one in held))
    for table, rows in (
        ("meeting_participants", Held.participants),
        ("agenda_items", Held.agenda),
        ("meeting_minutes", Held.minutes),
        ("meeting_decisions", Held.decisions),
        ("meeting_actions", Held.actions),
        ("open_questions", Held.questions),
    ):
        book.put(table, (row for one in held for row in rows(one)))


def _plain(series: MeetingSeries, nth: int) -> Meeting:
    return Meeting(key=f"{series.key} {nth}", series=series.key, nth=nth)


def _day(book: Book, series: MeetingSeries, nth: int) -> date:
    ahead = (series.weekday - book.today.isoweekday()) % 7 or 7
    steps = nth if nth < 0 else nth - 1
    return book.today + timedelta(days=ahead + steps * 7 * series.weeks)


def _services(kind: str, *, nav: bool) -> list[str]:
    return ["district", *(["landlord"] if kind == "landlord" else []), *(["nav"] if nav else [])]


def _series(book: Book, there: Row, series: MeetingSeries) -> Row:
    rhythm = f"INTERVAL={series.weeks};BYDAY={DAYS[series.weekday - 1]}"
    return {
        "id": id_of(there["district_id"], "series", series.key),
        **there,
        "kind": series.kind,
        "title": series.title,
        "organisations": _services(series.kind, nav=series.nav),
        "rule": f"FREQ=WEEKLY;{rhythm};COUNT={series.past + series.ahead}",
        "first_day": _day(book, series, -series.past),
        "begins": series.begins,
        "minutes": series.minutes,
        "place": series.place,
        "topics": series.topics,
    }


@dataclass(frozen=True, slots=True)
class Held:
    """One meeting with all that belongs to it, as rows."""

    book: Book
    there: Row
    told: Meeting
    series: MeetingSeries | None

    @property
    def id(self) -> UUID:
        return id_of(self.there["district_id"], "meeting", self.told.key)

    @property
    def planned(self) -> datetime:
        told, series = self.told, self.series
        if series and told.nth is not None:
            return on(_day(self.book, series, told.nth), series.begins)
        return on(self.book.day(told.day), told.begins)

    @property
    def begins(self) -> datetime:
        return self.planned + timedelta(days=self.told.moved_by or 0)

    @property
    def part(self) -> Row:
        return {
            "district_id": self.there["district_id"],
            "created_at": min(self.book.now, self.begins),
            "meeting_id": self.id,
        }

    def meeting(self) -> Row:
        told, series = self.told, self.series
        kind = series.kind if series else told.kind
        minutes = series.minutes if series else told.minutes
        nav = series.nav if series else told.nav
        return {
            "id": self.id,
            **self.there,
            "created_at": min(self.book.now, self.planned) - timedelta(days=21),
            "series_id": series and id_of(self.there["district_id"], "series", series.key),
            "kind": kind,
            "title": told.title or (series.title if series else ""),
            "organisations": _services(kind, nav=nav),
            "begins_at": self.begins,
            "ends_at": self.begins + timedelta(minutes=minutes),
            "place": told.place or (series and series.place),
            "status": self._status(),
            "moved_from": self.planned if told.moved_by else None,
            "reason": told.cancelled,
            "sequence": 1 if told.moved_by or told.cancelled else 0,
            "minutes_state": self._minutes_state(),
        }

    def _status(self) -> str:
        if self.told.cancelled:
            return "cancelled"
        if self.begins < self.book.now:
            return "held"
        return "moved" if self.told.moved_by else "planned"

    def _minutes_state(self) -> str:
        if not self.told.text:
            return "none"
        return "approved" if self.told.approved_by else "draft"

    def participants(self) -> Iterator[Row]:
        came = "attended" if self._status() == "held" else "invited"
        for met in self.told.residents:
            yield {
                "id": id_of(self.id, "resident", met.resident),
                **self.part,
                "resident_id": resident_id(self.there["district_id"], met.resident),
                "interpreter": met.interpreter,
                "attendance": self.told.attendance.get(met.resident, came),
            }
        for user in self.told.who or (self.series.who if self.series else ()):
            yield {
                "id": id_of(self.id, "user", user),
                **self.part,
                "user_id": USERS[user],
                "attendance": self.told.attendance.get(user, came),
            }
        for other in self.told.others:
            name, _, organisation = other.partition(", ")
            yield {
                "id": id_of(self.id, "other", other),
                **self.part,
                "name": name,
                "organisation": organisation or None,
                "attendance": came,
            }

    def _item(self, number: int) -> UUID:
        return id_of(self.id, "item", number)

    def _points(self) -> Iterator[tuple[int, AgendaPoint]]:
        yield from enumerate(self.told.agenda, 1)

    def agenda(self) -> Iterator[Row]:
        for number, point in self._points():
            yield {
                "id": self._item(number),
                **self.part,
                "position": number,
                "title": point.title,
                "note": point.note,
                "outcome": _outcome(point),
            }

    def minutes(self) -> Iterator[Row]:
        told = self.told
        if told.text and told.writer:
            written = self.begins + HOUR
            yield {
                "id": id_of(self.id, "minutes", 1),
                **self.part,
                "number": 1,
                "body": told.text.strip(),
                "written_by": USERS[told.writer],
                "saved_at": written,
                "approved_at": written + HOUR if told.approved_by else None,
                "approved_by": USERS[told.approved_by] if told.approved_by else None,
            }

    def decisions(self) -> Iterator[Row]:
        for number, point in self._points():
            if point.decision:
                yield {**self._came_of(number, "decision"), "body": point.decision}

    def _came_of(self, number: int, what: str) -> Row:
        item = self._item(number)
        return {"id": id_of(item, what), **self.part, "agenda_item_id": item}

    def actions(self) -> Iterator[Row]:
        for number, point in self._points():
            if action := point.action:
                settled = action.done or action.dropped
                yield {
                    **self._came_of(number, "action"),
                    "what": action.what,
                    "owner_user_id": USERS[action.owner] if action.owner else None,
                    "owner_organisation": _service(action),
                    "due_on": self.book.day(action.due),
                    "status": "done" if action.done else "dropped" if action.dropped else "open",
                    "note": action.note,
                    "settled_at": self.book.at(settled) if settled else None,
                    "settled_by": USERS[action.owner] if settled and action.owner else None,
                }

    def questions(self) -> Iterator[Row]:
        for number, point in self._points():
            if asked := point.question:
                yield {
                    **self._came_of(number, "question"),
                    "question": asked.what,
                    "finder_user_id": USERS[asked.owner] if asked.owner else None,
                    "finder_organisation": _service(asked),
                    "until": self.book.day(asked.due),
                    "answer": asked.note,
                    "answered_at": self.book.at(asked.done) if asked.done else None,
                    "answered_by": USERS[asked.owner] if asked.done and asked.owner else None,
                }


def _service(taken: Settled) -> str:
    return organisation_kind(ROLES[taken.owner]).value if taken.owner else str(taken.service)


def _outcome(point: AgendaPoint) -> str | None:
    if point.decision:
        return "decision"
    if point.action:
        return "action"
    if point.question:
        return "still_unknown"
    return "noted" if point.noted else None

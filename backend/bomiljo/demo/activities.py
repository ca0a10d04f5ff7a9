"""The week plan of a demo site: the one of 2024 as printed, and a living one around today."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from bomiljo.demo.book import Book, Row, id_of, on
from bomiljo.demo.facts import Activity, District
from bomiljo.demo.residents import resident_id
from bomiljo.demo.staff import USERS
from bomiljo.features.activities.inputs import monday
from bomiljo.features.activities.model import COMING, ActivityStatus, Presence, SignUpState

KNOWN_BEFORE = timedelta(days=20)
IN_TURN = timedelta(minutes=7)


def take_place(book: Book, there: Row, district: District) -> None:
    lines = [Line(book, there, told, number) for number, told in enumerate(district.activities)]
    book.put("activities", (line.activity() for line in lines))
    book.put("activity_signups", (row for line in lines for row in line.sign_ups()))
    book.put("activity_attendance", (row for line in lines for row in line.attendance()))


class Line:
    """One line; what has passed has been, and those who had a seat were there."""

    def __init__(self, book: Book, there: Row, told: Activity, number: int) -> None:
        self.told, self.there = told, there
        self.home: UUID = there["district_id"]
        self.id = self._id(told.key)
        self.day = _day(book, told)
        self.week = monday(self.day) if self.day else told.in_week
        over = self.day is not None and self.day < book.today and told.weekday is not None
        self.is_done = over and told.status in COMING
        known = min(self.day or self.week or book.today, book.today) - KNOWN_BEFORE
        self.known = on(known, "09:00") + timedelta(minutes=number)

    def activity(self) -> Row:
        told = self.told
        return {
            "id": self.id,
            **self.there,
            "created_at": self.known,
            "changed_at": self.known,
            "title": told.title,
            "description": told.description,
            "status": ActivityStatus.DONE.value if self.is_done else told.status,
            "week": self.week,
            "day": self.day,
            "starts": told.starts,
            "ends": told.ends,
            "weather_dependent": told.weather_dependent,
            "place": told.place,
            "meeting_point": told.meeting_point,
            "interpreters": told.interpreters,
            "responsible_user_id": USERS[told.responsible] if told.responsible else None,
            "capacity": told.capacity,
            "reason": told.reason,
            "weekday_text": told.printed_weekday,
            "origin_id": self._id(told.origin) if told.origin else None,
            "postponed_from_id": self._id(told.postponed_from) if told.postponed_from else None,
        }

    def sign_ups(self) -> list[Row]:
        seats = self.told.capacity or len(self.told.signed_up)
        return [
            self._about(
                "signup",
                resident,
                state=(SignUpState.SIGNED_UP if n < seats else SignUpState.WAITING).value,
                queued_at=self._asked(n),
                created_at=self._asked(n),
            )
            for n, resident in enumerate(self.told.signed_up)
        ]

    def attendance(self) -> list[Row]:
        if not self.is_done:
            return []
        seated = [one for one in self.told.signed_up if one not in self.told.absent]
        came = dict.fromkeys(seated, Presence.PRESENT)
        came |= dict.fromkeys(self.told.absent, Presence.ABSENT)
        came |= dict.fromkeys(self.told.walk_ins, Presence.WALK_IN)
        return [self._about("attendance", one, state=came[one].value) for one in came]

    def _asked(self, number: int) -> datetime:
        return self.known + timedelta(days=2) + number * IN_TURN

    def _about(self, kind: str, resident: str, **values: Any) -> Row:
        return {
            "id": id_of(self.id, kind, resident),
            "district_id": self.home,
            "activity_id": self.id,
            "resident_id": resident_id(self.home, resident),
            **values,
        }

    def _id(self, key: str) -> UUID:
        return id_of(self.home, "activity", key)


def _day(book: Book, told: Activity) -> date | None:
    if told.weekday is None:
        return book.day(told.on) if isinstance(told.on, int) else told.on
    this = monday(book.today)
    return this + timedelta(weeks=told.weeks_ahead, days=told.weekday - 1)

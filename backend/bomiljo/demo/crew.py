"""Youths who set up furniture, this week and the one before, with the hours they have worked."""

from collections.abc import Iterator
from datetime import time
from uuid import UUID

from bomiljo.demo.book import Book, Row, id_of, on
from bomiljo.demo.crew_facts import CrewWork, Week, Worker
from bomiljo.demo.facts import District
from bomiljo.demo.house import unit_id
from bomiljo.demo.staff import USERS
from bomiljo.features.crew.model import MemberKind
from bomiljo.features.crew.rules import working_days
from bomiljo.features.furnishing.model import ChecklistKind

BEGINS, ENDS, BREAK = time(8), time(15, 30), 30
LEADER = USERS["linda"]


def work(book: Book, there: Row, district: District) -> None:
    for week in district.crew:
        key = id_of(there["site_id"], "crew week", week.name)
        home = {"district_id": there["district_id"]}
        book.put(
            "crew_weeks",
            [
                {
                    "id": key,
                    **there,
                    "name": week.name,
                    "first_day": book.day(week.first),
                    "last_day": book.day(week.last),
                }
            ],
        )
        people = {one.name: _member(key, one) for one in (*week.youths, *week.leaders)}
        kinds = ((MemberKind.YOUTH, week.youths), (MemberKind.LEADER, week.leaders))
        book.put(
            "crew_members",
            (
                {
                    "id": people[one.name],
                    **home,
                    "week_id": key,
                    "name": one.name,
                    "kind": kind.value,
                    "under_18": one.under_18,
                    "account_id": USERS[one.account] if one.account else None,
                }
                for kind, workers in kinds
                for one in workers
            ),
        )
        planned = [(id_of(key, one.day, one.unit, one.room), one) for one in week.work]
        book.put(
            "crew_assignments",
            (
                {"id": record, **home, "week_id": key, **_planned(book, district, one)}
                for record, one in planned
            ),
        )
        book.put(
            "crew_hands",
            (
                {
                    "id": id_of(record, name),
                    **home,
                    "assignment_id": record,
                    "member_id": people[name],
                }
                for record, one in planned
                for name in one.who
            ),
        )
        book.put("crew_hours", _hours(book, home, week, [*people.values()]))


def _member(week: UUID, worker: Worker) -> UUID:
    return id_of(week, worker.name)


def _planned(book: Book, district: District, one: CrewWork) -> Row:
    day = book.day(one.day)
    unit = unit_id(district.site.name, one.unit)
    return {
        "day": day,
        "checklist_id": id_of(unit, "checklist", ChecklistKind.RELET),
        "room": one.room,
        "done_at": on(day, "14:40") if one.done_by else None,
        "done_by": USERS[one.done_by] if one.done_by else None,
        "signed_at": on(day, "15:10") if one.signed else None,
        "signed_by": LEADER if one.signed else None,
    }


def _hours(book: Book, home: Row, week: Week, people: list[UUID]) -> Iterator[Row]:
    """Every working day before the one on which the demo is loaded."""
    for day in working_days(book.day(week.first), min(book.day(week.last), book.day(-1))):
        for member in people:
            yield {
                "id": id_of(member, day),
                **home,
                "member_id": member,
                "day": day,
                "starts": BEGINS,
                "ends": ENDS,
                "break_minutes": BREAK,
            }

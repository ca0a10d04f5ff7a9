"""How far each resident has come after arrival."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from psycopg.rows import namedtuple_row

from bomiljo.demo.book import Book, Row, id_of
from bomiljo.demo.facts import District, Person
from bomiljo.demo.milestone_facts import Milestones, OpenStep
from bomiljo.demo.residents import day_of, resident_id
from bomiljo.features.milestones.model import ClockFrom, MilestoneStatus
from bomiljo.features.milestones.service import age_on, applies

S = MilestoneStatus


@dataclass(frozen=True, slots=True)
class Path:
    """One person's way; `number` makes its days a little unlike those of others."""

    district: UUID
    person: Person
    number: int
    came: date
    moved: date

    @property
    def resident(self) -> UUID:
        return resident_id(self.district, self.person.key)


def wait(book: Book, there: Row, district: District) -> None:
    if district.milestones is None:
        return
    cursor = book.db.cursor(row_factory=namedtuple_row)
    steps: list[Any] = cursor.execute(
        "SELECT * FROM milestone_steps ORDER BY edition, position"
    ).fetchall()
    newest = [step for step in steps if step.edition == steps[-1].edition]
    paths = _paths(book, there["district_id"], district.people)
    told = district.milestones
    book.put("milestones", (row for path in paths for row in _line(book, path, newest, told)))


def _paths(book: Book, home: UUID, people: list[Person]) -> Iterator[Path]:
    """Of those who live here, or come soon."""
    numbers = count()
    for person in people:
        if person.left and day_of(book, person.left.on) <= book.today:
            continue
        came = day_of(book, person.came)
        moved = day_of(book, person.transferred.on) if person.transferred else came
        yield Path(home, person, next(numbers), came, moved)


def _line(book: Book, path: Path, steps: list[Any], told: Milestones) -> Iterator[Row]:
    done: dict[str, date] = {}
    waits = {one.code: one for one in told.open if one.person == path.person.key}
    open_codes: set[str] = set()
    age = age_on(path.person.born, path.came)
    for step in steps:
        row = {
            "id": id_of(path.resident, "milestone", step.code),
            "district_id": path.district,
            "resident_id": path.resident,
            "edition": step.edition,
            "code": step.code,
            "area": step.area,
            "begun_on": path.moved if step.clock_from == ClockFrom.MOVED else path.came,
        }
        blocked = open_codes & {*step.depends_on}
        if not applies(step, age, children=False):
            yield row | {"status": S.NOT_APPLICABLE.value}
        elif step.code in waits or blocked or path.came > book.today:
            open_codes.add(step.code)
            yield row | _open(book, waits.get(step.code))
        else:
            before = max(
                (done[code] for code in step.depends_on if code in done), default=path.came
            )
            done[step.code] = max(before, _done_on(book, path, told, step))
            yield row | {"status": S.DONE.value, "done_on": done[step.code]}


def _open(book: Book, told: OpenStep | None) -> Row:
    if told is None:
        return {}
    since = None if told.days is None else book.day(told.days)
    waiting = told.status == S.WAITING_EXTERNAL
    begun = {} if since is None else {"begun_on": since}
    return begun | {
        "status": told.status,
        "waiting_since": since if waiting else None,
        "waiting_for": told.mover if waiting else None,
        "note": told.note,
    }


def _done_on(book: Book, path: Path, told: Milestones, step: Any) -> date:
    usual = told.usual[step.code]
    days = usual + (usual * ((path.number * 7 + step.position * 5) % 9 - 4)) // 10
    return min(path.came + timedelta(days=days), book.today)

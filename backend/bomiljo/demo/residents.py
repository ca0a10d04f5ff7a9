"""The people of a demo district: who they are, what they speak, who helps them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from psycopg.types.range import DateRange

from bomiljo.demo.book import Book, Row, id_of, on
from bomiljo.demo.facts import Person
from bomiljo.demo.staff import ROLES, USERS
from bomiljo.features.residents.model import ContactKind, ResidentStatus

PREPARED = timedelta(days=14)
GRADED = "Gradert i folkeregisteret før bosetting. To navngitte følger opp."


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the files, with the days that the first load makes of theirs."""

    id: UUID
    person: Person
    phone: str
    came: date
    settled: bool
    gone: date | None


def resident_id(district: UUID, key: str) -> UUID:
    return id_of(district, "resident", key)


def day_of(book: Book, told: date | int) -> date:
    return book.day(told) if isinstance(told, int) else told


def _known(book: Book, district: UUID, person: Person, phone: int) -> Known:
    came = day_of(book, person.came)
    left = day_of(book, person.left.on) if person.left else None
    return Known(
        resident_id(district, person.key),
        person,
        str(phone),
        came,
        came <= book.today,
        left if left and left <= book.today else None,
    )


def register(book: Book, there: Row, people: list[Person], phones: int) -> None:
    """`phones`: the number before the first resident's, in a series that nobody is given."""
    home = {"district_id": there["district_id"]}
    known = [
        _known(book, home["district_id"], person, phone)
        for phone, person in enumerate(people, phones + 1)
    ]
    book.put("residents", (there | _resident(one) for one in known))
    for table, rows in (
        ("protection_guardians", _guardians),
        ("protection_decisions", _decisions),
        ("resident_languages", _languages),
        ("contact_points", _contact_points),
        ("helpers", _helpers),
    ):
        book.put(table, (home | row for one in known for row in rows(one)))


def _resident(one: Known) -> Row:
    person = one.person
    status = ResidentStatus.SETTLED if one.settled else ResidentStatus.EXPECTED
    return {
        "id": one.id,
        "given_name": person.given,
        "family_name": person.family,
        "preferred_name": person.preferred,
        "native_name": person.native,
        "birth_date": person.born,
        "birth_date_source": person.birth_date_source,
        "status": (ResidentStatus.MOVED_OUT if one.gone else status).value,
        "settled_on": one.came if one.settled else None,
        "moved_out_on": one.gone,
        "protection": person.protection,
        "portal_language": person.portal,
    }


def _guardians(one: Known) -> Iterator[Row]:
    for user in one.person.guardians:
        yield {
            "id": id_of(one.id, "guardian", user),
            "resident_id": one.id,
            "user_id": USERS[user],
        }


def _decisions(one: Known) -> Iterator[Row]:
    for user in one.person.guardians[:1]:
        yield {
            "id": id_of(one.id, "protection"),
            "created_at": on(one.came - PREPARED, "09:00"),
            "resident_id": one.id,
            "grade": one.person.protection,
            "reason": GRADED,
            "decided_by": USERS[user],
        }


def _languages(one: Known) -> Iterator[Row]:
    for speaks in one.person.speaks:
        yield {
            "id": id_of(one.id, "language", speaks.language),
            "resident_id": one.id,
            "language": speaks.language,
            "own": speaks.own,
            "written": speaks.written,
            "interpreter": speaks.interpreter,
        }


def _contact_points(one: Known) -> Iterator[Row]:
    for kind, value in ((ContactKind.PHONE, one.phone), (ContactKind.EMAIL, one.person.email)):
        if value:
            yield {
                "id": id_of(one.id, "contact", kind.value),
                "resident_id": one.id,
                "kind": kind.value,
                "value": value,
            }


def _helpers(one: Known) -> Iterator[Row]:
    for user in one.person.helpers:
        yield {
            "id": id_of(one.id, "helper", user),
            "resident_id": one.id,
            "kind": ROLES[user].value,
            "user_id": USERS[user],
            "period": DateRange(one.came - PREPARED, one.gone),
        }

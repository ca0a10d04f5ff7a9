"""Numbers that belong to nobody: months past 80 (test persons), and a year far ahead."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from uuid import UUID

from psycopg.types.range import DateRange

from bomiljo.demo.book import Book, Row, id_of
from bomiljo.demo.facts import Person
from bomiljo.demo.residents import day_of, resident_id
from bomiljo.features.residents.model import IdentifierKind, IdentifierSource
from bomiljo.kernel.clock import today
from bomiljo.kernel.numbers import duf_check_fits, is_person_number, masked
from bomiljo.kernel.sealing import Seal

K = IdentifierKind
S = IdentifierSource
FAR_AHEAD = 2099
ASKED_FOR = timedelta(days=60)
REGISTERED = timedelta(days=21)
RECOGNISED = timedelta(days=120)


def number_people(book: Book, district: UUID, people: list[Person], first: int, seal: Seal) -> None:
    """DUF from the start, a D-number after some weeks, a national identity number after months."""
    book.put(
        "identifiers",
        (
            row
            for serial, person in enumerate(people, first)
            for row in _numbers(book, district, person, serial, seal)
        ),
    )


def _numbers(book: Book, district: UUID, person: Person, serial: int, seal: Seal) -> Iterator[Row]:
    came = day_of(book, person.came)
    who = resident_id(district, person.key)
    given = [
        (K.DUF, duf(serial), came - ASKED_FOR, None, S.IMDI),
        (
            K.DNR,
            person_number(person.born, K.DNR),
            came + REGISTERED,
            came + RECOGNISED,
            S.DOCUMENT,
        ),
        (K.FNR, person_number(person.born, K.FNR), came + RECOGNISED, None, S.POPULATION_REGISTER),
    ]
    for kind, value, since, until, source in given:
        if since <= book.today:
            record = id_of(who, "identifier", kind)
            yield {
                "id": record,
                "district_id": district,
                "resident_id": who,
                "kind": kind.value,
                "ciphertext": seal.close(value, record),
                "search_hash": seal.hash(kind.value, value),
                "masked": masked(value),
                "period": DateRange(since, until),
                "source": source.value,
            }


def person_number(born: date, kind: IdentifierKind) -> str:
    """The first synthetic number of that birth date whose check digits exist."""
    day = born.day + (40 if kind is K.DNR else 0)
    stem = f"{day:02}{born.month + 80:02}{born.year % 100:02}"
    return next(
        number
        for middle, one, two in product(_middles(born), range(10), range(10))
        if is_person_number(number := f"{stem}{middle:03}{one}{two}", kind.value, today())
    )


def _middles(born: date) -> range:
    return range(500, 1000) if born.year >= 2000 else range(500)


def duf(serial: int) -> str:
    stem = f"{FAR_AHEAD}{serial:06}"
    return next(number for check in range(11) if duf_check_fits(number := f"{stem}{check:02}"))

"""Where the people of a demo district live and have lived, and the codes that open their portal."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from psycopg.types.range import DateRange

from bomiljo.access.guard import hash_of
from bomiljo.demo.accounts import RESIDENT_CODES
from bomiljo.demo.book import Book, Row, id_of, on
from bomiljo.demo.facts import Person
from bomiljo.demo.house import unit_id
from bomiljo.demo.residents import day_of, resident_id
from bomiljo.demo.staff import USERS
from bomiljo.features.handover.model import MoveInStep
from bomiljo.features.residents.model import HouseholdKind, Relation
from bomiljo.features.tenancies.model import EndReason, LeaseEventKind, TenancyKind
from bomiljo.kernel.codes import spell

KEYS = 2
TERM = 3
LEGAL_GROUND = "Husleieloven § 9-3: tre år"
FIRST_DAY = (
    MoveInStep.CONTRACT,
    MoveInStep.KEYS,
    MoveInStep.METER,
    MoveInStep.FIRE,
    MoveInStep.PORTAL,
)
CODES_LAST = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Stay:
    """One household's time in one unit; `until` is the first day that is no longer theirs."""

    unit: str
    since: date
    until: date | None
    ends_on: date
    because: str | None
    to: str | None


def let(book: Book, there: Row, site: str, people: list[Person]) -> None:
    district = there["district_id"]
    homes = {person.key: id_of(resident_id(district, person.key), "household") for person in people}
    book.put(
        "households",
        (
            {"id": home, "district_id": district, "kind": HouseholdKind.SINGLE.value}
            for home in homes.values()
        ),
    )
    book.put(
        "household_members",
        (
            {
                "id": id_of(homes[person.key], "head"),
                "district_id": district,
                "household_id": homes[person.key],
                "resident_id": resident_id(district, person.key),
                "relation": Relation.HEAD.value,
                "period": DateRange(day_of(book, person.came), None),
            }
            for person in people
        ),
    )
    new = book.put(
        "tenancies",
        (
            row | there
            for person in people
            for row in _tenancies(book, site, homes[person.key], person)
        ),
    )
    if new:
        _write_course(book, district, homes, people)
        _go_through_first_days(book, there, homes, people)


def _stays(book: Book, person: Person) -> list[Stay]:
    came = day_of(book, person.came)
    whole = years_after(came, TERM * (2 if person.renewed else 1)) - timedelta(days=1)
    ends_on = whole if person.ends is None else book.day(person.ends)
    left = person.left
    last = (
        day_of(book, left.on) if left else None,
        ends_on,
        left.because if left else None,
        left.to if left else None,
    )
    moved = person.transferred
    if moved is None:
        return [Stay(person.unit, came, *last)]
    day = day_of(book, moved.on)
    return [
        Stay(person.unit, came, day, ends_on, EndReason.INTERNAL_TRANSFER.value, None),
        Stay(moved.unit, day, *last),
    ]


def _tenancies(book: Book, site: str, household: UUID, person: Person) -> Iterator[Row]:
    previous = None
    for stay in _stays(book, person):
        record = id_of(household, "tenancy", stay.unit)
        came = stay.since <= book.today
        gone = stay.until is not None and stay.until <= book.today
        yield {
            "id": record,
            "unit_id": unit_id(site, stay.unit),
            "household_id": household,
            "kind": TenancyKind.FIXED_TERM.value,
            "legal_ground": LEGAL_GROUND,
            "period": DateRange(stay.since, stay.until),
            "contract_ends_on": stay.ends_on,
            "moved_in_at": on(stay.since, "11:00") if came else None,
            "moved_out_at": on(stay.until, "10:00") if gone and stay.until else None,
            "keys_handed_over": KEYS if came else None,
            "ended_because": stay.because,
            "destination": stay.to,
            "household_size": 1,
            "previous_id": previous,
        }
        previous = record


def _write_course(book: Book, district: UUID, homes: dict[str, UUID], people: list[Person]) -> None:
    """Who was asked to move, and the alarms up to now, which nobody is told of any more."""
    book.put(
        "lease_events",
        (
            {
                "id": id_of(homes[person.key], "asked"),
                "district_id": district,
                "tenancy_id": id_of(homes[person.key], "tenancy", person.unit),
                "kind": LeaseEventKind.ASKED_TO_MOVE.value,
                "on_day": book.day(person.asked),
                "term_ends_on": book.day(person.ends),
                "grounds": "Brev levert i postkassen",
                "by_user": USERS["ingrid"],
            }
            for person in people
            if person.asked is not None and person.ends is not None
        ),
    )
    book.db.execute("SELECT sound_lease_alarms('{}')")


def years_after(day: date, years: int) -> date:
    last = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


def issue_codes(book: Book, district: UUID, people: list[Person]) -> None:
    """Codes work once; the demo's own are good again from each start on."""
    lasts: datetime = book.now + CODES_LAST
    here = {person.key for person in people}
    codes = {id_of("code", one.code): one for one in RESIDENT_CODES if one.resident in here}
    book.put(
        "activation_codes",
        (
            {
                "id": record,
                "district_id": district,
                "resident_id": resident_id(district, one.resident),
                "code_hash": hash_of(spell(one.code)),
                "issued_by": USERS["ingrid"],
                "expires_at": lasts,
            }
            for record, one in codes.items()
        ),
    )
    book.db.execute(
        "UPDATE activation_codes SET used_at = NULL, expires_at = %s"
        " WHERE id = ANY(%s) AND (used_at IS NOT NULL OR expires_at < %s)",
        [lasts, [*codes], book.now + CODES_LAST / 2],
    )


def _go_through_first_days(
    book: Book, there: Row, homes: dict[str, UUID], people: list[Person]
) -> None:
    """Whoever has moved inside the house was met there, and is not through with all of it."""
    moves = [
        (id_of(homes[one.key], "tenancy", one.transferred.unit), one, day)
        for one in people
        if one.transferred and (day := day_of(book, one.transferred.on)) <= book.today
    ]
    book.put(
        "move_in_days",
        (
            {
                "id": id_of(tenancy, "first day"),
                "tenancy_id": tenancy,
                "language": person.portal,
                "interpreter": False,
                "arrived_at": on(day, "10:15"),
                "in_flat_at": on(day, "11:00"),
            }
            | there
            for tenancy, person, day in moves
        ),
    )
    book.put(
        "move_in_steps",
        (
            {
                "id": id_of(tenancy, "first day", step),
                "created_at": on(day, f"11:{5 * number:02}"),
                "district_id": there["district_id"],
                "tenancy_id": tenancy,
                "step": step.value,
                "done_by": USERS["ingrid"],
            }
            for tenancy, _, day in moves
            for number, step in enumerate(FIRST_DAY, 1)
        ),
    )

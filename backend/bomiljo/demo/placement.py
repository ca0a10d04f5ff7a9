"""A list from IMDi that waits for an answer, and two alternatives that somebody has begun."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from psycopg.types.json import Jsonb

from bomiljo.demo.book import Book, Row, id_of
from bomiljo.demo.facts import District
from bomiljo.demo.house import unit_id
from bomiljo.demo.identifiers import duf
from bomiljo.demo.placement_facts import Candidate, Coming, SettlementRequest
from bomiljo.demo.staff import USERS
from bomiljo.kernel.numbers import masked
from bomiljo.kernel.sealing import Seal


def ask(book: Book, there: Row, district: District, serial: int, seal: Seal) -> None:
    home = {"district_id": there["district_id"]}
    for request in district.requests:
        record = id_of(home["district_id"], "request", request.key)
        new = book.put("settlement_requests", [_request(book, home, record, request)])
        if record not in new:
            continue
        book.put("imdi_checks", _checks(book, home, record, request))
        households = {id_of(record, one.ref): one for one in request.households}
        book.put(
            "candidate_households",
            (_household(home, record, who, one) for who, one in households.items()),
        )
        people = [
            (id_of(who, number), who, one)
            for who, household in households.items()
            for number, one in enumerate(household.people)
        ]
        _tell_of_people(book, home, people, serial, seal)
        _plan(book, there, district.site.name, request, households)


def _request(book: Book, home: Row, record: UUID, request: SettlementRequest) -> Row:
    return {
        "id": record,
        **home,
        "reference": request.reference,
        "received_on": book.day(request.received),
        "answer_due": book.day(request.due),
        "imported_by": USERS[request.by],
    }


def _checks(book: Book, home: Row, record: UUID, request: SettlementRequest) -> Iterator[Row]:
    for days in request.checked:
        yield {
            "id": id_of(record, "check", days),
            **home,
            "created_at": book.now + timedelta(days=days),
            "checked_by": USERS[request.by],
            "found_new": days == request.received,
        }


def _household(home: Row, record: UUID, who: UUID, one: Coming) -> Row:
    return {
        "id": who,
        **home,
        "request_id": record,
        "ref": one.ref,
        "kind": one.kind,
        "requirements": [*one.requirements],
        "support": one.support,
    }


def _tell_of_people(
    book: Book, home: Row, people: list[tuple[UUID, UUID, Candidate]], serial: int, seal: Seal
) -> None:
    for line, (record, household, one) in enumerate(people, 2):
        of = {**home, "candidate_id": record}
        number, mark = duf(serial + line), id_of(record, "duf")
        book.put("candidates", [_candidate(book, home, line, record, household, one)])
        book.put("candidate_care", [{"id": id_of(record, "care"), **of, "note": one.care_note}])
        book.put(
            "candidate_permits",
            [
                {
                    "id": id_of(record, "permit"),
                    **of,
                    "citizenship": one.citizenship,
                    "granted_on": book.day(-60),
                }
            ],
        )
        book.put(
            "candidate_identifiers",
            [
                {
                    "id": mark,
                    **of,
                    "ciphertext": seal.close(number, mark),
                    "search_hash": seal.hash("duf", number),
                    "masked": masked(number),
                }
            ],
        )


def _candidate(
    book: Book, home: Row, line: int, record: UUID, household: UUID, one: Candidate
) -> Row:
    return {
        "id": record,
        **home,
        "household_id": household,
        "line": line,
        "case_ref": f"BOS-{line:03}",
        "given_name": one.given,
        "family_name": one.family,
        "birth_date": one.born,
        "sex": one.sex,
        "relation": one.relation,
        "own_languages": [tongue.language for tongue in one.speaks if tongue.own],
        "written_languages": [tongue.language for tongue in one.speaks if tongue.written],
        "interpreter_languages": [tongue.language for tongue in one.speaks if tongue.interpreter],
        "education": one.education,
        "work": one.work,
        "current_place": one.place,
        "planned_on": book.day(one.planned) if one.planned else None,
        "protection": "none",
    }


def _plan(
    book: Book, there: Row, site: str, request: SettlementRequest, households: dict[UUID, Coming]
) -> None:
    for name, note in request.alternatives.items():
        record = id_of(there["site_id"], "alternative", name)
        book.put(
            "placement_alternatives",
            [
                {
                    "id": record,
                    **there,
                    "name": name,
                    "note": note,
                    "made_by": USERS[request.by],
                }
            ],
        )
        book.put(
            "placements",
            (
                {
                    "id": id_of(record, who),
                    "district_id": there["district_id"],
                    "alternative_id": record,
                    "household_id": who,
                    "unit_id": unit_id(site, one.plans[name]),
                    "because": Jsonb([]),
                }
                for who, one in households.items()
                if name in one.plans
            ),
        )

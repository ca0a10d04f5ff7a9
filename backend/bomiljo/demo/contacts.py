"""Whom to ask in the demo districts, and who answers what at their sites."""

from collections.abc import Iterator
from datetime import time
from uuid import UUID

from psycopg.types.range import DateRange

from bomiljo.demo.book import Book, Row, id_of
from bomiljo.demo.contact_facts import Answer, Contact
from bomiljo.demo.facts import District
from bomiljo.demo.staff import USERS

STRAIGHT = ("kind", "organisation", "organisation_name", "name", "phone", "email")
WORDS = ("title", "helps_with", "languages")


def list_people(book: Book, there: Row, district: District) -> None:
    home = {"district_id": there["district_id"]}
    listed = book.put("contacts", (_contact(there, district, one) for one in district.contacts))
    for one in district.contacts:
        contact = _id(there, one.key)
        if contact in listed:
            book.put("contact_hours", (home | hours for hours in _hours(contact, one)))
    own = sorted({one.own for one in district.answers if one.own})
    book.put("topics", (home | {"id": _id(there, title), "title": title} for title in own))
    book.put("responsibilities", (_answer(there, one) for one in district.answers))


def _id(there: Row, key: str) -> UUID:
    return id_of(there["site_id"], "contact", key)


def _contact(there: Row, district: District, one: Contact) -> Row:
    service = one.service and id_of("organisations", district.name, one.service)
    return {
        "id": _id(there, one.key),
        "district_id": there["district_id"],
        "user_id": USERS[one.user] if one.user else None,
        "organisation_id": service,
        "period": DateRange(district.site.opened, None),
        **{name: getattr(one, name) for name in (*STRAIGHT, *WORDS)},
    }


def _hours(contact: UUID, one: Contact) -> Iterator[Row]:
    for said in one.hours:
        days, clock, *note = said.split(maxsplit=2)
        first, _, last = days.partition("-")
        for weekday in range(int(first), int(last or first) + 1):
            from_time, to_time = map(time.fromisoformat, clock.split("-"))
            yield {
                "id": id_of(contact, "hours", weekday, clock),
                "contact_id": contact,
                "weekday": weekday,
                "from_time": from_time,
                "to_time": to_time,
                "note": note[0] if note else None,
            }


def _answer(there: Row, one: Answer) -> Row:
    return {
        "id": id_of(there["site_id"], "answer", one.topic or one.own),
        **there,
        "topic": one.topic,
        "topic_id": _id(there, one.own) if one.own else None,
        "organisation": one.organisation,
        "owner_id": _id(there, one.owner) if one.owner else None,
        "backup_id": _id(there, one.backup) if one.backup else None,
        "rule": one.rule,
        "say_this": one.say_this,
    }

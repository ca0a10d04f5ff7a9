"""Two demo districts, the same ones wherever they are loaded; the first load decides the days."""

import psycopg

from bomiljo.demo import (
    activities,
    contacts,
    crew,
    facts,
    furnishing,
    house,
    identifiers,
    incidents,
    leases,
    meetings,
    milestones,
    notices,
    placement,
    residents,
    staff,
)
from bomiljo.demo.book import Book
from bomiljo.embedded.roles import libpq
from bomiljo.kernel import sealing
from bomiljo.kernel.clock import now
from bomiljo.settings import Settings, get_settings

FOLDERS = {"bjerke": 41201000, "fjordhagen": 41202000}
"""A folder of facts each, and the number before its first resident's telephone."""


def load(owner_url: str) -> None:
    settings = get_settings()
    if settings.mode != "demo":
        msg = "the demo districts cannot be loaded in production mode"
        raise RuntimeError(msg)
    with psycopg.connect(libpq(owner_url)) as db:
        book = Book(db, now())
        staff.hire(book, settings.argon2_memory_kib)
        for folder, phones in FOLDERS.items():
            _load(book, facts.district(folder), phones, settings)


def _load(book: Book, district: facts.District, phones: int, settings: Settings) -> None:
    home = staff.open_district(book, district)
    site = house.build(book, home, district.site)
    there = {"district_id": home, "site_id": site}
    staff.employ(book, district.name, site)
    residents.register(book, there, district.people, phones)
    seal = sealing.load(settings.identifier_key, make=True)
    identifiers.number_people(book, home, district.people, phones % 1_000_000, seal)
    leases.let(book, there, district.site.name, district.people)
    leases.issue_codes(book, home, district.people)
    contacts.list_people(book, there, district)
    furnishing.furnish(book, there, district)
    crew.work(book, there, district)
    milestones.wait(book, there, district)
    placement.ask(book, there, district, phones % 1_000_000 + 500, seal)
    incidents.happen(book, there, district, settings.files_dir)
    activities.take_place(book, there, district)
    meetings.hold(book, there, district)
    notices.tell(book, there, district)

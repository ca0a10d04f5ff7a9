"""The site: its units and their uses, the common house, the neighbours, whom to ring."""

from datetime import date
from uuid import UUID

from psycopg.types.json import Jsonb
from psycopg.types.range import DateRange

from bomiljo.demo.accounts import ACCOUNTS
from bomiljo.demo.book import Book, Row, id_of
from bomiljo.demo.facts import OnCall, Site, Unit, UsedAs
from bomiljo.demo.staff import USERS
from bomiljo.features.sites.model import BuildingPart, UnitState, Use

PLAIN = Unit()


def build(book: Book, district: UUID, site: Site) -> UUID:
    home = id_of("sites", site.name)
    book.put(
        "sites",
        [
            {
                "id": home,
                "district_id": district,
                "name": site.name,
                "street_address": site.street_address,
                "postal_code": site.postal_code,
                "postal_place": site.postal_place,
                "walking_minutes": Jsonb(site.walking_minutes),
            }
        ],
    )
    there = {"district_id": district, "site_id": home}
    book.put(
        "site_neighbours",
        (
            {"id": id_of(home, "neighbour", one.name), **there, "kind": one.kind, "name": one.name}
            for one in site.neighbours
        ),
    )
    book.put(
        "neighbour_busy_hours",
        (
            {
                "id": id_of(home, "neighbour", one.name, busy.label),
                **there,
                "neighbour_id": id_of(home, "neighbour", one.name),
                **busy.model_dump(),
            }
            for one in site.neighbours
            for busy in one.busy
        ),
    )
    book.put(
        "on_call_contacts",
        (_on_call(there, one, number) for number, one in enumerate(site.on_call, 1)),
    )
    _units(book, there, site)
    return home


def unit_id(site: str, label: str) -> UUID:
    return id_of(id_of("sites", site), "unit", label)


def _on_call(there: Row, contact: OnCall, position: int) -> Row:
    person = next((one for one in ACCOUNTS if one.user_name == contact.user), None)
    return {
        "id": id_of(there["site_id"], "on call", position),
        **there,
        "responsible": contact.responsible,
        "user_id": USERS[contact.user] if contact.user else None,
        "name": contact.name or (person and person.name),
        "phone": contact.phone or (person and person.phone),
        "weekdays": contact.weekdays,
        "from_time": contact.from_time,
        "to_time": contact.to_time,
        "position": position,
    }


def _units(book: Book, there: Row, site: Site) -> None:
    labels = [
        (str(floor * 100 + position), floor, position)
        for floor, size in enumerate(site.floors, 1)
        for position in range(1, size + 1)
    ]
    book.put(
        "units",
        (
            {
                "id": unit_id(site.name, label),
                **there,
                "label": label,
                "part": BuildingPart.MAIN.value,
                "floor": floor,
                "position": position,
                **_described(book, site, _told(site, label, floor), floor, position),
            }
            for label, floor, position in labels
        ),
    )
    book.put(
        "units",
        (
            {
                "id": unit_id(site.name, label),
                **there,
                "label": label,
                "part": BuildingPart.COMMON_HOUSE.value,
                "floor": 1,
                "position": position,
                "capacity": 0,
                "accessibility": ["step_free", "wide_doors"],
                "state": UnitState.READY.value,
            }
            for position, label in enumerate(site.common_rooms, 1)
        ),
    )
    uses = {label: site.units.get(label, PLAIN).uses for label, _, _ in labels}
    rooms = {label: [_used(site, Use.COMMON_ROOM)] for label in site.common_rooms}
    book.put(
        "unit_uses",
        (
            {
                "id": id_of(unit_id(site.name, label), "use", used.from_day),
                "district_id": there["district_id"],
                "unit_id": unit_id(site.name, label),
                "use": used.use,
                "period": DateRange(used.from_day, used.to_day),
                "reason": used.reason,
            }
            for label, periods in (uses | rooms).items()
            for used in periods or [_used(site, Use.DWELLING)]
        ),
    )


def _told(site: Site, label: str, floor: int) -> Unit:
    places = site.empty.get(str(floor))
    plain = Unit(state=UnitState.VACANT, capacity=places) if places else PLAIN
    return site.units.get(label, plain)


def _used(site: Site, use: Use) -> UsedAs:
    return UsedAs(use=use, from_day=site.opened)


def _described(book: Book, site: Site, unit: Unit, floor: int, position: int) -> Row:
    blocked = unit.blocked
    days: tuple[date | None, ...] = (None, None)
    if blocked:
        days = (book.day(blocked.from_days), book.day(blocked.until_days))
    return {
        "dwelling_number": f"H{floor:02}{position:02}" if unit.numbered else None,
        "capacity": unit.capacity,
        "accessibility": [*site.accessibility, *unit.accessibility],
        "state": unit.state,
        "blocked_reason": blocked.reason if blocked else None,
        "blocked_from": days[0],
        "blocked_until": days[1],
        "technical_note": unit.technical_note,
    }

"""What the flats were furnished with before people came, and those that are made ready again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from bomiljo.demo.book import Book, Row, id_of, on
from bomiljo.demo.facts import District
from bomiljo.demo.furnishing_facts import Article, Furnishing, Order, Package, Relet
from bomiljo.demo.house import unit_id
from bomiljo.demo.staff import USERS
from bomiljo.features.days.dates import school_days
from bomiljo.features.furnishing.model import ChecklistKind, Fits, Step

ORDERED_BEFORE = timedelta(days=14)
LONGEST_REST = timedelta(days=10)
OFFICE = USERS["marit"]
Marks = dict[str, object]


@dataclass(frozen=True, slots=True)
class House:
    there: Row
    site: str
    told: Furnishing

    @property
    def district(self) -> UUID:
        home: UUID = self.there["district_id"]
        return home

    def package(self, fits: Fits) -> Package:
        return next(one for one in self.told.packages if one.fits == fits)


def furnish(book: Book, there: Row, district: District) -> None:
    if district.furnishing is None:
        return
    house = House(there, district.site.name, district.furnishing)
    opened = district.site.opened
    book.put("furnishing_packages", (_package(house, one, opened) for one in house.told.packages))
    book.put("furnishing_package_lines", _package_lines(house))
    again = {relet.unit: book.at(relet.opened) for relet in house.told.relets}
    homes = dict(_homes(district))
    book.put(
        "checklists",
        (_first(house, unit, day, again.get(unit)) for unit, day in homes.items()),
    )
    book.put("checklist_lines", _lines_of_first(house, homes))
    book.put("checklists", (_relet(book, house, relet) for relet in house.told.relets))
    book.put("checklist_lines", _lines_of_relets(book, house))
    for order in house.told.orders:
        _order(book, house, order)


def _homes(district: District) -> Iterator[tuple[str, date]]:
    """Each flat with the day from which it could be lived in."""
    site = district.site
    for floor, size in enumerate(site.floors, 1):
        for position in range(1, size + 1):
            label = str(floor * 100 + position)
            uses = site.units[label].uses if label in site.units else []
            begun = [used.from_day for used in uses if used.use == "dwelling"]
            if begun or not uses:
                yield label, begun[0] if begun else site.opened


def _package_id(house: House, name: str) -> UUID:
    return id_of(house.district, "furnishing package", name)


def _package(house: House, package: Package, opened: date) -> Row:
    return {
        "id": _package_id(house, package.name),
        "district_id": house.district,
        "created_at": on(opened - timedelta(days=30), "09:00"),
        "fits": package.fits,
        "edition": 1,
        "name": package.name,
    }


def _package_lines(house: House) -> Iterator[Row]:
    for package in house.told.packages:
        for position, line in enumerate(package.lines, 1):
            yield {
                "id": id_of(_package_id(house, package.name), line.item),
                "district_id": house.district,
                "package_id": _package_id(house, package.name),
                "position": position,
                **line.model_dump(),
            }


def _list_id(house: House, unit: str, kind: ChecklistKind) -> UUID:
    return id_of(unit_id(house.site, unit), "checklist", kind)


def _list(house: House, unit: str, kind: ChecklistKind, created_at: datetime) -> Row:
    return {
        "id": _list_id(house, unit, kind),
        **house.there,
        "created_at": created_at,
        "unit_id": unit_id(house.site, unit),
        "package_id": _package_id(house, house.package(Fits.DWELLING).name),
        "kind": kind.value,
        "opened_by": OFFICE,
    }


def _first(house: House, unit: str, day: date, replaced_at: datetime | None) -> Row:
    ready = on(day - timedelta(days=1), "14:30")
    begun = on(day - ORDERED_BEFORE, "09:00")
    return _list(house, unit, ChecklistKind.FIRST, begun) | {
        "ready_at": ready,
        "key_at": ready + timedelta(minutes=30),
        "key_by": OFFICE,
        "replaced_at": replaced_at,
    }


def _relet(book: Book, house: House, relet: Relet) -> Row:
    begun = book.at(relet.opened)
    ready = begun + timedelta(hours=5) if relet.done == "all" else None
    return _list(house, relet.unit, ChecklistKind.RELET, begun) | {"ready_at": ready}


def _line(house: House, checklist: UUID, position: int, line: Article) -> Row:
    return {
        "id": id_of(checklist, line.item),
        **house.there,
        "checklist_id": checklist,
        "position": position,
        **line.model_dump(exclude={"per_person"}),
        "package_quantity": line.quantity,
    }


def _reached(steps: Iterable[Step], by: UUID, at: datetime) -> Marks:
    marks: Marks = {}
    for later, step in enumerate(steps):
        marks |= {f"{step}_at": at + timedelta(minutes=20 * later), f"{step}_by": by}
    return marks


def _lines_of_first(house: House, homes: dict[str, date]) -> Iterator[Row]:
    crew = [USERS[name] for name in house.told.crew]
    differs = {(one.unit, one.item): one for one in house.told.differs}
    for number, (unit, day) in enumerate(homes.items()):
        checklist = _list_id(house, unit, ChecklistKind.FIRST)
        ordered = _reached([Step.ORDERED], OFFICE, on(day - ORDERED_BEFORE, "10:00"))
        carried = on(day - timedelta(days=3), "09:00") + timedelta(minutes=5 * (number % 12))
        for position, line in enumerate(house.package(Fits.DWELLING).lines, 1):
            steps = [s for s in Step if s is not Step.ORDERED]
            if not line.needs_assembly:
                steps.remove(Step.ASSEMBLED)
            own = differs.get((unit, line.item))
            row = _line(house, checklist, position, line)
            if own:
                yield row | {"quantity": own.quantity, "reason": own.reason}
            else:
                yield row | ordered | _reached(steps, crew[number % len(crew)], carried)


def _lines_of_relets(book: Book, house: House) -> Iterator[Row]:
    for relet in house.told.relets:
        checklist = _list_id(house, relet.unit, ChecklistKind.RELET)
        checked_at, by = book.at(relet.opened) + timedelta(hours=1), USERS[relet.by]
        for position, line in enumerate(house.package(Fits.DWELLING).lines, 1):
            row = _line(house, checklist, position, line) | {"in_place": True}
            missing = relet.short.get(line.item)
            if missing:
                row |= {"short": 1, "short_note": missing, "short_by": by}
            elif relet.done == "all" or line.item in relet.done:
                row |= _reached([Step.CHECKED], by, checked_at)
            yield row


def _order(book: Book, house: House, order: Order) -> None:
    order_id = id_of(house.there["site_id"], "order", order.supplier)
    at = book.at(order.ordered)
    new = book.put(
        "furniture_orders",
        [
            {
                "id": order_id,
                **house.there,
                "created_at": at,
                "supplier": order.supplier,
                "ordered_by": OFFICE,
            }
        ],
    )
    if not new:
        return
    book.put(
        "furniture_order_lines",
        (
            {
                "id": id_of(order_id, item),
                **house.there,
                "order_id": order_id,
                "item": item,
                "quantity": quantity,
                "from_stock": 0,
            }
            for item, quantity in order.lines.items()
        ),
    )
    ahead = book.day(order.delivery.in_days)
    book.put(
        "delivery_windows",
        [
            {
                "id": id_of(order_id, "delivery"),
                **house.there,
                "order_id": order_id,
                "day": min(school_days((), ahead, ahead + LONGEST_REST)),
                "from_time": order.delivery.from_time,
                "to_time": order.delivery.to_time,
                "supplier_note": order.delivery.note,
                "set_by": OFFICE,
                "set_at": at,
            }
        ],
    )

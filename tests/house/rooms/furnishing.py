"""A unit with its checklist, one line of it beyond the package."""

from collections.abc import Mapping
from uuid import UUID

from bomiljo.access.roles import Role

from tests.factories import House
from tests.house.rooms.room import Room, Things


def furnish(house: House, things: Things) -> Mapping[str, UUID]:
    site, unit = things["site_id"], things["unit_id"]
    known = house.rows(
        "SELECT id FROM furnishing_packages WHERE district_id = %s AND replaced_at IS NULL",
        house.district,
    )
    package = (
        known[0][0]
        if known
        else house.add("furnishing_packages", fits="dwelling", edition=1, name="Grunnpakke")
    )
    if not known:
        house.add(
            "furnishing_package_lines",
            package_id=package,
            position=1,
            room="Bad",
            item="Toalettbørste",
            quantity=1,
            needs_assembly=False,
        )
    checklist = house.add(
        "checklists",
        site_id=site,
        unit_id=unit,
        package_id=package,
        kind="first",
        opened_by=house.as_(Role.HOUSING_OFFICE).id,
    )
    line = house.add(
        "checklist_lines",
        site_id=site,
        checklist_id=checklist,
        position=1000,
        room="Diverse",
        item="Skostativ",
        package_quantity=0,
        quantity=1,
        reason="Ingen hylle i gangen",
        needs_assembly=False,
    )
    order = house.add(
        "furniture_orders", site_id=site, ordered_by=house.as_(Role.HOUSING_OFFICE).id
    )
    ordered = house.add(
        "furniture_order_lines",
        site_id=site,
        order_id=order,
        item="Skostativ",
        quantity=3,
        from_stock=0,
    )
    return {
        "order_id": order,
        "order_line_id": ordered,
        "checklist_id": checklist,
        "line_id": line,
        "package_id": package,
        "unit_ids": things["vacant_id"],
    }


ROOM = Room(
    furnish,
    paths=("checklist_id", "line_id", "order_id"),
    bodies=("package_id", "unit_ids", "order_line_id"),
)

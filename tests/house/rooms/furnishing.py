"""A unit with its checklist, one line of it beyond the package."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from bomiljo.access.roles import Role
from bomiljo.kernel.clock import now

from tests.factories import House
from tests.house.rooms.room import Room, Things

MONDAY = date(2030, 3, 4)


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
    house.add(
        "support_statuses",
        tenancy_id=things["tenancy_id"],
        status="applied",
        day="2026-01-05",
        set_by=house.as_(Role.HOUSING_OFFICE).id,
    )
    neighbour = house.add("site_neighbours", site_id=site, kind="school", name="Skolen")
    busy = house.add(
        "neighbour_busy_hours",
        site_id=site,
        neighbour_id=neighbour,
        label="Skolestart",
        weekdays=[1, 2, 3, 4, 5],
        from_time="08:00",
        to_time="08:45",
        only_school_days=True,
    )
    house.add(
        "delivery_windows",
        site_id=site,
        order_id=order,
        day=MONDAY + timedelta(weeks=house.rows("SELECT count(*) FROM delivery_windows")[0][0]),
        from_time="10:00",
        to_time="11:00",
        set_by=house.as_(Role.HOUSING_OFFICE).id,
        set_at=now(),
    )
    return {
        "neighbour_id": neighbour,
        "busy_hours_id": busy,
        "order_id": order,
        "order_line_id": ordered,
        "checklist_id": checklist,
        "line_id": line,
        "package_id": package,
        "unit_ids": things["vacant_id"],
    }


ROOM = Room(
    furnish,
    paths=("checklist_id", "line_id", "order_id", "neighbour_id", "busy_hours_id"),
    bodies=("package_id", "unit_ids", "order_line_id"),
)

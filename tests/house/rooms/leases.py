"""A lease that was asked about in writing; the grounds are a secret word."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from bomiljo.access.roles import Role

from tests.factories import House
from tests.house.rooms.room import Room, Things


def furnish(house: House, things: Things) -> Mapping[str, UUID]:
    house.add(
        "lease_events",
        tenancy_id=things["tenancy_id"],
        kind="notice_by_landlord",
        on_day=date(2026, 1, 2),
        last_day=date(2026, 4, 30),
        grounds="GRUNNORD",
        by_user=house.as_(Role.HOUSING_OFFICE).id,
    )
    change = house.add(
        "household_changes",
        tenancy_id=things["tenancy_id"],
        resident_id=things["resident_id"],
        kind="joins",
        relation="partner",
        on_day=date(2026, 1, 2),
        state="waiting",
        asked_by=house.as_(Role.HOUSING_OFFICE).id,
    )
    return {"change_id": change}


ROOM = Room(
    furnish,
    paths=("change_id",),
    said={
        "/household-changes": lambda *_: {"relation": "partner"},
        "/renew": lambda *_: {"kind": "open_ended"},
    },
)

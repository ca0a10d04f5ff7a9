"""The account and the role of somebody who is there already."""

from collections.abc import Mapping
from uuid import UUID

from tests.factories import House
from tests.house.rooms.room import Room, Things


def furnish(house: House, _: Things) -> Mapping[str, UUID]:
    return {"site_ids": house.site}


ROOM = Room(furnish, paths=("account_id", "membership_id"), bodies=("site_ids",))

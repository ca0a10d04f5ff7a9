"""One address for a calendar program, the worker's own."""

from collections.abc import Mapping
from uuid import UUID

from bomiljo.access.roles import Role

from tests.factories import House
from tests.house.rooms.room import Room, Things


def furnish(house: House, things: Things) -> Mapping[str, UUID]:
    worker = house.as_(Role.ENV_WORKER)
    feed = house.add(
        "calendar_feeds",
        user_id=worker.id,
        membership_id=things["membership_id"],
        label="NOTATORD",
        scope="mine",
        secret_hash=things["unit_id"].bytes,
    )
    return {"feed_id": feed}


ROOM = Room(furnish, paths=("feed_id",))

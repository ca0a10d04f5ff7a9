"""One notice to the resident of everything."""

from collections.abc import Mapping
from uuid import UUID

from psycopg.types.json import Jsonb

from tests.factories import House
from tests.house.rooms.room import Room, Things


def furnish(house: House, things: Things) -> Mapping[str, UUID]:
    notice = house.add(
        "notices",
        resident_id=things["resident_id"],
        site_id=house.site,
        kind="activity_moved",
        about=Jsonb({"title": "NOTATORD"}),
    )
    return {"notice_id": notice}


ROOM = Room(furnish, paths=("notice_id",))

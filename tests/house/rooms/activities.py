"""One activity with one resident on its list."""

from collections.abc import Mapping
from uuid import UUID

from tests.factories import House
from tests.house.rooms.room import Room, Things
from tests.weeks import took_place


def furnish(house: House, things: Things) -> Mapping[str, UUID]:
    activity = took_place(
        house,
        title="Tur",
        responsible_user_id=things["user_id"],
    )
    house.add(
        "activity_signups",
        activity_id=activity,
        resident_id=things["resident_id"],
        state="signed_up",
    )
    house.add(
        "activity_attendance",
        activity_id=activity,
        resident_id=things["resident_id"],
        state="present",
    )
    return {"activity_id": activity, "responsible_user_id": things["user_id"]}


ROOM = Room(furnish, paths=("activity_id",), bodies=("responsible_user_id",))

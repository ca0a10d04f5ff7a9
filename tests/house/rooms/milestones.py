"""One step of the resident's line."""

from collections.abc import Mapping
from uuid import UUID

from tests.factories import YESTERDAY, House
from tests.house.rooms.room import Room, Things


def furnish(house: House, things: Things) -> Mapping[str, UUID]:
    step = house.add(
        "milestones",
        resident_id=things["resident_id"],
        edition=1,
        code="MOVE_REPORTED",
        area="address",
        begun_on=YESTERDAY,
    )
    told = house.add(
        "information_given",
        resident_id=things["resident_id"],
        topic="waste",
        given_on=YESTERDAY,
        channel="spoken",
        language="nb",
        given_by=things["user_id"],
    )
    return {"milestone_id": step, "information_id": told}


ROOM = Room(furnish, paths=("milestone_id", "information_id"))

"""A first day with a step done, and an inspection with a finding and a picture."""

from collections.abc import Mapping
from uuid import UUID

from bomiljo.access.roles import Role

from tests.factories import House
from tests.house.rooms.room import Room, Things


def furnish(house: House, things: Things) -> Mapping[str, UUID]:
    tenancy, worker = things["tenancy_id"], house.as_(Role.ENV_WORKER).id
    house.add("move_in_days", site_id=things["site_id"], tenancy_id=tenancy, language="nb")
    house.add("move_in_steps", tenancy_id=tenancy, step="keys", done_by=worker)
    house.add("explained_clauses", tenancy_id=tenancy, clause="rent", explained_by=worker)
    inspection = house.add("inspections", tenancy_id=tenancy, kind="move_in")
    house.add(
        "inspection_findings",
        inspection_id=inspection,
        place="bath",
        state="remark",
        note="Ripe i gulvet",
        found_by=worker,
    )
    picture = house.add(
        "inspection_pictures",
        inspection_id=inspection,
        place="bath",
        storage_key=UUID(int=0).hex,
        width=1,
        height=1,
        bytes=1,
        author_user_id=worker,
    )
    return {"inspection_picture_id": picture}


ROOM = Room(furnish, paths=("inspection_picture_id",))

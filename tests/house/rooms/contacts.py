"""The directory and the map: somebody to ask, a topic of the district's own, who answers it."""

from datetime import time
from typing import Any
from uuid import UUID

from psycopg.types.range import DateRange

from tests.factories import YESTERDAY, House
from tests.house.rooms.room import Room, Things


def furnish(house: House, _: Things) -> dict[str, UUID]:
    known: dict[str, Any] = {"organisation": "district", "period": DateRange(YESTERDAY, None)}
    contact = house.add("contacts", kind="service", name="Kontoret", phone="41200099", **known)
    house.add(
        "contact_hours",
        contact_id=contact,
        weekday=1,
        from_time=time(8),
        to_time=time(15, 30),
        note="Ring på",
    )
    backup = house.add("contacts", kind="service", name="Vakten", **known)
    topic = house.add("topics", title=f"Dyrking {contact.hex}")
    return {
        "contact_id": contact,
        "topic_id": topic,
        "responsibility_id": house.add(
            "responsibilities",
            site_id=house.site,
            topic_id=topic,
            organisation="district",
            owner_id=contact,
            backup_id=backup,
            rule="answer",
        ),
        "owner_id": contact,
        "backup_id": backup,
        "organisation_id": house.organisations["district"],
    }


def _contact(_: Things, only: tuple[str, ...]) -> dict[str, Any]:
    """A service of the district; named by what `only` leads to, or by itself."""
    if only[:1] == ("user_id",):
        return {"kind": "person"}
    return {"kind": "service"} | ({} if only[:1] == ("organisation_id",) else {"name": "Stua"})


def _cell(things: Things, only: tuple[str, ...]) -> dict[str, Any]:
    if only[:1] == ("topic_id",):
        return {"topic": None, "version": 1}
    return {"topic": "repairs", "topic_id": None}


contacts = Room(
    furnish=furnish,
    paths=("contact_id", "topic_id", "responsibility_id"),
    bodies=("topic_id", "owner_id", "backup_id", "organisation_id"),
    said={
        "/v1/contacts": _contact,
        "/responsibilities": _cell,
    },
)

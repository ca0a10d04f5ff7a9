"""What the tests about contacts and who answers what begin with."""

from datetime import time
from typing import Any
from uuid import UUID

import httpx
from psycopg.types.range import DateRange

from tests.factories import YESTERDAY, House
from tests.reports import answered

OFFICE = {
    "kind": "service",
    "organisation": "landlord",
    "organisation_name": "Boligbygg",
    "name": "Kundesenteret",
    "phone": "22 59 13 00",
    "languages": ["nb", "en"],
}
HOURS = {"weekday": 1, "from_time": "08:00", "to_time": "15:30", "note": None}


def put(who: httpx.Client, **given: Any) -> dict[str, Any]:
    return answered(who.post("/v1/contacts", json=OFFICE | given), 201)


def listed(who: httpx.Client, **query: Any) -> list[str]:
    found = answered(who.get("/v1/contacts", params=query))["items"]
    return [item["name"] for item in found]


def there(house: House, **values: Any) -> UUID:
    """A contact put there directly, for what cannot be written through the door: the past."""
    given = {
        "kind": "service",
        "organisation": "district",
        "period": DateRange(YESTERDAY, None),
    }
    return house.add("contacts", **given | values)


def always(house: House, contact: UUID) -> None:
    for weekday in range(1, 8):
        house.add(
            "contact_hours",
            contact_id=contact,
            weekday=weekday,
            from_time=time(0),
            to_time=time(0),
        )


def name(
    who: httpx.Client, site: UUID, topic: str | None = "repairs", **given: Any
) -> httpx.Response:
    """Say who answers `topic`, from an empty cell unless `given` says otherwise."""
    cell = {"version": 0, "topic": topic, "organisation": "landlord"} | given
    return who.post(f"/v1/sites/{site}/responsibilities", json=cell)


def the_map(who: httpx.Client, site: UUID) -> dict[str, Any]:
    return answered(who.get(f"/v1/sites/{site}/responsibilities"))


def cell(shown: dict[str, Any], topic: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        one for one in shown["items"] if topic in {one["topic"], one["title"]}
    )
    return found

"""Seven of thirteen residents did not know how to reach the landlord. The gap is seen before
anybody asks, the landlord keeps its own number right, and when somebody leaves it is seen again.
"""

from typing import Any

from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import Caller, House


def asked(resident: Caller, topic: str) -> dict[str, Any] | None:
    items = resident.get("/v1/portal/whom-to-ask").raise_for_status().json()["items"]
    return next((one for one in items if one["topic"] == topic), None)


def gaps(worker: Caller) -> int:
    sections = worker.get("/v1/today").raise_for_status().json()["sections"]
    lines = next(one["lines"] for one in sections if one["key"] == "gaps")
    return int(lines[0]["about"]["count"])


def test_whom_do_i_ask(house: House) -> None:
    worker, landlord = house.as_(Role.ENV_WORKER), house.as_(Role.PROPERTY_MANAGER)
    resident = house.as_(Role.RESIDENT)
    map_ = f"/v1/sites/{house.site}/responsibilities"

    # nobody has been named, and those who can change that are told
    assert asked(resident, "landlord") is None
    before = gaps(worker)

    # the landlord puts in its customer centre; the district says that it answers
    new = {
        "kind": "service",
        "organisation": "landlord",
        "name": "Kundesenteret",
        "phone": "22 59 13 00",
        "languages": ["nb", "ar"],
        "hours": [
            {"weekday": day, "from_time": "00:00", "to_time": "00:00"} for day in range(1, 8)
        ],
    }
    centre = landlord.post("/v1/contacts", json=new).raise_for_status().json()
    named = {
        "version": 0,
        "topic": "landlord",
        "organisation": "landlord",
        "owner_id": centre["id"],
    }
    assert landlord.post(map_, json=named).status_code == 403
    worker.post(map_, json=named).raise_for_status()
    assert gaps(worker) == before - 1

    # the resident reads the number, that somebody is there now, and in which languages
    landlord_now = asked(resident, "landlord")
    assert landlord_now is not None
    owner = landlord_now["owner"]
    assert (owner["name"], owner["phone"]) == ("Kundesenteret", "22591300")
    assert owner["open_now"] is True
    assert "ar" in owner["languages"]

    # the landlord gets a new number: one place, and the resident has it
    change = {"version": 1, "phone": "02800"}
    landlord.patch(f"/v1/contacts/{centre['id']}", json=change).raise_for_status()
    now = asked(resident, "landlord")
    assert now is not None
    assert now["owner"]["phone"] == "02800"

    # the centre closes: residents are not sent there, and the gap is in the open again
    house.db.execute(
        "UPDATE contacts SET period = daterange('2024-01-01', NULL) WHERE id = %s", [centre["id"]]
    )
    end = {"version": 2, "on_day": today().isoformat()}
    landlord.post(f"/v1/contacts/{centre['id']}/end", json=end).raise_for_status()
    assert asked(resident, "landlord") is None
    assert gaps(worker) == before

"""Water comes through the ceiling. The resident reports it in the portal, the people on duty know
at once, the landlord sees the building's part and nothing else, and the resident can follow it.
"""

from datetime import date, time
from io import BytesIO
from typing import Any

from bomiljo.access.roles import Role
from PIL import Image
from psycopg.types.range import DateRange

from tests.factories import Caller, House

SECRET = "kanari-bare-for-oss"


def put_on_duty(house: House, caller: Caller, responsible: str) -> None:
    house.add(
        "on_call_contacts",
        site_id=house.site,
        responsible=responsible,
        user_id=caller.id,
        name=caller.name,
        phone="41200012",
        weekdays=[1, 2, 3, 4, 5, 6, 7],
        from_time=time(0, 0),
        to_time=time(23, 59, 59),
        position=1,
    )


def picture() -> dict[str, Any]:
    content = BytesIO()
    Image.new("RGB", (640, 480), "steelblue").save(content, "JPEG")
    return {"picture": ("tak.jpg", content.getvalue(), "image/jpeg")}


def notified(caller: Caller) -> list[str]:
    return [one["kind"] for one in caller.get("/v1/notifications").json()["items"]]


def status(caller: Caller, incident: str, to: str, **more: Any) -> dict[str, Any]:
    version = caller.get(f"/v1/incidents/{incident}").json()["version"]
    answer = caller.post(
        f"/v1/incidents/{incident}/status", json={"version": version, "status": to, **more}
    )
    changed: dict[str, Any] = answer.raise_for_status().json()
    return changed


def test_from_the_ceiling_to_the_closed_case(house: House, neighbours: House) -> None:
    worker, landlord = house.as_(Role.ENV_WORKER), house.as_(Role.OPERATIONS)
    put_on_duty(house, worker, "district")
    put_on_duty(house, landlord, "landlord")
    unit = house.unit("204", floor=2)
    person = house.resident("Vannskade")
    house.tenancy(
        unit,
        house.household(person),
        period=DateRange(date(2024, 1, 2), None),
        moved_in_at=date(2024, 1, 2),
    )
    resident, next_door = house.as_resident(person), house.as_resident(house.resident("Nabo"))

    new = {
        "category": "leak",
        "description": f"Det renner fra taket. {SECRET}",
        "place": "my_unit",
        "danger": True,
    }
    report = resident.post("/v1/portal/incidents", json=new).raise_for_status().json()
    assert {one["name"] for one in report["on_call"]} == {worker.name, landlord.name}
    mine = f"/v1/portal/incidents/{report['id']}"
    assert resident.post(f"{mine}/pictures", files=picture()).status_code == 201
    assert next_door.get(mine).status_code == 404

    assert "acute_incident" in notified(worker)
    assert "acute_incident" in notified(landlord)
    page = f"/v1/incidents/{report['id']}"
    care = worker.get(page).json()
    assert (care["severity"], care["unit"]["label"]) == ("acute", "204")
    assert SECRET in care["description"]

    technical = landlord.get(page)
    assert technical.json()["view"] == "building"
    assert SECRET not in technical.text
    assert "Vannskade" not in technical.text
    assert neighbours.as_(Role.ENV_WORKER).get(page).status_code == 404

    note = {"body": f"Beboeren er redd. {SECRET}", "audience": "internal"}
    worker.post(f"{page}/entries", json=note).raise_for_status()
    answer = {"body": "Vi har stengt vannet og kommer kl. 10.", "audience": "reporter"}
    worker.post(f"{page}/entries", json=answer).raise_for_status()
    assert SECRET not in landlord.get(page).text
    messages = [one["body"] for one in resident.get(mine).json()["messages"]]
    assert "Vi har stengt vannet og kommer kl. 10." in messages
    assert SECRET not in str(messages)

    status(landlord, report["id"], "in_progress")
    assert resident.get(mine).json()["status"] == "in_work"
    status(landlord, report["id"], "resolved", note="Byttet pakning.")
    assert status(worker, report["id"], "closed")["closed_at"]
    assert resident.get(mine).json()["status"] == "done"

    looks = resident.get("/v1/portal/disclosures").json()["items"]
    assert {"env_worker"} <= {look["role"] for look in looks}
    assert worker.name not in str(looks)

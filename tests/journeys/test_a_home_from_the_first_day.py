"""A resident, from the housing office's desk to the key, another flat, and the way out.

The first life of the house: one person moves in on the day they come, has their helpers and their
portal, changes flat inside the house, and leaves with everything closed behind them.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import Caller, House

TODAY = today()
ARRIVED = TODAY - timedelta(days=60)
LEASE = {
    "kind": "fixed_term",
    "legal_ground": "husleieloven § 11-1",
    "contract_ends_on": (TODAY + timedelta(days=3 * 365)).isoformat(),
}


def register(desk: Caller, house: House) -> dict[str, Any]:
    new = {
        "given_name": "Oksana",
        "family_name": "Prøvenko",
        "native_name": "Оксана Провенко",
        "birth_date": "2001-05-17",
        "birth_date_source": "imdi",
        "site_id": str(house.site),
        "portal_language": "uk",
        "languages": [{"language": "uk", "own": True, "written": True, "interpreter": True}],
        "contact_points": [{"kind": "phone", "value": "41200099"}],
    }
    resident: dict[str, Any] = desk.post("/v1/residents", json=new).raise_for_status().json()
    return resident


def move_in(desk: Caller, resident: str, unit: UUID, day: date, **more: Any) -> dict[str, Any]:
    body = LEASE | {
        "resident_id": resident,
        "unit_id": str(unit),
        "from_day": day.isoformat(),
        "keys_handed_over": 2,
        **more,
    }
    tenancy: dict[str, Any] = (
        desk.post("/v1/tenancies/move-in", json=body).raise_for_status().json()
    )
    return tenancy


def states(house: House) -> dict[str, str]:
    units = house.as_(Role.ENV_WORKER).get("/v1/units").json()["items"]
    return {unit["label"]: unit["state"] for unit in units}


def test_from_the_desk_to_the_key_to_another_flat_and_out(
    house: House, anyone: httpx.Client
) -> None:
    first, second = house.unit("101", state="ready"), house.unit("201", floor=2, state="ready")
    desk, worker, advisor = (
        house.as_(role) for role in (Role.HOUSING_OFFICE, Role.ENV_WORKER, Role.NAV_ADVISOR)
    )

    resident = register(desk, house)
    tenancy = move_in(
        desk,
        resident["id"],
        first,
        ARRIVED,
        helpers=[
            {"kind": "env_worker", "user_id": str(worker.id)},
            {"kind": "nav_advisor", "user_id": str(advisor.id)},
        ],
    )
    assert tenancy["state"] == "current"
    assert states(house) == {"101": "occupied", "201": "ready"}
    assert advisor.get(f"/v1/residents/{resident['id']}").json()["home"]["unit_label"] == "101"

    slip = worker.post(f"/v1/residents/{resident['id']}/activation-code").json()
    anyone.post("/v1/portal/activate", json={"code": slip["code"]}).raise_for_status()
    people = anyone.get("/v1/portal/people").json()["helpers"]
    assert {one["name"] for one in people} == {worker.name, advisor.name}
    assert anyone.get("/v1/portal/home").json()["unit_label"] == "101"
    assert anyone.post("/v1/portal/activate", json={"code": slip["code"]}).status_code == 401

    transfer = LEASE | {
        "version": tenancy["version"],
        "unit_id": str(second),
        "on_day": ARRIVED.isoformat(),
        "keys_handed_over": 2,
    }
    move_on = desk.post(f"/v1/tenancies/{tenancy['id']}/transfer", json=transfer)
    assert move_on.status_code == 409, "nobody moves in and on the same day"
    transfer["on_day"] = (TODAY - timedelta(days=30)).isoformat()
    moved = (
        desk.post(f"/v1/tenancies/{tenancy['id']}/transfer", json=transfer)
        .raise_for_status()
        .json()
    )
    assert moved["previous_id"] == tenancy["id"]
    assert states(house) == {"101": "vacant", "201": "occupied"}
    assert anyone.get("/v1/portal/home").json()["unit_label"] == "201"

    leave = {
        "version": moved["version"],
        "on_day": TODAY.isoformat(),
        "reason": "private_rental",
        "destination": "Bydel Alna",
    }
    left = desk.post(f"/v1/tenancies/{moved['id']}/move-out", json=leave)
    assert left.status_code == 200, left.text
    assert states(house) == {"101": "vacant", "201": "vacant"}
    assert desk.get(f"/v1/residents/{resident['id']}").json()["status"] == "moved_out"
    assert anyone.get("/v1/portal/home").status_code == 401, "the phone is signed out at once"
    assert advisor.get(f"/v1/residents/{resident['id']}").status_code == 404

"""Two flats were offices at settlement; when the staff have left, one becomes a home again.

Bredtvetveien 2, 2024: the landlord mends it, the housing office lets it, and the house's drawing
and the unit's life tell what happened, to each what they need.
"""

from datetime import timedelta

from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import House

TODAY = today()


def test_from_office_to_home(house: House) -> None:
    landlord, desk, worker, crew = (
        house.as_(role)
        for role in (Role.PROPERTY_MANAGER, Role.HOUSING_OFFICE, Role.ENV_WORKER, Role.CREW)
    )
    unit = house.unit("102", use="office")
    path = f"/v1/units/{unit}"

    block = {"version": 1, "reason": "Nytt kjøkken", "from_day": TODAY.isoformat()}
    landlord.post(f"{path}/block", json=block).raise_for_status()
    drawing = worker.get(f"/v1/sites/{house.site}/house").json()
    assert drawing["floors"][0]["cells"][0]["blocked_reason"] == "Nytt kjøkken"
    assert "blocked_reason" not in crew.get(path).json()
    landlord.post(f"{path}/unblock", json={"version": 2}).raise_for_status()

    change = {
        "version": 3,
        "use": "dwelling",
        "from_day": TODAY.isoformat(),
        "reason": "Personalet har flyttet ut",
    }
    desk.post(f"{path}/change-use", json=change).raise_for_status()
    ready = {"version": desk.get(path).json()["version"], "state": "ready"}
    assert desk.patch(path, json=ready).json()["state"] == "ready"

    resident = house.resident("Nyinnflyttet", site_id=None, status="expected")
    planned = TODAY + timedelta(days=5)
    lease = {
        "resident_id": str(resident),
        "unit_id": str(unit),
        "from_day": planned.isoformat(),
        "kind": "open_ended",
    }
    tenancy = desk.post("/v1/tenancies/move-in", json=lease).raise_for_status().json()
    assert tenancy["state"] == "planned"
    assert worker.get(path).json()["state"] == "reserved"
    (arriving,) = (
        section["lines"]
        for section in worker.get("/v1/today").json()["sections"]
        if section["key"] == "arriving"
    )
    assert arriving[0]["title"].endswith("Nyinnflyttet")

    back = {"version": desk.get(path).json()["version"], "use": "office"}
    refused = desk.post(
        f"{path}/change-use", json=change | back | {"from_day": planned.isoformat()}
    )
    assert refused.status_code == 409, "an occupied or promised flat keeps its use"

    told = {item["kind"] for item in worker.get(f"{path}/life").json()["items"]}
    assert told == {"use", "change", "tenancy"}
    assert "tenancy" not in {item["kind"] for item in crew.get(f"{path}/life").json()["items"]}

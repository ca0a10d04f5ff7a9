"""A household leaves, the crew makes the flat ready again, the next one moves in the same day."""

from datetime import timedelta

from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from psycopg.types.range import DateRange

from tests.factories import House
from tests.furniture import key, line, opened, package, shown, state, tick


def test_a_flat_is_made_ready_again_and_let_the_same_day(house: House) -> None:
    office, leader, crew = (
        house.as_(Role.HOUSING_OFFICE), house.as_(Role.CREW_LEADER), house.as_(Role.CREW)
    )  # fmt: skip
    flat, kind = house.unit(), package(house)["id"]
    [first] = opened(house, flat, package_id=kind)
    tick(crew, first)
    key(office, first)
    leaving = house.tenancy(
        flat, house.household(house.resident()), period=DateRange(today() - timedelta(90), None)
    )

    gone = {"version": 1, "on_day": today().isoformat(), "reason": "private_rental"}
    office.post(f"/v1/tenancies/{leaving}/move-out", json=gone).raise_for_status()
    assert state(house, flat) == "vacant"

    [again] = opened(house, flat, package_id=kind)
    assert (again["kind"], state(house, flat)) == ("relet", "being_furnished")
    worn = {"line_id": line(again, "Stekepanne")["id"], "pieces": 1, "note": "Utslitt"}
    crew.post(f"/v1/checklists/{again['id']}/shortage", json=worn).raise_for_status()
    tick(crew, again, "Laken", "Seng")
    assert shown(leader, flat)["ready_at"] is None

    site = {"site_id": str(house.site)}
    [order] = office.post("/v1/furnishing/orders", json=site).json()["order_ids"]
    [listed] = leader.get("/v1/furnishing/orders").json()["items"]
    assert [(one["item"], one["quantity"]) for one in listed["lines"]] == [("Stekepanne", 1)]
    came = {"version": 1, "lines": [{"order_line_id": listed["lines"][0]["id"], "delivered": 1}]}
    url = f"/v1/furnishing/orders/{order}/deliveries"
    assert leader.post(url, json=came).raise_for_status().json()["state"] == "delivered"
    ready = tick(leader, again, "Stekepanne")
    assert (state(house, flat), line(ready, "Stekepanne")["short"]) == ("ready", 0)
    key(leader, again)

    newcomer = house.resident("Nyberg", status="expected")
    move = {
        "resident_id": str(newcomer),
        "unit_id": str(flat),
        "from_day": today().isoformat(),
        "kind": "open_ended",
        "keys_handed_over": 2,
    }
    office.post("/v1/tenancies/move-in", json=move).raise_for_status()
    assert state(house, flat) == "occupied"
    assert "Nyberg" not in crew.get(f"/v1/units/{flat}/checklist").text

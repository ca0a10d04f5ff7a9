from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from bomiljo.access.roles import Role
from httpx import Response

from tests import furniture
from tests.factories import Caller, House
from tests.reports import jpeg

TODAY = date.today()  # noqa: DTZ011
STEPS = (
    *("contract", "keys", "inspection", "meter", "fire"),
    *("portal", "helpers", "move_report", "appointment"),
)
PLACES = ("hall", "living", "kitchen", "bath", "sleeping", "outside")


@pytest.fixture
def lease(house: House) -> UUID:
    return house.tenancy(house.unit("204"), house.household(house.resident()))


def tick(who: Caller, lease: UUID, step: str, *, done: bool = True) -> Response:
    url = f"/v1/tenancies/{lease}/move-in-day/steps"
    return who.post(url, json={"step": step, "done": done})


def find(who: Caller, lease: UUID, place: str, kind: str = "move_in", **said: Any) -> Response:
    url = f"/v1/tenancies/{lease}/inspections/findings"
    return who.post(url, json={"kind": kind, "place": place, "state": "ok"} | said)


def photograph(who: Caller, lease: UUID, place: str, content: bytes) -> Response:
    return who.post(
        f"/v1/tenancies/{lease}/inspections/pictures",
        files={"picture": ("bad.jpg", content, "image/jpeg")},
        data={"kind": "move_in", "place": place},
    )


def finish(who: Caller, lease: UUID) -> Response:
    url = f"/v1/tenancies/{lease}/inspections/finish"
    return who.post(url, json={"kind": "move_in", "tenant_present": True})


def test_a_day_is_interrupted_and_gone_on_with_by_somebody_else(house: House, lease: UUID) -> None:
    worker, office = house.as_(Role.ENV_WORKER), house.as_(Role.HOUSING_OFFICE)
    begun = worker.get(f"/v1/tenancies/{lease}/move-in-day").raise_for_status().json()
    assert (begun["steps"], begun["finished_at"]) == ([], None)
    [(first,)] = house.rows("SELECT lower(period) FROM tenancies WHERE id = %s", lease)
    assert begun["move_report_by"] == (first + timedelta(days=8)).isoformat()
    for step in STEPS[:4]:
        tick(worker, lease, step).raise_for_status()
    tick(office, lease, "keys").raise_for_status()
    for step in STEPS[4:]:
        day = tick(office, lease, step).raise_for_status().json()
    assert {one["step"] for one in day["steps"]} == set(STEPS)
    by = {one["step"]: one["done_by"]["id"] for one in day["steps"]}
    assert (by["keys"], by["fire"]) == (str(worker.id), str(office.id))
    assert day["finished_at"]
    again = tick(worker, lease, "meter", done=False).json()
    assert again["finished_at"] is None
    assert len(again["steps"]) == len(STEPS) - 1


def test_the_same_tick_from_many_phones_is_one(house: House, lease: UUID) -> None:
    worker = house.as_(Role.ENV_WORKER)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: tick(worker, lease, "keys"), range(16)))
    assert {one.status_code for one in answers} == {200}
    assert house.rows("SELECT count(*) FROM move_in_steps WHERE tenancy_id = %s", lease) == [(1,)]


def test_each_clause_is_explained_by_itself_and_by_whoever_says_so_first(
    house: House, lease: UUID
) -> None:
    worker, office = house.as_(Role.ENV_WORKER), house.as_(Role.HOUSING_OFFICE)
    url = f"/v1/tenancies/{lease}/move-in-day/clauses"
    for who, clause in ((worker, "rent"), (office, "rent"), (office, "keys")):
        answer = who.post(url, json={"clause": clause, "explained": True}).raise_for_status()
    told = {one["clause"]: one["explained_by"]["id"] for one in answer.json()["clauses"]}
    assert told == {"rent": str(worker.id), "keys": str(office.id)}
    back = worker.post(url, json={"clause": "keys", "explained": False}).json()
    assert [one["clause"] for one in back["clauses"]] == ["rent"]
    assert worker.get(url.removesuffix("/clauses")).json()["clauses"] == back["clauses"]
    assert worker.post(url, json={"clause": "prayer", "explained": True}).status_code == 422
    landlord = house.as_(Role.PROPERTY_MANAGER)
    assert landlord.post(url, json={"clause": "rent", "explained": True}).status_code == 403


def test_hours_and_language_are_noted_and_two_edits_of_one_version_cannot_both_win(
    house: House, lease: UUID
) -> None:
    worker = house.as_(Role.ENV_WORKER)
    url = f"/v1/tenancies/{lease}/move-in-day"
    given = {"language": "uk", "interpreter": True, "arrived_at": f"{TODAY}T09:00:00+01:00"}
    day = worker.patch(url, json={"version": 1, **given}).raise_for_status().json()
    assert (day["language"], day["interpreter"], day["version"]) == ("uk", True, 2)
    late = worker.patch(url, json={"version": 1, "language": "ar"})
    assert late.status_code == 409
    early = worker.patch(
        url, json={"version": 2, "in_flat_at": f"{TODAY - timedelta(days=1)}T10:00:00+01:00"}
    )
    assert (early.status_code, early.json()["errors"][0]["field"]) == (422, "in_flat_at")
    unknown = worker.patch(url, json={"version": 2, "language": "so"})
    assert unknown.json()["errors"][0]["field"] == "language"
    bare = worker.patch(url, json={"version": 2, "arrived_at": f"{TODAY}T09:00:00"})
    assert bare.json()["errors"][0]["field"] == "arrived_at"


def test_the_same_day_is_counted_from_what_was_noted(house: House) -> None:
    worker = house.as_(Role.ENV_WORKER)
    for label, hours in {
        "101": ("09:00", 0),
        "102": ("09:00", 1),
        "103": None,
    }.items():
        lease = house.tenancy(
            house.unit(label), house.household(house.resident()), moved_in_at=f"{TODAY}T12:00:00Z"
        )
        if hours:
            at, later = hours
            inside = TODAY + timedelta(days=later)
            given = {
                "arrived_at": f"{TODAY}T{at}:00+01:00",
                "in_flat_at": f"{inside}T13:00:00+01:00",
            }
            url = f"/v1/tenancies/{lease}/move-in-day"
            worker.patch(url, json={"version": 1, **given}).raise_for_status()
    counted = worker.get(f"/v1/sites/{house.site}/same-day").json()
    assert counted == {"same_day": 1, "later": 1, "not_noted": 1}


def test_an_inspection_is_whole_before_it_is_finished_and_does_not_change_after(
    house: House, lease: UUID
) -> None:
    worker, landlord = house.as_(Role.ENV_WORKER), house.as_(Role.OPERATIONS)
    missing = find(worker, lease, "bath", state="damage")
    assert (missing.status_code, missing.json()["errors"][0]["field"]) == (422, "note")
    find(worker, lease, "bath", state="damage", note="Flis løs").raise_for_status()
    picture = photograph(worker, lease, "bath", jpeg()).raise_for_status().json()
    refused = photograph(worker, lease, "bath", b"no picture")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "picture")
    assert finish(worker, lease).status_code == 409
    for place in PLACES:
        if place != "bath":
            find(landlord, lease, place).raise_for_status()
    [whole] = finish(worker, lease).raise_for_status().json()["items"]
    assert whole["finished_by"]["id"] == str(worker.id)
    assert {one["place"]: one["state"] for one in whole["findings"]}["bath"] == "damage"
    assert find(worker, lease, "hall").status_code == 409
    assert photograph(worker, lease, "hall", jpeg()).status_code == 409
    shown = landlord.get(f"/v1/inspection-pictures/{picture['id']}").raise_for_status()
    assert shown.headers["content-type"] == "image/jpeg"
    assert landlord.get(f"/v1/inspection-pictures/{picture['id']}/thumbnail").status_code == 200
    find(worker, lease, "bath", "move_out", state="damage", note="Knust").raise_for_status()
    both = landlord.get(f"/v1/tenancies/{lease}/inspections").json()["items"]
    assert [one["kind"] for one in both] == ["move_in", "move_out"]


def test_the_landlord_sees_the_flat_and_not_the_day(house: House, lease: UUID) -> None:
    landlord = house.as_(Role.PROPERTY_MANAGER)
    assert landlord.get(f"/v1/tenancies/{lease}/move-in-day").status_code == 403
    assert landlord.get(f"/v1/tenancies/{lease}/inspections").status_code == 200


def test_nobody_outside_the_case_or_the_district_finds_it(
    house: House, lease: UUID, new_house: Callable[[], House]
) -> None:
    stranger, adviser = new_house().as_(Role.ENV_WORKER), house.as_(Role.NAV_ADVISOR)
    for who in (stranger, adviser):
        assert who.get(f"/v1/tenancies/{lease}/move-in-day").status_code == 404
        assert who.get(f"/v1/tenancies/{lease}/inspections").status_code == 404
    assert tick(stranger, lease, "keys").status_code == 404


def leaves(house: House, lease: UUID, day: date) -> Response:
    body = {"version": 1, "on_day": day.isoformat(), "reason": "private_rental"}
    return house.as_(Role.HOUSING_OFFICE).post(f"/v1/tenancies/{lease}/move-out", json=body)


def look_through(who: Caller, lease: UUID) -> Response:
    for place in PLACES:
        find(who, lease, place, "move_out").raise_for_status()
    url = f"/v1/tenancies/{lease}/inspections/finish"
    return who.post(url, json={"kind": "move_out", "tenant_present": True})


@pytest.fixture
def furnished(house: House) -> tuple[UUID, UUID]:
    """A flat that was made ready, and the lease of those who live in it."""
    unit, worker = house.unit("305"), house.as_(Role.ENV_WORKER)
    [checklist] = furniture.opened(house, unit)
    furniture.key(worker, furniture.tick(worker, checklist))
    return unit, house.tenancy(unit, house.household(house.resident()))


def test_a_flat_looked_through_at_the_end_goes_back_to_the_lane(
    house: House, furnished: tuple[UUID, UUID]
) -> None:
    unit, lease = furnished
    worker = house.as_(Role.ENV_WORKER)
    leaves(house, lease, TODAY + timedelta(days=20)).raise_for_status()
    look_through(worker, lease).raise_for_status()
    relet = furniture.shown(worker, unit)
    assert (relet["kind"], {one["in_place"] for one in relet["lines"]}) == ("relet", {True})
    assert furniture.state(house, unit) == "occupied"
    body = {"version": 2, "on_day": TODAY.isoformat(), "reason": "private_rental"}
    settled = house.as_(Role.HOUSING_OFFICE).post(f"/v1/tenancies/{lease}/move-out", json=body)
    assert settled.status_code == 200
    assert furniture.state(house, unit) == "being_furnished"


def test_a_flat_looked_through_after_they_left_is_made_ready_at_once(
    house: House, furnished: tuple[UUID, UUID]
) -> None:
    unit, lease = furnished
    leaves(house, lease, TODAY).raise_for_status()
    assert furniture.state(house, unit) == "vacant"
    look_through(house.as_(Role.OPERATIONS), lease).raise_for_status()
    assert furniture.state(house, unit) == "being_furnished"


def test_a_flat_that_nobody_leaves_or_that_was_never_furnished_gets_no_list(
    house: House, furnished: tuple[UUID, UUID], lease: UUID
) -> None:
    unit, staying = furnished
    worker = house.as_(Role.ENV_WORKER)
    look_through(worker, staying).raise_for_status()
    assert furniture.shown(worker, unit)["kind"] == "first"
    leaves(house, lease, TODAY).raise_for_status()
    look_through(worker, lease).raise_for_status()
    never = "SELECT count(*) FROM checklists JOIN tenancies t USING (unit_id) WHERE t.id = %s"
    assert house.rows(never, lease) == [(0,)]


def first_days(who: Caller) -> list[dict[str, Any]]:
    sections = who.get("/v1/today").raise_for_status().json()["sections"]
    return [line for one in sections if one["key"] == "first_days" for line in one["lines"]]


def test_a_first_day_stands_in_i_dag_until_it_is_whole(house: House, neighbours: House) -> None:
    worker, landlord = house.as_(Role.ENV_WORKER), house.as_(Role.OPERATIONS)
    lease = house.tenancy(
        house.unit("204"),
        house.household(house.resident("Haddad")),
        moved_in_at=f"{TODAY}T11:00:00Z",
    )
    house.tenancy(house.unit("205"), house.household(house.resident()))
    tick(worker, lease, "keys").raise_for_status()
    [line] = first_days(worker)
    assert (line["kind"], line["about"]["done"], line["overdue"]) == (
        "handover.first_day",
        "1",
        False,
    )
    assert "Haddad" in line["title"]
    assert line["link"] == {"to": "move_in_day", "id": str(lease)}
    assert (first_days(landlord), first_days(neighbours.as_(Role.ENV_WORKER))) == ([], [])
    for step in STEPS:
        tick(worker, lease, step).raise_for_status()
    assert first_days(worker) == []


def test_the_receipt_for_the_keys_is_printed_and_its_reading_logged(house: House) -> None:
    person = house.resident("Haddad")
    lease = house.tenancy(house.unit("204"), house.household(person), keys_handed_over=2)
    url = f"/v1/tenancies/{lease}/key-receipt"
    paper = house.as_(Role.ENV_WORKER).get(url)
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    logged = house.rows(
        "SELECT subject_ids FROM disclosure_log"
        " WHERE page = 'handover.key_receipt' AND %s = ANY (record_ids)",
        lease,
    )
    assert logged == [([person],)]
    assert house.as_(Role.OPERATIONS).get(url).status_code == 403


def test_no_receipt_tells_a_stranger_of_a_protected_household(house: House) -> None:
    hidden = house.resident(protection="confidential")
    lease = house.tenancy(house.unit("204"), house.household(hidden))
    url = f"/v1/tenancies/{lease}/key-receipt"
    assert house.as_(Role.ENV_WORKER).get(url).status_code == 404

"""When the lorry comes: the neighbours are asked first, and three better times are offered."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.deliveries import (
    IN_AUTUMN_BREAK,
    SCHOOL_DAY,
    TUESDAY,
    WEDNESDAY,
    a_time,
    add_order,
    refused,
    school,
    url_of,
)
from tests.factories import House


@pytest.fixture
def order(house: House) -> UUID:
    return add_order(house, "Møbler AS")


def test_a_time_when_the_school_begins_is_refused_with_why_and_three_better(
    house: House, order: UUID
) -> None:
    school(house)
    office = house.as_(Role.HOUSING_OFFICE)
    wanted = a_time(SCHOOL_DAY, "08:15", "09:15")
    problem = refused(office.post(url_of(order), json=wanted | {"version": 1}))
    assert problem["type"] == "/problems/neighbour-busy"
    assert problem["errors"][0]["field"] == "reason"
    assert problem["obstacles"] == [
        {
            "kind": "neighbour",
            "name": "Barneskolen",
            "label": "Skolestart",
            "from_time": "08:00",
            "to_time": "08:45",
            "only_school_days": True,
        }
    ]
    assert problem["better_slots"] == [
        a_time(SCHOOL_DAY, one, other)
        for one, other in (("09:00", "10:00"), ("10:00", "11:00"), ("11:00", "12:00"))
    ]
    advice = office.post(f"{url_of(order)}/advice", json=wanted).raise_for_status().json()
    assert advice == {name: problem[name] for name in ("obstacles", "better_slots")}
    picked = problem["better_slots"][0] | {"version": 1}
    saved = office.post(url_of(order), json=picked).raise_for_status().json()
    assert saved["window"] == a_time(SCHOOL_DAY, "09:00", "10:00") | {
        "supplier_note": None,
        "reason": None,
        "set_by": {"id": str(office.id), "name": office.name},
    }


def test_in_the_holidays_the_school_is_in_nobodys_way(house: House, order: UUID) -> None:
    school(house)
    advice = house.as_(Role.MANAGER).post(
        f"{url_of(order)}/advice", json=a_time(IN_AUTUMN_BREAK, "08:15", "09:15")
    )
    assert advice.raise_for_status().json() == {"obstacles": [], "better_slots": []}


def test_hours_count_on_their_weekdays_and_between_their_days(house: House, order: UUID) -> None:
    busy = school(
        house, weekdays=[WEDNESDAY], only_school_days=False, valid_to=SCHOOL_DAY.isoformat()
    )
    reader = house.as_(Role.CREW)

    def obstacles(day: date) -> int:
        asked = reader.post(f"{url_of(order)}/advice", json=a_time(day, "08:15", "09:15"))
        return len(asked.raise_for_status().json()["obstacles"])

    wednesday = SCHOOL_DAY - timedelta(days=6)
    assert [obstacles(SCHOOL_DAY), obstacles(wednesday)] == [0, 1]
    assert obstacles(wednesday + timedelta(days=7)) == 0
    anew = {
        "label": "Tur",
        "weekdays": [TUESDAY, TUESDAY],
        "from_time": "09:00",
        "to_time": "10:00",
    }
    keeper = house.as_(Role.ENV_WORKER)
    told = keeper.put(f"/v1/busy-hours/{busy}", json=anew).raise_for_status().json()
    assert told["weekdays"] == [TUESDAY]
    assert [obstacles(SCHOOL_DAY), obstacles(wednesday)] == [1, 0]
    assert keeper.delete(f"/v1/busy-hours/{busy}").status_code == 204
    assert obstacles(SCHOOL_DAY) == 0


def test_a_neighbours_wish_is_set_aside_with_a_reason_that_stays(house: House, order: UUID) -> None:
    school(house)
    office = house.as_(Role.HOUSING_OFFICE)
    wanted = a_time(SCHOOL_DAY, "08:15", "09:15") | {"version": 1, "reason": "Avtalt med rektor"}
    saved = office.post(url_of(order), json=wanted).raise_for_status().json()
    assert saved["window"]["reason"] == "Avtalt med rektor"
    moved = wanted | a_time(SCHOOL_DAY, "10:00", "11:00") | {"version": saved["version"]}
    again = office.post(url_of(order), json=moved).raise_for_status().json()
    assert again["window"]["reason"] is None


@pytest.mark.parametrize(
    ("day", "hours", "problem", "field"),
    [
        (today() - timedelta(days=1), ("10:00", "11:00"), "delivery-in-the-past", "day"),
        (SCHOOL_DAY + timedelta(days=5), ("10:00", "11:00"), "day-of-rest", "day"),
        (date(today().year + 1, 5, 17), ("10:00", "11:00"), "day-of-rest", "day"),
        (SCHOOL_DAY, ("06:30", "08:00"), "quiet-hours", "from_time"),
        (SCHOOL_DAY, ("21:30", "22:30"), "quiet-hours", "from_time"),
        (SCHOOL_DAY, ("11:00", "10:00"), "window-ends-first", "to_time"),
    ],
)
def test_what_no_reason_helps_against(
    house: House, order: UUID, day: date, hours: tuple[str, str], problem: str, field: str
) -> None:
    wanted = a_time(day, *hours) | {"version": 1, "reason": "Det haster"}
    answer = refused(house.as_(Role.HOUSING_OFFICE).post(url_of(order), json=wanted))
    assert answer["type"] == f"/problems/{problem}"
    assert answer["errors"][0]["field"] == field
    for slot in answer.get("better_slots", []):
        assert slot["day"] >= today().isoformat()
        assert "09:00" <= slot["from_time"] < slot["to_time"] <= "15:00"


def test_on_the_eve_of_christmas_the_rest_begins_at_four(house: House, order: UUID) -> None:
    eve = next(
        day for day in (date(today().year + n, 12, 24) for n in range(1, 9)) if day.isoweekday() < 7
    )
    office, url = house.as_(Role.HOUSING_OFFICE), f"{url_of(order)}/advice"
    late = office.post(url, json=a_time(eve, "15:30", "16:30")).json()
    assert [one["kind"] for one in late["obstacles"]] == ["day_of_rest"]
    assert office.post(url, json=a_time(eve, "14:00", "15:00")).json()["obstacles"] == []


def test_two_lorries_at_once_are_one_too_many(house: House, order: UUID) -> None:
    other, elsewhere = add_order(house, "Senger AS"), house.another_site()
    office = house.as_(Role.HOUSING_OFFICE)
    wanted = a_time(SCHOOL_DAY, "10:00", "11:00") | {"version": 1}
    office.post(url_of(order), json=wanted).raise_for_status()
    problem = refused(office.post(url_of(other), json=wanted | {"from_time": "10:30"}))
    assert problem["type"] == "/problems/other-delivery"
    assert problem["obstacles"][0]["name"] == "Møbler AS"
    assert a_time(SCHOOL_DAY, "11:00", "11:30") in problem["better_slots"]
    after = a_time(SCHOOL_DAY, "11:00", "12:00") | {"version": 1}
    assert office.post(url_of(other), json=after).status_code == 200
    there = add_order(house, "Senger AS", elsewhere)
    assert office.post(url_of(there), json=wanted).status_code == 200


def test_of_two_who_take_the_same_time_at_once_one_is_told(house: House, order: UUID) -> None:
    other = add_order(house, "Senger AS")
    office = house.as_(Role.HOUSING_OFFICE)
    wanted = a_time(SCHOOL_DAY, "10:00", "11:00") | {"version": 1}

    def take(one: UUID) -> Any:
        return office.post(url_of(one), json=wanted)

    for pair in ((order, other), (other, order)):
        with ThreadPoolExecutor(2) as both:
            answers = list(both.map(take, pair))
        assert [one.status_code for one in answers].count(200) <= 1
    told = [one.json()["type"] for one in answers if one.status_code != 200]
    assert {*told} <= {"/problems/other-delivery", "/problems/changed-meanwhile"}
    assert len(house.rows("SELECT FROM delivery_windows WHERE site_id = %s", house.site)) == 1


def test_an_older_look_at_the_order_does_not_move_the_lorry(house: House, order: UUID) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    first = a_time(SCHOOL_DAY, "10:00", "11:00") | {"version": 1}
    office.post(url_of(order), json=first).raise_for_status()
    stale = office.post(url_of(order), json=first | {"from_time": "09:00"})
    assert refused(stale)["type"] == "/problems/changed-meanwhile"


def test_a_lorry_is_taken_back_once(house: House, order: UUID) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    wanted = a_time(SCHOOL_DAY, "10:00", "11:00") | {"version": 1}
    office.post(url_of(order), json=wanted).raise_for_status()
    assert office.delete(url_of(order)).status_code == 204
    assert office.delete(url_of(order)).status_code == 404
    [shown] = office.get("/v1/furnishing/orders").json()["items"]
    assert (shown["window"], shown["version"]) == (None, 3)


def test_no_lorry_comes_for_what_has_come(house: House, order: UUID) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    [shown] = office.get("/v1/furnishing/orders").json()["items"]
    came = [{"order_line_id": shown["lines"][0]["id"], "delivered": 3}]
    arrived = office.post(
        f"/v1/furnishing/orders/{order}/deliveries", json={"version": 1, "lines": came}
    )
    wanted = a_time(SCHOOL_DAY, "10:00", "11:00")
    version = {"version": arrived.raise_for_status().json()["version"]}
    problem = refused(office.post(url_of(order), json=wanted | version))
    assert problem["type"] == "/problems/everything-delivered"

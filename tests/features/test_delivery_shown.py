"""Who reads of a lorry, where, and what the hours of a neighbour must be."""

from datetime import timedelta
from uuid import UUID

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.deliveries import SCHOOL_DAY, WEDNESDAY, a_day, a_time, add_order, refused, url_of
from tests.factories import Caller, House


@pytest.fixture
def order(house: House) -> UUID:
    return add_order(house, "Møbler AS")


def test_those_who_carry_read_the_time_and_do_not_set_it(
    house: House, neighbours: House, order: UUID
) -> None:
    wanted = a_time(SCHOOL_DAY, "10:00", "11:00") | {"version": 1}
    crew = house.as_(Role.CREW)
    assert crew.post(url_of(order), json=wanted).status_code == 403
    house.as_(Role.HOUSING_OFFICE).post(url_of(order), json=wanted).raise_for_status()
    [shown] = crew.get("/v1/furnishing/orders").json()["items"]
    assert shown["window"]["day"] == SCHOOL_DAY.isoformat()
    stranger = neighbours.as_(Role.HOUSING_OFFICE)
    asked = stranger.post(f"{url_of(order)}/advice", json=a_time(SCHOOL_DAY, "10:00", "11:00"))
    assert asked.status_code == 404
    assert stranger.delete(url_of(order)).status_code == 404


def test_hours_that_cannot_be_are_told_at_their_field(house: House) -> None:
    neighbour = house.add("site_neighbours", site_id=house.site, kind="church", name="Kirken")
    url = f"/v1/neighbours/{neighbour}/busy-hours"
    body = {"label": "Gudstjeneste", "weekdays": [7], "from_time": "12:00", "to_time": "11:00"}
    keeper: Caller = house.as_(Role.ENV_WORKER)
    assert refused(keeper.post(url, json=body))["errors"][0]["field"] == "to_time"
    days = {"to_time": "13:00", "valid_from": "2027-02-01", "valid_to": "2027-01-01"}
    assert refused(keeper.post(url, json=body | days))["errors"][0]["field"] == "valid_to"
    assert house.as_(Role.HEALTH).post(url, json=body).status_code == 403


def test_the_lorry_stands_in_the_calendar_by_the_clock_in_oslo(house: House, order: UUID) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    summer = a_day(WEDNESDAY, range(27, 29))
    wanted = a_time(summer, "10:00", "11:00") | {"version": 1}
    saved = office.post(url_of(order), json=wanted).raise_for_status().json()
    month = {"first": summer.isoformat(), "last": summer.isoformat(), "room": "furnishing"}
    [shown] = office.get("/v1/calendar", params=month).raise_for_status().json()["happenings"]
    assert (shown["title"], shown["state"], shown["day"]) == (
        "Møbler AS", "delivery", summer.isoformat()
    )  # fmt: skip
    assert shown["begins"].startswith(f"{summer}T08:00")
    winter = a_day(WEDNESDAY, range(4, 6))
    office.post(
        url_of(order),
        json=a_time(winter, "10:00", "11:00") | {"version": saved["version"]},
    ).raise_for_status()
    month = {"first": winter.isoformat(), "last": winter.isoformat(), "room": "furnishing"}
    [shown] = office.get("/v1/calendar", params=month).json()["happenings"]
    assert shown["begins"].startswith(f"{winter}T09:00")


def test_those_who_receive_it_read_of_tomorrows_lorry(house: House, order: UUID) -> None:
    house.add(
        "delivery_windows",
        site_id=house.site,
        order_id=order,
        day=today() + timedelta(days=today().isoweekday() == 7),
        from_time="07:00",
        to_time="22:00",
        set_by=house.as_(Role.HOUSING_OFFICE).id,
        set_at=f"{today()}T00:00:00Z",
    )

    def told(role: Role) -> list[str]:
        sections = house.as_(role).get("/v1/today").raise_for_status().json()["sections"]
        return [
            line["title"] for one in sections if one["key"] == "deliveries" for line in one["lines"]
        ]

    assert told(Role.ENV_WORKER) == ["Møbler AS"]
    assert told(Role.PROPERTY_MANAGER) == []

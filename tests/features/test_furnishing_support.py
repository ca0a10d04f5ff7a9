"""Support for personal extras: a status on a household's behalf, hidden with its lease."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from psycopg.types.range import DateRange

from tests.factories import House

APPLIED = {"version": 0, "status": "applied", "day": today().isoformat()}


@pytest.fixture
def unit(house: House) -> UUID:
    return house.unit()


@pytest.fixture
def resident(house: House) -> UUID:
    return house.resident()


@pytest.fixture
def lease(house: House, unit: UUID, resident: UUID) -> UUID:
    return house.tenancy(unit, house.household(resident))


def test_it_comes_so_far_on_a_day_by_somebody_named(house: House, unit: UUID, lease: UUID) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    none = office.get(f"/v1/units/{unit}/support").raise_for_status().json()
    assert none == {
        "tenancy_id": str(lease), "status": "none", "day": None, "set_by": None, "version": 0
    }  # fmt: skip
    url = f"/v1/tenancies/{lease}/support"
    said = office.put(url, json=APPLIED).raise_for_status().json()
    assert said == {
        "tenancy_id": str(lease),
        "status": "applied",
        "day": today().isoformat(),
        "set_by": {"id": str(office.id), "name": office.name},
        "version": 1,
    }
    twice = office.put(url, json=APPLIED)
    assert twice.json()["type"] == "/problems/support-said-meanwhile"
    granted = office.put(url, json=APPLIED | {"status": "granted", "version": 1})
    assert granted.raise_for_status().json()["version"] == 2
    stale = office.put(url, json=APPLIED | {"status": "refused", "version": 1})
    assert stale.json()["type"] == "/problems/changed-meanwhile"
    late = APPLIED | {"version": 2, "day": (today() + timedelta(days=1)).isoformat()}
    assert office.put(url, json=late).json()["errors"][0]["field"] == "day"


def test_the_next_household_begins_without(
    house: House, unit: UUID, lease: UUID, neighbours: House
) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    office.put(f"/v1/tenancies/{lease}/support", json=APPLIED).raise_for_status()
    house.rows(
        "UPDATE tenancies SET period = daterange(lower(period), current_date),"
        " moved_out_at = now() WHERE id = %s RETURNING id",
        lease,
    )
    assert office.get(f"/v1/units/{unit}/support").status_code == 404
    house.tenancy(
        unit, house.household(house.resident("Neste")), period=DateRange(today(), None, "[)")
    )
    assert office.get(f"/v1/units/{unit}/support").json()["status"] == "none"
    stranger = neighbours.as_(Role.HOUSING_OFFICE)
    assert stranger.get(f"/v1/units/{unit}/support").status_code == 404
    assert stranger.put(f"/v1/tenancies/{lease}/support", json=APPLIED).status_code == 404


@pytest.mark.parametrize(
    "role", [Role.CREW, Role.CREW_LEADER, Role.PROPERTY_MANAGER, Role.OPERATIONS, Role.HEALTH]
)
def test_who_carries_or_lets_never_meets_it(
    house: House, unit: UUID, lease: UUID, role: Role
) -> None:
    caller = house.as_(role)
    assert caller.get(f"/v1/units/{unit}/support").status_code == 403
    assert caller.put(f"/v1/tenancies/{lease}/support", json=APPLIED).status_code == 403


def test_it_hides_with_a_lease_that_is_not_seen(
    house: House, unit: UUID, lease: UUID, resident: UUID
) -> None:
    office, settler = house.as_(Role.HOUSING_OFFICE), house.as_(Role.SETTLER)
    office.put(f"/v1/tenancies/{lease}/support", json=APPLIED).raise_for_status()
    assert settler.get(f"/v1/units/{unit}/support").status_code == 404
    house.helper(resident, settler.id)
    assert settler.get(f"/v1/units/{unit}/support").json()["status"] == "applied"


def test_whoever_is_shown_it_is_logged(
    house: House, unit: UUID, lease: UUID, resident: UUID
) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    office.get(f"/v1/units/{unit}/support").raise_for_status()
    logged: list[tuple[Any, ...]] = house.rows(
        "SELECT record_ids, subject_ids FROM disclosure_log"
        " WHERE actor_id = %s AND page = 'furnishing.support'",
        office.id,
    )
    assert logged == [([lease], [resident])]

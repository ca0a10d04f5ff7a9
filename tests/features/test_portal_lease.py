"""What a resident reads of the own lease."""

from datetime import date, timedelta

from bomiljo.access.roles import Role
from psycopg.types.range import DateRange

from tests.factories import House

TODAY = date.today()  # noqa: DTZ011


def test_everybody_in_the_household_reads_its_terms_and_nobody_elses(house: House) -> None:
    mother, son, other = house.resident("Mor"), house.resident("Sønn"), house.resident("Nabo")
    ends = TODAY + timedelta(days=300)
    house.tenancy(
        house.unit("101"), house.household(mother, son, kind="family"), contract_ends_on=ends
    )
    for one in (mother, son):
        lease = house.as_resident(one).get("/v1/portal/lease").raise_for_status().json()
        assert lease == {
            "kind": "fixed_term",
            "from_day": "2023-12-04",
            "contract_ends_on": ends.isoformat(),
            "unit_label": "101",
        }
    without = house.as_resident(other).get("/v1/portal/lease").json()
    assert set(without.values()) == {None}
    assert house.as_(Role.ENV_WORKER).get("/v1/portal/lease").status_code == 403


def test_the_flat_lived_in_comes_before_the_one_to_come(house: House) -> None:
    person = house.resident()
    home = house.household(person)
    moves = TODAY + timedelta(days=20)
    house.tenancy(house.unit("101"), home, period=DateRange(date(2024, 1, 1), moves))
    house.tenancy(
        house.unit("102"),
        home,
        period=DateRange(moves, None),
        kind="open_ended",
        contract_ends_on=None,
    )
    assert house.as_resident(person).get("/v1/portal/lease").json()["unit_label"] == "101"

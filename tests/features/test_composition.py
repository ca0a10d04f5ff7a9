"""Who lives in a house, as counts, today and through the months behind."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from dateutil.relativedelta import relativedelta
from psycopg.types.range import DateRange

from tests.factories import House
from tests.lists import as_csv, bring_in
from tests.placing import act, begun, person, put, table

Counts = dict[tuple[str, str], int | None]


@pytest.fixture
def settler(house: House) -> httpx.Client:
    return house.as_(Role.SETTLER)


def composition(caller: httpx.Client, house: House) -> dict[str, Any]:
    answer = caller.get(f"/v1/sites/{house.site}/composition")
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


def counts(moment: dict[str, Any], *measures: str) -> Counts:
    return {
        (one["measure"], one["key"]): one["count"]
        for one in moment["shares"]
        if not measures or one["measure"] in measures
    }


def settled(house: House, number: int, *, years: int = 30, language: str = "uk") -> UUID:
    resident = house.resident(f"Nr {number}", birth_date=today() - relativedelta(years=years))
    house.add("resident_languages", resident_id=resident, language=language, own=True)
    unit = house.unit(str(100 + number), position=number)
    return house.tenancy(unit, house.household(resident))


def test_today_is_counted_without_a_person_and_unknown_is_a_value(
    house: House, settler: httpx.Client
) -> None:
    settled(house, 1, years=65)
    unknown = house.unit("102", position=2)
    house.tenancy(unit=unknown, household=house.household(house.resident("Ukjentsen")))
    answer = settler.get(f"/v1/sites/{house.site}/composition")
    for word in ("Ukjentsen", "Nr 1", "101", "birth"):
        assert word not in answer.text
    now = answer.json()["moments"][-1]
    assert (now["on"], now["households"], now["people"]) == (today().isoformat(), 2, 2)
    assert counts(now) == {
        ("age", "60_plus"): 1,
        ("age", "unknown"): 1,
        ("kind", "single"): 2,
        ("language", "uk"): 1,
        ("language", "unknown"): 1,
        ("requirement", "unknown"): 2,
        ("support", "unknown"): 2,
    }


def test_a_move_in_a_move_out_a_birth_and_a_birthday_each_change_the_picture(
    house: House, settler: httpx.Client
) -> None:
    first = today().replace(day=1)
    gone = house.household(house.resident("Flyttet", birth_date="1950-01-01"))
    house.tenancy(
        house.unit("101"), gone, period=DateRange(date(2023, 12, 4), first - timedelta(days=40))
    )
    turned = house.resident("Fylte", birth_date=first - relativedelta(years=18, months=2))
    family = house.household(turned, kind="family")
    house.tenancy(house.unit("102", position=2), family)
    house.add(
        "household_members",
        household_id=family,
        resident_id=house.resident("Nyfødt", birth_date=first - timedelta(days=30)),
        relation="child",
        period=DateRange(first - timedelta(days=30), None),
    )
    by_day = {one["on"]: one for one in composition(settler, house)["moments"]}
    before = by_day[(first - relativedelta(months=3)).isoformat()]
    assert counts(before, "age") == {("age", "60_plus"): 1, ("age", "under_18"): 1}
    now = by_day[today().isoformat()]
    assert counts(now, "age") == {("age", "under_18"): 1, ("age", "18_24"): 1}
    assert (before["households"], now["households"]) == (2, 1)


def test_a_lease_that_has_not_begun_is_not_counted_yet(house: House, settler: httpx.Client) -> None:
    ahead = DateRange(today() + timedelta(days=20), None)
    house.tenancy(house.unit("101"), house.household(house.resident()), period=ahead)
    assert composition(settler, house)["moments"][-1]["households"] == 0


def test_what_a_household_needs_follows_it_from_its_plan_also_through_a_transfer(
    house: House, settler: httpx.Client
) -> None:
    house.unit("101", accessibility=["step_free"])
    bring_in(settler, as_csv([person(1, requirements="trinnfritt")]))
    one = begun(settler, house)
    shown = table(settler, house)
    put(settler, one, shown["households"][0]["id"], shown["units"][0]["id"]).raise_for_status()
    act(settler, one, "choose", because="Passer").raise_for_status()
    day = today() + timedelta(days=1)
    act(
        settler,
        one,
        "commit",
        from_day=day.isoformat(),
        contract_ends_on=(day + relativedelta(years=3)).isoformat(),
        legal_ground="husleieloven § 11-1",
        helpers=[],
    ).raise_for_status()
    ((tenancy, household),) = house.rows(
        "SELECT t.id, t.household_id FROM tenancies t WHERE t.site_id = %s", house.site
    )
    house.db.execute(
        "UPDATE candidate_households SET support = 'high' WHERE district_id = %s", [house.district]
    )
    house.db.execute(
        "UPDATE tenancies SET period = daterange(current_date - 9, current_date),"
        " moved_in_at = now(), moved_out_at = now() WHERE id = %s",
        [tenancy],
    )
    house.tenancy(house.unit("102", position=2), household, period=DateRange(today(), None))
    now = composition(settler, house)["moments"][-1]
    needs = {("requirement", "step_free"): 1, ("support", "high"): 1}
    assert counts(now, "requirement", "support") == needs


def test_what_lies_outside_the_bands_is_said(house: House, settler: httpx.Client) -> None:
    settled(house, 1, years=70)
    shown = composition(settler, house)
    said = {
        (one["code"], one["about"]["measure"], one["about"]["key"]) for one in shown["warnings"]
    }
    assert said == {("band_over", "age", "60_plus"), ("band_over", "language", "uk")}
    assert shown["bands"] == table(settler, house)["bands"]


@pytest.mark.parametrize("role", [Role.SETTLER, Role.HOUSING_OFFICE, Role.MANAGER, Role.ENV_WORKER])
def test_the_protected_are_in_no_count_not_even_in_the_months_behind(
    house: House, role: Role
) -> None:
    for number in range(1, 8):
        settled(house, number)
    caller = house.as_(role)
    before = composition(caller, house)
    hidden = settled(house, 8, years=80, language="so")
    ((resident,),) = house.rows(
        "SELECT m.resident_id FROM household_members m JOIN tenancies t USING (household_id)"
        " WHERE t.id = %s",
        hidden,
    )
    assert composition(caller, house) != before
    house.db.execute("UPDATE residents SET protection = 'unknown' WHERE id = %s", [resident])
    assert composition(caller, house) == before
    house.add("protection_guardians", resident_id=resident, user_id=caller.id)
    assert composition(caller, house) == before


def test_whoever_does_not_plan_sees_no_small_number_nor_one_by_subtraction(house: House) -> None:
    for number in range(1, 8):
        settled(house, number)
    settled(house, 8, years=70, language="so")
    shown = composition(house.as_(Role.ENV_WORKER), house)
    now = shown["moments"][-1]
    assert counts(now, "age") == {("age", "25_39"): None, ("age", "60_plus"): None}
    assert counts(now, "kind") == {("kind", "single"): 8}
    assert shown["warnings"] == []
    exact = composition(house.as_(Role.MANAGER), house)["moments"][-1]
    assert counts(exact, "age") == {("age", "25_39"): 7, ("age", "60_plus"): 1}


def test_who_watches_no_house_and_who_works_elsewhere(
    house: House, new_house: Callable[[], House]
) -> None:
    url = f"/v1/sites/{house.site}/composition"
    for role in (Role.OPERATIONS, Role.HEALTH, Role.CULTURE, Role.NAV_ADVISOR, Role.CREW):
        assert house.as_(role).get(url).status_code == 403
    other = new_house().as_(Role.MANAGER)
    assert other.get(url).json() == other.get(f"/v1/sites/{uuid4()}/composition").json()
    assert other.get(url).status_code == 404

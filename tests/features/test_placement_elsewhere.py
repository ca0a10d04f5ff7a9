"""Flats at other sites on the mixing table: seen, used when needed, and let there."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from dateutil.relativedelta import relativedelta

from tests.factories import House
from tests.lists import as_csv, bring_in, households
from tests.placing import act, begun, person, put, table

TOMORROW = today() + relativedelta(days=1)
TERMS: dict[str, Any] = {
    "from_day": TOMORROW.isoformat(),
    "contract_ends_on": (TOMORROW + relativedelta(years=3)).isoformat(),
    "legal_ground": "husleieloven § 11-1",
    "helpers": [],
}


@pytest.fixture
def settler(house: House) -> httpx.Client:
    return house.as_(Role.SETTLER)


@pytest.fixture
def other(house: House) -> UUID:
    return house.another_site("Andreveien 4")


def placed(shown: dict[str, Any], number: int = 0) -> dict[str, str]:
    return {p["household_id"]: p["unit_id"] for p in shown["alternatives"][number]["placed"]}


def test_free_flats_elsewhere_stand_in_a_group_of_their_own(
    house: House, settler: httpx.Client, other: UUID
) -> None:
    house.unit("101")
    house.unit("11", site_id=other, accessibility=["step_free"])
    let = house.unit("12", site_id=other, position=2)
    resident = house.resident("Nabosen", birth_date=today() - relativedelta(years=70))
    house.tenancy(let, house.household(resident), site_id=other)
    shown = table(settler, house)
    assert [one["label"] for one in shown["units"]] == ["101"]
    (flat,) = shown["elsewhere"]
    assert (flat["label"], flat["site_id"]) == ("11", str(other))
    said = [(n["label"], n["where"], n["age_bands"]) for n in flat["neighbours"]]
    assert said == [("12", "beside", ["60_plus"])]
    assert shown["before"] == []


def test_whoever_works_at_one_site_sees_none_elsewhere(house: House, other: UUID) -> None:
    house.unit("11", site_id=other)
    here = house.another(Role.SETTLER, site_ids=[house.site])
    assert table(here, house)["elsewhere"] == []


def test_a_household_is_placed_elsewhere_with_the_same_warnings_and_counts_not_here(
    house: House, settler: httpx.Client, other: UUID
) -> None:
    house.unit("101")
    flat = house.unit("21", site_id=other, floor=2)
    bring_in(settler, as_csv([person(1, requirements="trinnfritt"), person(2)]))
    one = begun(settler, house)
    who = table(settler, house)["households"][0]["id"]
    put(settler, one, who, str(flat)).raise_for_status()
    shown = table(settler, house)
    assert placed(shown) == {who: str(flat)}
    assert shown["alternatives"][0]["after"] == []
    (warned,) = [w for w in shown["alternatives"][0]["warnings"] if w["household_id"] == who]
    assert warned["code"] == "requirement_missing"
    assert warned["about"]["unit"] == "21, Andreveien 4"


def test_the_suggestion_goes_elsewhere_only_for_those_whom_nothing_fits_here(
    house: House, settler: httpx.Client, other: UUID
) -> None:
    here = house.unit("101", floor=2)
    low = house.unit("11", site_id=other, accessibility=["step_free"])
    house.unit("12", site_id=other, position=2)
    bring_in(settler, as_csv([person(1), person(2, requirements="trinnfritt")]))
    plain, needs = (card["id"] for card in table(settler, house)["households"])
    one = begun(settler, house)
    act(settler, one, "suggest").raise_for_status()
    shown = table(settler, house)
    assert placed(shown) == {plain: str(here), needs: str(low)}
    why = {p["household_id"]: p["because"] for p in shown["alternatives"][0]["placed"]}
    assert "none_fits_here" in why[needs]
    assert not {"none_fits_here", "none_left_here"} & {*why[plain]}


def test_who_finds_no_room_here_is_sent_elsewhere_and_told_why(
    house: House, settler: httpx.Client, other: UUID
) -> None:
    house.unit("101")
    house.unit("11", site_id=other)
    bring_in(settler, as_csv([person(1), person(2)]))
    one = begun(settler, house)
    act(settler, one, "suggest").raise_for_status()
    shown = table(settler, house)
    assert len(placed(shown)) == 2
    reasons = [p["because"] for p in shown["alternatives"][0]["placed"]]
    assert sum("none_left_here" in one for one in reasons) == 1


def test_carried_out_the_lease_and_the_residents_belong_to_the_other_site(
    house: House, settler: httpx.Client, other: UUID
) -> None:
    here, there = house.unit("101"), house.unit("11", site_id=other)
    request = bring_in(settler, as_csv([person(1), person(2)]))
    first, second = (one["id"] for one in households(settler, request))
    plan = begun(settler, house)
    put(settler, plan, first, str(here)).raise_for_status()
    put(settler, plan, second, str(there)).raise_for_status()
    act(settler, plan, "choose", because="Ikke plass til alle her").raise_for_status()
    act(settler, plan, "commit", **TERMS).raise_for_status()
    rows = house.rows(
        "SELECT t.unit_id, t.site_id, r.site_id FROM tenancies t"
        " JOIN household_members m USING (household_id) JOIN residents r ON r.id = m.resident_id"
        " WHERE t.district_id = %s",
        house.district,
    )
    assert {*rows} == {(here, house.site, house.site), (there, other, other)}


def test_a_flat_chosen_for_one_site_is_promised_also_for_whoever_plans_only_the_other(
    house: House, settler: httpx.Client, other: UUID
) -> None:
    flat = house.unit("11", site_id=other)
    bring_in(settler, as_csv([person(1), person(2)]))
    first, second = (card["id"] for card in table(settler, house)["households"])
    plan = begun(settler, house)
    put(settler, plan, first, str(flat)).raise_for_status()
    act(settler, plan, "choose", because="Trinnfritt").raise_for_status()
    there = house.another(Role.SETTLER, site_ids=[other])
    body = {"site_id": str(other), "name": "Der"}
    theirs = there.post("/v1/placement-alternatives", json=body).json()
    put(there, theirs, second, str(flat)).raise_for_status()
    refused = act(there, theirs, "choose", because="Også her")
    assert refused.json()["type"] == "/problems/planned-elsewhere"
    assert there.get(f"/v1/sites/{house.site}/placement-board").status_code == 404


def test_a_flat_at_a_site_one_does_not_work_at_is_no_flat(house: House, other: UUID) -> None:
    flat = house.unit("11", site_id=other)
    here = house.another(Role.SETTLER, site_ids=[house.site])
    bring_in(here, as_csv([person(1)]))
    plan = begun(here, house)
    who = table(here, house)["households"][0]["id"]
    assert put(here, plan, who, str(flat)).json()["type"] == "/problems/flat-unknown"

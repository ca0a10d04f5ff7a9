"""A chosen plan carried out: everything at once, or nothing."""

from datetime import timedelta
from typing import Any

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from psycopg.types.range import DateRange

from tests.factories import Caller, House
from tests.furniture import key, opened, package, shown, tick
from tests.lists import as_csv, bring_in
from tests.placing import act, begun, person, put, table

AHEAD = (today() + timedelta(days=20)).isoformat()
ENDS = (today() + timedelta(days=1100)).isoformat()


def chosen(settler: Caller, house: House, units: int = 2) -> dict[str, Any]:
    """Two households, a family of two and one alone, in two flats, chosen."""
    flats = [str(house.unit(f"10{n}", position=n, capacity=2)) for n in range(1, units + 1)]
    rows = [
        person(1, duf="209900000103"),
        person(1, relation="barn", birth_date="03.02.2015", duf="209912345608"),
        person(2, duf="209900000105", own_languages="tigrinja"),
    ]
    bring_in(settler, as_csv(rows))
    one = begun(settler, house)
    for card, flat in zip(table(settler, house)["households"], flats, strict=False):
        put(settler, one, card["id"], flat).raise_for_status()
    act(settler, one, "choose", because="Passer").raise_for_status()
    return one


def given(**more: Any) -> dict[str, Any]:
    contract = {"legal_ground": "husleieloven § 11-1", "contract_ends_on": ENDS}
    return {"from_day": AHEAD, "helpers": [], **contract, **more}


@pytest.fixture
def settler(house: House) -> Caller:
    return house.as_(Role.SETTLER)


def test_one_press_makes_residents_households_and_planned_leases(
    house: House, settler: Caller
) -> None:
    one = chosen(settler, house)
    worker = {"kind": "env_worker", "user_id": str(house.as_(Role.ENV_WORKER).id)}
    answer = act(settler, one, "commit", **given(helpers=[worker]))
    assert answer.status_code == 200, answer.text
    residents = settler.get("/v1/residents").json()["items"]
    assert {one["family_name"] for one in residents} == {"Kandidatnavn 1", "Kandidatnavn 2"}
    assert {one["status"] for one in residents} == {"expected"}
    assert all({h["kind"] for h in r["helpers"]} == {"settler", "env_worker"} for r in residents)
    leases = settler.get("/v1/tenancies").json()["items"]
    assert [(one["state"], one["from_day"]) for one in leases] == [("planned", AHEAD)] * 2
    assert {one["household_size"] for one in leases} == {1, 2}
    numbered = house.rows(
        "SELECT masked, check_overridden_because IS NOT NULL FROM identifiers"
        " WHERE district_id = %s ORDER BY 2",
        house.district,
    )
    assert numbered == [("2099 ********", False)] * 2 + [("2099 ********", True)]


def test_each_lease_and_resident_can_be_traced_to_the_plan(house: House, settler: Caller) -> None:
    one = chosen(settler, house)
    act(settler, one, "commit", **given()).raise_for_status()
    traced = house.rows(
        "SELECT count(*), count(DISTINCT t.id), count(c.resident_id) FROM placements p"
        " JOIN tenancies t ON t.id = p.tenancy_id AND t.unit_id = p.unit_id"
        " JOIN candidates c ON c.household_id = p.household_id WHERE p.alternative_id = %s",
        one["id"],
    )
    assert traced == [(3, 2, 3)]
    for lease in settler.get("/v1/tenancies").json()["items"]:
        plan = settler.get(f"/v1/tenancies/{lease['id']}/plan").json()["plan"]
        assert (plan["alternative_id"], plan["name"]) == (one["id"], "Alternativ A")
        assert (plan["chosen_because"], plan["chosen_by"]) == ("Passer", settler.name)
        assert "Kandidatnavn" not in str(plan)
    assert table(settler, house)["alternatives"][0]["committed_at"]
    for step, problem in (("commit", "plan-is-committed"), ("release", "plan-is-committed")):
        more = given() if step == "commit" else {}
        assert act(settler, one, step, **more).json()["type"] == f"/problems/{problem}"


def test_a_lease_without_a_plan_says_so_and_other_districts_learn_nothing(
    house: House, neighbours: House
) -> None:
    lease = house.tenancy(house.unit(), house.household(house.resident()))
    url = f"/v1/tenancies/{lease}/plan"
    assert house.as_(Role.HOUSING_OFFICE).get(url).json() == {"plan": None}
    assert neighbours.as_(Role.SETTLER).get(url).status_code == 404
    assert house.as_(Role.NAV_ADVISOR).get(url).status_code == 403


def test_it_fails_whole_when_one_flat_is_let_meanwhile(house: House, settler: Caller) -> None:
    one = chosen(settler, house)
    ((unit,),) = house.rows(
        "SELECT unit_id FROM placements WHERE alternative_id = %s ORDER BY unit_id DESC LIMIT 1",
        one["id"],
    )
    other = house.household(house.resident("Andre"))
    house.tenancy(unit, other, period=DateRange(today(), None))
    before = house.rows("SELECT count(*) FROM residents WHERE district_id = %s", house.district)
    refused = act(settler, one, "commit", **given())
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/unit-is-taken")
    after = house.rows("SELECT count(*) FROM residents WHERE district_id = %s", house.district)
    assert after == before
    assert house.rows("SELECT 1 FROM identifiers WHERE district_id = %s", house.district) == []


def test_only_a_chosen_plan_with_a_day_ahead_is_carried_out(house: House, settler: Caller) -> None:
    draft = begun(settler, house, name="Utkast")
    refused = act(settler, draft, "commit", **given())
    assert refused.json()["type"] == "/problems/alternative-not-chosen"
    one = chosen(settler, house)
    refused = act(settler, one, "commit", **given(from_day=today().isoformat()))
    assert refused.json()["errors"][0]["field"] == "from_day"
    refused = act(settler, one, "commit", **given(contract_ends_on=today().isoformat()))
    assert refused.json()["errors"][0]["field"] == "contract_ends_on"
    refused = house.as_(Role.MANAGER).post(
        f"/v1/placement-alternatives/{one['id']}/commit", json={"version": 1, **given()}
    )
    assert refused.status_code == 403


def test_each_flat_gets_its_checklist_from_the_package_unless_it_has_one(
    house: House, settler: Caller
) -> None:
    ready, begun_before = (house.unit(f"20{n}", position=n, capacity=2) for n in (1, 2))
    grunnpakke = package(house)
    done, under_way = opened(house, ready, begun_before, package_id=grunnpakke["id"])
    tick(house.as_(Role.ENV_WORKER), done)
    key(house.as_(Role.ENV_WORKER), shown(settler, ready))
    one = chosen(settler, house)
    bring_in(settler, as_csv([person(3), person(4)]))
    act(settler, one, "release").raise_for_status()
    flats = {placed["unit_id"] for placed in table(settler, house)["alternatives"][0]["placed"]}
    late = [card for card in table(settler, house)["households"] if card["size"] == 1][-2:]
    for card, flat in zip(late, (ready, begun_before), strict=True):
        put(settler, one, card["id"], str(flat)).raise_for_status()
    act(settler, one, "choose", because="Passer").raise_for_status()

    unknown = act(settler, one, "commit", **given(package_id=one["id"]))
    assert unknown.json()["errors"][0]["field"] == "package_id"
    assert settler.get("/v1/tenancies").json()["items"] == []

    act(settler, one, "commit", **given(package_id=grunnpakke["id"])).raise_for_status()
    lists = [shown(settler, flat) for flat in flats]
    assert {(one["package_name"], one["edition"]) for one in lists} == {("Grunnpakke", 1)}
    assert (
        len({str(sorted((x["item"], x["quantity"]) for x in one["lines"])) for one in lists}) == 1
    )
    assert shown(settler, begun_before)["id"] == under_way["id"]
    assert shown(settler, ready)["id"] == done["id"]
    proof = settler.get("/v1/furnishing/equal-treatment").json()
    assert {group["persons"] for group in proof["groups"]} == {1, 2}

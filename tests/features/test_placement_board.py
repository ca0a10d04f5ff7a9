"""The mixing table: who waits, what is free, alternatives side by side, one chosen."""

from typing import Any

import httpx
import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from psycopg.types.range import DateRange

from tests.factories import House
from tests.lists import as_csv, bring_in
from tests.placing import act, begun, person, put, table

STEP_FREE = ["step_free"]


@pytest.fixture
def settler(house: House) -> httpx.Client:
    return house.as_(Role.SETTLER)


def test_the_table_shows_households_and_free_flats_without_a_name(
    house: House, settler: httpx.Client
) -> None:
    house.unit("101", accessibility=STEP_FREE)
    bring_in(settler, as_csv([person(1, requirements="trinnfritt"), person(2, relation="")]))
    answer = settler.get(f"/v1/sites/{house.site}/placement-board")
    for word in ("Kandidatnavn", "LANDORD", "HELSEORD"):
        assert word not in answer.text
    shown = answer.json()
    first = shown["households"][0]
    assert (first["ref"], first["size"], first["age_bands"]) == ("1", 1, ["25_39"])
    assert (first["requirements"], first["languages"]) == (["step_free"], ["uk"])
    assert [one["label"] for one in shown["units"]] == ["101"]


def test_who_lives_beside_and_below_is_told_as_facts(house: House, settler: httpx.Client) -> None:
    lived = house.unit("101", position=1, accessibility=["low_stimuli"])
    house.unit("102", position=2)
    house.unit("201", floor=2, position=1)
    resident = house.resident("Nabosen", birth_date=today().replace(year=today().year - 70))
    house.add("resident_languages", resident_id=resident, language="ar", own=True)
    house.tenancy(lived, house.household(resident))
    answer = settler.get(f"/v1/sites/{house.site}/placement-board")
    assert "Nabosen" not in answer.text
    said = {
        one["label"]: [
            (n["label"], n["where"], n["age_bands"], n["languages"], n["quiet"])
            for n in one["neighbours"]
        ]
        for one in answer.json()["units"]
    }
    facts = (["60_plus"], ["ar"], True)
    assert said == {"102": [("101", "beside", *facts)], "201": [("101", "below", *facts)]}


def test_flats_that_are_let_blocked_or_used_otherwise_are_not_free(
    house: House, settler: httpx.Client
) -> None:
    months = today().toordinal()
    soon, late = (today().fromordinal(months + days) for days in (30, 200))
    for label, until in (("101", soon), ("102", late), ("103", None)):
        unit = house.unit(label, position=int(label) - 100)
        period = DateRange(today().fromordinal(months - 100), until)
        house.tenancy(unit, house.household(house.resident(label)), period=period)
    house.unit("104", position=9, use="office")
    house.unit("105", position=10, state="out_of_use", blocked_from=today())
    house.unit("106", position=11)
    free = {one["label"]: one["free_from"] for one in table(settler, house)["units"]}
    assert free == {"101": soon.isoformat(), "106": None}


def test_the_composition_before_and_after_counts_unknown_as_a_value_of_its_own(
    house: House, settler: httpx.Client
) -> None:
    house.tenancy(house.unit("101"), house.household(house.resident()))
    free = house.unit("102", position=2)
    bring_in(settler, as_csv([person(1)]))
    one = begun(settler, house)
    shown = table(settler, house)
    put(settler, one, shown["households"][0]["id"], str(free)).raise_for_status()
    shown = table(settler, house)

    def ages(shares: list[dict[str, Any]]) -> dict[str, int]:
        return {one["key"]: one["count"] for one in shares if one["measure"] == "age"}

    assert ages(shown["before"]) == {"unknown": 1}
    assert ages(shown["alternatives"][0]["after"]) == {"25_39": 1, "unknown": 1}


def test_a_protected_household_is_on_no_table_and_a_protected_neighbour_has_no_facts(
    house: House, settler: httpx.Client
) -> None:
    hidden = house.resident("Vernetsen", protection="confidential", birth_date="1950-01-01")
    house.add("resident_languages", resident_id=hidden, language="ar", own=True)
    house.tenancy(house.unit("101"), house.household(hidden))
    house.unit("102", position=2)
    guardians = [str(house.as_(role).id) for role in (Role.SETTLER, Role.MANAGER)]
    bring_in(settler, as_csv([person(1), person(2, protection="fortrolig")]), guardians=guardians)
    for role in (Role.SETTLER, Role.MANAGER, Role.HOUSING_OFFICE):
        shown = table(house.as_(role), house)
        assert [one["ref"] for one in shown["households"]] == ["1"]
        (neighbour,) = shown["units"][0]["neighbours"]
        assert (neighbour["age_bands"], neighbour["languages"]) == (["unknown"], [])


def test_a_household_is_placed_moved_exchanged_and_taken_back(
    house: House, settler: httpx.Client
) -> None:
    first, second = (str(house.unit(label, position=n)) for n, label in enumerate(("101", "102")))
    bring_in(settler, as_csv([person(1), person(2)]))
    one = begun(settler, house)
    a, b = (card["id"] for card in table(settler, house)["households"])

    def standing() -> dict[str, str]:
        placed = table(settler, house)["alternatives"][0]["placed"]
        return {p["household_id"]: p["unit_id"] for p in placed}

    put(settler, one, a, first).raise_for_status()
    put(settler, one, a, second).raise_for_status()
    assert standing() == {a: second}
    put(settler, one, b, second).raise_for_status()
    assert standing() == {b: second}
    put(settler, one, b, None).raise_for_status()
    assert standing() == {}
    stale = put(settler, one | {"version": 1}, a, first)
    assert stale.json()["type"] == "/problems/changed-meanwhile"


def test_what_is_no_free_flat_or_waiting_household_is_refused_at_its_field(
    house: House, settler: httpx.Client
) -> None:
    unit = str(house.unit("101"))
    let = house.unit("102", position=2)
    house.tenancy(let, house.household(house.resident()))
    bring_in(settler, as_csv([person(1)]))
    one = begun(settler, house)
    (card,) = table(settler, house)["households"]
    refused = put(settler, one, card["id"], str(let))
    assert refused.json()["errors"][0]["field"] == "unit_id"
    refused = put(settler, one, unit, unit)
    assert refused.json()["errors"][0]["field"] == "candidate_household_id"


def test_warnings_come_with_their_code_and_block_only_where_there_is_no_room(
    house: House, settler: httpx.Client
) -> None:
    unit = str(house.unit("101", floor=2, accessibility=[]))
    rows = [
        person(1, requirements="trinnfritt, bakkeplan"),
        person(1, relation="barn", birth_date="03.02.2015", family_name="Barn"),
    ]
    bring_in(settler, as_csv(rows))
    one = begun(settler, house)
    (card,) = table(settler, house)["households"]
    put(settler, one, card["id"], unit).raise_for_status()
    warnings = table(settler, house)["alternatives"][0]["warnings"]
    codes = {(w["code"], w["blocks"]) for w in warnings}
    assert {("capacity", True), ("requirement_missing", False), ("child_alone", False)} <= codes
    assert (
        act(settler, one, "choose", because="Trangt").json()["type"] == "/problems/plan-too-tight"
    )


def test_bands_are_the_districts_own_and_warn_when_the_plan_leaves_them(
    house: House, settler: httpx.Client
) -> None:
    unit = str(house.unit("101"))
    bring_in(settler, as_csv([person(1)]))
    one = begun(settler, house)
    shown = table(settler, house)
    put(settler, one, shown["households"][0]["id"], unit).raise_for_status()
    bands = [
        {"measure": "age", "key": "25_39", "most": 40},
        {"measure": "age", "key": "60_plus", "least": 10},
        {"measure": "language", "key": "any", "most": 60},
    ]
    given = {"version": shown["bands_version"], "bands": bands}
    assert settler.put("/v1/placement-bands", json=given).status_code == 200
    warnings = table(settler, house)["alternatives"][0]["warnings"]
    said = {(w["code"], w["about"].get("key")) for w in warnings}
    assert {("band_over", "25_39"), ("band_under", "60_plus"), ("band_over", "uk")} <= said
    assert settler.put("/v1/placement-bands", json=given).status_code == 409
    upside = {"version": 2, "bands": [{"measure": "age", "key": "x", "least": 60, "most": 40}]}
    assert settler.put("/v1/placement-bands", json=upside).status_code == 422


def test_alternatives_stand_side_by_side_and_begin_as_copies(
    house: House, settler: httpx.Client
) -> None:
    unit = str(house.unit("101"))
    bring_in(settler, as_csv([person(1)]))
    one = begun(settler, house, note="Første forsøk")
    (card,) = table(settler, house)["households"]
    put(settler, one, card["id"], unit).raise_for_status()
    begun(settler, house, name="Alternativ B", alternative_id=one["id"])
    both = table(settler, house)["alternatives"]
    assert [(b["name"], len(b["placed"])) for b in both] == [
        ("Alternativ A", 1),
        ("Alternativ B", 1),
    ]
    assert (both[0]["note"], both[0]["made_by"]) == ("Første forsøk", settler.name)  # type: ignore[attr-defined]
    assert act(settler, one, "discard").status_code == 204
    assert len(table(settler, house)["alternatives"]) == 1


def test_a_suggestion_places_those_who_wait_and_says_why(
    house: House, settler: httpx.Client
) -> None:
    plain = str(house.unit("101", accessibility=[]))
    free = str(house.unit("102", position=2, accessibility=STEP_FREE))
    bring_in(settler, as_csv([person(1), person(2, requirements="trinnfritt"), person(3)]))
    one = begun(settler, house)
    first, second, _ = (card["id"] for card in table(settler, house)["households"])
    act(settler, one, "suggest").raise_for_status()
    placed = table(settler, house)["alternatives"][0]["placed"]
    assert {p["household_id"]: p["unit_id"] for p in placed} == {first: plain, second: free}
    why = next(p["because"] for p in placed if p["household_id"] == second)
    assert {"only_one_fits", "has_step_free"} <= {*why}


def test_one_is_chosen_with_who_and_why_and_can_be_released(
    house: House, settler: httpx.Client
) -> None:
    unit = str(house.unit("101"))
    request = bring_in(settler, as_csv([person(1)]))
    one, other = begun(settler, house), begun(settler, house, name="B")
    assert act(settler, one, "choose", because="x").json()["type"] == "/problems/nobody-is-placed"
    (card,) = table(settler, house)["households"]
    for plan in (one, other):
        put(settler, plan, card["id"], unit).raise_for_status()
    act(settler, one, "choose", because="Jevnest fordeling").raise_for_status()
    shown = table(settler, house)
    chosen = shown["alternatives"][0]
    assert (chosen["chosen_by"], chosen["chosen_because"]) == (settler.name, "Jevnest fordeling")  # type: ignore[attr-defined]
    assert [one["waits"] for one in shown["households"]] == [False]
    assert house.rows("SELECT 1 FROM tenancies WHERE district_id = %s", house.district) == []
    assert (
        act(settler, other, "choose", because="x").json()["type"] == "/problems/planned-elsewhere"
    )
    assert put(settler, one, card["id"], None).json()["type"] == "/problems/alternative-is-chosen"
    undo = settler.post(f"/v1/settlement-requests/{request['id']}/undo", json={"version": 1})
    assert undo.json()["type"] == "/problems/somebody-is-placed"
    act(settler, one, "release").raise_for_status()
    assert [one["waits"] for one in table(settler, house)["households"]] == [True]


def test_a_manager_reads_the_table_and_changes_nothing(house: House, settler: httpx.Client) -> None:
    manager = house.as_(Role.MANAGER)
    one = begun(settler, house)
    assert len(table(manager, house)["alternatives"]) == 1
    assert act(manager, one, "suggest").status_code == 403
    assert (
        house.as_(Role.ENV_WORKER).get(f"/v1/sites/{house.site}/placement-board").status_code == 403
    )

"""Protected households settled by hand, and residents who come under protection later."""

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import House
from tests.hiding import TERMS, Case, texts, traces
from tests.placing import act, begun, put, table


@pytest.fixture
def case(house: House) -> Case:
    return Case(house)


def test_a_guardian_settles_them_by_hand_and_nobody_else_learns_of_it(case: Case) -> None:
    case.protect().raise_for_status()
    others = [case.office, *(case.house.another(r) for r in (Role.SETTLER, Role.ENV_WORKER))]
    lists = ("/v1/residents", "/v1/tenancies", "/v1/households", "/v1/milestones")
    before = {(n, path): caller.get(path).text for n, caller in enumerate(others) for path in lists}
    free = [unit["id"] for unit in table(case.office, case.house)["units"]]
    answer = case.settle(case.settler, case.flats[0])
    assert answer.status_code == 201, answer.text
    lease = answer.json()["tenancy_id"]
    for guardian in (case.settler, case.manager):
        assert guardian.get(f"/v1/tenancies/{lease}").status_code == 200
        assert "Kandidatnavn 2" in guardian.get("/v1/residents").text
    for n, caller in enumerate(others):
        assert caller.get(f"/v1/tenancies/{lease}").status_code == 404
        assert caller.get(f"/v1/tenancies/{lease}/plan").status_code in {403, 404}
        for path in lists:
            assert caller.get(path).text == before[n, path], path
    now = [unit["id"] for unit in table(case.office, case.house)["units"]]
    assert [one for one in free if one not in now] == [case.flats[0]]
    assert case.own(case.settler)[0]["status"] == "placed"
    told = texts(case.office, case.house, case.request)
    assert [one for one in traces(case) if one in told] == []


def test_whoever_reads_the_change_log_finds_no_line_of_them(case: Case) -> None:
    other = case.house.another(Role.MANAGER)
    case.protect().raise_for_status()
    case.settle(case.settler, case.flats[0]).raise_for_status()
    told = other.get("/v1/changes?limit=100").text
    assert [one for one in traces(case) if one in told] == []
    dpo = case.house.as_(Role.DPO).get("/v1/changes?limit=100").text
    assert [one for one in traces(case) if one in dpo] == []


def test_settling_by_hand_is_refused_whole_when_the_flat_is_not_for_them(case: Case) -> None:
    case.protect().raise_for_status()
    elsewhere = case.house.another_site()
    blocked = str(case.house.unit("104", position=4, state="out_of_use", blocked_from=today()))
    let = case.house.unit("105", position=5)
    case.house.tenancy(let, case.house.household(case.house.resident()))
    for unit, problem, more in (
        (blocked, "unit-is-blocked", {}),
        (str(let), "unit-is-taken", {}),
        (case.flats[0], "day-not-ahead", {"from_day": today().isoformat()}),
        (case.flats[0], "changed-meanwhile", {"version": 1}),
        (str(case.house.unit("1", site_id=elsewhere, use="office")), "unit-is-not-a-dwelling", {}),
    ):
        answer = case.settle(case.settler, unit, **more)
        assert answer.json()["type"] == f"/problems/{problem}", answer.text
    assert case.house.rows("SELECT resident_id FROM candidates WHERE id = %s", case.who) == [
        (None,)
    ]
    case.settle(case.settler, case.flats[0]).raise_for_status()
    again = case.settle(case.settler, case.flats[1], version=case.own(case.settler)[0]["version"])
    assert again.json()["type"] == "/problems/household-is-placed"


def test_a_resident_who_comes_under_protection_later_leaves_the_list_they_came_by(
    case: Case,
) -> None:
    plan = begun(case.settler, case.house)
    put(case.settler, plan, case.hidden["id"], case.flats[0]).raise_for_status()
    act(case.settler, plan, "choose", because="Passer").raise_for_status()
    act(case.settler, plan, "commit", **TERMS).raise_for_status()
    assert case.protect(version=2).json()["type"] == "/problems/household-is-placed"
    ((resident,),) = case.house.rows("SELECT resident_id FROM candidates WHERE id = %s", case.who)
    given = {
        "version": 1,
        "grade": "confidential",
        "reason": "Melding",
        "guardians": [str(case.office.id), str(case.manager.id)],
    }
    case.office.put(f"/v1/residents/{resident}/protection", json=given).raise_for_status()
    other = case.house.another(Role.SETTLER)
    for caller in (case.settler, other):
        told = texts(caller, case.house, case.request)
        assert [one for one in traces(case) if one in told] == []
        assert caller.get(f"/v1/candidates/{case.who}/permit").status_code == 404
    assert [one["id"] for one in case.own(case.office)] == [case.hidden["id"]]


def test_undoing_a_list_does_not_tell_that_somebody_hidden_is_placed(case: Case) -> None:
    case.protect().raise_for_status()
    case.settle(case.settler, case.flats[0]).raise_for_status()
    url = f"/v1/settlement-requests/{case.request['id']}/undo"
    assert case.office.post(url, json={"version": 1}).status_code == 200
    assert [one["status"] for one in case.own(case.settler)] == ["placed"]

"""Protected candidates: gone from lists, counts and plans for all but their two guardians."""

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import Caller, House
from tests.hiding import GRADES, OWN, TERMS, Case, texts, traces
from tests.lists import PREVIEW, as_csv, bring_in, households, send
from tests.placing import act, begun, person, put, table


@pytest.fixture
def case(house: House) -> Case:
    return Case(house)


@pytest.mark.parametrize("grade", GRADES)
def test_a_marked_candidate_is_gone_for_everybody_else_at_once(case: Case, grade: str) -> None:
    others = [case.house.another(role) for role in (Role.SETTLER, Role.MANAGER, Role.HEALTH)]
    assert "Kandidatnavn 2" in texts(case.office, case.house, case.request)
    assert case.protect(grade=grade).status_code == 204
    for caller in (case.office, *others):
        told = texts(caller, case.house, case.request)
        assert [one for one in traces(case) if one in told] == []
        assert "protected" not in told.replace('"protected":false', "")
    assert case.own(case.office) == []


def test_the_guardians_have_a_list_of_their_own_and_the_common_lists_are_for_them_as_for_others(
    case: Case,
) -> None:
    case.protect().raise_for_status()
    for guardian in (case.settler, case.manager):
        (one,) = case.own(guardian)
        assert (one["id"], one["protected"]) == (case.hidden["id"], True)
        assert one["members"][0]["family_name"] == "Kandidatnavn 2"
        told = texts(guardian, case.house, case.request)
        assert "Kandidatnavn 2" not in told
    (shown,) = [
        one
        for one in case.settler.get("/v1/settlement-requests").json()["items"]
        if one["id"] == case.request["id"]
    ]
    assert (shown["households"], shown["people"], shown["placed"]) == (1, 1, 0)
    assert case.settler.get(f"/v1/candidates/{case.who}/permit").status_code == 200
    logged = case.house.rows(
        "SELECT count(*) FROM disclosure_log WHERE page = 'placement.protected'"
        " AND actor_id = %s AND %s = ANY (subject_ids)",
        case.settler.id,
        case.who,
    )
    assert logged == [(1,)]


def test_every_door_to_them_is_shut_as_if_nobody_were_there(case: Case) -> None:
    case.protect().raise_for_status()
    other = case.house.another(Role.SETTLER)
    who, household = f"/v1/candidates/{case.who}", f"/v1/candidate-households/{case.hidden['id']}"
    needs = {"version": 2, "requirements": [], "support": "none"}
    reason = {"version": 2, "reason": "Prøver"}
    for answer in (
        other.get(f"{who}/permit"),
        other.post(f"{who}/care/open", json={"purpose": "x"}),
        other.put(f"{who}/care", json={"version": 1, "purpose": "x"}),
        other.put(f"{household}/needs", json=needs),
        other.post(f"{household}/withdraw", json={"version": 2, "withdrawn": True}),
        case.protect(other, version=2),
        case.settle(other, case.flats[0]),
        case.office.post(f"{who}/lift-protection", json=reason),
    ):
        assert answer.status_code == 404, answer.text
        assert answer.json()["type"] == "/problems/not-found"


def test_marking_takes_the_household_out_of_every_plan(case: Case) -> None:
    one, other = begun(case.settler, case.house), begun(case.settler, case.house, name="Valgt")
    for plan in (one, other):
        put(case.settler, plan, case.hidden["id"], case.flats[0]).raise_for_status()
    first = households(case.settler, case.request)[0]["id"]
    put(case.settler, other, first, case.flats[1]).raise_for_status()
    act(case.settler, other, "choose", because="Passer").raise_for_status()
    (version,) = (h["version"] for h in households(case.settler, case.request) if h["id"] != first)
    case.protect(version=version).raise_for_status()
    shown = {plan["name"]: plan for plan in table(case.office, case.house)["alternatives"]}
    assert shown["Alternativ A"]["placed"] == []
    assert [p["household_id"] for p in shown["Valgt"]["placed"]] == [first]
    assert act(case.settler, other, "commit", **TERMS).status_code == 409
    other["version"] = shown["Valgt"]["version"]
    act(case.settler, other, "commit", **TERMS).raise_for_status()
    assert len(case.own(case.settler)) == 1
    suggested = begun(case.office, case.house, name="Foreslått")
    act(case.office, suggested, "suggest").raise_for_status()
    assert table(case.office, case.house)["alternatives"][-1]["placed"] == []


def test_a_list_of_protected_people_alone_is_not_seen_to_be_empty(case: Case) -> None:
    house = case.house
    guardians = [str(case.settler.id), str(case.manager.id)]
    rows = as_csv([person(7, protection="fortrolig")])
    hidden = bring_in(
        case.settler, rows, reference="Skjult liste", answer_due="2026-01-06", guardians=guardians
    )
    for caller in (case.office, house.another(Role.SETTLER)):
        assert "Skjult liste" not in caller.get("/v1/settlement-requests").text
        assert "Skjult liste" not in caller.get("/v1/today").text
        assert caller.get(f"/v1/settlement-requests/{hidden['id']}").status_code == 404
        answered = {"version": 1, "answer": "yes", "answered_on": today().isoformat()}
        url = f"/v1/settlement-requests/{hidden['id']}/answer"
        assert caller.post(url, json=answered).status_code == 404
    assert case.manager.get(f"/v1/settlement-requests/{hidden['id']}").status_code == 200
    assert "Skjult liste" in case.settler.get("/v1/today").text


def test_a_guardian_who_may_lift_protection_puts_them_back_on_the_list(case: Case) -> None:
    case.protect().raise_for_status()
    url = f"/v1/candidates/{case.who}/lift-protection"
    assert case.settler.post(url, json={"version": 2, "reason": "x"}).status_code == 403
    assert case.manager.post(url, json={"version": 2}).status_code == 422
    stale = case.manager.post(url, json={"version": 1, "reason": "Opphevet"})
    assert stale.json()["type"] == "/problems/changed-meanwhile"
    lifted = case.manager.post(url, json={"version": 2, "reason": "Opphevet"})
    assert lifted.status_code == 204
    assert len(households(case.office, case.request)) == 2
    assert case.own(case.manager) == []
    again = case.manager.post(url, json={"version": 3, "reason": "Opphevet"})
    assert again.json()["type"] == "/problems/is-not-protected"


def test_a_family_stays_hidden_until_the_last_of_them_is_free(house: House) -> None:
    case = Case(house)
    guardians = [str(case.settler.id), str(case.manager.id)]
    rows = [
        person(8, protection="fortrolig"),
        person(8, relation="barn", birth_date="03.02.2015", protection="strengt fortrolig"),
    ]
    request = bring_in(case.settler, as_csv(rows), reference="Familie", guardians=guardians)
    (family,) = (one for one in case.own(case.manager) if one["request_id"] == request["id"])
    for version, member in enumerate(family["members"], 1):
        assert households(case.office, request) == []
        url = f"/v1/candidates/{member['id']}/lift-protection"
        given = {"version": version, "reason": "Opphevet"}
        assert case.manager.post(url, json=given).status_code == 204
    assert len(households(case.office, request)) == 1


@pytest.mark.parametrize(
    ("guardians", "problem"),
    [
        ([], "guardians-for-the-protected"),
        ([Role.SETTLER], "guardians-for-the-protected"),
        ([Role.SETTLER, Role.CULTURE], "guardians-do-not-fit"),
    ],
)
def test_two_who_fit_must_be_named(case: Case, guardians: list[Role], problem: str) -> None:
    named = [str(case.house.as_(role).id) for role in guardians]
    answer = case.protect(guardians=named)
    assert answer.json()["type"] == f"/problems/{problem}"
    assert answer.json()["errors"][0]["field"] == "guardians"
    assert len(households(case.office, case.request)) == 2


def test_a_candidate_cannot_be_marked_as_not_protected(case: Case) -> None:
    assert case.protect(grade="none").status_code == 422


def test_a_number_of_theirs_on_another_list_meets_nobody(house: House) -> None:
    settler, manager = house.as_(Role.SETTLER), house.as_(Role.MANAGER)
    rows = as_csv([person(1, duf="209900000103", protection="fortrolig")])
    bring_in(settler, rows, guardians=[str(settler.id), str(manager.id)])

    def findings(caller: Caller) -> list[str]:
        answer = send(caller, PREVIEW, rows, grades_checked=True)
        return [one["code"] for row in answer.json()["rows"] for one in row["findings"]]

    assert "duf_of_candidate" in findings(settler)
    assert "duf_of_candidate" not in findings(house.another(Role.SETTLER))


def test_whoever_places_nobody_has_no_such_list(case: Case) -> None:
    for role in (Role.ENV_WORKER, Role.HEALTH, Role.OPERATIONS, Role.NAV_ADVISOR, Role.DPO):
        assert case.house.as_(role).get(OWN).status_code == 403
        assert case.protect(case.house.as_(role)).status_code == 403
    assert case.protect(case.manager).status_code == 403

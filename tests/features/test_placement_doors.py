"""What lies behind doors: protected candidates, function and health, permits."""

from typing import Any

from bomiljo.access.roles import Role

from tests.factories import House
from tests.lists import FAMILY, IMPORT, PREVIEW, as_csv, bring_in, households, send

HIDDEN = (
    (
        *("2", "hovedperson", "Skjult", "Vernetsen", "03.02.1990", "arabisk", ""),
        *("209900000910", "", "", "", "fortrolig"),
    ),
    (
        *("2", "barn", "Liten", "Vernetsen", "03.02.2015", "arabisk", ""),
        *("", "", "", "", "ingen"),
    ),
)
NEW: dict[str, Any] = {
    "reference": "Anmodning 1",
    "received_on": "2026-01-05",
    "grades_checked": True,
}


def guardians(house: House) -> list[str]:
    return [str(house.as_(role).id) for role in (Role.SETTLER, Role.MANAGER)]


def test_whose_grade_nobody_has_checked_counts_as_protected(house: House) -> None:
    settler = house.as_(Role.SETTLER)
    rows = as_csv([one[:-1] for one in FAMILY])
    assert send(settler, PREVIEW, rows).json()["protected"] == 2
    assert send(settler, PREVIEW, rows, grades_checked=True).json()["protected"] == 0


def test_protected_persons_need_two_guardians_of_whom_one_can_lift_protection(
    house: House,
) -> None:
    settler = house.as_(Role.SETTLER)
    for named, problem in (
        ([], "guardians-for-the-protected"),
        ([str(settler.id)] * 2, "guardians-for-the-protected"),
        ([str(settler.id), str(house.another(Role.SETTLER).id)], "guardians-do-not-fit"),
        ([str(settler.id), str(house.as_(Role.CULTURE).id)], "guardians-do-not-fit"),
    ):
        answer = send(settler, IMPORT, as_csv(HIDDEN), **NEW, guardians=named)
        assert answer.json()["type"] == f"/problems/{problem}"
        assert answer.json()["errors"][0]["field"] == "guardians"


def test_only_the_guardians_see_a_protected_household_in_list_and_count(house: House) -> None:
    settler, office = house.as_(Role.SETTLER), house.as_(Role.HOUSING_OFFICE)
    request = bring_in(office, as_csv([*FAMILY, *HIDDEN]), guardians=guardians(house))
    assert (request["households"], request["people"]) == (1, 2)
    assert "Vernetsen" not in str(households(office, request))
    seen = households(settler, request) + settler.get("/v1/protected-candidates").json()["items"]
    assert [one["protected"] for one in seen] == [False, True]
    assert len(house.as_(Role.MANAGER).get("/v1/protected-candidates").json()["items"]) == 1
    hidden = seen[1]["members"][0]["id"]
    other = house.another(Role.SETTLER)
    assert other.get(f"/v1/candidates/{hidden}/permit").status_code == 404
    assert (
        other.post(f"/v1/candidates/{hidden}/care/open", json={"purpose": "x"}).status_code == 404
    )
    withdraw = {"version": 1, "withdrawn": True}
    url = f"/v1/candidate-households/{seen[1]['id']}/withdraw"
    assert office.post(url, json=withdraw).status_code == 404
    assert settler.post(url, json=withdraw).status_code == 200


def test_undoing_takes_the_hidden_ones_too(house: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    request = bring_in(office, as_csv([*FAMILY, *HIDDEN]), guardians=guardians(house))
    url = f"/v1/settlement-requests/{request['id']}/undo"
    office.post(url, json={"version": 1}).raise_for_status()
    assert house.rows("SELECT 1 FROM candidates WHERE district_id = %s", house.district) == []


def _first(house: House) -> tuple[dict[str, Any], str]:
    settler = house.as_(Role.SETTLER)
    (family,) = households(settler, bring_in(settler, as_csv(FAMILY)))
    return family, family["members"][0]["id"]


def test_the_note_opens_for_a_purpose_which_stands_in_the_log(house: House) -> None:
    _, candidate = _first(house)
    health = house.as_(Role.HEALTH)
    url = f"/v1/candidates/{candidate}/care/open"
    assert health.post(url, json={}).status_code == 422
    opened = health.post(url, json={"purpose": "Vurderer leiligheten"})
    assert opened.json()["note"] == "HELSEORD"
    logged = house.rows(
        "SELECT purpose, record_ids FROM disclosure_log WHERE page = 'care.detail'"
        " AND actor_id = %s",
        health.id,
    )
    assert [one[0] for one in logged] == ["Vurderer leiligheten"]
    for role in (Role.HOUSING_OFFICE, Role.MANAGER, Role.ENV_WORKER, Role.NAV_ADVISOR):
        assert house.as_(role).post(url, json={"purpose": "x"}).status_code == 403


def test_health_finds_who_awaits_an_assessment_without_a_name_and_says_what_it_is(
    house: House,
) -> None:
    _, candidate = _first(house)
    health = house.as_(Role.HEALTH)
    answer = health.get("/v1/care")
    assert "Prøvenko" not in answer.text
    (card,) = answer.json()["items"]
    assert (card["candidate_id"], card["suitability"]) == (candidate, "not_assessed")
    assert health.get("/v1/settlement-requests").status_code == 403
    given = {"version": 1, "purpose": "Vurdering", "suitability": "can_live_here"}
    assessed = health.put(f"/v1/candidates/{candidate}/care", json=given).json()
    assert (assessed["suitability"], assessed["assessed_by"]) == ("can_live_here", health.name)
    assert assessed["note"] == "HELSEORD"
    assert health.put(f"/v1/candidates/{candidate}/care", json=given).status_code == 409


def test_others_get_codes_and_never_reasons(house: House) -> None:
    family, _ = _first(house)
    needs = {"version": 1, "requirements": ["low_stimuli", "step_free"], "support": "high"}
    url = f"/v1/candidate-households/{family['id']}/needs"
    assert house.as_(Role.HOUSING_OFFICE).put(url, json=needs).status_code == 403
    assert house.as_(Role.MENTAL_HEALTH).put(url, json=needs).status_code == 204
    (now,) = households(house.as_(Role.HOUSING_OFFICE), {"id": family["request_id"]})
    assert (now["requirements"], now["support"]) == (["low_stimuli", "step_free"], "high")


def test_citizenship_and_permit_are_for_those_who_settle_people(house: House) -> None:
    _, candidate = _first(house)
    url = f"/v1/candidates/{candidate}/permit"
    shown = house.as_(Role.SETTLER).get(url).json()
    assert (shown["citizenship"], shown["duf"]) == ("Ukraina", "2099 ********")
    assert house.as_(Role.HOUSING_OFFICE).get(url).status_code == 403
    assert house.as_(Role.MANAGER).get(url).status_code == 403


def test_notes_and_citizenship_stay_out_of_the_change_log(house: House) -> None:
    _first(house)
    logged = house.rows(
        "SELECT before::text, after::text FROM change_log WHERE district_id = %s", house.district
    )
    assert "HELSEORD" not in str(logged)
    assert "Ukraina" not in str(logged)

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.crew import listed_unit, member, planned, shown, week
from tests.factories import House
from tests.furniture import opened, tick

TODAY = today().isoformat()


def test_a_week_holds_its_people_youths_first(house: House) -> None:
    found = week(house)
    assert [(one["name"], one["kind"]) for one in found["members"]] == [
        ("Sofie Berg", "youth"),
        ("Elias Moen", "youth"),
        ("Linda Strand", "leader"),
    ]
    assert len(found["days"]) == 5
    page = house.as_(Role.MANAGER).get("/v1/crew/weeks", params={"site_id": str(house.site)})
    [line] = page.json()["items"]
    assert (line["youths"], line["leaders"], line["assignments"]) == (2, 1, 0)


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"last_day": "2020-01-01"}, "last_day", "crew-days-invalid"),
        ({"last_day": (today() + timedelta(days=20)).isoformat()}, "last_day", "crew-days-invalid"),
        ({"site_id": str(today().replace(year=2000).toordinal())}, "site_id", "uuid_parsing"),
    ],
)
def test_a_week_that_cannot_be_says_why_at_its_field(
    house: House, given: dict[str, str], field: str, code: str
) -> None:
    with pytest.raises(Exception, match="422") as refused:
        week(house, **given)
    [error] = refused.value.response.json()["errors"]  # type: ignore[attr-defined]
    assert error["field"].endswith(field)
    assert error["code"] == code


def test_a_name_or_an_account_stands_once_in_a_week(house: House) -> None:
    found, leader = week(house), house.as_(Role.CREW_LEADER)
    url = f"/v1/crew/weeks/{found['id']}/members"
    twice = leader.post(url, json={"name": "Elias Moen", "kind": "youth"})
    assert twice.json()["errors"][0]["field"] == "name"
    taken = {"name": "Ny", "kind": "youth", "account_id": str(house.as_(Role.CREW).id)}
    assert leader.post(url, json=taken).json()["type"] == "/problems/crew-account-taken"
    stranger = taken | {"account_id": str(house.as_(Role.ENV_WORKER).id)}
    assert leader.post(url, json=stranger).json()["errors"][0]["field"] == "account_id"
    accounts = leader.get("/v1/crew/accounts", params={"site_id": str(house.site)}).json()["items"]
    assert {one["name"] for one in accounts} == {house.as_(Role.CREW).name, leader.name}


def test_others_than_leaders_and_the_office_see_no_week(house: House, neighbours: House) -> None:
    found = week(house)
    url = f"/v1/crew/weeks/{found['id']}"
    for role in (Role.ENV_WORKER, Role.SETTLER, Role.PROPERTY_MANAGER, Role.CULTURE):
        assert house.as_(role).get(url).status_code == 403, role
    assert neighbours.as_(Role.CREW_LEADER).get(url).status_code == 404
    assert neighbours.as_(Role.HOUSING_OFFICE).get("/v1/crew/weeks").json()["items"] == []
    other = house.another(Role.CREW)
    assert other.get(url).status_code == 404
    assert other.get("/v1/crew/weeks").json()["items"] == []
    assert other.get("/v1/crew/my-day").json()["week_id"] is None
    assert house.as_(Role.CREW).get(url).status_code == 200


def test_work_is_planned_for_a_unit_with_a_list_or_one_of_its_rooms(house: House) -> None:
    found, unit = week(house), listed_unit(house)
    work = planned(house, found, unit, "Sofie Berg", "Elias Moen", room="Møbler")
    assert (work["label"], work["room"], work["progress"]) == (
        "101",
        "Møbler",
        {"pieces": 1, "set_up": 0},
    )
    leader, url = house.as_(Role.CREW_LEADER), f"/v1/crew/weeks/{found['id']}/assignments"
    right = {
        "day": TODAY,
        "unit_id": str(unit),
        "room": "Møbler",
        "member_ids": [member(found, "Sofie Berg")],
    }
    wrong: dict[str, dict[str, Any]] = {
        "room": {"room": "Loft"},
        "day": {"day": (today() + timedelta(days=9)).isoformat()},
        "member_ids": {"member_ids": [str(unit)]},
        "unit_id": {"unit_id": str(house.unit("102", position=2)), "room": None},
    }
    for field, given in wrong.items():
        body = right | {"room": None} | given
        refused = leader.post(url, json=body)
        assert refused.json()["errors"][0]["field"] == field
    assert leader.post(url, json=right).json()["type"] == "/problems/crew-assignment-twice"
    assert len(shown(leader, found)["assignments"]) == 1


def test_progress_is_what_the_ticks_say(house: House) -> None:
    found, unit = week(house), house.unit()
    [checklist] = opened(house, unit)
    planned(house, found, unit)
    crew = house.as_(Role.CREW)
    tick(crew, checklist, "Seng", step="assembled")
    tick(crew, checklist, "Laken", step="placed")
    tick(crew, checklist, "Stekepanne", step="delivered")
    assert shown(crew, found)["progress"] == {"pieces": 4, "set_up": 3}


def test_the_suggestion_spreads_what_nobody_has_and_is_the_same_each_time(house: House) -> None:
    units = [house.unit(str(100 + n), position=n) for n in range(1, 7)]
    opened(house, *units)
    body: dict[str, Any] = {
        "first_day": today().isoformat(),
        "last_day": (today() + timedelta(days=13)).isoformat(),
        "members": [
            {"name": name, "kind": "youth"} for name in ("Ada", "Bo", "Cora", "Dag", "Eli")
        ],
    }
    plans = []
    for name in ("Første", "Andre"):
        found = week(house, name=name, **body)
        leader, url = house.as_(Role.CREW_LEADER), f"/v1/crew/weeks/{found['id']}/suggestion"
        suggested = leader.post(url, json={}).raise_for_status().json()
        names = {one["id"]: one["name"] for one in suggested["members"]}
        plans.append(
            [
                (one["label"], one["day"], [names[id_] for id_ in one["member_ids"]])
                for one in suggested["assignments"]
            ]
        )
        again = leader.post(url, json={})
        assert again.json()["type"] == "/problems/crew-nothing-to-spread"
    assert plans[0] == plans[1]
    assert sorted(one[0] for one in plans[0]) == [str(100 + n) for n in range(1, 7)]
    assert {tuple(one[2]) for one in plans[0]} == {("Ada", "Bo"), ("Cora", "Dag", "Eli")}
    assert {one[1] for one in plans[0]} <= {*suggested["working_days"]}


def test_a_youth_sees_their_own_day_with_its_things(house: House) -> None:
    found, unit = week(house), listed_unit(house)
    house.tenancy(unit, house.household(house.resident("Hemmelig")))
    work = planned(house, found, unit, "Sofie Berg", "Elias Moen", room="Sove-artikler")
    planned(house, found, listed_unit(house, "109"), "Elias Moen")
    answer = house.as_(Role.CREW).get("/v1/crew/my-day")
    day = answer.raise_for_status().json()
    [task] = day["tasks"]
    assert task["assignment"]["id"] == work["id"]
    assert task["colleagues"] == ["Elias Moen"]
    assert [(one["item"], one["quantity"]) for one in task["items"]] == [("Laken", 2)]
    assert day["hours"] is None
    assert "Hemmelig" not in answer.text


def test_only_done_work_is_signed_and_signed_work_stays(house: House) -> None:
    found, unit = week(house), listed_unit(house)
    work = planned(house, found, unit)
    url = f"/v1/crew/assignments/{work['id']}"
    leader, youth = house.as_(Role.CREW_LEADER), house.as_(Role.CREW)
    assert leader.post(f"{url}/sign").json()["type"] == "/problems/crew-work-not-done"
    assert youth.post(f"{url}/sign").status_code == 403
    youth.post(f"{url}/done", json={"done": True}).raise_for_status()
    signed = leader.post(f"{url}/sign").raise_for_status().json()["assignments"][0]
    assert signed["signed_by"] == leader.name
    for late in (
        youth.post(f"{url}/done", json={"done": False}),
        leader.delete(url),
        leader.patch(url, json={"day": TODAY, "member_ids": work["member_ids"]}),
    ):
        assert late.json()["type"] == "/problems/crew-work-signed"


def test_a_youth_finishes_their_own_work_and_nobody_elses(house: House) -> None:
    found, unit = week(house), listed_unit(house)
    work = planned(house, found, unit, "Elias Moen")
    url = f"/v1/crew/assignments/{work['id']}/done"
    assert house.as_(Role.CREW).post(url, json={}).status_code == 404
    assert house.as_(Role.CREW_LEADER).post(url, json={}).status_code == 204


def test_two_leaders_who_sign_at_once_leave_one_signature(house: House) -> None:
    found, unit = week(house), listed_unit(house)
    work = planned(house, found, unit)
    url = f"/v1/crew/assignments/{work['id']}"
    house.as_(Role.CREW).post(f"{url}/done", json={}).raise_for_status()
    leaders = [house.as_(Role.CREW_LEADER), house.another(Role.CREW_LEADER)]
    with ThreadPoolExecutor(2) as both:
        answers = [*both.map(lambda one: one.post(f"{url}/sign"), leaders)]
    names = {one.json()["assignments"][0]["signed_by"] for one in answers}
    assert len(names) == 1
    signs = house.rows(
        "SELECT count(*) FROM change_log WHERE table_name = 'crew_assignments' AND row_id = %s"
        " AND district_id = %s",
        work["id"],
        house.district,
    )
    assert signs == [(3,)]

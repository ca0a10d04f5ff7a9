from datetime import date, timedelta
from uuid import UUID

import pytest
from bomiljo.access.roles import Role
from httpx import Response
from psycopg.types.range import DateRange

from tests.factories import Caller, House

TODAY = date.today()  # noqa: DTZ011
LAST_WEEK = TODAY - timedelta(days=7)


def assign(
    caller: Caller, resident: UUID, helper: Caller, day: date = TODAY, kind: str = "settler"
) -> Response:
    return caller.post(
        f"/v1/residents/{resident}/helpers",
        json={"kind": kind, "user_id": str(helper.id), "from_day": day.isoformat()},
    )


def periods(house: House, resident: UUID) -> list[tuple[UUID, str | None]]:
    return house.rows(
        "SELECT user_id, upper(period)::text FROM helpers WHERE resident_id = %s ORDER BY period",
        resident,
    )


def test_a_new_helper_begins_the_day_the_one_before_stops(house: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    first, second = house.another(Role.SETTLER), house.another(Role.SETTLER)
    assert assign(office, resident, first, LAST_WEEK).status_code == 201
    shown = assign(office, resident, second).json()["helpers"]
    assert [(one["name"], one["active"]) for one in shown] == [
        (second.name, True),
        (first.name, False),
    ]
    assert shown[1]["until"] == shown[0]["from_day"] == TODAY.isoformat()


def test_helpers_of_different_kinds_stand_beside_each_other(house: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    for role in (Role.SETTLER, Role.NAV_ADVISOR, Role.INTRO_ADVISOR, Role.ENV_WORKER):
        answer = assign(office, resident, house.as_(role), kind=role.value)
        assert answer.status_code == 201, answer.text
    assert {one["kind"] for one in answer.json()["helpers"] if one["active"]} == {
        "settler",
        "nav_advisor",
        "intro_advisor",
        "env_worker",
    }


def test_a_mistake_of_the_same_day_is_replaced_as_if_it_had_not_been(house: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    wrong, right = house.another(Role.SETTLER), house.another(Role.SETTLER)
    assign(office, resident, wrong)
    assign(office, resident, right)
    assert periods(house, resident) == [(right.id, None)]
    log = house.rows(
        "SELECT action FROM change_log"
        " WHERE table_name = 'helpers' AND subject_id = %s ORDER BY id",
        resident,
    )
    assert [action for (action,) in log] == ["insert", "delete", "insert"]


def test_help_is_given_only_by_those_whose_role_it_is(house: House, neighbours: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    ended = house.another(Role.SETTLER, period=DateRange(LAST_WEEK, TODAY))
    for unfit in (house.as_(Role.NAV_ADVISOR), neighbours.as_(Role.SETTLER), ended):
        answer = assign(office, resident, unfit)
        assert answer.status_code == 409
        assert answer.json()["errors"][0] | {"message": ""} == {
            "field": "user_id",
            "code": "helper-does-not-fit",
            "message": "",
            "context": {},
        }


def test_a_helper_works_at_the_residents_site(house: House) -> None:
    elsewhere = house.another_site()
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    far = house.another(Role.ENV_WORKER, site_ids=[elsewhere])
    near = house.another(Role.ENV_WORKER, site_ids=[elsewhere, house.site])
    assert assign(office, resident, far, kind="env_worker").status_code == 409
    assert assign(office, resident, near, kind="env_worker").status_code == 201


def test_help_ends_without_a_successor_and_the_case_is_out_of_sight(house: House) -> None:
    resident, settler = house.resident(), house.as_(Role.SETTLER)
    helper = house.helper(resident, settler.id)
    path = f"/v1/residents/{resident}"
    ended = settler.post(f"{path}/helpers/{helper}/end", json={"on_day": TODAY.isoformat()})
    assert ended.status_code == 200
    assert ended.json()["helpers"][0]["active"] is False
    assert settler.get(path).status_code == 404
    again = house.as_(Role.HOUSING_OFFICE).post(
        f"{path}/helpers/{helper}/end", json={"on_day": TODAY.isoformat()}
    )
    assert again.json()["type"] == "/problems/help-has-ended"


def test_help_cannot_end_before_it_began(house: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    helper = house.helper(resident, house.as_(Role.SETTLER).id)
    day = {"on_day": LAST_WEEK.isoformat()}
    answer = office.post(f"/v1/residents/{resident}/helpers/{helper}/end", json=day)
    assert answer.json()["errors"][0]["field"] == "on_day"
    other = office.post(f"/v1/residents/{house.resident()}/helpers/{helper}/end", json=day)
    assert other.status_code == 404


def test_a_handover_is_planned_ahead(house: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    now, later = house.another(Role.SETTLER), house.another(Role.SETTLER)
    assign(office, resident, now, LAST_WEEK)
    tomorrow = TODAY + timedelta(days=1)
    shown = assign(office, resident, later, tomorrow).json()["helpers"]
    assert {one["name"]: one["active"] for one in shown} == {now.name: True, later.name: False}
    assert periods(house, resident) == [(now.id, tomorrow.isoformat()), (later.id, None)]


@pytest.mark.parametrize("role", [Role.MANAGER, Role.NAV_ADVISOR, Role.PROPERTY_MANAGER])
def test_who_does_not_assign_helpers_is_refused(house: House, role: Role) -> None:
    answer = assign(house.as_(role), house.resident(), house.as_(Role.SETTLER))
    assert answer.status_code == 403


def household(caller: Caller, *residents: UUID, day: date = LAST_WEEK) -> Response:
    members = [
        {"resident_id": str(one), "relation": "other" if number else "head"}
        for number, one in enumerate(residents)
    ]
    return caller.post(
        "/v1/households",
        json={"kind": "family", "members": members, "from_day": day.isoformat()},
    )


def test_residents_become_a_household_and_leave_it_with_a_date(house: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    mother, son = house.resident("Mor"), house.resident("Sønn")
    made = household(office, mother, son)
    assert made.status_code == 201
    path = f"/v1/households/{made.json()['id']}"
    member = made.json()["members"][1]
    assert (member["name"], member["age_band"]) == ("Prøve Sønn", "unknown")
    left = office.post(
        f"{path}/members/{member['id']}/end", json={"on_day": TODAY.isoformat()}
    ).json()
    assert [one["resident_id"] for one in left["members"]] == [str(mother)]
    assert house.rows(
        "SELECT period::text FROM household_members WHERE id = %s", UUID(member["id"])
    ) == [(f"[{LAST_WEEK},{TODAY})",)]
    back = office.post(
        f"{path}/members",
        json={"resident_id": str(son), "relation": "child", "from_day": TODAY.isoformat()},
    )
    assert [one["relation"] for one in back.json()["members"]] == ["head", "child"]


def test_nobody_belongs_to_two_households_at_a_time(house: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    resident = house.resident()
    assert household(office, resident).status_code == 201
    answer = household(office, resident)
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/already-in-household"
    assert answer.json()["errors"][0]["field"] == "resident_id"


def test_a_stranger_in_a_household_is_named_by_position_and_not_revealed(
    house: House, neighbours: House
) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    answer = household(office, house.resident(), neighbours.resident())
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "members.1.resident_id"
    assert office.get("/v1/households").json()["items"] == []


def test_households_are_found_by_whom_they_hold(house: House, neighbours: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    mine, _ = house.resident("A"), house.household(house.resident("B"))
    made = household(office, mine).json()
    found = office.get("/v1/households", params={"resident_id": str(mine)}).json()["items"]
    assert [one["id"] for one in found] == [made["id"]]
    assert office.get("/v1/households?kind=couple").json()["items"] == []
    assert neighbours.as_(Role.HOUSING_OFFICE).get("/v1/households").json()["items"] == []
    assert (
        neighbours.as_(Role.HOUSING_OFFICE).get(f"/v1/households/{made['id']}").status_code == 404
    )


def test_nav_sees_the_households_of_its_own_cases(house: House) -> None:
    mine, other = house.resident("A"), house.resident("B")
    own = house.household(mine)
    house.household(other)
    advisor = house.as_(Role.NAV_ADVISOR)
    house.helper(mine, advisor.id, "nav_advisor")
    assert [one["id"] for one in advisor.get("/v1/households").json()["items"]] == [str(own)]

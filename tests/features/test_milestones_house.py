"""The house's waiting web: what stands still, how long steps take, and who may know of it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from bomiljo.access.roles import Role

from tests.factories import Caller, House
from tests.features.test_milestones import TODAY, edit, line_of, moved_in, settled
from tests.meetings import call


def begun(house: House, **values: Any) -> UUID:
    """A line of somebody who came fifty days ago."""
    came = TODAY - timedelta(days=50)
    given = {"birth_date": date(1990, 5, 1), "settled_on": came} | values
    resident = house.resident(**given)
    url = f"/v1/residents/{resident}/milestones"
    house.as_(Role.ENV_WORKER).post(url, json={"from_day": came.isoformat()}).raise_for_status()
    return resident


def listed(caller: Caller, **query: Any) -> list[dict[str, Any]]:
    answer = caller.get("/v1/milestones", params={"limit": 100, **query}).raise_for_status()
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def codes(caller: Caller, **query: Any) -> list[str]:
    return [one["code"] for one in listed(caller, **query)]


def done(house: House, resident: UUID, code: str, day: date) -> None:
    house.db.execute(
        "UPDATE milestones SET status = 'done', done_on = %s WHERE resident_id = %s AND code = %s",
        [day, resident, code],
    )


@pytest.mark.parametrize(
    ("role", "areas"),
    [
        (Role.ENV_WORKER, {"address", "practical"}),
        (Role.HOUSING_OFFICE, {"address", "support"}),
        (Role.SETTLER, {"address", "practical", "health", "support", "programme"}),
        (Role.NAV_ADVISOR, {"address", "practical", "health", "support", "programme"}),
    ],
)
def test_each_role_sees_the_areas_of_its_work_and_no_other(
    house: House, role: Role, areas: set[str]
) -> None:
    resident = begun(house)
    for kind in ("settler", "nav_advisor"):
        house.helper(resident, house.as_(Role(kind)).id, kind)
    steps = house.as_(role).get("/v1/milestone-steps").json()["items"]
    area_of = {one["code"]: one["area"] for one in steps}
    assert {area_of[code] for code in line_of(house.as_(role), resident)} == areas


@pytest.mark.parametrize("role", [Role.SETTLER, Role.NAV_ADVISOR])
def test_nav_sees_own_cases_only(house: House, role: Role) -> None:
    resident = begun(house)
    assert listed(house.as_(role)) == []
    assert house.as_(role).get(f"/v1/residents/{resident}/milestones").status_code == 404


def test_the_landlord_sees_nothing_and_a_leader_only_how_long_it_takes(house: House) -> None:
    resident = begun(house)
    times = f"/v1/sites/{house.site}/waiting-times"
    for role in (Role.PROPERTY_MANAGER, Role.OPERATIONS, Role.CREW, Role.HEALTH):
        for url in ("/v1/milestones", times, f"/v1/residents/{resident}/milestones"):
            assert house.as_(role).get(url).status_code == 403
    assert house.as_(Role.MANAGER).get("/v1/milestones").status_code == 403
    assert house.as_(Role.MANAGER).get(times).status_code == 200


def test_a_worker_cannot_change_a_step_of_another_area(house: House) -> None:
    resident = begun(house)
    [row] = house.rows(
        "SELECT id FROM milestones WHERE resident_id = %s AND code = 'TB_SCREEN'", resident
    )
    step = {"id": row[0], "version": 1}
    refused = edit(house.as_(Role.ENV_WORKER), resident, step, note="Hoster")
    assert refused.status_code == 404


def test_the_list_tells_what_waits_and_for_whom(house: House) -> None:
    resident = begun(house, family_name="Ventesen")
    worker = house.as_(Role.ENV_WORKER)
    overdue = listed(worker, overdue=True)
    assert [one["code"] for one in overdue] == [
        "LEASE_SIGNED",
        "SETTLED_REGISTERED",
        "MOVE_REPORTED",
    ]
    assert overdue[0]["resident"] == {"id": str(resident), "name": "Prøve Ventesen"}
    assert "BANK_ACCOUNT" in codes(worker, blocked=True)
    assert "BANK_ACCOUNT" not in codes(worker, blocked=False)
    assert set(codes(worker, mover="landlord")) == {"KEYS_HANDED"}
    assert codes(worker, code="EID") == ["EID"]
    assert codes(worker, status="done") == []
    assert "ID_CONTROL" in codes(worker, waited_days=50, blocked=False)
    assert codes(worker, waited_days=51) == []
    assert codes(worker, mine=True) == []
    house.helper(resident, worker.id, "env_worker")
    assert codes(worker, mine=True) == codes(worker)


def test_whoever_has_moved_out_waits_no_more(house: House) -> None:
    begun(house, status="moved_out", moved_out_on=TODAY)
    assert listed(house.as_(Role.ENV_WORKER)) == []


def test_the_list_goes_on_where_the_page_ended(house: House) -> None:
    begun(house)
    worker = house.as_(Role.ENV_WORKER)
    whole, seen, cursor = codes(worker), [], None
    while True:
        query = {"limit": 4} | ({"cursor": cursor} if cursor else {})
        page = worker.get("/v1/milestones", params=query).json()
        seen += [one["code"] for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == whole


def test_a_median_is_withheld_below_five_and_the_slowest_comes_first(house: House) -> None:
    came = TODAY - timedelta(days=50)
    for number in range(5):
        resident = begun(house, family_name=f"Nummer {number}")
        done(house, resident, "ID_CONTROL", came + timedelta(days=10 + number))
        done(house, resident, "DNR_OR_FNR", came + timedelta(days=34 + number))
        if number < 4:
            done(house, resident, "GP", came + timedelta(days=40))
    times = house.as_(Role.MANAGER).get(f"/v1/sites/{house.site}/waiting-times").json()
    assert times == {
        "least": 5,
        "items": [
            {"code": "DNR_OR_FNR", "done": 5, "median_days": 24},
            {"code": "ID_CONTROL", "done": 5, "median_days": 12},
            {"code": "GP", "done": None, "median_days": None},
        ],
    }


def test_a_protected_person_is_in_no_list_and_no_count(house: House) -> None:
    came = TODAY - timedelta(days=50)
    people = [begun(house, family_name=f"Nummer {number}") for number in range(5)]
    for resident in people:
        done(house, resident, "ID_CONTROL", came + timedelta(days=10))
    guardian = house.as_(Role.MANAGER)
    house.add("protection_guardians", resident_id=people[0], user_id=guardian.id)
    house.db.execute("UPDATE residents SET protection = 'confidential' WHERE id = %s", [people[0]])
    worker = house.as_(Role.ENV_WORKER)
    shown = {one["resident"]["id"] for one in listed(worker)}
    assert shown == {str(one) for one in people[1:]}
    assert worker.get(f"/v1/residents/{people[0]}/milestones").status_code == 404
    for caller in (worker, guardian):
        [times] = caller.get(f"/v1/sites/{house.site}/waiting-times").json()["items"]
        assert times["done"] is None


def test_every_answer_that_shows_persons_is_written_down(house: House) -> None:
    resident = begun(house)
    worker = house.as_(Role.ENV_WORKER)
    listed(worker)
    line_of(worker, resident)
    pages = house.rows(
        "SELECT page FROM disclosure_log WHERE actor_id = %s AND %s = ANY (subject_ids)",
        worker.id,
        resident,
    )
    assert {"milestones.list", "milestones.line"} <= {row[0] for row in pages}


def test_today_tells_the_helper_once_for_each_person_what_is_late_near_or_still(
    house: House,
) -> None:
    late, new = begun(house, family_name="Sensen"), settled(house, family_name="Nysen")
    worker = house.as_(Role.ENV_WORKER)
    for resident in (late, new):
        house.helper(resident, worker.id, "env_worker")
    sections = worker.get("/v1/today").json()["sections"]
    [lines] = [one["lines"] for one in sections if one["key"] == "milestones"]
    told = {(one["title"], one["kind"]): one["about"]["steps"] for one in lines}
    assert told[("Prøve Sensen", "milestones.overdue")] == "3"
    assert ("Prøve Sensen", "milestones.stuck") in told
    assert ("Prøve Nysen", "milestones.soon") in told
    office = house.as_(Role.HOUSING_OFFICE).get("/v1/today").json()["sections"]
    assert [one["lines"] for one in office if one["key"] == "milestones"] == [[]]


def test_a_resident_reads_the_own_path_in_the_own_language(house: House) -> None:
    resident = settled(house)
    other = begun(house)
    me = house.as_resident(resident)
    answer = me.get("/v1/portal/milestones", params={"language": "uk"}).raise_for_status()
    path = {one["code"]: one for one in answer.json()["items"]}
    assert path["KEYS_HANDED"]["state"] == "done"
    assert path["MOVE_REPORTED"]["state"] == "now"
    assert path["GP"]["state"] == "later"
    assert path["GP"]["name"] == "Сімейний лікар"
    assert "SCHOOL" not in path
    assert "TB_SCREEN" in path
    unknown = me.get("/v1/portal/milestones", params={"language": "xx"})
    assert unknown.status_code == 422
    theirs = me.get(f"/v1/residents/{other}/milestones")
    assert theirs.status_code == 403


def test_a_line_is_kept_by_whoever_hands_over_the_keys(house: House) -> None:
    """The housing office moves people in, though it may not read every area of their line."""
    resident = house.resident(status="expected", birth_date=date(1990, 5, 1))
    house.helper(resident, house.as_(Role.NAV_ADVISOR).id, "nav_advisor")
    moved_in(house, resident)
    line = line_of(house.as_(Role.NAV_ADVISOR), resident)
    assert line["TB_SCREEN"]["due_on"] == (TODAY + timedelta(days=14)).isoformat()
    assert set(line_of(house.as_(Role.HOUSING_OFFICE), resident)) < set(line)


def proposed(house: House, kind: str) -> list[str]:
    worker = house.as_(Role.ENV_WORKER)
    meeting = call(worker, kind=kind, title="Møte", site_id=str(house.site))
    answer = worker.get(f"/v1/meetings/{meeting['id']}/proposals").raise_for_status()
    return [one["title"] for one in answer.json()["items"] if one["source"] == "milestone"]


def test_the_resource_team_may_take_up_what_many_wait_for_and_nobody_is_named(
    house: House,
) -> None:
    for number in range(4):
        begun(house, family_name=f"Nummer {number}")
    assert proposed(house, "resource_team") == []
    begun(house, family_name="Den femte")
    titles = proposed(house, "resource_team")
    assert "Ventevev: ID-kontroll" in titles
    assert not any("Bankkonto" in one or "Nummer" in one for one in titles)
    assert proposed(house, "other") == []

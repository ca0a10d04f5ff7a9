import io
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from openpyxl import load_workbook

from tests.crew import hours, member, shown, week
from tests.factories import House

TODAY = today().isoformat()


def test_hours_are_ones_own_and_a_leaders_for_all(house: House) -> None:
    found, youth = week(house), house.as_(Role.CREW)
    own, other = member(found, "Sofie Berg"), member(found, "Elias Moen")
    written = hours(youth, own).raise_for_status().json()
    assert (written["minutes"], written["warnings"]) == (420, [])
    assert hours(youth, other).status_code == 404
    hours(house.as_(Role.CREW_LEADER), other, ends="12:00").raise_for_status()
    seen = shown(youth, found)
    assert {one["member_id"] for one in seen["hours"]} == {own}
    assert [one["minutes"] for one in seen["members"]] == [420, None, None]
    assert [one["minutes"] for one in shown(house.as_(Role.MANAGER), found)["members"]] == [
        420,
        210,
        0,
    ]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"ends": "07:00"}, "ends"),
        ({"break_minutes": 450}, "break_minutes"),
        ({"day": (today() + timedelta(days=9)).isoformat()}, "day"),
        ({"break_minutes": -1}, "break_minutes"),
    ],
)
def test_hours_that_cannot_be_say_why_at_their_field(
    house: House, given: dict[str, object], field: str
) -> None:
    found, youth = week(house), house.as_(Role.CREW)
    refused = hours(youth, member(found, "Sofie Berg"), **given)
    assert refused.status_code in {409, 422}
    assert refused.json()["errors"][0]["field"].endswith(field)
    assert shown(youth, found)["hours"] == []


def test_the_rules_for_those_under_eighteen_warn_and_refuse_nothing(house: House) -> None:
    found, leader = week(house), house.as_(Role.CREW_LEADER)
    young, grown = member(found, "Sofie Berg"), member(found, "Elias Moen")
    long_day = {"starts": "08:00", "ends": "17:00", "break_minutes": 10}
    assert hours(leader, young, **long_day).json()["warnings"] == ["day_over_8", "break_missing"]
    assert hours(leader, grown, **long_day).json()["warnings"] == []
    for later in range(-1, 4):
        day = (today() + timedelta(days=later)).isoformat()
        hours(leader, young, day=day, ends="16:45").raise_for_status()
    seen = {one["name"]: one["warnings"] for one in shown(leader, found)["members"]}
    assert seen == {"Sofie Berg": ["week_over_40"], "Elias Moen": [], "Linda Strand": []}


def test_the_same_day_written_by_two_stands_once(house: House) -> None:
    found = week(house)
    own = member(found, "Sofie Berg")
    with ThreadPoolExecutor(2) as both:
        answers = [
            *both.map(lambda one: hours(one, own), [house.as_(Role.CREW), house.as_(Role.MANAGER)])
        ]
    assert [one.status_code for one in answers] == [200, 200]
    assert len(shown(house.as_(Role.MANAGER), found)["hours"]) == 1


def test_the_attest_waits_for_the_last_day_and_for_every_hour(house: House) -> None:
    leader = house.as_(Role.CREW_LEADER)
    running = week(house)
    url = f"/v1/crew/members/{member(running, 'Sofie Berg')}/attest"
    assert leader.get(url).json()["type"] == "/problems/attest-too-early"
    first = today() - timedelta(days=6)
    over = week(house, name="Over", first_day=first.isoformat(), last_day=TODAY)
    own = member(over, "Sofie Berg")
    url = f"/v1/crew/members/{own}/attest"
    missing = leader.get(url)
    assert missing.json()["days"] == over["working_days"]
    for day in over["working_days"][1:]:
        hours(leader, own, day=day).raise_for_status()
    away = {"starts": None, "ends": None, "break_minutes": 0, "away": True}
    hours(leader, own, day=over["working_days"][0], **away).raise_for_status()
    paper = leader.get(url).raise_for_status()
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert house.as_(Role.CREW).get(url).status_code == 403
    of_leader = f"/v1/crew/members/{member(over, 'Linda Strand')}/attest"
    assert leader.get(of_leader).json()["type"] == "/problems/attest-not-for-leaders"


def test_the_hours_leave_as_a_workbook_in_which_a_name_is_no_formula(house: House) -> None:
    named = [{"name": "=1+1", "kind": "youth"}]
    found, leader = week(house, members=named), house.as_(Role.CREW_LEADER)
    hours(leader, member(found, "=1+1")).raise_for_status()
    answer = leader.get(f"/v1/crew/weeks/{found['id']}/hours-sheet").raise_for_status()
    page = load_workbook(io.BytesIO(answer.content)).active
    assert page is not None
    cell = page.cell(2, 1)
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert page.cell(2, 6).value == 7


def test_days_with_work_cannot_fall_out_of_the_week(house: House) -> None:
    found, leader = week(house), house.as_(Role.CREW_LEADER)
    hours(leader, member(found, "Sofie Berg")).raise_for_status()
    edit = {
        "version": 1,
        "name": "Ny",
        "first_day": found["last_day"],
        "last_day": found["last_day"],
    }
    url = f"/v1/crew/weeks/{found['id']}"
    assert leader.patch(url, json=edit).json()["type"] == "/problems/crew-work-outside"
    kept = shown(leader, found)
    assert (kept["name"], kept["version"]) == ("Sommerjobb", 1)
    good = edit | {"first_day": TODAY}
    assert leader.patch(url, json=good).raise_for_status().json()["version"] == 2
    assert leader.patch(url, json=good).json()["type"] == "/problems/changed-meanwhile"


def test_an_erased_week_leaves_no_name_anywhere(house: House) -> None:
    found, leader = week(house), house.as_(Role.CREW_LEADER)
    hours(leader, member(found, "Sofie Berg")).raise_for_status()
    gone = member(found, "Elias Moen")
    leader.delete(f"/v1/crew/members/{gone}").raise_for_status()
    assert len(shown(leader, found)["members"]) == 2
    leader.delete(f"/v1/crew/weeks/{found['id']}").raise_for_status()
    assert leader.get(f"/v1/crew/weeks/{found['id']}").status_code == 404
    for name in ("Sofie Berg", "Elias Moen"):
        left = house.rows("SELECT count(*) FROM change_log c WHERE c::text LIKE %s", f"%{name}%")
        assert left == [(0,)]


def test_a_correction_of_a_person_stands_in_the_week(house: House) -> None:
    found, leader = week(house), house.as_(Role.HOUSING_OFFICE)
    url = f"/v1/crew/members/{member(found, 'Elias Moen')}"
    edit = {"name": "Elias Moe", "kind": "leader", "under_18": False, "account_id": None}
    people = leader.patch(url, json=edit).raise_for_status().json()["members"]
    assert ("Elias Moe", "leader") in {(one["name"], one["kind"]) for one in people}

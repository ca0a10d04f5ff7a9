from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import Caller, House

TODAY = today()
NEVER = "not_applicable"
Line = dict[str, dict[str, Any]]


def line_of(caller: Caller, resident: UUID) -> Line:
    answer = caller.get(f"/v1/residents/{resident}/milestones").raise_for_status()
    return {one["code"]: one for one in answer.json()["items"]}


def moved_in(house: House, resident: UUID, day: date = TODAY, unit: str = "101") -> dict[str, Any]:
    """Lives in a flat of their own from `day` on."""
    body = {
        "resident_id": str(resident),
        "unit_id": str(house.unit(unit, position=int(unit))),
        "kind": "open_ended",
        "from_day": day.isoformat(),
        "keys_handed_over": 2,
    }
    answer = house.as_(Role.HOUSING_OFFICE).post("/v1/tenancies/move-in", json=body)
    tenancy: dict[str, Any] = answer.raise_for_status().json()
    return tenancy


def settled(house: House, **values: Any) -> UUID:
    """Somebody new with a bosetter, moved in today."""
    resident = house.resident(status="expected", birth_date=date(1990, 5, 1), **values)
    house.helper(resident, house.as_(Role.SETTLER).id, "settler")
    moved_in(house, resident, unit=str(100 + len(house.rows("SELECT 1 FROM units"))))
    return resident


def edit(caller: Caller, resident: UUID, step: dict[str, Any], **given: Any) -> Any:
    url = f"/v1/residents/{resident}/milestones/{step['id']}"
    return caller.patch(url, json={"version": step["version"], **given})


def test_the_line_begins_with_the_lease_and_the_keys_are_its_first_steps(house: House) -> None:
    resident = settled(house)
    line = line_of(house.as_(Role.SETTLER), resident)
    assert len(line) == 25
    for code in ("LEASE_SIGNED", "KEYS_HANDED"):
        assert (line[code]["status"], line[code]["done_on"]) == ("done", TODAY.isoformat())
    assert line["BANK_ACCOUNT"]["blocked_by"] == ["DNR_OR_FNR"]
    assert line["MOVE_REPORTED"]["blocked_by"] == []
    assert (line["TB_SCREEN"]["mover"], line["MOVE_REPORTED"]["mover"]) == ("health", "resident")


def test_each_clock_runs_from_its_day(house: House) -> None:
    line = line_of(house.as_(Role.SETTLER), settled(house))
    days = {code: one["due_on"] for code, one in line.items()}
    assert days["MOVE_REPORTED"] == (TODAY + timedelta(days=8)).isoformat()
    assert days["TB_SCREEN"] == (TODAY + timedelta(days=14)).isoformat()
    assert days["BANK_ACCOUNT"] is None
    first = TODAY if TODAY.day == 1 else (TODAY.replace(day=1) + timedelta(days=32)).replace(day=1)
    assert days["STATE_HOUSING_SUPPORT"] == first.replace(day=25).isoformat()


@pytest.mark.parametrize(
    ("age", "applies", "not_for_them"),
    [
        (3, {"KINDERGARTEN", "TB_SCREEN"}, {"SCHOOL", "BANK_ACCOUNT", "LEASE_SIGNED"}),
        (15, {"SCHOOL", "EID"}, {"KINDERGARTEN", "INTRO_DECISION"}),
        (55, {"INTRO_DECISION", "NORWEGIAN_START"}, {"SCHOOL", "CHILD_BENEFIT"}),
        (68, {"GP", "BANK_ACCOUNT"}, {"INTRO_DECISION", "NORWEGIAN_START"}),
    ],
)
def test_what_applies_goes_by_age(
    house: House, age: int, applies: set[str], not_for_them: set[str]
) -> None:
    born = date(TODAY.year - age, 1, 1) if TODAY.month > 1 else date(TODAY.year - age - 1, 12, 1)
    resident = house.resident(status="expected", birth_date=born)
    house.helper(resident, house.as_(Role.SETTLER).id, "settler")
    moved_in(house, resident)
    line = line_of(house.as_(Role.SETTLER), resident)
    never = {code for code, one in line.items() if one["status"] == NEVER}
    assert applies.isdisjoint(never)
    assert not_for_them <= never


def test_whose_age_nobody_knows_gets_every_step_but_those_of_parents(house: House) -> None:
    resident = house.resident(status="expected")
    house.helper(resident, house.as_(Role.SETTLER).id, "settler")
    moved_in(house, resident)
    line = line_of(house.as_(Role.SETTLER), resident)
    assert {code for code, one in line.items() if one["status"] == NEVER} == {"CHILD_BENEFIT"}


def test_a_step_that_is_done_frees_the_next_from_that_day(house: House) -> None:
    resident, settler = settled(house), house.as_(Role.SETTLER)
    line = line_of(settler, resident)
    edit(settler, resident, line["ID_CONTROL"], status="done", done_on=TODAY.isoformat())
    assert line_of(settler, resident)["DNR_OR_FNR"]["blocked_by"] == []
    waits = {"status": "waiting_external", "waiting_for": "outside"}
    answer = edit(settler, resident, line["DNR_OR_FNR"], **waits).raise_for_status().json()
    assert (answer["mover"], answer["waiting_since"]) == ("outside", TODAY.isoformat())
    again = edit(settler, resident, answer, status="in_progress").json()
    assert (again["waiting_for"], again["waiting_since"]) == (None, None)


@pytest.mark.parametrize(
    ("given", "field", "kind"),
    [
        ({"status": "done"}, "done_on", "done-day-missing"),
        (
            {"status": "done", "done_on": (TODAY + timedelta(days=1)).isoformat()},
            "done_on",
            "done-ahead",
        ),
        ({"status": "waiting_external"}, "waiting_for", "waited-for-missing"),
        (
            {
                "status": "waiting_external",
                "waiting_for": "nav",
                "waiting_since": (TODAY + timedelta(days=1)).isoformat(),
            },
            "waiting_since",
            "waits-from-ahead",
        ),
        ({"due_on": TODAY.isoformat()}, "due_because", "due-reason-missing"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_changes(
    house: House, given: dict[str, Any], field: str, kind: str
) -> None:
    resident, settler = settled(house), house.as_(Role.SETTLER)
    before = line_of(settler, resident)["GP"]
    refused = edit(settler, resident, before, note="Ringte", **given)
    assert (refused.status_code, refused.json()["type"]) == (422, f"/problems/{kind}")
    assert refused.json()["errors"][0]["field"] == field
    assert line_of(settler, resident)["GP"] == before


def test_another_deadline_stands_with_its_reason_until_it_is_taken_back(house: House) -> None:
    resident, settler = settled(house), house.as_(Role.SETTLER)
    step = line_of(settler, resident)["TB_SCREEN"]
    other = {"due_on": "2026-01-05", "due_because": "Kom til landet 22. desember"}
    changed = edit(settler, resident, step, **other).raise_for_status().json()
    assert (changed["due_on"], changed["due_because"]) == tuple(other.values())
    back = edit(settler, resident, changed, due_on=None).raise_for_status().json()
    assert (back["due_on"], back["due_because"]) == (step["due_on"], None)


def test_the_settlement_date_starts_the_clocks(house: House) -> None:
    resident, settler = settled(house), house.as_(Role.SETTLER)
    before = line_of(settler, resident)
    day = TODAY - timedelta(days=5)
    step = before["SETTLED_REGISTERED"]
    edit(settler, resident, step, status="done", done_on=day.isoformat()).raise_for_status()
    after = line_of(settler, resident)
    assert after["TB_SCREEN"]["due_on"] == (day + timedelta(days=14)).isoformat()
    assert after["MOVE_REPORTED"]["due_on"] == before["MOVE_REPORTED"]["due_on"]
    assert settler.get(f"/v1/residents/{resident}").json()["settled_on"] == day.isoformat()


def test_two_who_edit_the_same_version_do_not_overwrite_each_other(house: House) -> None:
    resident, settler = settled(house), house.as_(Role.SETTLER)
    step = line_of(settler, resident)["GP"]
    edit(settler, resident, step, status="in_progress").raise_for_status()
    late = edit(settler, resident, step, note="Min")
    assert (late.status_code, late.json()["type"]) == (409, "/problems/changed-meanwhile")


def test_a_transfer_opens_what_hangs_on_the_address_anew(house: House) -> None:
    resident = house.resident(status="expected", birth_date=date(1990, 5, 1))
    house.helper(resident, house.as_(Role.SETTLER).id, "settler")
    office, settler = house.as_(Role.HOUSING_OFFICE), house.as_(Role.SETTLER)
    tenancy = moved_in(house, resident, TODAY - timedelta(days=40))
    long_ago = (TODAY - timedelta(days=39)).isoformat()
    for code in ("MOVE_REPORTED", "ID_CONTROL"):
        step = line_of(settler, resident)[code]
        edit(settler, resident, step, status="done", done_on=long_ago).raise_for_status()
    body = {
        "version": tenancy["version"],
        "unit_id": str(house.unit("202", position=2)),
        "on_day": TODAY.isoformat(),
        "kind": "open_ended",
    }
    office.post(f"/v1/tenancies/{tenancy['id']}/transfer", json=body).raise_for_status()
    line = line_of(settler, resident)
    again = line["MOVE_REPORTED"]
    assert (again["status"], again["done_on"]) == ("not_started", None)
    assert again["due_on"] == (TODAY + timedelta(days=8)).isoformat()
    assert line["ID_CONTROL"]["status"] == "done"
    assert line["KEYS_HANDED"]["done_on"] == (TODAY - timedelta(days=40)).isoformat()


def test_a_move_ahead_begins_the_line_and_its_coming_moves_the_clocks(house: House) -> None:
    resident = house.resident(status="expected", birth_date=date(1990, 5, 1))
    house.helper(resident, house.as_(Role.SETTLER).id, "settler")
    tenancy = moved_in(house, resident, TODAY + timedelta(days=10))
    settler = house.as_(Role.SETTLER)
    planned = line_of(settler, resident)
    assert planned["KEYS_HANDED"]["status"] == "not_started"
    assert planned["TB_SCREEN"]["due_on"] == (TODAY + timedelta(days=24)).isoformat()
    body = {"version": tenancy["version"], "on_day": TODAY.isoformat(), "keys_handed_over": 2}
    url = f"/v1/tenancies/{tenancy['id']}/confirm"
    house.as_(Role.HOUSING_OFFICE).post(url, json=body).raise_for_status()
    came = line_of(settler, resident)
    assert came["KEYS_HANDED"]["done_on"] == TODAY.isoformat()
    assert came["TB_SCREEN"]["due_on"] == (TODAY + timedelta(days=14)).isoformat()
    assert came["MOVE_REPORTED"]["due_on"] == (TODAY + timedelta(days=8)).isoformat()


def test_somebody_who_came_before_is_given_a_line_once(house: House) -> None:
    resident = house.resident(birth_date=date(1990, 5, 1))
    worker = house.as_(Role.ENV_WORKER)
    url = f"/v1/residents/{resident}/milestones"
    assert worker.get(url).json()["items"] == []
    first = worker.post(url, json={"from_day": "2026-03-01"})
    assert first.status_code == 201
    again = worker.post(url, json={"from_day": "2026-04-01"}).raise_for_status()
    assert again.json() == first.json()


def test_two_who_begin_a_line_at_once_make_one(house: House) -> None:
    resident = house.resident(birth_date=date(1990, 5, 1))
    workers = [house.as_(Role.ENV_WORKER), house.as_(Role.HOUSING_OFFICE)]
    url, body = f"/v1/residents/{resident}/milestones", {"from_day": "2026-03-01"}
    with ThreadPoolExecutor(2) as pool:
        answers = pool.map(lambda worker: worker.post(url, json=body), workers)
    assert {one.status_code for one in answers} == {201}
    assert house.rows("SELECT count(*) FROM milestones WHERE resident_id = %s", resident) == [(25,)]


def test_the_database_refuses_a_circle(owner: psycopg.Connection) -> None:
    step = (
        "INSERT INTO milestone_steps (edition, valid_from, position, code, area, mover,"
        " depends_on, clock_from, with_children, texts)"
        " VALUES (99, '2090-01-01', %s, %s, 'practical', 'nav', %s, 'settled', false, '{}')"
    )
    with owner.transaction(force_rollback=True):
        owner.execute(step, [1, "ONE", []])
        owner.execute(step, [2, "TWO", ["ONE"]])
        circle = "UPDATE milestone_steps SET depends_on = %s WHERE edition = 99 AND code = 'ONE'"
        with pytest.raises(psycopg.errors.CheckViolation):
            owner.execute(circle, [["TWO"]])


def test_every_step_has_its_words_in_all_languages(owner: psycopg.Connection) -> None:
    for code, texts in owner.execute("SELECT code, texts FROM milestone_steps").fetchall():
        for language in ("nb", "en", "uk", "ar"):
            assert texts[language]["name"], (code, language)
            assert texts[language]["say"], (code, language)

"""Where a week of the crew could go wrong at its edges."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import sleep
from uuid import UUID, uuid4

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.crew import hours, listed_unit, member, planned, shown, week
from tests.factories import Caller, House


@pytest.mark.parametrize("odd", ["08:00:30", "08:00:00.5", "08:00:00Z", "08:00+02:00"])
def test_hours_are_noted_to_the_minute_by_the_clock_on_the_wall(house: House, odd: str) -> None:
    found, youth = week(house), house.as_(Role.CREW)
    refused = hours(youth, member(found, "Sofie Berg"), starts=odd)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "starts"
    assert shown(youth, found)["hours"] == []


def test_a_fellow_youth_learns_neither_anothers_age_nor_their_account(house: House) -> None:
    other = house.another(Role.CREW)
    people = [
        {"name": "Ung", "kind": "youth", "under_18": True, "account_id": str(other.id)},
        {"name": "Sofie", "kind": "youth", "account_id": str(house.as_(Role.CREW).id)},
    ]
    found = week(house, members=people)
    seen = {one["name"]: one for one in shown(house.as_(Role.CREW), found)["members"]}
    assert (seen["Ung"]["under_18"], seen["Ung"]["account_id"]) == (None, None)
    own = {one["name"]: one for one in shown(other, found)["members"]}["Ung"]
    assert (own["under_18"], own["account_id"]) == (True, str(other.id))


def test_somebody_with_signed_work_is_not_taken_out_of_what_was_signed(house: House) -> None:
    found, unit = week(house), listed_unit(house)
    work = planned(house, found, unit, "Sofie Berg", "Elias Moen")
    leader, url = house.as_(Role.CREW_LEADER), f"/v1/crew/assignments/{work['id']}"
    leader.post(f"{url}/done", json={}).raise_for_status()
    leader.post(f"{url}/sign", json={}).raise_for_status()
    gone = leader.delete(f"/v1/crew/members/{member(found, 'Elias Moen')}")
    assert gone.json()["type"] == "/problems/crew-work-signed"
    [kept] = shown(leader, found)["assignments"]
    assert {*kept["member_ids"]} == {one["id"] for one in found["members"][:2]}


def test_two_who_take_the_same_person_out_are_both_answered(house: House) -> None:
    found = week(house)
    url = f"/v1/crew/members/{member(found, 'Elias Moen')}"
    leaders = [house.as_(Role.CREW_LEADER), house.as_(Role.MANAGER)]
    with ThreadPoolExecutor(2) as both:
        answers = [*both.map(lambda one: one.delete(url), leaders)]
    assert sorted(one.status_code for one in answers) == [204, 404]


def _kept_for_repeats(house: House, name: str) -> int:
    found: int = house.rows(
        "SELECT count(*) FROM idempotency_keys WHERE body LIKE %s", f"%{name}%"
    )[0][0]
    return found


def test_no_answer_kept_for_a_repeat_outlives_the_name_in_it(house: House) -> None:
    gone, stays = f"Ung {uuid4().hex}", f"Eldre {uuid4().hex}"
    body = {
        "site_id": str(house.site),
        "name": "Sommerjobb",
        "first_day": today().isoformat(),
        "last_day": today().isoformat(),
        "members": [{"name": gone, "kind": "youth"}, {"name": stays, "kind": "youth"}],
    }
    leader, key = house.as_(Role.CREW_LEADER), {"Idempotency-Key": str(uuid4())}
    first = leader.post("/v1/crew/weeks", json=body, headers=key).raise_for_status()
    assert leader.post("/v1/crew/weeks", json=body, headers=key).json() == first.json()
    assert _kept_for_repeats(house, gone) == 1
    leader.delete(f"/v1/crew/members/{member(first.json(), gone)}").raise_for_status()
    assert _kept_for_repeats(house, gone) == 0
    more = {"name": gone, "kind": "youth"}
    url = f"/v1/crew/weeks/{first.json()['id']}"
    key = {"Idempotency-Key": str(uuid4())}
    leader.post(f"{url}/members", json=more, headers=key).raise_for_status()
    assert _kept_for_repeats(house, stays) == 1
    leader.delete(url).raise_for_status()
    assert (_kept_for_repeats(house, gone), _kept_for_repeats(house, stays)) == (0, 0)


def _somebody_waits(house: House) -> bool:
    return bool(house.rows("SELECT FROM pg_locks WHERE NOT granted"))


def test_hours_written_while_the_week_is_shortened_stay_within_it(house: House) -> None:
    found, youth = week(house), house.as_(Role.CREW)
    own, tomorrow = member(found, "Sofie Berg"), (today() + timedelta(days=1)).isoformat()
    with ThreadPoolExecutor(1) as meanwhile, house.db.transaction():
        house.db.execute(
            "UPDATE crew_weeks SET last_day = %s WHERE id = %s", [today(), found["id"]]
        )
        house.db.execute("SELECT FROM crew_members WHERE id = %s FOR UPDATE", [own])
        written = meanwhile.submit(hours, youth, own, day=tomorrow)
        while not (_somebody_waits(house) or written.done()):
            sleep(0.02)
    assert written.result().json()["errors"][0]["field"] == "day"
    assert shown(youth, found)["hours"] == []


def test_a_week_is_not_shortened_past_hours_that_are_being_written(house: House) -> None:
    found, leader = week(house), house.as_(Role.CREW_LEADER)
    own, tomorrow = member(found, "Sofie Berg"), today() + timedelta(days=1)
    edit = {"version": 1, "name": "Kort", "first_day": found["first_day"]}
    url, last = f"/v1/crew/weeks/{found['id']}", {"last_day": today().isoformat()}
    with ThreadPoolExecutor(1) as meanwhile, house.db.transaction():
        house.add(
            "crew_hours",
            member_id=UUID(own),
            day=tomorrow,
            starts="08:00",
            ends="12:00",
            break_minutes=0,
        )
        shortened = meanwhile.submit(leader.patch, url, json=edit | last)
        with pytest.raises(TimeoutError):
            shortened.result(timeout=1)
    assert shortened.result().json()["type"] == "/problems/crew-work-outside"
    assert shown(leader, found)["last_day"] == found["last_day"]


def test_a_month_after_its_last_day_a_week_is_due_to_be_erased(house: House) -> None:
    found = week(house)
    office, others = house.as_(Role.HOUSING_OFFICE), house.as_(Role.ENV_WORKER)

    def due(caller: Caller, days_ago: int) -> list[str]:
        house.db.execute(
            "UPDATE crew_weeks SET first_day = %s, last_day = %s WHERE id = %s",
            [
                today() - timedelta(days=days_ago + 4),
                today() - timedelta(days=days_ago),
                found["id"],
            ],
        )
        sections = caller.get("/v1/today").raise_for_status().json()["sections"]
        lines = [line for one in sections if one["key"] == "crew_weeks" for line in one["lines"]]
        return [line["link"]["id"] for line in lines]

    assert due(office, 29) == []
    assert due(office, 30) == [found["id"]]
    assert due(others, 30) == []
    assert office.delete(f"/v1/crew/weeks/{found['id']}").status_code == 204
    assert due(office, 30) == []

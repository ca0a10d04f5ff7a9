"""Health staff see the steps of health that are theirs, and nothing else of the person."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from bomiljo.access.roles import Role

from tests.factories import Caller, House
from tests.features.test_milestones import TODAY, edit
from tests.features.test_milestones_house import begun

REASON = "Samtykke gitt i innkomstmøtet"


def shown(caller: Caller) -> list[dict[str, Any]]:
    answer = caller.get("/v1/health-steps")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def step_of(house: House, resident: UUID, code: str) -> dict[str, Any]:
    [row] = house.rows(
        "SELECT id, version FROM milestones WHERE resident_id = %s AND code = %s", resident, code
    )
    return {"id": row[0], "version": row[1]}


def sharing(house: House, resident: UUID) -> Caller:
    settler = house.as_(Role.SETTLER)
    house.helper(resident, settler.id)
    return settler


def test_the_step_that_law_demands_is_seen_with_a_name_and_no_more(house: House) -> None:
    resident = begun(house, family_name="Prøvesen")
    answer = house.as_(Role.HEALTH).get("/v1/health-steps")
    (one,) = answer.json()["items"]
    assert (one["code"], one["resident"]["id"]) == ("TB_SCREEN", str(resident))
    assert one["resident"]["name"] == "Prøve Prøvesen"
    assert not {"note", "birth_date", "unit", "site_id"} & one.keys()
    logged = house.rows(
        "SELECT subject_ids FROM disclosure_log WHERE page = 'health_steps.list' AND actor_id = %s",
        house.as_(Role.HEALTH).id,
    )
    assert logged == [([resident],)]


def test_another_step_is_seen_once_somebody_shares_it_with_a_reason_and_until_it_is_taken_back(
    house: House,
) -> None:
    resident = begun(house)
    settler, health = sharing(house, resident), house.as_(Role.HEALTH)
    step = step_of(house, resident, "HEALTH_EXAM")
    edit(settler, resident, step, shared_because=REASON).raise_for_status()
    assert {one["code"] for one in shown(health)} == {"TB_SCREEN", "HEALTH_EXAM"}
    step = step_of(house, resident, "HEALTH_EXAM")
    edit(settler, resident, step, shared_because=None).raise_for_status()
    assert {one["code"] for one in shown(health)} == {"TB_SCREEN"}


def test_only_a_step_of_health_can_be_shared(house: House) -> None:
    resident = begun(house)
    settler = sharing(house, resident)
    step = step_of(house, resident, "BANK_ACCOUNT")
    refused = edit(settler, resident, step, shared_because=REASON)
    assert refused.json()["type"] == "/problems/not-of-health"
    assert refused.json()["errors"][0]["field"] == "shared_because"


def test_health_staff_say_how_far_it_has_come_and_the_others_see_it(house: House) -> None:
    resident = begun(house)
    settler, health = sharing(house, resident), house.as_(Role.HEALTH)
    (one,) = shown(health)
    url = f"/v1/health-steps/{one['id']}"
    done = {"version": one["version"], "status": "done", "done_on": TODAY.isoformat()}
    assert health.put(url, json=done | {"done_on": None}).status_code == 422
    ahead = (TODAY + timedelta(days=1)).isoformat()
    assert health.put(url, json=done | {"done_on": ahead}).status_code == 422
    assert health.put(url, json=done | {"status": "waiting_external"}).status_code == 422
    assert health.put(url, json=done).json()["items"][0]["status"] == "done"
    assert health.put(url, json=done).json()["type"] == "/problems/changed-meanwhile"
    line = settler.get(f"/v1/residents/{resident}/milestones").json()["items"]
    (seen,) = [step for step in line if step["code"] == "TB_SCREEN"]
    assert (seen["status"], seen["done_on"]) == ("done", TODAY.isoformat())
    logged = house.rows(
        "SELECT count(*) FROM change_log WHERE row_id = %s AND actor_id = %s", one["id"], health.id
    )
    assert logged == [(1,)]


def test_what_is_not_shared_or_hidden_or_elsewhere_cannot_be_reached(house: House) -> None:
    open_one, hidden = begun(house), begun(house)
    house.db.execute("UPDATE residents SET protection = 'unknown' WHERE id = %s", [hidden])
    health = house.as_(Role.HEALTH)
    assert [one["resident"]["id"] for one in shown(health)] == [str(open_one)]
    for resident, code in ((open_one, "HEALTH_EXAM"), (hidden, "TB_SCREEN")):
        step = step_of(house, resident, code)
        given = {"version": step["version"], "status": "in_progress"}
        assert health.put(f"/v1/health-steps/{step['id']}", json=given).status_code == 404
    elsewhere = house.another(Role.HEALTH, site_ids=[house.another_site()])
    assert shown(elsewhere) == []
    assert health.get(f"/v1/residents/{open_one}").status_code == 403


def test_nobody_else_comes_by_that_way(house: House) -> None:
    for role in (Role.MENTAL_HEALTH, Role.SETTLER, Role.ENV_WORKER, Role.MANAGER, Role.CULTURE):
        assert house.as_(role).get("/v1/health-steps").status_code == 403

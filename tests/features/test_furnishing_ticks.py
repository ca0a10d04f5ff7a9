"""Ticks are facts: none is lost, none counts twice, whoever sends them and whenever."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from bomiljo.access.roles import Role

from tests.factories import House
from tests.furniture import line, opened, shown, state, tick


def test_the_same_tick_again_and_by_somebody_else_is_one_tick_of_the_first(house: House) -> None:
    [checklist] = opened(house, house.unit())
    first, second = house.as_(Role.CREW), house.another(Role.CREW)
    tick(first, checklist, "Seng", step="assembled")
    before = line(tick(second, checklist, "Seng", step="assembled"), "Seng")["assembled"]
    again = line(tick(first, checklist, "Seng", step="assembled"), "Seng")["assembled"]
    assert before == again
    assert again["by"] == str(first.id)


def test_a_tick_made_in_the_basement_keeps_its_own_hour(house: House) -> None:
    [checklist] = opened(house, house.unit())
    house.db.execute(
        "UPDATE checklists SET created_at = now() - interval '1 day' WHERE id = %s",
        [checklist["id"]],
    )
    crew = house.as_(Role.CREW)
    hour_ago = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
    ticked = tick(crew, checklist, "Laken", step="placed", at=hour_ago)
    assert datetime.fromisoformat(line(ticked, "Laken")["placed"]["at"]) == datetime.fromisoformat(
        hour_ago
    )


def test_a_phone_whose_clock_is_wrong_loses_no_tick(house: House) -> None:
    [checklist] = opened(house, house.unit())
    crew = house.as_(Role.CREW)
    for item, at in (("Laken", "2099-01-01T00:00:00Z"), ("Seng", "1999-01-01T00:00:00Z")):
        mark = line(tick(crew, checklist, item, at=at), item)["checked"]
        moment = datetime.fromisoformat(mark["at"])
        assert datetime.fromisoformat(checklist["created_at"]) <= moment <= datetime.now(UTC)


def test_a_step_taken_back_is_not_reached_again_by_an_older_tick(house: House) -> None:
    [checklist] = opened(house, house.unit())
    crew, leader = house.as_(Role.CREW), house.as_(Role.CREW_LEADER)
    before = datetime.now(UTC).isoformat()
    tick(crew, checklist, "Seng", step="placed")
    tick(crew, checklist, "Seng", step="checked")
    undo = {"line_id": line(checklist, "Seng")["id"], "step": "placed"}
    url = f"/v1/checklists/{checklist['id']}/withdraw"
    back = line(leader.post(url, json=undo).raise_for_status().json(), "Seng")
    assert (back["placed"], back["checked"]) == (None, None)
    late = tick(house.another(Role.CREW), checklist, "Seng", step="placed", at=before)
    assert line(late, "Seng")["placed"] is None
    now = tick(crew, checklist, "Seng", step="placed")
    assert line(now, "Seng")["placed"]


def test_taking_a_check_back_makes_the_unit_unready_again(house: House) -> None:
    unit = house.unit()
    [checklist] = opened(house, unit)
    crew = house.as_(Role.CREW)
    tick(crew, checklist)
    undo = {"line_id": checklist["lines"][0]["id"], "step": "checked"}
    answer = crew.post(f"/v1/checklists/{checklist['id']}/withdraw", json=undo)
    assert answer.json()["ready_at"] is None
    assert state(house, unit) == "being_furnished"


def test_a_line_of_another_list_is_refused_and_nothing_is_ticked(house: House) -> None:
    mine, other = opened(house, house.unit("101"), house.unit("102", position=2))
    crew = house.as_(Role.CREW)
    ticks = [{"line_id": one["lines"][0]["id"], "step": "checked"} for one in (mine, other)]
    answer = crew.post(f"/v1/checklists/{mine['id']}/ticks", json={"ticks": ticks})
    assert answer.json()["type"] == "/problems/line-unknown"
    assert (
        shown(
            crew,
            house.rows(
                "SELECT id FROM units WHERE label = '101' AND district_id = %s", house.district
            )[0][0],
        )["lines"][0]["checked"]
        is None
    )


def test_a_repeat_with_the_same_key_gives_the_first_answer(house: House) -> None:
    [checklist] = opened(house, house.unit())
    crew, headers = house.as_(Role.CREW), {"Idempotency-Key": str(uuid4())}
    body = {"ticks": [{"line_id": checklist["lines"][0]["id"], "step": "checked"}]}
    url = f"/v1/checklists/{checklist['id']}/ticks"
    first = crew.post(url, json=body, headers=headers)
    again = crew.post(url, json=body, headers=headers)
    assert again.headers["Idempotent-Replayed"] == "true"
    assert again.json() == first.json()

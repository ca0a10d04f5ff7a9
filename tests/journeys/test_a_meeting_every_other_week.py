"""Nav and the environment workers meet every other week: from the series to approved minutes, and
what was agreed is done before the next meeting asks for it.
"""

from datetime import timedelta
from typing import Any

from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import Caller, House
from tests.reports import answered

TUESDAY = today() + timedelta(days=(1 - today().weekday()) % 7 or 7)


def post(who: Caller, address: str, expected: int = 201, /, **body: Any) -> dict[str, Any]:
    return answered(who.post(address, json=body), expected)


def test_from_the_series_to_approved_minutes_and_an_action_done(
    house: House, neighbours: House
) -> None:
    worker, advisor = house.as_(Role.ENV_WORKER), house.as_(Role.NAV_ADVISOR)
    until = f"{TUESDAY + timedelta(weeks=20):%Y%m%d}"
    days = {
        "rule": f"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL={until}",
        "first_day": TUESDAY.isoformat(),
        "begins": "09:00",
    }
    shown = post(worker, "/v1/meeting-series/preview", 200, **days)["items"]
    assert (shown[0]["day"], len(shown)) == (TUESDAY.isoformat(), 11)
    series = post(
        worker,
        "/v1/meeting-series",
        **days,
        kind="nav",
        title="Nav og miljøarbeiderne",
        topics=["Drop-in"],
        participants=[{"user_id": str(advisor.id)}, {"user_id": str(worker.id)}],
    )
    assert series["ahead"] == 11

    mine: dict[str, Any] = {"mine": True, "from_day": today().isoformat()}
    first, second, *_ = answered(advisor.get("/v1/meetings", params=mine))["items"]
    meeting, following = (f"/v1/meetings/{one['id']}" for one in (first, second))
    offered = answered(advisor.get(f"{meeting}/proposals"))["items"]
    assert [one["title"] for one in offered] == ["Drop-in"]
    items = [{"title": one["title"]} for one in offered] + [{"title": "Brev ingen forstår"}]
    drop_in, letters = post(worker, f"{meeting}/agenda", items=items)["agenda"]

    post(
        worker,
        f"{meeting}/decisions",
        body="Drop-in flyttes til onsdag.",
        agenda_item_id=drop_in["id"],
    )
    agreed = post(
        worker,
        f"{meeting}/actions",
        what="Lage en oversikt over brevene",
        owner_user_id=str(advisor.id),
        due_on=(TUESDAY + timedelta(days=10)).isoformat(),
        agenda_item_id=letters["id"],
    )
    (action,) = agreed["actions"]
    roll = [
        {"participant_id": one["id"], "attendance": "attended"} for one in agreed["participants"]
    ]
    post(worker, f"{meeting}/attendance", 200, items=roll)

    draft = answered(worker.put(f"{meeting}/minutes", json={"body": "Vi ble enige om onsdager."}))
    version = draft["minutes"][0]["version"]
    approved = post(advisor, f"{meeting}/minutes/approve", 200, version=version)
    assert approved["minutes_state"] == "approved"
    changed = worker.put(f"{meeting}/minutes", json={"body": "Likevel ikke.", "version": version})
    assert changed.json()["type"] == "/problems/minutes-approved"

    asked_for = [one["title"] for one in answered(worker.get(f"{following}/proposals"))["items"]]
    assert asked_for == ["Drop-in", "Lage en oversikt over brevene"]
    done = post(
        advisor,
        f"/v1/meeting-actions/{action['id']}/status",
        200,
        version=action["version"],
        status="done",
        note="Ligger i permen",
    )
    assert done["status"] == "done"
    left = [one["title"] for one in answered(worker.get(f"{following}/proposals"))["items"]]
    assert left == ["Drop-in"]

    found = answered(worker.post("/v1/search", json={"q": "flyttes til onsdag"}))["groups"]
    assert [group["key"] for group in found] == ["decisions"]
    assert neighbours.as_(Role.ENV_WORKER).get(meeting).status_code == 404
    assert house.as_(Role.OPERATIONS).get(meeting).status_code == 404

"""What one person should see: their own, newest first, in the words that they may read."""

from uuid import uuid4

import pytest
from bomiljo.access.roles import Role
from bomiljo.features.notifications.model import NotificationKind

from tests.factories import Caller, House
from tests.notices import notify
from tests.reports import act, answered, at_home, happened, notified, on_call, report, write


def told(house: House, who: Caller, kind: str = "incident_assigned", **incident: object) -> str:
    key = happened(house, **incident)
    return str(house.add("notifications", user_id=who.id, kind=kind, incident_id=key))


def test_they_are_ones_own_newest_first_and_paged(house: House, neighbours: House) -> None:
    worker, other = house.as_(Role.ENV_WORKER), house.as_(Role.MANAGER)
    keys = [told(house, worker, title=f"{number}") for number in range(5)]
    told(house, other)
    told(neighbours, worker)
    seen, cursor = [], ""
    while cursor is not None:
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        got = answered(worker.get("/v1/notifications", params=query))
        seen += [item["id"] for item in got["items"]]
        cursor = got["next"]
        assert got["unread"] == 5
    assert seen == keys[::-1]


def test_one_names_the_incident_as_its_reader_may(house: House) -> None:
    canary = "kanarifugl"
    for role, expected in ((Role.ENV_WORKER, canary), (Role.OPERATIONS, "Lekkasje")):
        who = house.as_(role)
        told(house, who, title=canary, sharing=1, building_note="Lekkasje")
        (item,) = answered(who.get("/v1/notifications"))["items"]
        assert item["about"] == expected
        assert item["number"].startswith("H-")
        assert item["link"]["to"] == "incident"
    assert canary not in house.as_(Role.OPERATIONS).get("/v1/notifications").text


def test_what_one_no_longer_sees_is_not_named(house: House) -> None:
    landlord = house.as_(Role.OPERATIONS)
    told(house, landlord, title="kanarifugl", sharing=0)
    (item,) = answered(landlord.get("/v1/notifications"))["items"]
    assert (item["about"], item["number"], item["link"]) == (None, None, None)


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        ("action_assigned", "action"),
        ("meeting_called", "meeting"),
        ("meeting_moved", "meeting"),
        ("meeting_cancelled", "meeting"),
        ("activity_changed", "activity"),
    ],
)
def test_what_is_no_incident_leads_to_its_own_page(house: House, kind: str, page: str) -> None:
    manager, worker, key = house.as_(Role.MANAGER), house.as_(Role.ENV_WORKER), uuid4()
    notify(house, manager, NotificationKind(kind), key, worker.id, worker.id)
    (item,) = answered(worker.get("/v1/notifications"))["items"]
    assert item["kind"] == kind
    assert item["link"] == {"to": page, "id": str(key)}
    assert (item["about"], item["number"]) == (None, None)


def test_reading_is_remembered_once_and_for_all(house: House) -> None:
    worker = house.as_(Role.ENV_WORKER)
    first, _ = told(house, worker), told(house, worker)
    address = f"/v1/notifications/{first}/read"
    assert worker.post(address).status_code == 204
    at = {one["id"]: one["read_at"] for one in worker.get("/v1/notifications").json()["items"]}
    assert at[first]
    assert worker.post(address).status_code == 204
    again = {one["id"]: one["read_at"] for one in worker.get("/v1/notifications").json()["items"]}
    assert again == at
    assert worker.get("/v1/notifications").json()["unread"] == 1
    assert worker.post("/v1/notifications/read-all").status_code == 204
    assert worker.get("/v1/notifications").json()["unread"] == 0


def test_nobody_reads_anothers(house: House, neighbours: House) -> None:
    key = told(house, house.as_(Role.ENV_WORKER))
    for who in (house.as_(Role.MANAGER), neighbours.as_(Role.ENV_WORKER)):
        foreign, absent = (who.post(f"/v1/notifications/{one}/read") for one in (key, uuid4()))
        assert foreign.status_code == absent.status_code == 404
        assert foreign.json() == absent.json()
        who.post("/v1/notifications/read-all")
    assert house.as_(Role.ENV_WORKER).get("/v1/notifications").json()["unread"] == 1


def test_roles_that_are_told_nothing_have_no_list(house: House) -> None:
    for role in (Role.CREW, Role.DPO, Role.ADMIN, Role.RESIDENT):
        assert house.as_(role).get("/v1/notifications").status_code == 403


def test_an_answer_tells_whoever_has_the_incident(house: House) -> None:
    resident, worker, landlord = (
        at_home(house),
        house.as_(Role.ENV_WORKER),
        house.as_(Role.OPERATIONS),
    )
    new = {"category": "leak", "place": "my_unit"}
    key = answered(resident.post("/v1/portal/incidents", json=new), 201)["id"]
    answered(act(worker, key, "assign", assigned_to=str(worker.id)))
    resident.post(f"/v1/portal/incidents/{key}/entries", json={"body": "Det haster"})
    answered(write(landlord, key, "Vi kommer", audience="partners"), 201)
    answered(write(worker, key, "Notat"), 201)
    assert notified(worker) == ["incident_reply"] * 2
    answered(act(worker, key, "assign", assigned_to=str(landlord.id)))
    answered(write(worker, key, "Bare for oss"), 201)
    assert notified(landlord) == ["incident_assigned"]


def test_an_alarm_is_raised_with_the_report_or_not_at_all(house: House) -> None:
    worker = house.as_(Role.ENV_WORKER)
    on_call(house, "Vakt", user_id=worker.id)
    body = {"category": "leak", "title": "x", "severity": "acute", "unit_id": str(uuid4())}
    assert house.as_(Role.MANAGER).post("/v1/incidents", json=body).status_code == 422
    assert notified(worker) == []
    report(house.as_(Role.MANAGER), severity="acute")
    assert notified(worker) == ["acute_incident"]

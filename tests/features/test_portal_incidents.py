"""What a resident reports and follows: their own, in plain words, and nothing else."""

from typing import Any
from uuid import uuid4

import pytest
from bomiljo.access.roles import Role
from psycopg.types.range import DateRange

from tests.factories import YESTERDAY, House
from tests.reports import (
    act,
    answered,
    at_home,
    happened,
    jpeg,
    notified,
    on_call,
    page,
    refused,
    upload,
    write,
)

LEAK = {"category": "leak", "place": "my_unit"}


def tell(who: Any, **given: Any) -> dict[str, Any]:
    return answered(who.post("/v1/portal/incidents", json=LEAK | given), 201)


def own(who: Any, key: str) -> dict[str, Any]:
    return answered(who.get(f"/v1/portal/incidents/{key}"))


def send(who: Any, key: str, content: bytes) -> Any:
    return who.post(f"/v1/portal/incidents/{key}/pictures", files={"picture": ("a", content)})


def test_a_kind_and_a_place_are_enough(house: House) -> None:
    resident, worker = at_home(house, "204"), house.as_(Role.ENV_WORKER)
    made = tell(resident)
    assert (made["status"], made["title"], made["on_call"]) == ("received", "Lekkasje", [])
    shown = own(resident, made["id"])
    assert (shown["unit_label"], shown["danger"], shown["description"]) == ("204", False, None)
    assert shown["handler"]["responsible"] == "landlord"
    assert shown["handler"]["organisation"] == "landlord prøve"
    care = page(worker, made["id"])
    assert care["unit"]["label"] == "204"
    assert (care["from_resident"], care["reporter"]) == (True, None)
    common = tell(resident, place="common_area", category="waste", title="Søppel", description="!")
    assert own(resident, common["id"])["unit_label"] is None
    assert page(worker, common["id"])["place"] == "Fellesareal"


def test_their_words_stay_out_of_the_landlords_part(house: House) -> None:
    resident = at_home(house)
    key = tell(resident, title="kanarifugl", description="kanarifugl")["id"]
    shown = house.as_(Role.OPERATIONS).get(f"/v1/incidents/{key}")
    assert shown.json()["building_note"] == "Vannlekkasje eller vannskade er meldt."
    assert "kanarifugl" not in shown.text
    social = tell(resident, category="noise")["id"]
    assert house.as_(Role.OPERATIONS).get(f"/v1/incidents/{social}").status_code == 404


def test_danger_now_reaches_the_people_on_duty_and_gives_numbers(house: House) -> None:
    worker = house.as_(Role.ENV_WORKER)
    on_call(house, "Vakt", user_id=worker.id)
    made = tell(at_home(house), danger=True, category="threat_violence")
    ring = {"responsible": "district", "name": "Vakt", "phone": "41200001", "now": True}
    assert made["on_call"] == [ring]
    assert notified(worker) == ["acute_incident"]
    assert page(worker, made["id"])["severity"] == "acute"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"category": "concern"}, "category"),
        ({"place": "roof"}, "place"),
        ({"title": "x" * 201}, "title"),
        ({"description": "a\x00"}, "description"),
        ({"danger": "perhaps"}, "danger"),
        ({"severity": "acute"}, "severity"),
        ({"unit_id": str(uuid4())}, "unit_id"),
    ],
)
def test_bad_input_is_refused_at_its_field(house: House, given: dict[str, Any], field: str) -> None:
    answer = at_home(house).post("/v1/portal/incidents", json=LEAK | given)
    refused(answer, 422, "invalid-request", field)


@pytest.mark.parametrize("text", ["تسرب المياه", "Вода з стелі 💧", "<b>=1+1</b>", "N" * 200])
def test_they_write_in_their_own_language(house: House, text: str) -> None:
    resident = at_home(house)
    made = tell(resident, title=text, description=text)
    assert own(resident, made["id"])["description"] == text
    assert page(house.as_(Role.ENV_WORKER), made["id"])["title"] == text


def test_a_resident_sees_their_own_reports_and_no_others(house: House, neighbours: House) -> None:
    resident, other = at_home(house, "204"), at_home(house, "205")
    key, theirs = tell(resident)["id"], tell(other)["id"]
    staff = str(happened(house))
    picture = answered(send(resident, key, jpeg()), 201)["id"]
    items = answered(resident.get("/v1/portal/incidents"))["items"]
    assert [(item["id"], item["picture_count"]) for item in items] == [(key, 1)]
    absent = resident.get(f"/v1/portal/incidents/{uuid4()}")
    for foreign in (theirs, staff, tell(at_home(neighbours))["id"]):
        answer = resident.get(f"/v1/portal/incidents/{foreign}")
        assert (answer.status_code, answer.json()) == (404, absent.json())
        body = {"body": "Hei"}
        address = f"/v1/portal/incidents/{foreign}"
        assert resident.post(f"{address}/entries", json=body).status_code == 404
        assert send(resident, foreign, jpeg()).status_code == 404
    for size in ("", "/thumbnail"):
        assert resident.get(f"/v1/portal/pictures/{picture}{size}").status_code == 200
        assert other.get(f"/v1/portal/pictures/{picture}{size}").status_code == 404
    for address in ("/v1/incidents", f"/v1/incidents/{key}", f"/v1/pictures/{picture}"):
        assert resident.get(address).status_code == 403


def test_they_follow_it_in_plain_words(house: House) -> None:
    resident, worker = at_home(house), house.as_(Role.ENV_WORKER)
    key = tell(resident)["id"]
    answered(act(worker, key, "assign", assigned_to=str(worker.id)))
    answered(act(worker, key, "status", status="in_progress", note="kanarifugl"))
    answered(write(worker, key, "Vi kommer i dag.", audience="reporter"), 201)
    answered(write(worker, key, "kanarifugl", audience="partners"), 201)
    note = {"body": "Takk!"}
    answered(resident.post(f"/v1/portal/incidents/{key}/entries", json=note), 201)
    answered(act(worker, key, "status", status="resolved"))
    shown = own(resident, key)
    assert shown["status"] == "done"
    assert shown["handler"] == {
        "responsible": "district",
        "organisation": "district prøve",
        "role": "env_worker",
    }
    assert [(one["by"], one["mine"], one["body"], one["status"]) for one in shown["messages"]] == [
        ("district", False, None, "in_work"),
        ("district", False, "Vi kommer i dag.", None),
        ("resident", True, "Takk!", None),
        ("district", False, None, "done"),
    ]
    whole = resident.get(f"/v1/portal/incidents/{key}").text
    assert "kanarifugl" not in whole
    assert worker.name not in whole
    assert "Takk!" in str(page(worker, key)["entries"])


def test_a_picture_goes_both_ways(house: House) -> None:
    resident, worker = at_home(house), house.as_(Role.ENV_WORKER)
    key = tell(resident)["id"]
    mine = answered(send(resident, key, jpeg(2000, 100)), 201)
    assert (mine["width"], mine["height"], mine["mine"]) == (1600, 80, True)
    theirs = answered(upload(worker, key, jpeg(), audience="reporter"), 201)["id"]
    answered(upload(worker, key, jpeg(), audience="internal"), 201)
    assert [(one["id"], one["mine"]) for one in own(resident, key)["pictures"]] == [
        (mine["id"], True),
        (theirs, False),
    ]
    assert house.as_(Role.OPERATIONS).get(f"/v1/pictures/{mine['id']}").status_code == 404
    shown = {"audience": "partners"}
    answered(worker.patch(f"/v1/pictures/{mine['id']}", json=shown))
    assert house.as_(Role.OPERATIONS).get(f"/v1/pictures/{mine['id']}").status_code == 200
    assert resident.get(f"/v1/portal/pictures/{mine['id']}").status_code == 200
    refused(send(resident, key, b"<html>"), 422, "picture-unknown-kind", "picture")


def test_a_repeated_send_reports_once(house: House) -> None:
    resident, key = at_home(house), {"Idempotency-Key": str(uuid4())}
    first, again = (resident.post("/v1/portal/incidents", json=LEAK, headers=key) for _ in range(2))
    assert first.json() == again.json()
    assert len(resident.get("/v1/portal/incidents").json()["items"]) == 1


def test_the_list_is_paged(house: House) -> None:
    resident = at_home(house)
    keys = [tell(resident)["id"] for _ in range(3)]
    first = answered(resident.get("/v1/portal/incidents?limit=2"))
    assert [item["id"] for item in first["items"]] == keys[:0:-1]
    rest = answered(resident.get("/v1/portal/incidents", params={"cursor": first["next"]}))
    assert [item["id"] for item in rest["items"]] == keys[:1]


def test_one_without_a_flat_reports_the_common_area_of_their_site(house: House) -> None:
    resident = house.as_resident(house.resident())
    made = tell(resident)
    assert own(resident, made["id"])["unit_label"] is None
    lost = house.as_resident(house.resident(site_id=None))
    refused(lost.post("/v1/portal/incidents", json=LEAK), 422, "site-missing")


def test_after_moving_what_was_reported_there_stays_ones_own(house: House) -> None:
    person = house.resident()
    household = house.household(person)
    old = house.tenancy(house.unit("204"), household)
    resident = house.as_resident(person)
    key = tell(resident)["id"]
    house.db.execute("UPDATE tenancies SET period = '[2023-12-04,2026-11-01)' WHERE id = %s", [old])
    house.tenancy(house.unit("305"), household, period=DateRange(YESTERDAY, None))
    assert own(resident, tell(resident)["id"])["unit_label"] == "305"
    assert own(resident, key)["id"] == key

"""Who sees a meeting: those at its table, those asked to it, and of protected people only two."""

import psycopg
import pytest
from bomiljo.access.roles import Role

from tests.factories import Caller, House
from tests.meetings import EARLIER, INTAKE, SOON, call, listed, page, put_on_agenda, record, write
from tests.reports import answered, happened, refused

WORKER = Role.ENV_WORKER
NAV = Role.INTRO_ADVISOR


def titles(who: Caller) -> set[str]:
    return {one["title"] for one in listed(who)}


def intake(house: House, resident: object, **given: object) -> dict[str, object]:
    people = {"site_id": str(house.site), "participants": [{"resident_id": str(resident)}]}
    new = INTAKE | {"day": SOON.isoformat()} | people | given
    return answered(house.as_(WORKER).post("/v1/meetings", json=new), 201)


def test_a_service_sees_the_meetings_it_takes_part_in(house: House) -> None:
    worker = house.as_(WORKER)
    for kind in ("nav", "landlord", "resource_team", "gathering"):
        call(worker, kind=kind, title=kind)
    seen = {
        WORKER: {"nav", "landlord", "resource_team", "gathering"},
        Role.MANAGER: {"nav", "landlord", "resource_team", "gathering"},
        NAV: {"nav"},
        Role.HOUSING_PROCURER: {"nav"},
        Role.HEALTH: {"resource_team"},
        Role.CULTURE: {"resource_team"},
        Role.OPERATIONS: {"landlord"},
        Role.PROPERTY_MANAGER: {"landlord"},
    }
    for role, expected in seen.items():
        assert titles(house.as_(role)) == expected, role


def test_who_is_asked_sees_that_one_meeting(house: House) -> None:
    worker, culture = house.as_(WORKER), house.as_(Role.CULTURE)
    call(worker, title="Uten")
    call(worker, title="Med", participants=[{"user_id": str(culture.id)}])
    assert titles(culture) == {"Med"}


def test_the_landlord_is_asked_to_no_other_meetings(house: House) -> None:
    key = call(house.as_(WORKER))["id"]
    person = {"user_id": str(house.as_(Role.OPERATIONS).id)}
    answer = house.as_(WORKER).post(f"/v1/meetings/{key}/participants", json=person)
    refused(answer, 422, "colleague-unknown", "user_id")


def test_no_persons_come_into_meetings_with_the_landlord(house: House) -> None:
    worker = house.as_(WORKER)
    key = call(worker, kind="landlord", site_id=str(house.site))["id"]
    resident = house.resident()
    asked = worker.post(f"/v1/meetings/{key}/participants", json={"resident_id": str(resident)})
    refused(asked, 422, "no-residents-here", "resident_id")
    with pytest.raises(psycopg.errors.CheckViolation):
        house.add("meeting_participants", meeting_id=key, resident_id=resident)
    secret = str(happened(house, title="Om en person"))
    shared = str(happened(house, sharing=1, building_note="Døren er brutt opp"))
    item = {"title": "Hendelse", "incident_id": secret}
    linked = worker.post(f"/v1/meetings/{key}/agenda", json={"items": [item]})
    refused(linked, 422, "building-facts-only", "items")
    offered = answered(worker.get(f"/v1/meetings/{key}/proposals"))["items"]
    assert [one["incident_id"] for one in offered] == [shared]
    assert "Døren er brutt opp" in offered[0]["title"]


def test_the_landlord_leads_their_own_table_and_no_other(house: House) -> None:
    manager = house.as_(Role.PROPERTY_MANAGER)
    key = call(manager, kind="landlord")["id"]
    put_on_agenda(manager, key, "Fremdriftsplan")
    assert page(house.as_(WORKER), key)["agenda"][0]["title"] == "Fremdriftsplan"
    new = {"kind": "nav", "title": "Nei", "day": SOON.isoformat(), "begins": "10:00"}
    refused(manager.post("/v1/meetings", json=new), 403, "forbidden")


def test_an_intake_meeting_is_seen_by_those_who_follow_the_resident(house: House) -> None:
    resident = house.resident("Koval")
    house.helper(resident, house.as_(NAV).id, "intro_advisor")
    key = str(intake(house, resident)["id"])
    assert page(house.as_(NAV), key)["participants"][0]["resident"]["name"] == "Prøve Koval"
    stranger = house.another(NAV)
    assert stranger.get(f"/v1/meetings/{key}").status_code == 404
    assert listed(stranger) == []
    asked = house.as_(WORKER).post(
        f"/v1/meetings/{key}/participants", json={"user_id": str(stranger.id)}
    )
    answered(asked, 201)
    assert page(stranger, key)["residents"] == []


def test_a_protected_persons_meeting_is_nowhere_but_with_their_two(house: House) -> None:
    resident = house.resident("Vernet")
    key = str(intake(house, resident)["id"])
    record(house.as_(WORKER), key, "decisions", body="Hemmelig sted")
    house.db.execute("UPDATE residents SET protection = 'confidential' WHERE id = %s", [resident])
    guardian = house.another(Role.MANAGER)
    house.add("protection_guardians", resident_id=resident, user_id=guardian.id)
    assert page(guardian, key)["participants"][0]["resident"]["name"] == "Prøve Vernet"
    for role in (WORKER, Role.MANAGER, Role.HOUSING_OFFICE, NAV):
        caller = house.as_(role)
        assert caller.get(f"/v1/meetings/{key}").status_code == 404
        assert listed(caller) == []
        found = answered(caller.post("/v1/search", json={"q": "hemmelig"}))
        assert found["groups"] == []


def test_showing_whom_a_meeting_is_with_is_logged(house: House) -> None:
    resident = house.resident()
    key = str(intake(house, resident)["id"])
    listed(house.as_(WORKER))
    page(house.as_(WORKER), key)
    looks = answered(house.as_resident(resident).get("/v1/portal/disclosures"))["items"]
    assert {"meetings.list", "meetings.detail"} <= {one["page"] for one in looks}


def test_a_resident_knows_when_and_where_and_with_whom_and_no_more(house: House) -> None:
    worker, resident = house.as_(WORKER), house.resident()
    people = [
        {"resident_id": str(resident), "interpreter": "uk"},
        {"user_id": str(worker.id)},
        {"name": "Rektor", "organisation": "Skolen"},
    ]
    key = str(intake(house, resident, participants=people, place="Samtalerommet")["id"])
    answered(write(worker, key, "KANARI"))
    put_on_agenda(worker, key, "KANARI")
    me = house.as_resident(resident)
    shown = me.get("/v1/portal/meetings")
    (mine,) = answered(shown)["items"]
    assert (mine["place"], mine["interpreter"]) == ("Samtalerommet", "uk")
    assert {(one["name"], one["organisation"]) for one in mine["hosts"]} == {
        (worker.name, "district prøve"),
        ("Rektor", "Skolen"),
    }
    assert "KANARI" not in shown.text
    assert answered(house.as_resident(house.resident()).get("/v1/portal/meetings"))["items"] == []
    assert me.get(f"/v1/meetings/{key}").status_code == 403


def test_a_resident_is_told_of_a_meeting_and_of_its_changes(house: House) -> None:
    worker, resident = house.as_(WORKER), house.resident()
    key = str(intake(house, resident)["id"])
    to = {"version": 1, "day": SOON.isoformat(), "begins": "13:00"}
    answered(worker.post(f"/v1/meetings/{key}/move", json=to))
    why = {"version": 2, "reason": "Sykdom"}
    answered(worker.post(f"/v1/meetings/{key}/cancel", json=why))
    me = house.as_resident(resident)
    told = answered(me.get("/v1/portal/notices"))["items"]
    assert [one["kind"] for one in told] == [
        "meeting_cancelled",
        "meeting_moved",
        "meeting_called",
    ]
    assert "Sykdom" not in str(told)
    (mine,) = answered(me.get("/v1/portal/meetings"))["items"]
    assert mine["status"] == "cancelled"
    assert mine["moved_from"]


def test_minutes_of_one_district_are_no_others(house: House, neighbours: House) -> None:
    key = call(house.as_(WORKER), EARLIER)["id"]
    answered(write(house.as_(WORKER), key, "Vårt"))
    assert neighbours.as_(WORKER).get(f"/v1/meetings/{key}").status_code == 404
    assert listed(neighbours.as_(WORKER)) == []


def test_the_list_is_one_statement(house: House, statements: list[object]) -> None:
    worker = house.as_(WORKER)
    for _ in range(3):
        call(worker)
    statements.clear()
    assert len(listed(worker, from_day=SOON.isoformat(), limit=50)) == 3
    assert len(statements) == 2, "entering, and the page with its disclosure line"

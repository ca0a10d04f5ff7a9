"""What is done with an incident: every change leaves its line, and no edit wins over another."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from bomiljo.access.roles import Role

from tests.factories import House
from tests.reports import (
    act,
    answered,
    bodies,
    changes,
    happened,
    notified,
    on_call,
    page,
    refused,
    report,
)

WORKER, LANDLORD = Role.ENV_WORKER, Role.OPERATIONS


class TestEdit:
    def test_what_it_said_before_stays_in_the_timeline(self, house: House) -> None:
        worker, unit = house.as_(WORKER), house.unit("204")
        made = report(worker, place="Gangen", unit_id=str(unit))
        other = house.unit("205")
        edit = {
            "version": 1,
            "title": "Vann fra taket",
            "category": "heating",
            "place": None,
            "unit_id": str(other),
            "due_on": "2026-12-01",
        }
        changed = answered(worker.patch(f"/v1/incidents/{made['id']}", json=edit))
        assert (changed["title"], changed["place"]) == ("Vann fra taket", None)
        assert (changed["unit"]["label"], changed["due_on"]) == ("205", "2026-12-01")
        assert changed["version"] == 2
        assert set(changes(worker, made["id"], "correction")) == {
            ("title", "Vann på badegulvet", "Vann fra taket"),
            ("category", "leak", "heating"),
            ("place", "Gangen", None),
            ("unit", "204", "205"),
            ("due_on", None, "2026-12-01"),
        }

    def test_what_cannot_be_empty_stays_and_bad_input_is_refused(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = report(worker)
        address = f"/v1/incidents/{made['id']}"
        kept = answered(worker.patch(address, json={"version": 1, "title": None}))
        assert kept["title"] == "Vann på badegulvet"
        for given, field in (
            ({"title": "x" * 201}, "title"),
            ({"due_on": "1926-01-01"}, "due_on"),
            ({"due_on": "31.12.2026"}, "due_on"),
            ({"version": 0}, "version"),
            ({"number": "H-1"}, "number"),
        ):
            answer = worker.patch(address, json={"version": kept["version"], **given})
            refused(answer, 422, "invalid-request", field)
        unknown = {"version": kept["version"], "unit_id": str(uuid4())}
        refused(worker.patch(address, json=unknown), 422, "unit-unknown", "unit_id")
        empty = {"version": kept["version"], "building_note": None}
        refused(worker.patch(address, json=empty), 422, "building-note-missing", "building_note")

    def test_a_stale_edit_does_not_win(self, house: House) -> None:
        worker = house.as_(WORKER)
        address = f"/v1/incidents/{report(worker)['id']}"
        answered(worker.patch(address, json={"version": 1, "title": "Første"}))
        second = worker.patch(address, json={"version": 1, "title": "Andre"})
        refused(second, 409, "changed-meanwhile")
        assert second.json()["current_version"] == 2
        for verb, given in (
            ("status", {"status": "closed"}),
            ("assign", {}),
            ("severity", {"severity": "low"}),
            ("share", {"partner": "nav"}),
            ("unshare", {"partner": "landlord"}),
        ):
            stale = worker.post(f"{address}/{verb}", json={"version": 1, **given})
            refused(stale, 409, "changed-meanwhile")


class TestStatus:
    def test_it_goes_its_way_and_back_only_with_a_reason(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = report(worker)["id"]
        assert answered(act(worker, key, "status", status="in_progress"))["closed_at"] is None
        answered(act(worker, key, "status", status="waiting"))
        assert answered(act(worker, key, "status", status="resolved"))["closed_at"]
        ended = page(worker, key)["closed_at"]
        assert answered(act(worker, key, "status", status="closed"))["closed_at"] == ended
        back = act(worker, key, "status", status="in_progress")
        refused(back, 422, "reason-missing", "note")
        reopened = answered(act(worker, key, "status", status="in_progress", note="Det drypper"))
        assert reopened["closed_at"] is None
        assert "Det drypper" in bodies(worker, key)
        assert [one[2] for one in changes(worker, key, "status")] == [
            "in_progress",
            "waiting",
            "resolved",
            "closed",
            "in_progress",
        ]

    @pytest.mark.parametrize(
        ("at", "to"),
        [("new", "new"), ("waiting", "new"), ("closed", "waiting"), ("resolved", "new")],
    )
    def test_a_way_that_is_not_there_says_which_are(self, house: House, at: str, to: str) -> None:
        closed = "2026-02-01T10:00:00Z" if at in {"resolved", "closed"} else None
        key = str(happened(house, status=at, closed_at=closed))
        answer = act(house.as_(WORKER), key, "status", status=to, note="Likevel")
        refused(answer, 409, "status-not-reachable", "status")
        assert "in_progress" in answer.json()["reachable"] or at == "waiting"

    def test_of_twenty_who_close_the_same_version_one_wins(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = report(worker)["id"]

        def close(_: int) -> int:
            body = {"version": 1, "status": "closed"}
            return worker.post(f"/v1/incidents/{key}/status", json=body).status_code

        with ThreadPoolExecutor(20) as pool:
            codes = sorted(pool.map(close, range(20)))
        assert codes == [200] + [409] * 19
        assert len(changes(worker, key, "status")) == 1

    def test_the_note_has_an_audience_of_its_own(self, house: House) -> None:
        worker, landlord = house.as_(WORKER), house.as_(LANDLORD)
        key = report(worker)["id"]
        answered(act(worker, key, "status", status="in_progress", note="Han er redd"))
        assert bodies(landlord, key) == []
        assert changes(landlord, key, "status") == [("status", "new", "in_progress")]
        note = {"note": "Rørlegger kommer", "audience": "partners"}
        answered(act(worker, key, "status", status="waiting", **note))
        assert bodies(landlord, key) == ["Rørlegger kommer"]


class TestAssign:
    def test_a_person_is_told_and_their_service_becomes_responsible(self, house: House) -> None:
        worker, landlord = house.as_(WORKER), house.as_(LANDLORD)
        key = report(worker)["id"]
        assert page(worker, key)["responsible"] == "landlord"
        mine = answered(act(worker, key, "assign", assigned_to=str(worker.id)))
        assert (mine["responsible"], mine["assignee"]["name"]) == ("district", worker.name)
        assert notified(worker) == []
        theirs = answered(act(worker, key, "assign", assigned_to=str(landlord.id)))
        assert theirs["responsible"] == "landlord"
        assert notified(landlord) == ["incident_assigned"]
        lines = [one for one in page(worker, key)["entries"] if one["kind"] == "assigned"]
        assert [line["person"]["name"] for line in lines] == [worker.name, landlord.name]
        pool = answered(act(worker, key, "assign", responsible="district"))
        assert (pool["assignee"], pool["responsible"]) == (None, "district")

    def test_only_to_those_who_can_see_it(self, house: House, neighbours: House) -> None:
        worker = house.as_(WORKER)
        key = report(worker, category="conflict", title="Krangel")["id"]
        elsewhere = house.another(WORKER, site_ids=[uuid4()])
        for person in (
            house.as_(LANDLORD).id,
            house.as_(Role.SETTLER).id,
            house.as_(Role.HEALTH).id,
            house.as_(Role.CREW).id,
            neighbours.as_(WORKER).id,
            elsewhere.id,
            uuid4(),
        ):
            answer = act(worker, key, "assign", assigned_to=str(person))
            refused(answer, 409, "cannot-see-incident", "assigned_to")
        for service in ("landlord", "nav"):
            answer = act(worker, key, "assign", responsible=service)
            refused(answer, 409, "cannot-see-incident", "assigned_to")
        manager = str(house.as_(Role.MANAGER).id)
        mixed = act(worker, key, "assign", assigned_to=manager, responsible="nav")
        refused(mixed, 422, "responsible-elsewhere", "responsible")

    def test_of_twenty_who_assign_the_same_version_one_wins(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = report(worker, category="noise", title="Støy")["id"]
        people = [str(house.another(WORKER).id) for _ in range(20)]

        def assign(person: str) -> int:
            body = {"version": 1, "assigned_to": person}
            return worker.post(f"/v1/incidents/{key}/assign", json=body).status_code

        with ThreadPoolExecutor(20) as pool:
            codes = sorted(pool.map(assign, people))
        assert codes == [200] + [409] * 19
        assert page(worker, key)["version"] == 2


class TestSeverity:
    def test_raised_to_acute_it_reaches_those_on_duty(self, house: House) -> None:
        worker, manager = house.as_(WORKER), house.as_(Role.MANAGER)
        on_call(house, "Leder", user_id=manager.id)
        key = report(worker, category="noise", title="Bråk")["id"]
        answered(act(worker, key, "severity", severity="serious"))
        assert notified(manager) == []
        raised = answered(act(worker, key, "severity", severity="acute", note="Slåsskamp"))
        assert raised["severity"] == "acute"
        assert notified(manager) == ["acute_incident"]
        answered(act(worker, key, "severity", severity="acute"))
        assert notified(manager) == ["acute_incident"]
        lines = changes(worker, key, "severity")
        assert lines == [("severity", "medium", "serious"), ("severity", "serious", "acute")]
        assert bodies(worker, key) == ["Slåsskamp"]

"""Notes, corrections and measures."""

from typing import Any
from uuid import uuid4

import pytest
from bomiljo.access.roles import Role

from tests.factories import House
from tests.reports import (
    answered,
    bodies,
    changes,
    page,
    refused,
    report,
    write,
)

WORKER, LANDLORD = Role.ENV_WORKER, Role.OPERATIONS


class TestEntries:
    def test_a_correction_refers_to_what_it_corrects_which_stays(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = report(worker)["id"]
        first = answered(write(worker, key, "Leilighet 204", audience="partners"), 201)
        entry = first["entries"][-1]
        answered(write(worker, key, "Leilighet 205", corrects_id=entry["id"]), 201)
        kept, correction = page(worker, key)["entries"][-2:]
        assert kept["body"] == "Leilighet 204"
        assert (correction["kind"], correction["corrects_id"]) == ("correction", entry["id"])
        assert correction["audience"] == "partners"
        other = report(worker)["id"]
        foreign = write(worker, other, "Nei", corrects_id=entry["id"])
        refused(foreign, 422, "entry-unknown", "corrects_id")

    def test_entries_cannot_be_changed_or_removed(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = report(worker)["id"]
        entry = answered(write(worker, key, "Slik var det"), 201)["entries"][-1]["id"]
        for method in ("PUT", "PATCH", "DELETE"):
            answer = worker.request(method, f"/v1/incidents/{key}/entries/{entry}")
            assert answer.status_code in {404, 405}

    def test_a_repeated_note_is_written_once(self, house: House) -> None:
        worker = house.as_(WORKER)
        key, header = report(worker)["id"], {"Idempotency-Key": str(uuid4())}
        for _ in range(2):
            note = {"body": "Har ringt"}
            worker.post(f"/v1/incidents/{key}/entries", json=note, headers=header)
        assert bodies(worker, key) == ["Har ringt"]

    @pytest.mark.parametrize("body", ["", " ", "x" * 4001, "a\x00b", 3, None])
    def test_a_bad_note_is_refused_at_its_field(self, house: House, body: Any) -> None:
        worker = house.as_(WORKER)
        answer = write(worker, report(worker)["id"], body)
        refused(answer, 422, "invalid-request", "body")


class TestMeasures:
    def test_it_is_agreed_changed_and_ticked_off(self, house: House) -> None:
        worker, manager = house.as_(WORKER), house.as_(Role.MANAGER)
        key = report(worker)["id"]
        given = {"what": "Snakke med naboen", "owner_user_id": str(manager.id)}
        new = given | {"due_on": "2026-12-01"}
        made = answered(worker.post(f"/v1/incidents/{key}/measures", json=new), 201)
        (measure,) = made["measures"]
        assert (measure["responsible"], measure["audience"]) == ("district", "internal")
        assert measure["owner"]["name"] == manager.name
        address = f"/v1/incidents/{key}/measures/{measure['id']}"
        later = answered(worker.patch(address, json={"version": 1, "due_on": "2026-12-08"}))
        assert later["measures"][0]["due_on"] == "2026-12-08"
        done = answered(manager.patch(address, json={"version": 2, "done": True}))["measures"][0]
        assert (done["done_by"]["name"], done["version"]) == (manager.name, 3)
        assert done["done_at"]
        refused(worker.patch(address, json={"version": 2, "done": False}), 409, "changed-meanwhile")
        undone = answered(worker.patch(address, json={"version": 3, "done": False}))["measures"][0]
        assert (undone["done_at"], undone["done_by"]) == (None, None)
        lines = changes(worker, key, "measure")
        assert ("due_on", "2026-12-01", "2026-12-08") in lines
        assert ("done", "open", "done") in lines

    def test_whoever_is_to_do_it_must_see_it(self, house: House) -> None:
        worker, landlord = house.as_(WORKER), house.as_(LANDLORD)
        social = report(worker, category="conflict", title="Krangel")["id"]
        new = {"what": "Bytt lås", "owner_user_id": str(landlord.id)}
        answer = worker.post(f"/v1/incidents/{social}/measures", json=new)
        refused(answer, 409, "owner-cannot-see-incident", "owner_user_id")
        leak = f"/v1/incidents/{report(worker)['id']}/measures"
        hidden = worker.post(leak, json=new)
        refused(hidden, 409, "measure-not-seen", "audience")
        shown = answered(worker.post(leak, json=new | {"audience": "partners"}), 201)
        assert shown["measures"][0]["responsible"] == "landlord"
        theirs = answered(landlord.post(leak, json={"what": "Bestille deler"}), 201)["measures"]
        assert [one["audience"] for one in theirs] == ["partners", "partners"]

    def test_an_absent_measure_is_not_found(self, house: House) -> None:
        worker = house.as_(WORKER)
        address = f"/v1/incidents/{report(worker)['id']}/measures/{uuid4()}"
        assert worker.patch(address, json={"version": 1}).status_code == 404

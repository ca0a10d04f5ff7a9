"""The agenda proposes itself, items leave with an outcome, minutes change by versions only."""

from datetime import timedelta
from typing import Any

import psycopg
import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import House
from tests.meetings import EARLIER, SOON, call, listed, page, put_on_agenda, record, start, write
from tests.reports import answered, happened, notified, refused

WORKER, SETTLER = Role.ENV_WORKER, Role.SETTLER
TOMORROW = (today() + timedelta(days=1)).isoformat()


def approve(who: Any, key: str) -> Any:
    version = page(who, key)["minutes"][0]["version"]
    return who.post(f"/v1/meetings/{key}/minutes/approve", json={"version": version})


class TestAgenda:
    def test_it_proposes_what_the_series_left_open(self, house: House) -> None:
        worker = house.as_(WORKER)
        series = start(worker, "FREQ=WEEKLY;COUNT=2", SOON, topics=["Drop-in", "Økonomi"])
        first, second = (one["id"] for one in listed(worker, series_id=series["id"]))
        due = {"owner_organisation": "district", "due_on": TOMORROW}
        record(worker, first, "actions", what="Ringe Boligbygg", **due)
        asked = {"finder_organisation": "nav", "until": TOMORROW}
        record(worker, first, "questions", question="Hvem betaler?", **asked)
        happened(house, title="Trusler", severity="serious", sharing=2)
        happened(house, title="Bare vår", severity="serious")
        offered = answered(worker.get(f"/v1/meetings/{second}/proposals"))["items"]
        assert [(one["source"], one["title"]) for one in offered[:4]] == [
            ("topic", "Drop-in"),
            ("topic", "Økonomi"),
            ("action", "Ringe Boligbygg"),
            ("question", "Hvem betaler?"),
        ]
        assert offered[4]["title"].endswith("Trusler")
        assert len(offered) == 5
        keys = ("title", "action_id", "question_id", "incident_id")
        items = [{key: one[key] for key in keys} for one in offered]
        made = worker.post(f"/v1/meetings/{second}/agenda", json={"items": items})
        assert len(answered(made, 201)["agenda"]) == 5
        assert answered(worker.get(f"/v1/meetings/{second}/proposals"))["items"] == []

    def test_items_are_put_in_order_and_taken_off(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = call(worker)["id"]
        one, _, three = put_on_agenda(worker, key, "En", "To", "Tre")
        address = f"/v1/meetings/{key}/agenda"
        first = worker.patch(f"{address}/{three['id']}", json={"version": 1, "position": 1})
        assert [item["title"] for item in answered(first)["agenda"]] == ["Tre", "En", "To"]
        left = answered(worker.delete(f"{address}/{one['id']}"))["agenda"]
        assert [item["title"] for item in left] == ["Tre", "To"]
        stale = worker.patch(f"{address}/{three['id']}", json={"version": 1, "title": "Nei"})
        refused(stale, 409, "changed-meanwhile")

    def test_an_item_leaves_as_what_came_of_it(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = call(worker)["id"]
        items = put_on_agenda(worker, key, "En", "To", "Tre", "Fire")
        due = {"owner_organisation": "nav", "due_on": TOMORROW}
        record(worker, key, "decisions", body="Slik gjør vi det", agenda_item_id=items[0]["id"])
        record(worker, key, "actions", what="Gjør", agenda_item_id=items[1]["id"], **due)
        asked = {"question": "Når?", "finder_organisation": "nav", "until": TOMORROW}
        record(worker, key, "questions", agenda_item_id=items[2]["id"], **asked)
        address = f"/v1/meetings/{key}/agenda/{items[3]['id']}"
        noted = answered(worker.patch(address, json={"version": 1, "outcome": "noted"}))
        outcomes = [item["outcome"] for item in noted["agenda"]]
        assert outcomes == ["decision", "action", "still_unknown", "noted"]
        settled = worker.delete(f"/v1/meetings/{key}/agenda/{items[0]['id']}")
        refused(settled, 409, "agenda-item-settled")

    def test_an_item_of_another_meeting_is_not_settled_here(self, house: House) -> None:
        worker = house.as_(WORKER)
        key, other = call(worker)["id"], call(worker)["id"]
        (item,) = put_on_agenda(worker, other, "Der")
        new = {"body": "Her", "agenda_item_id": item["id"]}
        answer = worker.post(f"/v1/meetings/{key}/decisions", json=new)
        refused(answer, 422, "agenda-item-unknown", "agenda_item_id")


class TestMinutes:
    def test_two_who_write_at_once_lose_nothing(self, house: House) -> None:
        worker, settler = house.as_(WORKER), house.as_(SETTLER)
        key = call(worker, EARLIER)["id"]
        assert answered(write(worker, key, "Mitt"))["minutes_state"] == "draft"
        refused(write(settler, key, "Hennes"), 409, "minutes-changed-meanwhile", "body")
        (draft,) = page(settler, key)["minutes"]
        assert (draft["body"], draft["author"]["name"]) == ("Mitt", worker.name)
        both = answered(write(settler, key, "Mitt og hennes", draft["version"]))
        assert (both["minutes"][0]["body"], both["minutes"][0]["version"]) == ("Mitt og hennes", 2)
        refused(write(worker, key, "Mitt igjen", 1), 409, "minutes-changed-meanwhile", "body")

    def test_they_are_approved_when_each_item_has_an_outcome(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = call(worker, EARLIER)["id"]
        (item,) = put_on_agenda(worker, key, "Åpen")
        answered(write(worker, key, "Referat"))
        refused(approve(worker, key), 409, "agenda-left-open", "agenda")
        address = f"/v1/meetings/{key}/agenda/{item['id']}"
        answered(worker.patch(address, json={"version": 1, "outcome": "noted"}))
        shown = answered(approve(worker, key))
        assert (shown["minutes_state"], shown["status"]) == ("approved", "held")
        assert shown["minutes"][0]["approved_by"]["name"] == worker.name

    def test_approved_they_change_only_by_a_new_version(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = call(worker, EARLIER)["id"]
        answered(write(worker, key, "Møtet var den 3."))
        answered(approve(worker, key))
        refused(write(worker, key, "Hysj", 2), 409, "minutes-approved", "body")
        new = {"items": [{"title": "Etterpå"}]}
        late = worker.post(f"/v1/meetings/{key}/agenda", json=new)
        refused(late, 409, "minutes-approved")
        correct = f"/v1/meetings/{key}/minutes/correct"
        begun = answered(worker.post(correct, json={"reason": "Feil dato"}), 201)
        draft, approved = begun["minutes"]
        assert (draft["number"], draft["body"], draft["reason"]) == (
            2,
            "Møtet var den 3.",
            "Feil dato",
        )
        answered(write(worker, key, "Møtet var den 4.", draft["version"]))
        shown = answered(approve(worker, key))["minutes"]
        assert [(one["number"], one["body"]) for one in shown] == [
            (2, "Møtet var den 4."),
            (1, "Møtet var den 3."),
        ]
        assert shown[1] == approved

    def test_not_even_the_database_changes_what_is_approved(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = call(worker, EARLIER)["id"]
        answered(write(worker, key, "Slik var det"))
        answered(approve(worker, key))
        for statement in (
            "UPDATE meeting_minutes SET body = 'x' WHERE meeting_id = %s",
            "DELETE FROM meeting_minutes WHERE meeting_id = %s",
        ):
            with pytest.raises(psycopg.errors.CheckViolation):
                house.db.execute(statement, [key])

    def test_without_a_draft_there_is_nothing_to_approve_or_correct(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = call(worker, EARLIER)["id"]
        address = f"/v1/meetings/{key}/minutes"
        refused(worker.post(f"{address}/approve", json={"version": 1}), 409, "minutes-missing")
        none = worker.post(f"{address}/correct", json={"reason": "Feil"})
        refused(none, 409, "minutes-not-approved")

    def test_a_cancelled_meeting_has_no_minutes(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = call(worker)["id"]
        answered(worker.post(f"/v1/meetings/{key}/cancel", json={"version": 1, "reason": "Nei"}))
        refused(write(worker, key, "Likevel"), 409, "meeting-is-cancelled")


class TestActions:
    def test_an_action_lives_on_until_it_is_done(self, house: House) -> None:
        worker, settler = house.as_(WORKER), house.as_(SETTLER)
        key = call(worker, EARLIER)["id"]
        new = {"what": "Bestille tolk", "owner_user_id": str(settler.id), "due_on": str(EARLIER)}
        (action,) = record(worker, key, "actions", **new)["actions"]
        assert (action["owner_organisation"], action["status"]) == ("nav", "open")
        assert notified(settler) == ["action_assigned"]
        answered(write(worker, key, "Referat"))
        answered(approve(worker, key))
        (late,) = answered(settler.get("/v1/meeting-actions?owner=me&overdue=true"))["items"]
        assert late["meeting"]["title"] == "Nav og miljøarbeiderne"
        address = f"/v1/meeting-actions/{action['id']}/status"
        settle = {"version": 1, "status": "done", "note": "Kommer tirsdag"}
        done = answered(settler.post(address, json=settle))
        assert (done["status"], done["note"], done["settled_by"]["name"]) == (
            "done",
            "Kommer tirsdag",
            settler.name,
        )
        refused(settler.post(address, json=settle), 409, "changed-meanwhile")
        assert answered(settler.get("/v1/meeting-actions?overdue=true"))["items"] == []
        again = answered(settler.post(address, json={"version": 2, "status": "open"}))
        assert (again["settled_at"], again["note"]) == (None, None)

    def test_to_drop_one_needs_a_reason(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = call(worker)["id"]
        due = {"owner_organisation": "district", "due_on": TOMORROW}
        (action,) = record(worker, key, "actions", what="Noe", **due)["actions"]
        address = f"/v1/meeting-actions/{action['id']}/status"
        drop = {"version": 1, "status": "dropped"}
        refused(worker.post(address, json=drop), 422, "why-dropped", "note")
        dropped = answered(worker.post(address, json=drop | {"note": "Løst på annen måte"}))
        assert dropped["status"] == "dropped"

    def test_somebody_owns_it_who_sees_the_meeting(self, house: House) -> None:
        worker = house.as_(WORKER)
        address = f"/v1/meetings/{call(worker)['id']}/actions"
        new = {"what": "Noe", "due_on": TOMORROW}
        refused(worker.post(address, json=new), 422, "owner-missing", "owner_user_id")
        landlord = {"owner_user_id": str(house.as_(Role.OPERATIONS).id)}
        unseen = worker.post(address, json=new | landlord)
        refused(unseen, 409, "owner-cannot-see-meeting", "owner_user_id")
        there = worker.post(address, json=new | {"owner_organisation": "landlord"})
        refused(there, 422, "service-not-there", "owner_organisation")

    def test_it_is_handed_on_and_put_off(self, house: House) -> None:
        worker, settler = house.as_(WORKER), house.as_(SETTLER)
        due = {"owner_organisation": "district", "due_on": TOMORROW}
        (action,) = record(worker, call(worker)["id"], "actions", what="Noe", **due)["actions"]
        address = f"/v1/meeting-actions/{action['id']}"
        edit = {"version": 1, "owner_user_id": str(settler.id), "due_on": "2027-02-01"}
        changed = answered(worker.patch(address, json=edit))
        assert (changed["owner"]["name"], changed["due_on"]) == (settler.name, "2027-02-01")
        assert changed["owner_organisation"] == "nav"
        assert notified(settler) == ["action_assigned"]
        pool = answered(worker.patch(address, json={"version": 2, "owner_user_id": None}))
        assert (pool["owner"], pool["owner_organisation"]) == (None, "nav")


def test_a_question_is_answered_once(house: House) -> None:
    worker, settler = house.as_(WORKER), house.as_(SETTLER)
    asked = {"question": "Hvem betaler?", "finder_user_id": str(settler.id), "until": TOMORROW}
    record(worker, call(worker)["id"], "questions", **asked)
    (question,) = answered(worker.get("/v1/open-questions?answered=false"))["items"]
    address = f"/v1/open-questions/{question['id']}/answer"
    given = answered(settler.post(address, json={"version": 1, "answer": "Boligbygg"}))
    assert (given["answer"], given["answered_by"]["name"]) == ("Boligbygg", settler.name)
    again = settler.post(address, json={"version": 2, "answer": "Nav"})
    refused(again, 409, "answered-already", "answer")
    assert answered(worker.get("/v1/open-questions?answered=false"))["items"] == []

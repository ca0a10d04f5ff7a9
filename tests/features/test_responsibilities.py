"""Who answers what: one map for each site, with its gaps in the open, and what residents read."""

from typing import Any
from uuid import uuid4

import pytest
from bomiljo.access.roles import Role
from bomiljo.features.contacts.model import Topic
from psycopg.types.range import DateRange

from tests.directory import HOURS, always, cell, name, put, the_map, there
from tests.factories import YESTERDAY, House
from tests.reports import answered, at_home, refused


def asked(house: House) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = answered(at_home(house).get("/v1/portal/whom-to-ask"))["items"]
    return items


class TestTheMap:
    def test_a_topic_without_an_answer_is_a_gap_in_the_open(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        empty = the_map(worker, house.site)
        assert empty["gaps"] == len(empty["items"]) == len(Topic)
        owner = put(worker, hours=[HOURS])["id"]
        shown = answered(name(worker, house.site, owner_id=owner))
        assert shown["gaps"] == len(Topic) - 1
        repairs = cell(shown, "repairs")
        assert repairs["gap"] is None
        assert repairs["responsibility"]["owner"]["name"] == "Kundesenteret"
        assert repairs["responsibility"]["owner"]["hours"] == [HOURS]
        assert the_map(house.as_(Role.OPERATIONS), house.site) == shown

    def test_the_gap_says_why_nobody_is_reached(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        left = house.another(Role.ENV_WORKER)
        before = DateRange(YESTERDAY.replace(year=2024), YESTERDAY)
        house.db.execute("UPDATE memberships SET period = %s WHERE user_id = %s", [before, left.id])
        owners = {
            "repairs": there(house, name="Sluttet", phone="41200001", period=before),
            "lost_key": there(house, kind="person", user_id=left.id),
            "safety": there(house, name="Uten nummer"),
            "activities": there(house, name="Skjult", phone="41200001", visible_to_residents=False),
        }
        for topic, owner in owners.items():
            answered(name(worker, house.site, topic, organisation="district", owner_id=str(owner)))
        answered(name(worker, house.site, "bank_eid", organisation="nav"))
        shown = the_map(worker, house.site)
        reasons = {topic: cell(shown, topic)["gap"] for topic in (*owners, "bank_eid")}
        assert reasons == {
            "repairs": "gone",
            "lost_key": "gone",
            "safety": "no_phone",
            "activities": "hidden",
            "bank_eid": "nobody",
        }

    def test_each_site_has_a_map_of_its_own(self, house: House) -> None:
        worker, other = house.as_(Role.ENV_WORKER), house.another_site()
        owner = put(worker)["id"]
        answered(name(worker, house.site, owner_id=owner))
        assert the_map(worker, other)["gaps"] == len(Topic)
        local = put(worker, site_id=str(other))["id"]
        refused(
            name(worker, house.site, "lost_key", owner_id=local), 409, "owner-unknown", "owner_id"
        )

    def test_what_does_not_fit_is_refused_at_its_field(self, house: House) -> None:
        worker, site = house.as_(Role.ENV_WORKER), house.site
        owner = put(worker)["id"]
        for given, status, kind, field in (
            ({"organisation": "nav", "owner_id": owner}, 409, "owner-elsewhere", "owner_id"),
            ({"owner_id": str(uuid4())}, 409, "owner-unknown", "owner_id"),
            ({"backup_id": str(uuid4())}, 409, "backup-unknown", "backup_id"),
            ({"owner_id": owner, "backup_id": owner}, 422, "backup-is-owner", "backup_id"),
            ({"rule": "say_this"}, 422, "words-missing", "say_this"),
            ({"rule": "refer_to_nav"}, 422, "not-navs", "rule"),
            ({"topic": None}, 422, "one-topic", "topic"),
            ({"topic_id": str(uuid4())}, 422, "one-topic", "topic"),
            ({"topic": None, "topic_id": str(uuid4())}, 409, "topic-unknown", "topic_id"),
            ({"topic": "weather"}, 422, "invalid-request", "topic"),
        ):
            refused(name(worker, site, **given), status, kind, field)

    def test_a_cell_is_changed_from_what_stood_there_and_emptied(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        owner, backup = put(worker)["id"], put(worker, name="Vakten")["id"]
        answered(name(worker, house.site, owner_id=owner))
        refused(name(worker, house.site, owner_id=backup), 409, "changed-meanwhile")
        given = {"owner_id": owner, "backup_id": backup, "version": 1}
        shown = answered(name(worker, house.site, **given))
        filled = cell(shown, "repairs")["responsibility"]
        assert (filled["backup"]["name"], filled["version"]) == ("Vakten", 2)
        at = f"/v1/responsibilities/{filled['id']}/clear"
        refused(worker.post(at, json={"version": 1}), 409, "changed-meanwhile")
        assert answered(worker.post(at, json={"version": 2}))["gaps"] == len(Topic)
        assert worker.post(at, json={"version": 2}).status_code == 404
        refused(name(worker, house.site, owner_id=owner, version=2), 409, "changed-meanwhile")

    @pytest.mark.parametrize("role", [Role.PROPERTY_MANAGER, Role.SETTLER, Role.HEALTH])
    def test_only_those_who_lead_the_house_name_who_answers(self, house: House, role: Role) -> None:
        assert name(house.as_(role), house.site).status_code == 403

    def test_the_page_i_dag_tells_those_who_may_fill_a_gap(self, house: House) -> None:
        def lines(role: Role) -> list[dict[str, Any]]:
            sections = answered(house.as_(role).get("/v1/today"))["sections"]
            return next((one["lines"] for one in sections if one["key"] == "gaps"), [])

        [line] = lines(Role.MANAGER)
        assert line["kind"] == "contacts.gaps"
        assert line["about"] == {"count": str(len(Topic)), "site": "Prøveveien 2"}
        assert line["link"] == {"to": "responsibilities", "id": str(house.site)}
        assert lines(Role.OPERATIONS) == []
        owner = there(house, name="Alle ting", phone="41200001")
        for topic in Topic:
            given = {"organisation": "district", "owner_id": str(owner)}
            answered(name(house.as_(Role.MANAGER), house.site, topic, **given))
        assert lines(Role.MANAGER) == []


class TestOwnTopics:
    def test_a_district_adds_a_topic_names_it_anew_and_takes_it_away(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        new = answered(worker.post("/v1/topics", json={"title": "Dyrking"}), 201)
        refused(worker.post("/v1/topics", json={"title": "Dyrking"}), 409, "topic-listed", "title")
        at = f"/v1/topics/{new['id']}"
        answered(worker.patch(at, json={"version": 1, "title": "Hagen"}))
        refused(worker.patch(at, json={"version": 1, "title": "x"}), 409, "changed-meanwhile")
        given = {"topic_id": new["id"], "organisation": "district"}
        owner = there(house, name="Gartneren", phone="41200001")
        shown = answered(name(worker, house.site, None, owner_id=str(owner), **given))
        assert cell(shown, "Hagen")["gap"] is None
        assert shown["items"][-1]["title"] == "Hagen"
        found = answered(worker.get("/v1/contacts", params={"topic_id": new["id"]}))["items"]
        assert [(one["title"], one["backup"]) for one in found[0]["answers"]] == [("Hagen", False)]
        assert worker.delete(at).status_code == 204
        assert worker.delete(at).status_code == 404
        assert the_map(worker, house.site)["gaps"] == len(Topic)

    def test_they_are_nobody_elses(self, house: House, neighbours: House) -> None:
        key = answered(
            house.as_(Role.ENV_WORKER).post("/v1/topics", json={"title": "Dyrking"}), 201
        )["id"]
        stranger = neighbours.as_(Role.ENV_WORKER)
        assert answered(stranger.get("/v1/topics"))["own"] == []
        assert stranger.delete(f"/v1/topics/{key}").status_code == 404


class TestWhatResidentsRead:
    def test_they_read_whom_to_ask_where_they_live_and_nothing_of_others(
        self, house: House, neighbours: House
    ) -> None:
        worker, colleague = house.as_(Role.ENV_WORKER), house.as_(Role.MANAGER)
        house.db.execute("UPDATE users SET phone = '41200055' WHERE id = %s", [colleague.id])
        person = there(
            house, kind="person", user_id=colleague.id, helps_with="Alt", languages=["ar"]
        )
        always(house, person)
        given = {"organisation": "district", "owner_id": str(person)}
        answered(name(worker, house.site, "safety", **given))
        put(neighbours.as_(Role.ENV_WORKER))
        [item] = asked(house)
        assert (item["topic"], item["backup"]) == ("safety", None)
        owner = item["owner"]
        assert (owner["name"], owner["phone"], owner["role"]) == (
            colleague.name,
            "41200055",
            "manager",
        )
        assert owner["open_now"] is True
        assert owner["languages"] == ["ar"]
        assert "email" not in owner
        assert asked(neighbours) == []

    def test_whoever_is_gone_or_hidden_is_left_out_and_the_backup_stays(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        hidden = there(house, name="Skjult", phone="41200001", visible_to_residents=False)
        gone = there(
            house, name="Sluttet", period=DateRange(YESTERDAY.replace(year=2024), YESTERDAY)
        )
        backup = there(house, name="Vakten", phone="41200002")
        for topic, owner, stand_in in (
            ("repairs", hidden, str(backup)),
            ("lost_key", gone, None),
            ("safety", hidden, None),
        ):
            given = {"owner_id": str(owner), "backup_id": stand_in, "organisation": "district"}
            answered(name(worker, house.site, topic, **given))
        words = {"rule": "say_this", "say_this": "Ring 02800", "organisation": "other"}
        answered(name(worker, house.site, "other", **words))
        shown = asked(house)
        assert [(one["topic"], one["owner"]) for one in shown] == [
            ("repairs", None),
            ("other", None),
        ]
        assert shown[0]["backup"]["name"] == "Vakten"
        assert shown[1]["say_this"] == "Ring 02800"

    def test_somebody_without_a_site_reads_an_empty_list(self, house: House) -> None:
        nowhere = house.as_resident(house.resident(site_id=None))
        assert answered(nowhere.get("/v1/portal/whom-to-ask")) == {"items": []}

    def test_they_cannot_look_into_the_directory_itself(self, house: House) -> None:
        for address in ("/v1/contacts", f"/v1/sites/{house.site}/responsibilities", "/v1/topics"):
            assert house.as_(Role.RESIDENT).get(address).status_code == 403

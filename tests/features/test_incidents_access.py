"""Who sees which part of an incident. Words that must not reach somebody carry a canary."""

from typing import Any
from uuid import UUID

import pytest
from bomiljo.access.roles import Role

from tests.factories import House
from tests.reports import (
    LEAK,
    act,
    answered,
    at_home,
    bodies,
    happened,
    jpeg,
    listed,
    page,
    refused,
    report,
    upload,
    write,
)

CANARY = "kanarifugl"
DISTRICT = (Role.ENV_WORKER, Role.HOUSING_OFFICE, Role.MANAGER, Role.MENTAL_HEALTH)
NAV = (Role.SETTLER, Role.NAV_ADVISOR, Role.INTRO_ADVISOR)
LANDLORD = (Role.PROPERTY_MANAGER, Role.OPERATIONS)
WITHOUT = (Role.HEALTH, Role.CULTURE, Role.HOUSING_PROCURER, Role.CREW, Role.DPO, Role.ADMIN)


class TestAudiences:
    READERS: dict[str, tuple[Role, ...]] = {  # noqa: RUF012
        "internal": DISTRICT,
        "partners": DISTRICT + NAV + LANDLORD,
        "reporter": DISTRICT + NAV,
    }

    @pytest.mark.parametrize("audience", READERS)
    def test_an_entry_is_read_by_its_audience_and_nobody_else(
        self, house: House, audience: str
    ) -> None:
        resident = at_home(house)
        new = {"category": "leak", "place": "my_unit"}
        key = answered(resident.post("/v1/portal/incidents", json=new), 201)["id"]
        worker = house.as_(Role.ENV_WORKER)
        answered(act(worker, key, "share", partner="nav"))
        answered(write(worker, key, CANARY, audience=audience), 201)
        for role in DISTRICT + NAV + LANDLORD:
            seen = CANARY in bodies(house.as_(role), key)
            assert seen == (role in self.READERS[audience]), role
        mine = resident.get(f"/v1/portal/incidents/{key}").text
        assert (CANARY in mine) == (audience == "reporter")

    @pytest.mark.parametrize("audience", READERS)
    def test_so_is_a_picture(self, house: House, audience: str) -> None:
        resident = at_home(house)
        new = {"category": "leak", "place": "my_unit"}
        key = answered(resident.post("/v1/portal/incidents", json=new), 201)["id"]
        worker = house.as_(Role.ENV_WORKER)
        answered(act(worker, key, "share", partner="nav"))
        picture = answered(upload(worker, key, jpeg(), audience=audience), 201)["id"]
        for role in DISTRICT + NAV + LANDLORD:
            who, sees = house.as_(role), role in self.READERS[audience]
            assert [one["id"] for one in page(who, key)["pictures"]] == [picture] * sees
            assert answered(who.get("/v1/incidents"))["items"][0]["picture_count"] == sees
            assert who.get(f"/v1/pictures/{picture}").status_code == (200 if sees else 404)
        mine = resident.get(f"/v1/portal/pictures/{picture}")
        assert mine.status_code == (200 if audience == "reporter" else 404)

    def test_partners_write_at_least_to_partners(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        key = report(worker)["id"]
        answered(act(worker, key, "share", partner="nav"))
        for role in (Role.SETTLER, Role.OPERATIONS):
            who = house.as_(role)
            refused(
                write(who, key, "Hemmelig", audience="internal"),
                422,
                "audience-too-narrow",
                "audience",
            )
            entry = answered(write(who, key, f"Fra {role}"), 201)["entries"][-1]
            assert entry["audience"] == "partners"
            answered(write(who, key, f"Til beboer fra {role}", audience="reporter"), 201)
            assert f"Til beboer fra {role}" in bodies(who, key)
        assert len(bodies(worker, key)) == 4

    def test_a_line_without_words_is_for_all_who_see_the_incident(self, house: House) -> None:
        resident, worker = at_home(house), house.as_(Role.ENV_WORKER)
        new = {"category": "leak", "place": "my_unit"}
        key = answered(resident.post("/v1/portal/incidents", json=new), 201)["id"]
        answered(act(worker, key, "status", status="in_progress", note=CANARY))
        shown = page(house.as_(Role.OPERATIONS), key)["entries"]
        assert [entry["kind"] for entry in shown] == ["status"]
        assert CANARY not in str(shown)


class TestOthers:
    @pytest.mark.parametrize("role", WITHOUT)
    def test_a_role_without_the_permission_is_refused(self, house: House, role: Role) -> None:
        key = happened(house)
        for address in (f"/v1/incidents/{key}", "/v1/incidents", "/v1/incidents/counts"):
            assert house.as_(role).get(address).status_code == 403

    def test_another_district_can_do_nothing(self, house: House, neighbours: House) -> None:
        worker, stranger = house.as_(Role.ENV_WORKER), neighbours.as_(Role.ENV_WORKER)
        key = report(worker)["id"]
        measure = {"what": "x"}
        answered(worker.post(f"/v1/incidents/{key}/measures", json=measure), 201)
        picture = answered(upload(worker, key, jpeg()), 201)["id"]
        posts: dict[str, dict[str, Any]] = {
            "assign": {"version": 1},
            "status": {"version": 1, "status": "closed"},
            "severity": {"version": 1, "severity": "low"},
            "share": {"version": 1, "partner": "nav"},
            "unshare": {"version": 1, "partner": "landlord"},
            "entries": {"body": "x"},
            "measures": measure,
            "parties": {"description": "x"},
        }
        for verb, body in posts.items():
            answer = stranger.post(f"/v1/incidents/{key}/{verb}", json=body)
            assert answer.status_code == 404, verb
        assert stranger.patch(f"/v1/incidents/{key}", json={"version": 1}).status_code == 404
        assert upload(stranger, key, jpeg()).status_code == 404
        for address in (f"/v1/pictures/{picture}", f"/v1/pictures/{picture}/thumbnail"):
            assert stranger.get(address).status_code == 404
        shown = stranger.patch(f"/v1/pictures/{picture}", json={"audience": "partners"})
        assert shown.status_code == 404
        assert page(worker, key)["version"] == 1

    def test_a_site_that_is_not_mine_is_not_there(self, house: House) -> None:
        other = house.another_site()
        key = report(house.as_(Role.ENV_WORKER), site_id=str(other))["id"]
        limited = house.another(Role.ENV_WORKER, site_ids=[house.site])
        assert limited.get(f"/v1/incidents/{key}").status_code == 404
        assert listed(limited) == []

    def test_nobody_writes_in_somebody_elses_name(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        forged = LEAK | {"reporter_user_id": str(house.as_(Role.MANAGER).id)}
        refused(worker.post("/v1/incidents", json=forged), 422, "invalid-request")


class TestParties:
    def test_names_are_behind_their_own_door_and_logged(self, house: House) -> None:
        resident = at_home(house)
        new = {"category": "noise", "place": "my_unit"}
        key = answered(resident.post("/v1/portal/incidents", json=new), 201)["id"]
        worker, other = house.as_(Role.ENV_WORKER), house.resident("Nabo", given_name="Nora")
        party = {"resident_id": str(other), "role": "affected"}
        shown = answered(worker.post(f"/v1/incidents/{key}/parties", json=party), 201)
        assert shown["reporter"]["id"] == str(resident.id)
        assert [one["resident"]["name"] for one in shown["items"]] == ["Nora Nabo"]
        assert "Nabo" not in worker.get(f"/v1/incidents/{key}").text
        ((subjects,),) = house.rows(
            "SELECT subject_ids FROM disclosure_log WHERE actor_id = %s"
            " AND page = 'incidents.parties'",
            worker.id,
        )
        assert set(subjects) == {resident.id, other}
        again = worker.post(f"/v1/incidents/{key}/parties", json=party)
        refused(again, 409, "already-party", "resident_id")
        assert house.as_(Role.MENTAL_HEALTH).get(f"/v1/incidents/{key}/parties").status_code == 403

    def test_who_is_hidden_is_neither_found_nor_shown(
        self, house: House, neighbours: House
    ) -> None:
        worker = house.as_(Role.ENV_WORKER)
        key = report(worker, category="conflict", title="Krangel")["id"]
        protected = house.resident("Skjult", protection="confidential")
        for person in (protected, neighbours.resident("Fremmed"), UUID(int=7)):
            answer = worker.post(f"/v1/incidents/{key}/parties", json={"resident_id": str(person)})
            refused(answer, 422, "person-unknown", "resident_id")
        house.add("incident_parties", incident_id=key, resident_id=protected, role="involved")
        shown = worker.get(f"/v1/incidents/{key}/parties")
        assert shown.json()["items"] == []
        assert "Skjult" not in shown.text

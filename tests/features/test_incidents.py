"""Reporting an incident, finding it again, and counting what is open."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from bomiljo.access.roles import Role

from tests.factories import House
from tests.reports import LEAK, answered, happened, listed, notified, on_call, page, refused, report

NAMES = [
    "A",
    "N" * 200,
    "🔥 Brann 🧯",
    "<script>alert(1)</script>",
    "تسرب المياه في الحمام",
    "'; DROP TABLE incidents; --",
    '=HYPERLINK("http://x")',
    "@SUM(A1)",
]


class TestReport:
    def test_category_and_title_are_enough(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        made = report(worker)
        assert made["number"].startswith("H-")
        assert (made["severity"], made["status"], made["version"]) == ("serious", "new", 1)
        assert (made["site_id"], made["unit"], made["on_call"]) == (str(house.site), None, [])
        shown = page(worker, made["id"])
        assert (shown["title"], shown["number"]) == (LEAK["title"], made["number"])
        assert shown["reporter"] == {"id": str(worker.id), "name": worker.name}
        age = datetime.now(UTC) - datetime.fromisoformat(shown["occurred_at"])
        assert abs(age) < timedelta(minutes=1)
        logged = house.rows("SELECT actor_id, role FROM change_log WHERE row_id = %s", made["id"])
        assert logged == [(worker.id, "env_worker")]

    @pytest.mark.parametrize("text", NAMES)
    def test_what_people_write_is_kept_as_it_was_written(self, house: House, text: str) -> None:
        worker = house.as_(Role.ENV_WORKER)
        made = report(worker, title=text, description=text, place=text)
        shown = page(worker, made["id"])
        assert {shown["title"], shown["description"], shown["place"]} == {text}

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"title": ""}, "title"),
            ({"title": "   "}, "title"),
            ({"title": "N" * 201}, "title"),
            ({"title": "a\x00b"}, "title"),
            ({"title": 7}, "title"),
            ({"title": None}, "title"),
            ({"description": "x" * 4001}, "description"),
            ({"description": "a\x1bb"}, "description"),
            ({"category": "flood"}, "category"),
            ({"severity": "worst"}, "severity"),
            ({"unit_id": "204"}, "unit_id"),
            ({"occurred_at": "yesterday"}, "occurred_at"),
            ({"occurred_at": "2026-01-05T20:00:00"}, "occurred_at"),
            ({"occurred_at": "2126-01-05T20:00:00Z"}, "occurred_at"),
            ({"parties": [{"description": "Gjest"}] * 21}, "parties"),
            ({"parties": [{"role": "witness"}]}, "parties.0"),
            ({"colour": "red"}, "colour"),
        ],
    )
    def test_bad_input_is_refused_at_its_field(
        self, house: House, given: dict[str, Any], field: str
    ) -> None:
        answer = house.as_(Role.ENV_WORKER).post("/v1/incidents", json=LEAK | given)
        refused(answer, 422, "invalid-request", field)
        assert house.rows("SELECT id FROM incidents WHERE district_id = %s", house.district) == []

    @pytest.mark.parametrize(
        "body",
        [
            rb'{"category": "leak", "title": "\ud800"}',
            b'{"category": "leak", "title": "\xff"}',
            b'{"category": "leak", "title": NaN}',
            b'{"category": "leak", "title": "x", "parties": [Infinity]}',
            b"[]",
        ],
    )
    def test_an_unreadable_body_is_a_problem_and_no_fault(self, house: House, body: bytes) -> None:
        answer = house.as_(Role.ENV_WORKER).post(
            "/v1/incidents", content=body, headers={"Content-Type": "application/json"}
        )
        assert answer.status_code in {400, 422}
        assert answer.headers["content-type"] == "application/problem+json"

    def test_a_body_of_two_megabytes_is_refused(self, house: House) -> None:
        answer = house.as_(Role.ENV_WORKER).post("/v1/incidents", json={"title": "x" * 2_000_000})
        refused(answer, 413, "too-large", "body")

    def test_a_repeated_send_reports_once(self, house: House) -> None:
        worker, key = house.as_(Role.ENV_WORKER), {"Idempotency-Key": str(uuid4())}
        first, again = (worker.post("/v1/incidents", json=LEAK, headers=key) for _ in range(2))
        assert first.status_code == again.status_code == 201
        assert first.json() == again.json()
        assert len(listed(worker)) == 1

    def test_the_unit_says_where_and_must_be_one_of_mine(
        self, house: House, neighbours: House
    ) -> None:
        worker, unit = house.as_(Role.ENV_WORKER), house.unit("204")
        assert report(worker, unit_id=str(unit))["unit"] == {"id": str(unit), "label": "204"}
        for foreign in (neighbours.unit("204"), uuid4()):
            answer = worker.post("/v1/incidents", json=LEAK | {"unit_id": str(foreign)})
            refused(answer, 422, "unit-unknown", "unit_id")

    def test_whoever_works_at_several_sites_says_at_which(self, house: House) -> None:
        other = house.another_site()
        worker = house.as_(Role.ENV_WORKER)
        refused(worker.post("/v1/incidents", json=LEAK), 422, "site-missing", "site_id")
        assert report(worker, site_id=str(other))["site_id"] == str(other)
        unit = house.unit("204")
        assert report(worker, unit_id=str(unit))["site_id"] == str(house.site)
        mixed = LEAK | {"unit_id": str(unit), "site_id": str(other)}
        refused(worker.post("/v1/incidents", json=mixed), 422, "unit-unknown", "unit_id")

    def test_nobody_reports_at_a_site_outside_their_area(
        self, house: House, neighbours: House
    ) -> None:
        answer = house.as_(Role.ENV_WORKER).post(
            "/v1/incidents", json=LEAK | {"site_id": str(neighbours.site)}
        )
        assert answer.status_code == 403
        assert house.rows("SELECT id FROM incidents WHERE site_id = %s", neighbours.site) == []

    def test_those_who_may_report_but_not_read_get_their_receipt(self, house: House) -> None:
        nurse = house.as_(Role.HEALTH)
        made = report(nurse, category="concern", title="Uro i 3. etasje")
        assert nurse.get(f"/v1/incidents/{made['id']}").status_code == 403
        assert listed(house.as_(Role.ENV_WORKER)) == ["Uro i 3. etasje"]

    def test_parties_are_named_when_reporting_by_those_who_may(self, house: House) -> None:
        resident = house.resident("Vitne")
        parties = [
            {"resident_id": str(resident), "role": "witness"},
            {"description": "Gjest", "role": "affected"},
        ]
        worker = house.as_(Role.ENV_WORKER)
        made = report(worker, category="conflict", parties=parties)
        shown = answered(worker.get(f"/v1/incidents/{made['id']}/parties"))
        assert [one["role"] for one in shown["items"]] == ["witness", "affected"]
        nav = house.as_(Role.SETTLER).post("/v1/incidents", json=LEAK | {"parties": parties[1:]})
        assert nav.status_code == 403
        assert len(listed(worker)) == 1


class TestAcute:
    def test_it_shows_whom_to_ring_and_tells_those_on_duty(self, house: House) -> None:
        worker, manager, landlord = (
            house.as_(role) for role in (Role.ENV_WORKER, Role.MANAGER, Role.OPERATIONS)
        )
        on_call(house, "Leder", user_id=manager.id, weekdays=[], position=1)
        on_call(house, "Miljøarbeider", user_id=worker.id, position=2)
        on_call(house, "Vakttelefon", responsible="landlord", position=3)
        on_call(house, "Driftsleder", responsible="landlord", user_id=landlord.id, position=4)
        made = report(house.as_(Role.HEALTH), severity="acute")
        assert [one["name"] for one in made["on_call"]][-1] == "Leder"
        assert [one["now"] for one in made["on_call"]] == [True, True, True, False]
        assert notified(worker) == notified(landlord) == ["acute_incident"]
        assert notified(manager) == []

    def test_the_landlords_guard_learns_nothing_of_what_is_social(self, house: House) -> None:
        worker, landlord = house.as_(Role.ENV_WORKER), house.as_(Role.OPERATIONS)
        on_call(house, "Drift", responsible="landlord", user_id=landlord.id)
        on_call(house, "Bydel", user_id=worker.id)
        report(house.as_(Role.CULTURE), category="health_emergency", title="Bevisstløs")
        assert notified(worker) == ["acute_incident"]
        assert notified(landlord) == []

    def test_when_nobody_is_on_duty_all_who_take_turns_are_told(self, house: House) -> None:
        callers = [house.as_(Role.ENV_WORKER), house.as_(Role.MANAGER)]
        for caller in callers:
            on_call(house, caller.name, user_id=caller.id, weekdays=[])
        report(house.as_(Role.HEALTH), severity="acute")
        assert [notified(caller) for caller in callers] == [["acute_incident"]] * 2

    def test_the_contacts_stay_beside_the_incident(self, house: House, neighbours: House) -> None:
        on_call(house, "Vakt")
        made = report(house.as_(Role.ENV_WORKER))
        address = f"/v1/incidents/{made['id']}/on-call"
        shown = answered(house.as_(Role.OPERATIONS).get(address))["items"]
        assert [one["name"] for one in shown] == ["Vakt"]
        assert neighbours.as_(Role.ENV_WORKER).get(address).status_code == 404


def test_the_answer_to_an_absent_row_and_to_a_foreign_one_is_the_same(
    house: House, neighbours: House
) -> None:
    stranger, key = neighbours.as_(Role.ENV_WORKER), happened(house)
    foreign, absent = (stranger.get(f"/v1/incidents/{one}") for one in (key, UUID(int=1)))
    assert foreign.status_code == absent.status_code == 404
    assert foreign.json() == absent.json()
    assert answered(stranger.get("/v1/incidents"))["items"] == []

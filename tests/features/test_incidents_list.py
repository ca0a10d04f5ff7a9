"""Finding an incident again, and counting what is open."""

from typing import Any
from uuid import uuid4

import pytest
from bomiljo.access.roles import Role

from tests.factories import House
from tests.reports import answered, happened, listed, page, refused

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


class TestList:
    def test_it_is_paged_by_cursor_in_every_order(self, house: House) -> None:
        severities = ["low", "acute", "medium", "serious", "acute", "low", "medium"]
        for number, severity in enumerate(severities):
            due = None if number % 2 else f"2026-11-{number + 10}"
            happened(house, title=f"{number}", severity=severity, due_on=due)
        worker = house.as_(Role.ENV_WORKER)
        for sort in ("newest", "oldest", "severity", "due"):
            whole, titles, cursor = listed(worker, sort=sort), [], ""
            while cursor is not None:
                query = {"sort": sort, "limit": 2} | ({"cursor": cursor} if cursor else {})
                got = answered(worker.get("/v1/incidents", params=query))
                titles += [item["title"] for item in got["items"]]
                cursor = got["next"]
            assert titles == whole
            assert sorted(titles) == [f"{number}" for number in range(7)]
        assert listed(worker, sort="oldest") == listed(worker)[::-1]
        assert set(listed(worker, sort="severity")[:2]) == {"1", "4"}
        assert listed(worker, sort="due")[:4] == ["0", "2", "4", "6"]

    def test_it_is_filtered_by_what_the_incident_is(self, house: House) -> None:
        worker, unit = house.as_(Role.ENV_WORKER), house.unit("204")
        happened(house, title="A", category="leak", unit_id=unit, responsible="landlord")
        happened(house, title="B", severity="acute", assigned_to=worker.id, status="waiting")
        happened(house, title="C", status="closed", closed_at="2026-02-01T10:00:00Z")

        def found(**query: Any) -> set[str]:
            return set(listed(worker, **query))

        assert found(open=True) == {"A", "B"}
        assert found(open=False) == {"C"}
        assert found(status=["new", "waiting"]) == {"A", "B"}
        assert found(status=["waiting", "closed"]) == {"B", "C"}
        assert found(severity="acute") == {"B"}
        assert found(category=["leak", "theft"]) == {"A"}
        assert found(responsible="landlord") == {"A"}
        assert found(assigned_to="me") == found(assigned_to=str(worker.id)) == {"B"}
        assert found(assigned_to="nobody") == {"A", "C"}
        assert found(unit_id=str(unit)) == {"A"}
        assert found(site_id=str(house.site)) == {"A", "B", "C"}
        assert found(site_id=str(uuid4())) == set()

    def test_days_are_counted_in_oslo(self, house: House) -> None:
        happened(house, title="Sent", created_at="2026-01-05T23:30:00Z")
        worker = house.as_(Role.ENV_WORKER)
        assert listed(worker, from_day="2026-01-06", to_day="2026-01-06") == ["Sent"]
        assert listed(worker, to_day="2026-01-05") == []
        assert listed(worker, from_day="2026-01-07") == []

    @pytest.mark.parametrize(
        "query",
        [
            "colour=red",
            "status=gone",
            "assigned_to=you",
            "limit=101",
            "sort=title",
            "from_day=1.1.2026",
            "cursor=%00",
            "unit_id=204",
        ],
    )
    def test_an_unknown_filter_is_refused(self, house: House, query: str) -> None:
        answer = house.as_(Role.ENV_WORKER).get(f"/v1/incidents?{query}")
        refused(answer, 422, "invalid-request", query.split("=", maxsplit=1)[0])

    def test_a_row_shows_what_the_board_needs(self, house: House) -> None:
        worker, unit = house.as_(Role.ENV_WORKER), house.unit("204")
        key = happened(house, unit_id=unit, assigned_to=worker.id, due_on="2026-12-01")
        (row,) = answered(worker.get("/v1/incidents"))["items"]
        assert row["id"] == str(key)
        assert row["view"] == "care"
        assert row["unit"] == {"id": str(unit), "label": "204"}
        assert row["assignee"] == {"id": str(worker.id), "name": worker.name}
        assert (row["due_on"], row["picture_count"]) == ("2026-12-01", 0)

    def test_open_incidents_are_counted_per_status_and_severity(
        self, house: House, neighbours: House
    ) -> None:
        happened(house, severity="acute")
        happened(house, severity="acute")
        happened(house, status="waiting", sharing=1, building_note="Støy")
        happened(house, status="closed", closed_at="2026-02-01T10:00:00Z")
        happened(neighbours)
        counted = answered(house.as_(Role.ENV_WORKER).get("/v1/incidents/counts"))
        assert counted["open"] == 3
        assert {(one["status"], one["severity"], one["count"]) for one in counted["items"]} == {
            ("new", "acute", 2),
            ("waiting", "medium", 1),
        }
        seen = house.as_(Role.OPERATIONS).get("/v1/incidents/counts").json()
        assert seen["open"] == 1
        elsewhere = {"site_id": str(uuid4())}
        empty = house.as_(Role.ENV_WORKER).get("/v1/incidents/counts", params=elsewhere).json()
        assert empty == {"open": 0, "items": []}

    def test_every_page_is_in_the_disclosure_log(self, house: House) -> None:
        resident = house.resident()
        keys = {happened(house, reporter_resident_id=resident), happened(house)}
        worker = house.as_(Role.ENV_WORKER)
        listed(worker)
        page(worker, str(next(iter(keys))))
        lines = house.rows(
            "SELECT page, record_ids, subject_ids FROM disclosure_log WHERE actor_id = %s"
            " ORDER BY id",
            worker.id,
        )
        assert [line[0] for line in lines] == ["incidents.list", "incidents.detail"]
        assert set(lines[0][1]) == keys
        assert lines[0][2] == [resident]

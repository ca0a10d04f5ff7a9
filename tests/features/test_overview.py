"""The pages that gather what the rooms tell: I dag, the search, the house and a unit's life."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from psycopg.types.range import DateRange

from tests.factories import Caller, House

TODAY = today()


def incident(house: House, **values: Any) -> UUID:
    given = {
        "site_id": house.site,
        "category": "leak",
        "severity": "medium",
        "title": "Vann på gulvet",
        "occurred_at": TODAY,
        "responsible": "district",
    } | values
    return house.add("incidents", **given)


def section(caller: Caller, key: str) -> list[dict[str, Any]]:
    sections = caller.get("/v1/today").raise_for_status().json()["sections"]
    return next((one["lines"] for one in sections if one["key"] == key), [])


def hits(caller: Caller, text: str) -> dict[str, list[str]]:
    groups = caller.post("/v1/search", json={"q": text}).raise_for_status().json()["groups"]
    return {group["key"]: [hit["title"] for hit in group["hits"]] for group in groups}


class TestToday:
    def test_the_acute_comes_first_with_its_severity(self, house: House) -> None:
        incident(house, severity="acute", title="Brannalarm i 2. etasje")
        incident(house, severity="low", title="Lyspære")
        lines = section(house.as_(Role.ENV_WORKER), "acute")
        assert [(line["title"], line["severity"]) for line in lines] == [
            ("Brannalarm i 2. etasje", "acute")
        ]

    def test_what_is_mine_or_nobodys_waits_for_me(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        incident(house, title="Min", assigned_to=worker.id)
        incident(house, title="Ingens")
        incident(house, title="En annens", assigned_to=house.as_(Role.MANAGER).id)
        incident(house, title="Boligbyggs", responsible="landlord")
        assert {line["title"] for line in section(worker, "mine")} == {"Min", "Ingens"}

    def test_the_landlord_reads_the_buildings_part_only(self, house: House) -> None:
        incident(
            house,
            severity="acute",
            title="Beboer har falt i vann",
            sharing=1,
            building_note="Lekkasje fra tak",
        )
        incident(house, severity="acute", title="Trussel mellom beboere")
        lines = section(house.as_(Role.OPERATIONS), "acute")
        assert [line["title"] for line in lines] == ["Lekkasje fra tak"]

    def test_those_who_move_in_are_named_to_the_district_and_not_to_the_landlord(
        self, house: House
    ) -> None:
        household = house.household(house.resident("Ventende"))
        soon = DateRange(TODAY + timedelta(days=3), None)
        house.tenancy(house.unit("104"), household, period=soon)
        (named,) = section(house.as_(Role.ENV_WORKER), "arriving")
        assert named["title"] == "Prøve Ventende"
        assert named["day"] == (TODAY + timedelta(days=3)).isoformat()
        (unnamed,) = section(house.as_(Role.PROPERTY_MANAGER), "arriving")
        assert unnamed["title"] is None
        assert unnamed["about"] == {"unit": "104"}

    def test_a_notice_is_told_until_it_is_settled(self, house: House) -> None:
        for label, day, settled in (
            ("201", TODAY + timedelta(days=4), None),
            ("202", TODAY - timedelta(days=4), None),
            ("203", TODAY - timedelta(days=1), TODAY),
        ):
            household = house.household(house.resident())
            lived = DateRange(TODAY - timedelta(days=90), day)
            house.tenancy(house.unit(label), household, period=lived, moved_out_at=settled)
        lines = section(house.as_(Role.HOUSING_OFFICE), "leaving")
        assert [(line["about"]["unit"], line["overdue"]) for line in lines] == [
            ("202", True),
            ("201", False),
        ]

    def test_nav_reads_of_own_cases_only(self, house: House) -> None:
        settler = house.as_(Role.SETTLER)
        for label, mine in (("301", True), ("302", False)):
            resident = house.resident(f"Sak {label}")
            if mine:
                house.helper(resident, settler.id)
            soon = DateRange(TODAY + timedelta(days=2), None)
            house.tenancy(house.unit(label), house.household(resident), period=soon)
        lines = section(settler, "arriving")
        assert [line["title"] for line in lines] == ["Prøve Sak 301"]

    def test_a_contract_that_runs_out_is_told_in_time(self, house: House) -> None:
        household = house.household(house.resident())
        house.tenancy(house.unit(), household, contract_ends_on=TODAY + timedelta(days=20))
        (line,) = section(house.as_(Role.HOUSING_OFFICE), "contracts")
        assert not line["overdue"]

    def test_a_protected_person_does_not_appear_as_arriving(self, house: House) -> None:
        household = house.household(house.resident(protection="confidential"))
        soon = DateRange(TODAY + timedelta(days=3), None)
        house.tenancy(house.unit(), household, period=soon)
        assert section(house.as_(Role.ENV_WORKER), "arriving") == []


class TestSearch:
    def test_it_finds_people_units_and_incidents(self, house: House) -> None:
        house.resident("Ødegård", given_name="Åse")
        house.unit("Ø12")
        incident(house, title="Ødelagt lås")
        found = hits(house.as_(Role.ENV_WORKER), "ød")
        assert found["residents"] == ["Åse Ødegård"]
        assert found["incidents"][0].endswith("Ødelagt lås")
        assert "units" not in found

    def test_an_incident_is_found_by_its_number(self, house: House) -> None:
        key = incident(house, title="Støy")
        ((number,),) = house.rows("SELECT number FROM incidents WHERE id = %s", key)
        assert hits(house.as_(Role.ENV_WORKER), f"h-{number}")["incidents"] == [f"H-{number} Støy"]

    def test_it_keeps_to_the_rows_and_fields_of_the_reader(
        self, house: House, neighbours: House
    ) -> None:
        resident = house.resident("Kanarifugl")
        incident(house, title="Kanarifugl i sjakten", sharing=1, building_note="Sjakt")
        for caller in (
            neighbours.as_(Role.ENV_WORKER),
            house.as_(Role.OPERATIONS),
            house.as_(Role.NAV_ADVISOR),
        ):
            assert hits(caller, "kanarifugl") == {}
        house.helper(resident, house.as_(Role.NAV_ADVISOR).id, "nav_advisor")
        assert hits(house.as_(Role.NAV_ADVISOR), "kanarifugl") == {
            "residents": ["Prøve Kanarifugl"]
        }

    def test_a_find_is_logged_as_a_look_at_the_person(self, house: House) -> None:
        resident = house.resident("Loggført")
        worker = house.as_(Role.ENV_WORKER)
        hits(worker, "loggført")
        rows = house.rows(
            "SELECT page, actor_id FROM disclosure_log WHERE %s = ANY (subject_ids)", resident
        )
        assert rows == [("search", worker.id)]

    @pytest.mark.parametrize(
        "text", ["'; DROP TABLE residents; --", "%%", "__", "\\\\", "🏠🏠", "عر"]
    )
    def test_odd_signs_are_only_signs(self, house: House, text: str) -> None:
        house.resident()
        assert hits(house.as_(Role.ENV_WORKER), text) == {}


class TestHouse:
    def test_it_is_drawn_from_the_top_floor_down(self, house: House) -> None:
        house.unit("201", floor=2)
        office = house.unit("101", use="office")
        incident(
            house,
            unit_id=office,
            severity="serious",
            assigned_to=house.as_(Role.ENV_WORKER).id,
        )
        drawing = house.as_(Role.ENV_WORKER).get(f"/v1/sites/{house.site}/house").json()
        assert [floor["floor"] for floor in drawing["floors"]] == [2, 1]
        cell = drawing["floors"][1]["cells"][0]
        assert (cell["use"], cell["open_incidents"], cell["worst_severity"], cell["needs_me"]) == (
            "office",
            1,
            "serious",
            True,
        )
        assert drawing["dwellings"] == 1
        assert drawing["states"] == {"vacant": 1}

    def test_a_site_of_another_district_is_not_there(self, house: House, neighbours: House) -> None:
        answer = neighbours.as_(Role.ENV_WORKER).get(f"/v1/sites/{house.site}/house")
        assert answer.status_code == 404

    def test_why_a_unit_is_blocked_is_not_told_to_the_crew(self, house: House) -> None:
        house.unit(state="out_of_use", blocked_reason="Skade", blocked_from=TODAY)

        def cell(role: Role) -> dict[str, Any]:
            drawing = house.as_(role).get(f"/v1/sites/{house.site}/house").raise_for_status().json()
            found: dict[str, Any] = drawing["floors"][0]["cells"][0]
            return found

        assert cell(Role.OPERATIONS)["blocked_reason"] == "Skade"
        assert cell(Role.CREW)["blocked_reason"] is None
        assert cell(Role.CREW)["state"] == "out_of_use"

    def test_a_units_life_tells_use_tenancy_and_incident(self, house: House) -> None:
        unit = house.unit()
        house.tenancy(unit, house.household(house.resident()))
        incident(house, unit_id=unit, occurred_at=date(2024, 3, 1))
        worker = house.as_(Role.ENV_WORKER)
        items = worker.get(f"/v1/units/{unit}/life").raise_for_status().json()["items"]
        assert [item["kind"] for item in items] == ["change", "incident", "tenancy", "use"]

    def test_the_crew_sees_the_unit_and_never_who_lives_there(self, house: House) -> None:
        unit = house.unit()
        house.tenancy(unit, house.household(house.resident()))
        items = house.as_(Role.CREW).get(f"/v1/units/{unit}/life").json()["items"]
        assert {item["kind"] for item in items} <= {"use", "change"}

from datetime import date

from bomiljo.access.roles import Role
from psycopg.types.range import DateRange

from tests.factories import House
from tests.features.test_tenancies import LAST_WEEK, TODAY, TOMORROW, move_in


def test_the_landlord_sees_the_lease_and_never_who_lives_there(house: House) -> None:
    resident = house.resident("Hemmelig", birth_date="2001-01-01")
    tenancy = house.tenancy(
        house.unit("204"),
        house.household(resident),
        legal_ground="på grunn av sykdom",
        destination="Sykehuset",
    )
    landlord = house.as_(Role.PROPERTY_MANAGER)
    lease = landlord.get(f"/v1/tenancies/{tenancy}").json()
    assert (lease["view"], lease["unit_label"], lease["household_size"]) == ("lease", "204", 1)
    for text in ("Hemmelig", "Prøve", "sykdom", "Sykehuset", str(resident), "household_id"):
        assert text not in landlord.get(f"/v1/tenancies/{tenancy}").text
        assert text not in landlord.get("/v1/tenancies").text


def test_nav_reads_of_its_own_cases_only(house: House) -> None:
    mine, other = house.resident("Egen"), house.resident("Annens")
    for label, resident in (("101", mine), ("102", other)):
        house.tenancy(house.unit(label), house.household(resident))
    advisor = house.as_(Role.NAV_ADVISOR)
    house.helper(mine, advisor.id, "nav_advisor")
    items = advisor.get("/v1/tenancies?sort=unit").json()["items"]
    assert [[one["name"] for one in item["members"]] for item in items] == [["Prøve Egen"]]


def test_tenancies_are_filtered_by_time_and_place(house: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    current, planned, ended = (house.unit(label) for label in ("101", "102", "103"))
    move_in(office, current, LAST_WEEK, resident_id=house.resident("Nå")).raise_for_status()
    move_in(office, planned, TOMORROW, resident_id=house.resident("Siden")).raise_for_status()
    before = house.household(house.resident("Før"))
    house.tenancy(ended, before, period=DateRange(date(2023, 12, 4), LAST_WEEK))

    def labels(**query: str) -> list[str]:
        page = office.get("/v1/tenancies", params=query).raise_for_status().json()
        return [one["unit_label"] for one in page["items"]]

    assert labels(state="current") == ["101"]
    assert labels(state="planned") == ["102"]
    assert labels(state="ended") == ["103"]
    assert labels(unit_id=str(current)) == ["101"]
    assert labels(site_id=str(house.site), sort="unit") == ["101", "102", "103"]
    assert labels(sort="from_day") == ["103", "101", "102"]
    assert labels(sort="-from_day") == ["102", "101", "103"]
    first = office.get("/v1/tenancies?limit=2").json()
    rest = office.get("/v1/tenancies", params={"limit": 2, "cursor": first["next"]}).json()
    assert [one["unit_label"] for one in first["items"] + rest["items"]] == ["102", "101", "103"]
    assert rest["next"] is None


def test_a_residents_way_through_the_house_is_found_and_the_landlord_cannot_ask_for_it(
    house: House,
) -> None:
    resident, other = house.resident("Egen"), house.resident("Annen")
    house.tenancy(
        house.unit("101"), house.household(resident), period=DateRange(date(2023, 12, 4), LAST_WEEK)
    )
    house.tenancy(house.unit("102"), house.household(other))

    def labels(role: Role) -> list[str]:
        found = house.as_(role).get("/v1/tenancies", params={"resident_id": str(resident)})
        return [one["unit_label"] for one in found.raise_for_status().json()["items"]]

    assert labels(Role.ENV_WORKER) == ["101"]
    assert labels(Role.PROPERTY_MANAGER) == []


def test_a_filter_that_does_not_exist_is_refused(house: House) -> None:
    answer = house.as_(Role.HOUSING_OFFICE).get("/v1/tenancies?household=x")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "household"


def test_a_list_of_leases_is_logged_with_those_it_named(house: House) -> None:
    resident = house.resident()
    house.tenancy(house.unit(), house.household(resident), period=DateRange(TODAY, None))
    for role in (Role.ENV_WORKER, Role.OPERATIONS):
        house.as_(role).get("/v1/tenancies").raise_for_status()
    lines = house.rows(
        "SELECT role, subject_ids FROM disclosure_log"
        " WHERE page = 'tenancies.list' AND district_id = %s ORDER BY role",
        house.district,
    )
    assert lines == [("env_worker", [resident]), ("operations", [])]

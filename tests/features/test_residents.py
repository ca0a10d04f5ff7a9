from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from bomiljo.access.roles import Role

from tests.factories import Caller, House

TODAY = date.today()  # noqa: DTZ011


def years_ago(years: int) -> str:
    return (TODAY - timedelta(days=365 * years + 100)).isoformat()


def names(caller: Caller, **query: str) -> list[str]:
    page = caller.get("/v1/residents", params=query).raise_for_status().json()
    return [one["family_name"] for one in page["items"]]


def test_a_resident_needs_nothing_but_a_name(house: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    answer = office.post("/v1/residents", json={"family_name": "Mononym"})
    assert answer.status_code == 201
    resident = answer.json()
    assert (resident["status"], resident["given_name"]) == ("expected", None)
    assert office.get(f"/v1/residents/{resident['id']}").json() == resident


def test_what_is_known_from_the_start_is_registered_in_one_step(house: House) -> None:
    made = house.as_(Role.HOUSING_OFFICE).post(
        "/v1/residents",
        json={
            "family_name": "Testesen",
            "given_name": "Prøve",
            "native_name": "تجربة",
            "birth_date": years_ago(30),
            "birth_date_source": "imdi",
            "site_id": str(house.site),
            "portal_language": "uk",
            "languages": [{"language": "uk", "own": True, "interpreter": True}],
            "contact_points": [{"kind": "phone", "value": "+47 412 34 567"}],
        },
    )
    resident = made.raise_for_status().json()
    assert (resident["age"], resident["birth_date_source"]) == (30, "imdi")
    assert resident["native_name"] == "تجربة"
    assert resident["languages"][0]["language"] == "uk"
    assert resident["contact_points"][0]["value"] == "41234567"


def test_who_sees_own_cases_only_becomes_the_helper_of_whom_they_register(house: House) -> None:
    settler, other = house.as_(Role.SETTLER), house.another(Role.SETTLER)
    resident = settler.post("/v1/residents", json={"family_name": "Nykomling"}).json()
    assert [(one["kind"], one["user_id"]) for one in resident["helpers"]] == [
        ("settler", str(settler.id))
    ]
    assert settler.get(f"/v1/residents/{resident['id']}").status_code == 200
    assert other.get(f"/v1/residents/{resident['id']}").status_code == 404


def test_nav_finds_its_own_cases_only(house: House) -> None:
    mine, _ = house.resident("Egen"), house.resident("Annens")
    advisor = house.as_(Role.NAV_ADVISOR)
    house.helper(mine, advisor.id, "nav_advisor")
    assert names(advisor) == ["Egen"]
    assert names(house.as_(Role.ENV_WORKER)) == ["Annens", "Egen"]


def test_a_family_is_one_case(house: House) -> None:
    parent, child = house.resident("Voksen"), house.resident("Barn")
    house.household(parent, child, kind="family")
    advisor = house.as_(Role.NAV_ADVISOR)
    house.helper(parent, advisor.id, "nav_advisor")
    assert names(advisor) == ["Barn", "Voksen"]


def test_another_district_finds_neither_the_resident_nor_a_trace(
    house: House, neighbours: House
) -> None:
    resident = house.resident()
    stranger = neighbours.as_(Role.HOUSING_OFFICE)
    assert names(stranger) == []
    foreign, random = (stranger.get(f"/v1/residents/{key}") for key in (resident, uuid4()))
    assert foreign.status_code == random.status_code == 404
    assert foreign.json() == random.json()
    edited = stranger.patch(f"/v1/residents/{resident}", json={"version": 1, "given_name": "X"})
    assert edited.status_code == 404


@pytest.mark.parametrize(
    "role",
    [Role.PROPERTY_MANAGER, Role.OPERATIONS, Role.HEALTH, Role.CREW, Role.DPO, Role.RESIDENT],
)
def test_who_has_no_duty_towards_residents_is_refused(house: House, role: Role) -> None:
    resident = house.resident()
    assert house.as_(role).get("/v1/residents").status_code == 403
    assert house.as_(role).get(f"/v1/residents/{resident}").status_code == 403


def test_a_worker_limited_to_one_site_sees_its_residents_and_those_without_a_site(
    house: House,
) -> None:
    elsewhere = house.another_site()
    house.resident("Her")
    house.resident("Der", site_id=elsewhere)
    house.resident("Venter", site_id=None, status="expected")
    worker = house.another(Role.ENV_WORKER, site_ids=[house.site])
    assert names(worker) == ["Her", "Venter"]


def test_on_site_an_age_band_is_enough_and_the_office_needs_the_date(house: House) -> None:
    resident = house.resident(birth_date=years_ago(21), birth_date_source="imdi")
    path = f"/v1/residents/{resident}"
    care = house.as_(Role.ENV_WORKER).get(path).json()
    assert (care["view"], care["age_band"]) == ("care", "18_24")
    assert not {"birth_date", "age", "birth_date_source"} & care.keys()
    case = house.as_(Role.HOUSING_OFFICE).get(path).json()
    assert (case["view"], case["age"], case["birth_date"]) == ("case", 21, years_ago(21))
    listed = house.as_(Role.ENV_WORKER).get("/v1/residents").json()["items"][0]
    assert "age" not in listed


def test_no_view_of_a_resident_carries_a_number_that_identifies(house: House) -> None:
    resident = house.resident()
    for role in (Role.HOUSING_OFFICE, Role.MANAGER):
        assert "identif" not in house.as_(role).get(f"/v1/residents/{resident}").text
        assert "identif" not in house.as_(role).get("/v1/residents").text


def test_a_resident_is_shown_with_household_home_and_devices(house: House) -> None:
    resident, partner = house.resident("Hjemme"), house.resident("Partner")
    household = house.household(resident, partner, kind="couple")
    house.tenancy(house.unit("204", capacity=2), household)
    house.as_resident(resident)
    shown = house.as_(Role.ENV_WORKER).get(f"/v1/residents/{resident}").json()
    assert [one["name"] for one in shown["household"]["members"]] == [
        "Prøve Hjemme",
        "Prøve Partner",
    ]
    assert (shown["home"]["unit_label"], shown["home"]["planned"]) == ("204", False)
    assert shown["open_devices"] == 1


def test_residents_are_filtered_by_what_staff_ask_for(house: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    expected = house.resident("Ventet", status="expected", site_id=None)
    house.resident("Bosatt")
    house.add("resident_languages", resident_id=expected, language="ti", own=True)
    helper = house.another(Role.NAV_ADVISOR)
    house.helper(expected, helper.id, "nav_advisor")
    assert names(office, status="expected") == ["Ventet"]
    assert names(office, site_id=str(house.site)) == ["Bosatt"]
    assert names(office, language="ti") == ["Ventet"]
    assert names(office, helper_user_id=str(helper.id)) == ["Ventet"]
    assert names(office, unassigned="nav_advisor") == ["Bosatt"]
    assert names(office, unassigned="settler") == ["Bosatt", "Ventet"]


def test_names_are_sorted_as_in_a_norwegian_list(house: House) -> None:
    for name in ("Østby", "Aas", "Berg", "Ærlig", "Åsen"):
        house.resident(name)
    assert names(house.as_(Role.ENV_WORKER)) == ["Berg", "Ærlig", "Østby", "Aas", "Åsen"]


def test_the_newest_come_first_or_last_and_who_is_not_settled_always_last(house: House) -> None:
    house.resident("Gammel", settled_on="2023-12-04")
    house.resident("Ny", settled_on="2024-01-08")
    house.resident("Ventet", status="expected")
    worker = house.as_(Role.ENV_WORKER)
    assert names(worker, sort="settled_on") == ["Gammel", "Ny", "Ventet"]
    assert names(worker, sort="-settled_on") == ["Ny", "Gammel", "Ventet"]


@pytest.mark.parametrize("sort", ["name", "settled_on", "-settled_on"])
def test_pages_neither_lose_nor_repeat_a_resident(house: House, sort: str) -> None:
    for number in range(5):
        house.resident(f"Nr {number}", settled_on=None if number % 2 else "2024-01-08")
    worker = house.as_(Role.ENV_WORKER)
    seen, cursor = [], None
    while True:
        query = {"limit": "2", "sort": sort} | ({"cursor": cursor} if cursor else {})
        page = worker.get("/v1/residents", params=query).raise_for_status().json()
        seen += [one["id"] for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 5


def test_a_name_is_never_a_parameter_of_an_address(house: House) -> None:
    answer = house.as_(Role.ENV_WORKER).get("/v1/residents?q=Testesen")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "q"


def test_a_list_and_a_page_leave_one_line_each_about_whom_they_showed(house: House) -> None:
    first, second = house.resident("En"), house.resident("To")
    house.household(first, second, kind="couple")
    worker = house.as_(Role.ENV_WORKER)
    worker.get("/v1/residents")
    worker.get(f"/v1/residents/{first}")
    lines: list[tuple[str, list[UUID]]] = house.rows(
        "SELECT page, subject_ids FROM disclosure_log WHERE actor_id = %s ORDER BY at", worker.id
    )
    assert [page for page, _ in lines] == ["residents.list", "residents.detail"]
    assert all(set(people) == {first, second} for _, people in lines)


def test_two_edits_of_the_same_version_cannot_both_win(house: House) -> None:
    path = f"/v1/residents/{house.resident()}"
    office = house.as_(Role.HOUSING_OFFICE)
    first = office.patch(path, json={"version": 1, "preferred_name": "Pia"}).json()
    assert (first["preferred_name"], first["version"]) == ("Pia", 2)
    second = office.patch(path, json={"version": 1, "preferred_name": "Per"})
    assert second.status_code == 409
    assert second.json()["current_version"] == 2
    emptied = office.patch(path, json={"version": 2, "preferred_name": None}).json()
    assert emptied["preferred_name"] is None


def test_languages_are_replaced_as_a_whole_and_the_log_keeps_what_was(house: House) -> None:
    resident = house.resident()
    path = f"/v1/residents/{resident}/languages"
    worker = house.as_(Role.ENV_WORKER)

    def put(version: int, *languages: str) -> list[str]:
        given = [{"language": one, "own": True} for one in languages]
        answer = worker.put(path, json={"version": version, "languages": given})
        return [one["language"] for one in answer.raise_for_status().json()["languages"]]

    assert put(1, "uk", "ru") == ["ru", "uk"]
    assert put(2, "uk", "fa-AF") == ["fa-AF", "uk"]
    log = house.rows(
        "SELECT action, coalesce(after, before) ->> 'language' FROM change_log"
        " WHERE table_name = 'resident_languages' AND subject_id = %s ORDER BY id",
        resident,
    )
    assert sorted(log) == sorted(
        [("insert", "uk"), ("insert", "ru"), ("insert", "fa-AF"), ("delete", "ru")]
    )


def test_a_repeated_registration_with_the_same_key_makes_one_resident(house: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    key = {"Idempotency-Key": str(uuid4())}
    first, again = (
        office.post("/v1/residents", json={"family_name": "Dobbel"}, headers=key) for _ in range(2)
    )
    assert first.status_code == again.status_code == 201
    assert first.json()["id"] == again.json()["id"]
    assert names(office) == ["Dobbel"]


def test_languages_to_choose_from_name_themselves(house: House) -> None:
    items = house.as_(Role.ENV_WORKER).get("/v1/languages").json()["items"]
    arabic = next(one for one in items if one["code"] == "ar")
    assert (arabic["autonym"], arabic["direction"], arabic["portal"]) == ("العربية", "rtl", True)
    assert {"ti", "fa-AF", "kmr"} <= {one["code"] for one in items}

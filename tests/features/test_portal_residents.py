"""From the code on paper to the resident's own pages, and out again."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID, uuid4

import httpx
import pytest
from bomiljo.access.roles import Role
from psycopg.types.range import DateRange

from tests.factories import Caller, House

TODAY = date.today()  # noqa: DTZ011


def issue(caller: Caller, resident: UUID) -> dict[str, str]:
    answer = caller.post(f"/v1/residents/{resident}/activation-code").raise_for_status()
    code: dict[str, str] = answer.json()
    return code


class Phone(httpx.Client):
    """A resident's own browser, which keeps cookies."""

    def activate(self, code: str, address: str | None = None) -> httpx.Response:
        headers = {"X-Forwarded-For": address} if address else {}
        answer = self.post("/v1/portal/activate", json={"code": code}, headers=headers)
        if answer.is_success:
            self.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
        return answer


@pytest.fixture
def phone(anyone: httpx.Client) -> Iterator[Phone]:
    with Phone(base_url=anyone.base_url) as own:
        yield own


def test_the_code_on_paper_opens_the_portal_once(house: House, phone: Phone) -> None:
    resident = house.resident("Beboer", preferred_name="Bo")
    issued = issue(house.as_(Role.ENV_WORKER), resident)
    assert len(issued["code"]) == 9
    assert issued["url"].endswith(f"/aktiver#{issued['code']}")
    assert phone.activate(issued["code"]).status_code == 200
    assert phone.get("/v1/portal/home").json()["name"] == "Bo"
    again = phone.activate(issued["code"])
    assert again.status_code == 401
    assert again.json()["errors"][0]["field"] == "code"


@pytest.mark.parametrize("typed", ["{a}{b}", "{a} {b}", " {a}-{b} ", "{a}.{b}"])
def test_case_spaces_and_hyphens_do_not_matter(house: House, phone: Phone, typed: str) -> None:
    first, second = issue(house.as_(Role.ENV_WORKER), house.resident())["code"].split("-")
    assert phone.activate(typed.format(a=first.lower(), b=second)).status_code == 200


def test_the_code_is_kept_nowhere_in_clear(house: House) -> None:
    resident = house.resident()
    office = house.as_(Role.HOUSING_OFFICE)
    answer = office.post(
        f"/v1/residents/{resident}/activation-code", headers={"Idempotency-Key": str(uuid4())}
    )
    code = answer.json()["code"]
    stored = house.rows(
        "SELECT t::text FROM activation_codes t UNION ALL SELECT t::text FROM change_log t"
        " UNION ALL SELECT t::text FROM idempotency_keys t"
    )
    assert not any(code in row or code.replace("-", "") in row for (row,) in stored)


def test_a_new_code_makes_the_one_before_worthless(house: House, phone: Phone) -> None:
    resident, worker = house.resident(), house.as_(Role.ENV_WORKER)
    old, new = issue(worker, resident), issue(worker, resident)
    assert phone.activate(old["code"]).status_code == 401
    assert phone.activate(new["code"]).status_code == 200


def test_a_code_is_valid_for_a_fortnight(house: House, phone: Phone) -> None:
    resident = house.resident()
    issued = issue(house.as_(Role.ENV_WORKER), resident)
    days = date.fromisoformat(issued["expires_at"][:10]) - TODAY
    assert timedelta(days=13) <= days <= timedelta(days=14)
    house.db.execute(
        "UPDATE activation_codes SET expires_at = now() WHERE resident_id = %s", [resident]
    )
    assert phone.activate(issued["code"]).status_code == 401


def test_a_revoked_phone_is_signed_out_at_once(house: House, phone: Phone) -> None:
    resident, worker = house.resident(), house.as_(Role.ENV_WORKER)
    phone.activate(issue(worker, resident)["code"])
    path = f"/v1/residents/{resident}/devices"
    (device,) = worker.get(path).json()["items"]
    assert phone.get("/v1/portal/people").status_code == 200
    assert worker.delete(f"{path}/{device['id']}").status_code == 204
    assert phone.get("/v1/portal/people").status_code == 401
    assert worker.get(path).json()["items"] == []
    assert worker.delete(f"{path}/{device['id']}").status_code == 404


def test_a_second_phone_takes_over_from_the_first(house: House, phone: Phone) -> None:
    resident, worker = house.resident(), house.as_(Role.ENV_WORKER)
    phone.activate(issue(worker, resident)["code"])
    with Phone(base_url=phone.base_url) as second:
        second.activate(issue(worker, resident)["code"])
        assert second.get("/v1/portal/home").status_code == 200
        assert phone.get("/v1/portal/home").status_code == 401
        assert worker.delete(f"/v1/residents/{resident}/devices").status_code == 204
        assert second.get("/v1/portal/home").status_code == 401


def test_guessing_codes_from_one_address_is_slowed_down(phone: Phone) -> None:
    address = f"2001:db8::{uuid4().hex[:4]}"
    answers = [phone.activate("AAAA-AAAA", address).status_code for _ in range(61)]
    assert answers == [401] * 60 + [429]
    assert phone.activate("AAAA-AAAA", f"2001:db8:1::{uuid4().hex[:4]}").status_code == 401


@pytest.mark.parametrize("code", ["", "short", "x" * 21, 12345678, None, "AAAA\x00AAAA", "😀" * 8])
def test_what_is_no_code_is_refused_without_a_fault(phone: Phone, code: object) -> None:
    answer = phone.post("/v1/portal/activate", json={"code": code})
    assert answer.status_code in {401, 422}
    assert answer.json()["errors"][0]["field"] == "code"


@pytest.mark.parametrize("role", [Role.MANAGER, Role.NAV_ADVISOR, Role.OPERATIONS])
def test_who_does_not_hand_over_keys_issues_no_code(house: House, role: Role) -> None:
    resident = house.resident()
    caller = house.as_(role)
    assert caller.post(f"/v1/residents/{resident}/activation-code").status_code == 403
    assert caller.get(f"/v1/residents/{resident}/devices").status_code == 403


def test_another_district_issues_no_code_and_ends_no_phone(house: House, neighbours: House) -> None:
    resident = house.resident()
    me = house.as_resident(resident)
    stranger = neighbours.as_(Role.ENV_WORKER)
    assert stranger.post(f"/v1/residents/{resident}/activation-code").status_code == 404
    assert stranger.get(f"/v1/residents/{resident}/devices").status_code == 404
    assert stranger.delete(f"/v1/residents/{resident}/devices").status_code == 404
    path = f"/v1/residents/{resident}/devices/{me.session_id}"
    assert stranger.delete(path).status_code == 404
    assert me.get("/v1/portal/home").status_code == 200


def test_my_people_are_those_who_help_me_now_and_who_is_on_call(house: House) -> None:
    resident = house.resident()
    settler, former = house.as_(Role.SETTLER), house.another(Role.ENV_WORKER)
    house.db.execute("UPDATE users SET phone = '41200008' WHERE id = %s", [settler.id])
    house.helper(resident, settler.id)
    house.add(
        "helpers",
        resident_id=resident,
        user_id=former.id,
        kind="env_worker",
        period=DateRange(TODAY - timedelta(days=9), TODAY),
    )
    for name, days in (("Vakt", [1, 2, 3, 4, 5, 6, 7]), ("Aldri", [])):
        house.add(
            "on_call_contacts",
            site_id=house.site,
            responsible="landlord",
            name=name,
            phone="22000000",
            weekdays=days,
            from_time="00:00",
            to_time="23:59:59.999999",
            position=1,
        )
    people = house.as_resident(resident).get("/v1/portal/people").json()
    assert people["helpers"] == [
        {"kind": "settler", "name": settler.name, "phone": "41200008", "organisation": "nav prøve"}
    ]
    assert [one["name"] for one in people["on_call"]] == ["Vakt"]


def test_my_data_holds_everything_and_nothing_of_others(house: House) -> None:
    resident, partner = house.resident("Meg"), house.resident("Annen")
    household = house.household(resident, partner, kind="couple")
    old, new = house.unit("101"), house.unit("204")
    house.tenancy(old, household, period=DateRange(date(2023, 12, 4), date(2024, 3, 1)))
    house.tenancy(new, household, period=DateRange(date(2024, 3, 1), None))
    house.add("resident_languages", resident_id=resident, language="uk", own=True)
    house.add("contact_points", resident_id=resident, kind="phone", value="41234567")
    house.add("contact_points", resident_id=partner, kind="phone", value="49999999")
    house.as_(Role.HOUSING_OFFICE).post(
        f"/v1/residents/{resident}/identifiers",
        json={
            "kind": "fnr",
            "value": "15859010099",
            "source": "imdi",
            "from_day": "2024-01-08",
        },
    ).raise_for_status()
    answer = house.as_resident(resident).get("/v1/portal/my-data")
    mine = answer.json()
    assert (mine["family_name"], mine["languages"][0]["language"]) == ("Meg", "uk")
    assert [one["value"] for one in mine["contact_points"]] == ["41234567"]
    assert [one["masked"] for one in mine["identifiers"]] == ["158590 *****"]
    assert [one["unit_label"] for one in mine["tenancies"]] == ["101", "204"]
    assert mine["households"][0]["kind"] == "couple"
    assert mine["devices"][0]["current"] is True
    for text in ("Annen", "49999999", "15859010099", str(partner)):
        assert text not in answer.text


def test_my_home_tells_where_i_live_and_what_comes(house: House) -> None:
    resident = house.resident("Beboer", given_name="Bo")
    soon = TODAY + timedelta(days=30)
    house.tenancy(house.unit("204"), house.household(resident), contract_ends_on=soon)
    home = house.as_resident(resident).get("/v1/portal/home").json()
    assert (home["name"], home["unit_label"], home["site"]) == ("Bo", "204", "Prøveveien 2")
    assert home["next"] == [{"kind": "contract_ends", "day": soon.isoformat(), "unit_label": "204"}]


def test_i_choose_a_language_the_portal_speaks(house: House) -> None:
    resident = house.resident()
    me = house.as_resident(resident)
    assert me.put("/v1/portal/language", json={"language": "ar"}).status_code == 204
    assert me.get("/v1/portal/home").json()["language"] == "ar"
    for language in ("ti", "xx", "", None, "x" * 99):
        answer = me.put("/v1/portal/language", json={"language": language})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == "language"
    office = house.as_(Role.HOUSING_OFFICE).get(f"/v1/residents/{resident}").json()
    assert (office["portal_language"], office["version"]) == ("ar", 1)


@pytest.mark.parametrize("path", ["home", "people", "my-data"])
def test_staff_have_no_portal_and_residents_no_register(house: House, path: str) -> None:
    assert house.as_(Role.HOUSING_OFFICE).get(f"/v1/portal/{path}").status_code == 403
    assert house.as_(Role.RESIDENT).get("/v1/residents").status_code == 403


def test_looking_at_ones_own_data_is_nobodys_disclosure(house: House) -> None:
    resident = house.resident()
    house.as_resident(resident).get("/v1/portal/my-data").raise_for_status()
    assert house.rows(
        "SELECT count(*) FROM disclosure_log WHERE district_id = %s", house.district
    ) == [(0,)]

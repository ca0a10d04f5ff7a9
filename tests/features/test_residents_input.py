"""What people, phones and scripts send by mistake or on purpose."""

from typing import Any

import pytest
from bomiljo.access.roles import Role

from tests.factories import House

KEPT = {
    "html": "<script>alert(1)</script>",
    "emoji": "Prøve 👩‍👩‍👧 🇺🇦",
    "right to left": "محمد بن عبد الله",
    "sql": "Robert'); DROP TABLE residents;--",
    "csv formula": '=HYPERLINK("http://example.no")',
    "at sign": "@SUM(1+1)",
    "quotes": 'O\'Brien "Ola" \\ %s {0}',
    "two hundred": "Å" * 200,
    "one sign": "X",
    "ethiopic": "ገብረ",
}
REFUSED = {
    "missing": ({}, "family_name", "missing"),
    "empty": ({"family_name": ""}, "family_name", "string_too_short"),
    "only spaces": ({"family_name": "   "}, "family_name", "string_too_short"),
    "too long": ({"family_name": "a" * 201}, "family_name", "string_too_long"),
    "a number": ({"family_name": 7}, "family_name", "string_type"),
    "a list": ({"family_name": ["a"]}, "family_name", "string_type"),
    "nul": ({"family_name": "a\x00b"}, "family_name", "control_characters"),
    "control": ({"family_name": "a\x1bb"}, "family_name", "control_characters"),
    "unknown field": ({"family_name": "A", "fnr": "1"}, "fnr", "extra_forbidden"),
    "no date": ({"family_name": "A", "birth_date": "17. mai"}, "birth_date", None),
    "unborn": ({"family_name": "A", "birth_date": "2099-01-01"}, "birth_date", None),
    "ancient": ({"family_name": "A", "birth_date": "1800-01-01"}, "birth_date", None),
    "language": (
        {"family_name": "A", "languages": [{"language": "ua", "own": True}]},
        "languages.0.language",
        "language",
    ),
    "unused language": (
        {"family_name": "A", "languages": [{"language": "uk"}]},
        "languages.0",
        "language_unused",
    ),
    "twice": (
        {"family_name": "A", "languages": [{"language": "uk", "own": True}] * 2},
        "languages",
        "language_twice",
    ),
    "portal language": (
        {"family_name": "A", "portal_language": "ti"},
        "portal_language",
        "portal_language",
    ),
    "phone": (
        {"family_name": "A", "contact_points": [{"kind": "phone", "value": "12"}]},
        "contact_points.0.value",
        "phone_number",
    ),
    "email": (
        {"family_name": "A", "contact_points": [{"kind": "email", "value": "a@b"}]},
        "contact_points.0.value",
        "email_address",
    ),
    "too many": (
        {"family_name": "A", "contact_points": [{"kind": "phone", "value": "110"}] * 21},
        "contact_points",
        "too_long",
    ),
    "site": (
        {"family_name": "A", "site_id": "01890000-0000-7000-8000-000000000000"},
        "site_id",
        "unknown",
    ),
}


@pytest.mark.parametrize("name", KEPT.values(), ids=KEPT)
def test_a_name_is_kept_as_it_was_written(house: House, name: str) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    made = office.post("/v1/residents", json={"family_name": name}).raise_for_status().json()
    assert made["family_name"] == name
    assert office.get("/v1/residents").json()["items"][0]["family_name"] == name


def test_a_name_over_several_lines_becomes_one_line(house: House) -> None:
    made = house.as_(Role.HOUSING_OFFICE).post("/v1/residents", json={"family_name": " A\r\nB "})
    assert made.json()["family_name"] == "A B"


@pytest.mark.parametrize(("body", "field", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_taken_is_refused_at_its_field_and_not_echoed(
    house: House, body: dict[str, Any], field: str, code: str | None
) -> None:
    answer = house.as_(Role.HOUSING_OFFICE).post("/v1/residents", json=body)
    assert answer.status_code == 422
    error = answer.json()["errors"][0]
    assert error["field"] == field
    assert code is None or error["code"] == code
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "raw",
    [
        b'{"family_name": "\\ud800"}',
        b'{"family_name": NaN}',
        b'{"family_name": "A", "birth_date": NaN}',
        b'{"family_name": ',
        b'{"family_name": "\xff\xfe"}',
        b"[]",
        b"null",
        b"",
    ],
)
def test_a_body_that_is_no_sound_json_is_refused_and_never_a_fault(
    house: House, raw: bytes
) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    answer = office.post("/v1/residents", content=raw, headers={"Content-Type": "application/json"})
    assert answer.status_code in {400, 422}
    assert office.get("/v1/residents").json()["items"] == []


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("113", "113"),
        ("02800", "02800"),
        ("116 117", "116117"),
        ("22 59 13 00", "22591300"),
        ("+47 412 34 567", "41234567"),
        ("0047 41234567", "41234567"),
        ("+380 50 123 45 67", "+380501234567"),
    ],
)
def test_a_telephone_number_is_kept_as_it_is_dialled(house: House, written: str, kept: str) -> None:
    path = f"/v1/residents/{house.resident()}/contact-points"
    points = [{"kind": "phone", "value": written, "note": "WhatsApp"}]
    answer = house.as_(Role.ENV_WORKER).put(path, json={"version": 1, "contact_points": points})
    assert answer.json()["contact_points"][0]["value"] == kept


@pytest.mark.parametrize("written", ["1234", "99", "+47 1", "12345678", "+9999", "ring meg", "١١٣"])
def test_what_nobody_can_dial_is_refused_at_its_field(house: House, written: str) -> None:
    path = f"/v1/residents/{house.resident()}/contact-points"
    points = [{"kind": "email", "value": "a@example.no"}, {"kind": "phone", "value": written}]
    answer = house.as_(Role.ENV_WORKER).put(path, json={"version": 1, "contact_points": points})
    assert answer.json()["errors"][0]["field"] == "contact_points.1.value"


@pytest.mark.parametrize("field", ["family_name", "birth_date_source", "portal_language"])
def test_what_everybody_has_cannot_be_emptied(house: House, field: str) -> None:
    path = f"/v1/residents/{house.resident()}"
    answer = house.as_(Role.HOUSING_OFFICE).patch(path, json={"version": 1, field: None})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


@pytest.mark.parametrize(
    "query", ["status=gone", "limit=101", "limit=0", "site_id=x", "language=xx", "cursor=%00"]
)
def test_a_filter_that_means_nothing_is_refused(house: House, query: str) -> None:
    answer = house.as_(Role.ENV_WORKER).get(f"/v1/residents?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == query.partition("=")[0]

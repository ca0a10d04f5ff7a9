"""What PostgreSQL hands back as JSON is exactly what the View says."""

import json
from typing import Any

import httpx
import pytest
from bomiljo.access.roles import Role
from bomiljo.features.sites.model import Unit
from bomiljo.features.sites.schemas import UnitCare, UnitView
from bomiljo.kernel.rows import as_json
from pydantic import TypeAdapter

from tests.factories import House


def test_a_view_without_its_column_is_refused_when_it_is_built() -> None:
    with pytest.raises(TypeError, match=r"UnitCare\.site_id has no column"):
        as_json(UnitCare, {"id": Unit.id})


def test_a_column_without_its_field_is_refused_when_it_is_built() -> None:
    columns = dict.fromkeys(UnitCare.model_fields, Unit.id) | {"technical_note": Unit.id}
    with pytest.raises(TypeError, match="UnitCare has no field"):
        as_json(UnitCare, columns)


@pytest.mark.parametrize("role", [Role.ENV_WORKER, Role.OPERATIONS, Role.CREW])
def test_the_database_and_the_view_write_the_same_json(house: House, role: Role) -> None:
    unit = house.unit(accessibility=["step_free"], dwelling_number="H0101", technical_note="Ø «x»")
    answer = house.as_(role).get(f"/v1/units/{unit}").raise_for_status()
    view: Any = TypeAdapter(UnitView).validate_json(answer.content, strict=True)
    assert json.loads(view.model_dump_json()) == answer.json()


SAID = {"field", "code", "message", "context"}


def refused(client: httpx.Client, body: bytes) -> dict[str, Any]:
    answer = client.post(
        "/v1/auth/sign-in", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code in {400, 422}, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    return problem


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"hei"',
        b'{"user_name": NaN, "password": "x"}',
        b'{"user_name": 1e400, "password": "x"}',
        b'{"user_name": "\\ud800", "password": "x"}',
        b'{"user_name": "a", "password": "b", "extra": 1}',
        b"\xff\xfe\x00",
        b'{"user_name": ' + b"[" * 5000,
    ],
    ids=lambda body: body[:24].decode("latin-1"),
)
def test_a_body_that_cannot_be_read_is_a_named_problem_and_is_not_echoed(
    anyone: httpx.Client, body: bytes
) -> None:
    problem = refused(anyone, body)
    assert problem["type"] in {"/problems/invalid-request", "/problems/bad-http"}
    assert all(error.keys() <= SAID for error in problem["errors"])


def test_what_was_typed_does_not_come_back(anyone: httpx.Client) -> None:
    problem = refused(anyone, b'{"user_name": ["15859010099"], "password": "x"}')
    assert "15859010099" not in str(problem)
    assert problem["errors"][0]["field"] == "user_name"


def test_security_headers_are_on_every_answer_also_on_failures(anyone: httpx.Client) -> None:
    for path in ("/v1/session", "/v1/nowhere", "/health", "/v1/emergency-numbers"):
        headers = anyone.get(path).headers
        assert headers["x-content-type-options"] == "nosniff", path
        assert "frame-ancestors 'none'" in headers["content-security-policy"], path


def test_an_unknown_address_and_a_wrong_method_are_problems_too(anyone: httpx.Client) -> None:
    assert anyone.get("/v1/nowhere").json()["type"] == "/problems/not-found"
    wrong = anyone.delete("/v1/emergency-numbers")
    assert wrong.status_code == 405
    assert wrong.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("cursor", ["x", "e30", "W10", "!!!!", "a" * 900, "bnVsbA"])
def test_a_made_up_cursor_is_refused_at_its_field(house: House, cursor: str) -> None:
    answer = house.as_(Role.ENV_WORKER).get("/v1/units", params={"cursor": cursor})
    assert answer.status_code == 422, answer.text


def test_a_wrong_method_says_all_that_are_right(house: House) -> None:
    unit = house.unit()
    answer = house.as_(Role.ENV_WORKER).delete(f"/v1/units/{unit}")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, PATCH"


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/v1/calendar/days", {"code": "nowruz", "visible": 0}, "visible"),
        ("/v1/calendar/days", {"code": "nowruz", "visible": "true"}, "visible"),
    ],
)
def test_a_number_or_a_text_is_no_truth_value(
    house: House, path: str, body: dict[str, Any], field: str
) -> None:
    answer = house.as_(Role.ENV_WORKER).patch(path, json=body)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field), answer.text


@pytest.mark.parametrize("day", ["0", "1700000000", "2026-11", "24.11.2026"])
def test_a_bare_number_is_no_day(house: House, day: str) -> None:
    answer = house.as_(Role.MANAGER).get("/v1/changes", params={"from_day": day})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "from_day")

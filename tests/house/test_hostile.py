"""Requests that nobody sends by mistake: answered calmly, told to nobody, written down nowhere."""

import json
import logging
from pathlib import Path

import httpx
import pytest
from bomiljo.access.roles import Role
from bomiljo.demo.app import create_demo_api
from bomiljo.kernel.handlers import LastResort
from bomiljo.kernel.security import ALWAYS, SecurityHeaders
from bomiljo.settings import Settings
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from tests.factories import House
from tests.house.operations import CONTRACT, NOBODY, OPERATIONS, Operation

WORD = "KANARI7781"
BODIES = {
    "cut short": b'{"a":',
    "not a number": b'{"version":NaN,"title":NaN,"user_name":NaN}',
    "no end of a number": b'{"version":1e400,"limit":-1e400}',
    "many digits": b'{"version":' + b"9" * 5000 + b"}",
    "half a character": b'{"title":"\\ud800' + WORD.encode() + b'","\\udfff":1}',
    "NUL": b'{"title":"\\u0000' + WORD.encode() + b'","user_name":"\\u0000"}',
    "not UTF-8": b'\xff\xfe{"a":1}',
    "a list": b"[]",
    "a word": f'"{WORD}"'.encode(),
    "nothing": b"",
    "a well": b"[" * 50_000,
    "a key twice": f'{{"version":1,"version":"{WORD}"}}'.encode(),
}
IDS = ("%00", "..%2f..%2fetc%2fpasswd", "%ff", WORD, "a" * 3000, "%ED%A0%80", f"{NOBODY}%20")
CURSORS = (WORD, "%00", "WyJcdWQ4MDAiLCJcdWQ4MDAiXQ", "WyJcdTAwMDAiLCJcdTAwMDAiXQ", "Ww" * 300)
WRITES = [one for one in OPERATIONS if "requestBody" in one.details]


def calmly(answer: httpx.Response) -> None:
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert WORD not in answer.text
    assert len(answer.content) < 20_000
    for name, value in ALWAYS:
        assert answer.headers[name.decode()] == value.decode()


@pytest.mark.parametrize("operation", WRITES, ids=str)
def test_no_body_upsets_the_service_or_comes_back(house: House, operation: Operation) -> None:
    role = Role(operation.roles[0]) if operation.roles else Role.CREW
    url = operation.path_about(NOBODY)
    for body in BODIES.values():
        for kind in ("application/json", "multipart/form-data; boundary=x", "text/plain"):
            headers = {"Content-Type": kind}
            calmly(house.as_(role).request(operation.method, url, content=body, headers=headers))


def test_a_refusal_is_short_however_much_is_wrong(house: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    calmly(office.post("/v1/search", json={f"field {number}": 1 for number in range(40_000)}))
    calmly(office.post("/v1/search", json={"A" * 900_000: 1}))


@pytest.mark.parametrize("wrong", IDS)
def test_what_is_no_id_is_no_address(house: House, wrong: str) -> None:
    for operation in OPERATIONS:
        if "{" in operation.path:
            url = operation.path_about(wrong)
            answer = house.as_(Role.CREW).request(operation.method, url)
            calmly(answer)
            assert answer.status_code in {404, 405}, operation


@pytest.mark.parametrize("cursor", CURSORS)
def test_no_cursor_of_ones_own_making_upsets_a_list(house: House, cursor: str) -> None:
    for operation in OPERATIONS:
        if any(one["name"] == "cursor" for one in operation.details.get("parameters", ())):
            url = operation.path_about(NOBODY)
            calmly(house.as_(Role(operation.roles[0])).get(f"{url}?cursor={cursor}"))


def test_an_address_takes_the_methods_that_the_contract_names(anyone: httpx.Client) -> None:
    for path, item in CONTRACT["paths"].items():
        named = {method.upper() for method in item}
        url = Operation("GET", path, {}).path_about(NOBODY)
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"} - named:
            answer = anyone.request(method, url)
            assert answer.status_code == 405, (method, path)
            assert set(answer.headers["allow"].split(", ")) == named, (method, path)


@pytest.fixture
def website(settings: Settings, tmp_path: Path) -> TestClient:
    for place in (tmp_path, tmp_path / "ansatt", tmp_path / "docs"):
        place.mkdir(exist_ok=True)
        (place / "index.html").write_text(f"<!doctype html><title>{place.name}</title>")
    api = create_demo_api(settings.model_copy(update={"frontend_dir": tmp_path}))
    return TestClient(SecurityHeaders(api))


def test_the_website_does_not_answer_for_the_api(website: TestClient) -> None:
    assert website.get("/hva/som/helst").status_code == 200
    assert website.head("/ansatt").status_code == 200
    assert website.post("/v1/nowhere").status_code == 404
    assert website.get("/v1").status_code == 404
    assert website.get("/v1/auth/token").headers["allow"] == "POST"


@pytest.mark.parametrize("path", ["/" + "a" * 300, "/" + "%F0%9F%92%A9" * 90, "//etc/passwd.x"])
def test_no_path_upsets_the_website(website: TestClient, path: str) -> None:
    assert website.get(path).status_code == 404


def test_a_fault_of_ours_is_noted_without_what_was_typed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def broken(_: Scope, __: Receive, ___: Send) -> None:
        try:
            json.loads(f"{{{WORD}")
        except ValueError as error:
            raise LookupError(WORD) from error

    with caplog.at_level(logging.DEBUG, "bomiljo"):
        answer = TestClient(LastResort(broken)).get("/")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "JSONDecodeError" in caplog.text
    assert "builtins.LookupError" in caplog.text
    assert WORD not in caplog.text

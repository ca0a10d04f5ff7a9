"""Rules that hold for every operation, checked against the published contract."""

import json
from typing import Any

import httpx
import pytest
from bomiljo.access.guard import guarded_router
from bomiljo.access.permissions import GRANTS, Permission
from bomiljo.access.roles import Role
from bomiljo.cli import contract

from tests.factories import House
from tests.house.operations import CONTRACT, GUARDED, OPERATIONS, ROOT, Operation

OPEN = {
    "POST /v1/auth/sign-in",
    "POST /v1/auth/token",
    "POST /v1/auth/welcome",
    "POST /v1/portal/activate",
    "GET /v1/emergency-numbers",
    "GET /v1/demo/accounts",
    "GET /v1/feeds/{secret}.ics",
}
STRINGS_WITHOUT_LIMIT = {"title", "description"}


def test_the_contract_is_up_to_date() -> None:
    document, table = contract()
    assert json.loads(document) == CONTRACT, "run `make openapi` and read the difference"
    assert (ROOT / "openapi" / "access.md").read_text() == table


def test_every_operation_is_guarded_but_the_few_that_come_before_sign_in() -> None:
    assert len(OPERATIONS) > 20
    assert {str(one) for one in OPERATIONS if one.permission is None} == OPEN


def test_a_route_without_a_permission_cannot_be_written() -> None:
    router = guarded_router("/x")
    with pytest.raises(TypeError, match="declares no permission"):
        router.get("")(lambda: None)


def test_every_operation_says_what_it_is_for_and_what_can_go_wrong() -> None:
    for operation in OPERATIONS:
        assert operation.details["summary"], operation
        if operation.permission:
            assert {"401", "403"} <= operation.details["responses"].keys(), operation


@pytest.mark.parametrize("operation", GUARDED, ids=str)
def test_nobody_gets_in_without_signing_in(operation: Operation, anyone: httpx.Client) -> None:
    assert operation.call(anyone).status_code == 401


@pytest.mark.parametrize("role", Role)
def test_a_role_is_refused_exactly_what_it_is_not_granted(house: House, role: Role) -> None:
    """Every operation for one role; what is granted may fail, but not for lack of permission."""
    differing = []
    for operation in GUARDED:
        if str(operation) in {"POST /v1/auth/sign-out", "POST /v1/auth/sign-out-everywhere"}:
            continue
        granted = Permission(str(operation.permission)) in GRANTS[role]
        answer = operation.call(house.as_(role))
        if (answer.status_code == 403) is granted or answer.status_code >= 500:
            differing.append((str(operation), answer.status_code))
    assert differing == []


def _schemas(body: Any) -> Any:
    if isinstance(body, dict):
        yield body
        for value in body.values():
            yield from _schemas(value)
    elif isinstance(body, list):
        for value in body:
            yield from _schemas(value)


def test_no_field_of_an_answer_may_be_missing() -> None:
    """Answers have no optional fields, else the SPA's types say `field?:`."""
    requests = {
        reference.rsplit("/", 1)[-1]
        for operation in OPERATIONS
        for schema in _schemas(operation.details.get("requestBody", {}))
        if isinstance(reference := schema.get("$ref"), str)
    }
    for name, schema in CONTRACT["components"]["schemas"].items():
        if name in requests or name in {"ProblemDetails", "FieldError"} or "Body" in name:
            continue
        missing = schema.get("properties", {}).keys() - set(schema.get("required", ()))
        if schema.get("additionalProperties") is False:
            continue
        assert not missing, f"{name}: {missing}"


def test_every_text_that_comes_in_has_a_longest_length() -> None:
    schemas = CONTRACT["components"]["schemas"]
    for name, schema in schemas.items():
        if schema.get("additionalProperties") is not False:
            continue
        for field, details in schema.get("properties", {}).items():
            for one in _schemas(details):
                if one.get("type") == "string":
                    bounded = one.keys() & {"maxLength", "enum", "format", "const", "pattern"}
                    assert bounded, f"{name}.{field}"

"""Finishing touches to the OpenAPI document that FastAPI cannot say by itself."""

from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from bomiljo.kernel.problems import PROBLEM_REF, ProblemDetails, problem_content

WALL_CLOCK = r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$"
REF = "#/components/schemas/{model}"


def operation_id(route: APIRoute) -> str:
    return route.name


def _finish(operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    if invalid := responses.get("422"):
        invalid["content"] = problem_content()
        invalid["description"] = "`invalid-request`: The request is not valid"
    responses["500"] = {"description": "`server-fault`", "content": problem_content()}
    responses["503"] = {"description": "`unavailable`", "content": problem_content()}
    if "requestBody" in operation:
        responses.setdefault(
            "400", {"description": "`bad-http`: Unreadable body", "content": problem_content()}
        )


def _tell_clocks(node: Any) -> None:
    """Times are what a clock on the wall shows; the format «time» is one with an offset."""
    if isinstance(node, list):
        for one in node:
            _tell_clocks(one)
    elif isinstance(node, dict):
        if node.get("format") == "time":
            del node["format"]
            node["pattern"] = WALL_CLOCK
        for one in node.values():
            _tell_clocks(one)


def install(app: FastAPI, security_schemes: dict[str, Any]) -> None:
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema:
            return app.openapi_schema
        document = generate()
        document["components"]["securitySchemes"] = security_schemes
        schemas = document["components"]["schemas"]
        problem = ProblemDetails.model_json_schema(ref_template=REF)
        schemas.update(problem.pop("$defs", {}))
        schemas[PROBLEM_REF] = problem
        schemas.pop("HTTPValidationError", None)
        schemas.pop("ValidationError", None)
        for path in document["paths"].values():
            for operation in path.values():
                _finish(operation)
        _tell_clocks(document)
        app.openapi_schema = document
        return document

    app.openapi = openapi  # type: ignore[method-assign]

"""Errors as RFC 9457 problem details: raised anywhere, rendered once, declared per route."""

from typing import Any, ClassVar

from fastapi.encoders import jsonable_encoder
from pydantic import BaseModel, ConfigDict
from starlette.responses import JSONResponse
from typing_extensions import override

MEDIA_TYPE = "application/problem+json"
PROBLEM_REF = "ProblemDetails"


class FieldError(BaseModel):
    """One field that could not be accepted; `code` is stable, `message` is English."""

    field: str
    code: str
    message: str
    context: dict[str, str | int | float | bool] = {}


class ProblemDetails(BaseModel):
    """RFC 9457."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldError] = []


def problem_content() -> dict[str, Any]:
    return {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{PROBLEM_REF}"}}}


class Problem(Exception):
    """Subclass it, name it well, give it a status. `detail` is read by a human.

    `field` names the input at fault, so that a form can show the problem in its place.
    `constraints` are database constraints whose violation means this problem.
    """

    status: ClassVar[int] = 400
    title: ClassVar[str] = "Bad request"
    field: ClassVar[str | None] = None
    constraints: ClassVar[tuple[str, ...]] = ()
    headers: ClassVar[dict[str, str]] = {}

    def __init__(self, detail: str = "", **extra: Any) -> None:
        super().__init__(detail)
        self.detail = detail or self.title
        self.extra = extra

    @classmethod
    def slug(cls) -> str:
        return "".join(f"-{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("-")

    def errors(self) -> list[FieldError]:
        if self.field is None:
            return []
        return [FieldError(field=self.field, code=self.slug(), message=self.title)]

    def as_response(self) -> JSONResponse:
        body = {
            "type": f"/problems/{self.slug()}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "errors": self.errors(),
            **self.extra,
        }
        headers = dict(self.headers)
        if "retry_after" in self.extra:
            headers["Retry-After"] = str(self.extra["retry_after"])
        return JSONResponse(jsonable_encoder(body), self.status, headers, MEDIA_TYPE)


class NotFound(Problem):
    status = 404
    title = "Not found"


class Forbidden(Problem):
    status = 403
    title = "Your role may not do this"


class Conflict(Problem):
    status = 409
    title = "Conflicts with what is already recorded"


class ChangedMeanwhile(Conflict):
    title = "Somebody else changed this while you were editing"


class InvalidRequest(Problem):
    status = 422
    title = "The request is not valid"


class Invalid(InvalidRequest):
    """A rule that needs the database to judge; it points at its fields like a schema error."""

    def __init__(self, *errors: FieldError) -> None:
        super().__init__()
        self.found = list(errors)

    @classmethod
    @override
    def slug(cls) -> str:
        return InvalidRequest.slug()

    @override
    def errors(self) -> list[FieldError]:
        return self.found


class Unavailable(Problem):
    status = 503
    title = "The service cannot reach its database just now"
    headers: ClassVar[dict[str, str]] = {"Retry-After": "2"}


def problems(*kinds: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """OpenAPI `responses=` for a route that can raise `kinds`."""
    by_status: dict[int | str, list[type[Problem]]] = {}
    for kind in kinds:
        by_status.setdefault(kind.status, []).append(kind)
    return {
        status: {
            "description": ", ".join(f"`{kind.slug()}`: {kind.title}" for kind in same),
            "content": problem_content(),
        }
        for status, same in by_status.items()
    }

"""Every failure becomes a problem here, once; nothing that was typed is echoed or logged."""

import logging
from collections.abc import Iterator
from traceback import StackSummary, extract_tb
from urllib.parse import quote

import asyncpg
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bomiljo.kernel.connections import DRIVER_ERRORS
from bomiljo.kernel.limits import too_large
from bomiljo.kernel.problems import (
    Conflict,
    FieldError,
    Forbidden,
    Invalid,
    InvalidRequest,
    NotFound,
    Problem,
    Unavailable,
)

log = logging.getLogger("bomiljo")

UNREACHABLE = (
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # the server ended a connection that was between two statements
    asyncpg.InsufficientResourcesError,
    asyncpg.OperatorInterventionError,
    asyncpg.LockNotAvailableError,
    asyncpg.ReadOnlySQLTransactionError,
    OSError,
)
UNSTORABLE = (
    asyncpg.CharacterNotInRepertoireError,
    asyncpg.UntranslatableCharacterError,
    asyncpg.NumericValueOutOfRangeError,
    asyncpg.DatetimeFieldOverflowError,
    asyncpg.InvalidDatetimeFormatError,
    asyncpg.InvalidTextRepresentationError,
)
SHOWN_ERRORS = 50
LONGEST_NAME = 60


class MethodNotAllowed(Problem):
    status = 405
    title = "This address does not take that method"


class ServerFault(Problem):
    status = 500
    title = "Something went wrong with us; it has been noted"


class BrokenOff(Exception):
    """An answer failed after it had begun; ending the connection is all that is left to do."""


class BadHttp(Problem):
    title = "The request could not be read"


def subclasses(kind: type[Problem]) -> Iterator[type[Problem]]:
    yield kind
    for child in kind.__subclasses__():
        yield from subclasses(child)


def _driver_error(error: BaseException | None) -> BaseException | None:
    while error is not None and not isinstance(error, DRIVER_ERRORS):
        error = error.__cause__ or getattr(error, "orig", None)
    return error


def _origin(error: BaseException | None) -> BaseException | None:
    return None if error is None else error.__cause__ or error.__context__


def _field(location: tuple[str | int, ...]) -> str:
    """The field's name; one that does not exist is told as it was typed, but not a whole letter."""
    name = ".".join(str(part)[:LONGEST_NAME] for part in location[1:]) or str(location[0])
    return name.encode("utf-8", "replace").decode()


def from_validation(exc: RequestValidationError) -> Problem:
    found = []
    for error in exc.errors()[:SHOWN_ERRORS]:
        context = {
            key: value
            for key, value in error.get("ctx", {}).items()
            if isinstance(value, str | int | float | bool) and error["type"] != "json_invalid"
        }
        location = ("body",) if error["type"] == "json_invalid" else tuple(error["loc"])
        message = str(error["msg"]).encode("utf-8", "replace").decode()
        found.append(
            FieldError(
                field=_field(location),
                code=error["type"],
                message=message,
                context=context,
            )
        )
    return Invalid(*found)


def from_database(exc: Exception) -> Problem | None:
    """What the database refused, said by name; None for a fault of ours."""
    cause = _driver_error(exc)
    if getattr(exc, "connection_invalidated", False) or isinstance(cause, UNREACHABLE):
        return Unavailable()
    if isinstance(cause, asyncpg.InsufficientPrivilegeError):
        return Forbidden("This row lies outside your area")
    if isinstance(cause, UNSTORABLE) or isinstance(_origin(cause), UnicodeEncodeError):
        return InvalidRequest("A value cannot be stored")
    broken = isinstance(cause, asyncpg.IntegrityConstraintViolationError)
    return _broken_constraint(cause) if broken else None


def _broken_constraint(cause: BaseException | None) -> Problem:
    name = getattr(cause, "constraint_name", None)
    for kind in subclasses(Problem):
        if name in kind.constraints:
            return kind()
    if isinstance(cause, asyncpg.ForeignKeyViolationError):
        return NotFound("Something that this refers to does not exist")
    return Conflict()


def _http_problem(request: Request, status: int) -> Problem:
    if status == 413:
        return too_large(request.headers.get("content-type", ""), request.url.path)
    kinds: dict[int, type[Problem]] = {404: NotFound, 405: MethodNotAllowed}
    return kinds.get(status, BadHttp)()


def without_words(exc: BaseException | None) -> str:
    """What failed and where. The words of an error may quote what somebody typed."""
    lines: list[str] = []
    while exc is not None:
        frames: StackSummary = extract_tb(exc.__traceback__)
        state = getattr(exc, "sqlstate", None) or ""
        lines += [*frames.format(), f"{type(exc).__module__}.{type(exc).__qualname__} {state}\n"]
        exc = _origin(exc)
    return "".join(lines)


def last_resort(scope: Scope, exc: Exception) -> Response:
    place = getattr(scope.get("route"), "path", "an address of the website")
    log.error("%s %s failed\n%s", scope["method"], place, without_words(exc))
    return ServerFault().as_response()


class LastResort:
    """Below it nothing is left for the server to print, words and all."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as exc:
            answer = last_resort(scope, exc)
            if begun:
                raise BrokenOff from None
            await answer(scope, receive, send)


def _methods_at(request: Request) -> list[str]:
    """Every method that the address takes; the router itself knows one route at a time."""
    found: set[str] = set()
    for route in request.app.router.routes:
        if isinstance(route, APIRoute) and route.matches(request.scope)[0] is not Match.NONE:
            found |= route.methods or set()
    return sorted(found)


def install(app: FastAPI) -> None:
    @app.exception_handler(Problem)
    async def on_problem(request: Request, exc: Problem) -> JSONResponse:
        if isinstance(exc, Forbidden):
            log.warning("refused %s %s", request.method, quote(request.url.path))
        return exc.as_response()

    @app.exception_handler(RequestValidationError)
    async def on_invalid(_: Request, exc: RequestValidationError) -> JSONResponse:
        return from_validation(exc).as_response()

    @app.exception_handler(DBAPIError)
    @app.exception_handler(asyncpg.PostgresError)
    @app.exception_handler(asyncpg.InterfaceError)
    @app.exception_handler(asyncpg.InternalClientError)
    async def on_database(request: Request, exc: Exception) -> Response:
        problem = from_database(exc)
        return problem.as_response() if problem else last_resort(request.scope, exc)

    @app.exception_handler(ConnectionError)
    @app.exception_handler(TimeoutError)
    @app.exception_handler(asyncpg.PostgresConnectionError)
    @app.exception_handler(asyncpg.CannotConnectNowError)
    @app.exception_handler(asyncpg.TooManyConnectionsError)
    async def on_unreachable(_: Request, exc: Exception) -> JSONResponse:
        log.warning("database unreachable: %s", type(exc).__name__)
        return Unavailable().as_response()

    @app.exception_handler(HTTPException)
    async def on_http(request: Request, exc: HTTPException) -> JSONResponse:
        response = _http_problem(request, exc.status_code).as_response()
        response.headers.update(exc.headers or {})
        if exc.status_code == MethodNotAllowed.status:
            response.headers["Allow"] = ", ".join(_methods_at(request))
        return response

    app.add_middleware(LastResort)

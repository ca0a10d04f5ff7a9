"""Every failure becomes a problem here, once; nothing that was typed is echoed or logged."""

import logging
from collections.abc import Iterator

import asyncpg
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Match

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


class MethodNotAllowed(Problem):
    status = 405
    title = "This address does not take that method"


class ServerFault(Problem):
    status = 500
    title = "Something went wrong with us; it has been noted"


class BadHttp(Problem):
    title = "The request could not be read"


def subclasses(kind: type[Problem]) -> Iterator[type[Problem]]:
    yield kind
    for child in kind.__subclasses__():
        yield from subclasses(child)


def _driver_error(error: BaseException | None) -> BaseException | None:
    while error is not None and not isinstance(error, asyncpg.PostgresError | OSError):
        error = error.__cause__ or getattr(error, "orig", None)
    return error


def _field(location: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in location[1:]) or str(location[0])


def from_validation(exc: RequestValidationError) -> Problem:
    found = []
    for error in exc.errors():
        context = {
            key: value
            for key, value in error.get("ctx", {}).items()
            if isinstance(value, str | int | float | bool) and error["type"] != "json_invalid"
        }
        location = ("body",) if error["type"] == "json_invalid" else tuple(error["loc"])
        message = str(error["msg"]).encode("utf-8", "replace").decode()
        found.append(
            FieldError(
                field=_field(location).encode("utf-8", "replace").decode(),
                code=error["type"],
                message=message,
                context=context,
            )
        )
    return Invalid(*found)


def from_database(exc: DBAPIError) -> Problem | None:
    """What the database refused, said by name; None for a fault of ours."""
    cause = _driver_error(exc)
    if exc.connection_invalidated or isinstance(cause, UNREACHABLE):
        return Unavailable()
    if isinstance(cause, asyncpg.InsufficientPrivilegeError):
        return Forbidden("This row lies outside your area")
    if isinstance(cause, UNSTORABLE):
        return InvalidRequest("A value cannot be stored")
    return _broken_constraint(cause) if isinstance(exc, IntegrityError) else None


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
        return too_large(request.headers.get("content-type", ""))
    kinds: dict[int, type[Problem]] = {404: NotFound, 405: MethodNotAllowed}
    return kinds.get(status, BadHttp)()


def last_resort(request: Request, exc: Exception) -> Response:
    log.error("%s %s failed", request.method, request.scope.get("route_path"), exc_info=exc)
    return ServerFault().as_response()


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
            log.warning("refused %s %s", request.method, request.url.path)
        return exc.as_response()

    @app.exception_handler(RequestValidationError)
    async def on_invalid(_: Request, exc: RequestValidationError) -> JSONResponse:
        return from_validation(exc).as_response()

    @app.exception_handler(DBAPIError)
    async def on_database(request: Request, exc: DBAPIError) -> Response:
        problem = from_database(exc)
        return problem.as_response() if problem else last_resort(request, exc)

    @app.exception_handler(PoolTimeout)
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

    app.add_exception_handler(Exception, last_resort)

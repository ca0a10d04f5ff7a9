"""One declaration per endpoint: `actor: Annotated[Actor, requires(Permission.X)]`."""

import hashlib
import hmac
import re
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any, get_type_hints
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request
from fastapi.routing import APIRoute
from pydantic import BaseModel
from pydantic_core import to_json
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import Scope
from typing_extensions import override

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import Permission, roles_with
from bomiljo.access.roles import Role
from bomiljo.access.tokens import Tokens
from bomiljo.kernel import idempotency
from bomiljo.kernel.database import Database
from bomiljo.kernel.openapi import operation_id
from bomiljo.kernel.problems import Forbidden, Problem, problems
from bomiljo.kernel.rows import Prepared

BASE = "/v1"
COOKIE = "bomiljo_session"
CSRF_HEADER = "X-CSRF-Token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
ENTER = Prepared("SELECT * FROM enter($1::uuid, $2::bytea)", ("id", "hash"), {})
Proof = tuple[UUID | None, bytes | None]
_ID = re.compile(r"\{(\w+_id)\}")

SCHEMES = {
    "bearer": {
        "type": "oauth2",
        "flows": {
            "password": {
                "tokenUrl": "/v1/auth/token",
                "refreshUrl": "/v1/auth/token",
                "scopes": {},
            }
        },
    },
    "cookie": {"type": "apiKey", "in": "cookie", "name": COOKIE},
}


class NotSignedIn(Problem):
    status = 401
    title = "You are not signed in"
    headers = {"WWW-Authenticate": "Bearer"}  # noqa: RUF012


class CsrfTokenMissing(Problem):
    status = 403
    title = "The request does not carry the page's own token"


def hash_of(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def csrf_token(secret: str) -> str:
    """Derived from the session's secret, so that it needs no place of its own."""
    return hashlib.sha256(b"csrf " + secret.encode()).hexdigest()


def _proof(request: Request) -> Proof:
    """What the caller shows: the session that a bearer token names, or the hash of a cookie."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        tokens: Tokens = request.app.state.tokens
        if session_id := tokens.session_of(token.strip()):
            return session_id, None
        raise NotSignedIn
    secret = request.cookies.get(COOKIE, "")
    if not secret.isascii() or not 20 <= len(secret) <= 100:
        raise NotSignedIn
    given = request.headers.get(CSRF_HEADER, "").encode("utf-8", "replace")
    if request.method not in SAFE and not hmac.compare_digest(given, csrf_token(secret).encode()):
        raise CsrfTokenMissing
    return None, hash_of(secret)


async def _enter(session: AsyncSession, proof: Proof) -> Actor:
    session_id, secret_hash = proof
    row = await ENTER.row(session, {"id": session_id, "hash": secret_hash})
    if row is None:
        raise NotSignedIn
    return Actor(
        row["actor_id"],
        row["session_id"],
        Role(row["role"]),
        row["name"],
        row["district_id"],
        row["organisation_id"],
        row["membership_id"],
        tuple(row["sites"]),
    )


@dataclass(frozen=True, slots=True)
class Required:
    """Marks the parameter that takes the caller, who holds `permission`."""

    permission: Permission


@dataclass(frozen=True, slots=True)
class OwnTransaction:
    """Marks the parameter that takes the request's transaction."""


def requires(permission: Permission) -> Any:
    return Required(permission)


Db = Annotated[AsyncSession, OwnTransaction()]


class GuardedRoute(APIRoute):
    """A route that cannot exist without a permission, and shows it in the OpenAPI.

    The caller and the transaction are handed to the endpoint by the route itself; FastAPI, which
    would ask for them anew through its dependencies, only sees what a request carries.

    An address with something else in an id's place is no address, so that `/units/counts` beside
    `/units/{unit_id}` takes its own methods only.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        self.permission = permission = _declared_permission(endpoint)
        roles = roles_with(permission)
        options["openapi_extra"] = {
            "x-permission": permission,
            "x-roles": roles,
            "security": [{"bearer": []}, {"cookie": []}],
            **(options.get("openapi_extra") or {}),
        }
        options["description"] = f"`{permission}`: {', '.join(roles)}"
        options["responses"] = problems(NotSignedIn, Forbidden) | (options.get("responses") or {})
        act = _handed(endpoint)
        if "POST" in (options.get("methods") or ()) and "db" in signature(endpoint).parameters:
            options["responses"] |= problems(idempotency.IdempotencyKeyReused)
            options["dependencies"] = [*(options.get("dependencies") or ()), KEYED]
            act = _once(act, options.get("status_code") or 200)
        self.begins = path.partition("{")[0]
        super().__init__(_ID.sub(r"{\1:uuid}", path), act, **options)

    @override
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """One transaction for each request, which ends before its answer leaves.

        The body is here before it begins, so that a slow sender holds no connection.
        """
        handle = super().get_route_handler()

        async def within(request: Request) -> Response:
            proof = _proof(request)
            await request.body()
            database: Database = request.app.state.database
            async with database.transaction() as session:
                actor = await _enter(session, proof)
                if not actor.may(self.permission):
                    raise Forbidden
                request.state.handed = {Required: actor, OwnTransaction: session}
                return await handle(request)

        return within

    @override
    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Most requests are for another room, which a look at the address's beginning tells."""
        if not scope["path"].startswith(self.begins):
            return Match.NONE, {}
        return super().matches(scope)


async def _idempotency_key(
    request: Request,
    key: Annotated[
        UUID | None,
        Header(alias=idempotency.HEADER, description="A repeat gives the first answer again"),
    ] = None,
) -> None:
    request.state.idempotency_key = key


def _handed(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    """`endpoint` without the parameters that the route itself fills."""
    known = signature(endpoint)
    hints = get_type_hints(endpoint, include_extras=True)
    kinds = {name: _mark(hint) for name, hint in hints.items() if name in known.parameters}
    filled = {name: type(mark) for name, mark in kinds.items() if mark is not None}
    asked = [one for name, one in known.parameters.items() if name not in filled]
    request_is_asked = "request" in known.parameters
    if not request_is_asked:
        asked.append(Parameter("request", Parameter.KEYWORD_ONLY, annotation=Request))

    @wraps(endpoint)
    async def handed(*, request: Request, **arguments: Any) -> Any:
        here = request.state.handed
        arguments |= {name: here[mark] for name, mark in filled.items()}
        if request_is_asked:
            arguments["request"] = request
        return await endpoint(**arguments)

    handed.__signature__ = known.replace(parameters=asked)  # type: ignore[attr-defined]
    return handed


def _once(act: Callable[..., Any], status: int) -> Callable[..., Any]:
    """Let `act` honour `Idempotency-Key`, in its own transaction."""

    @wraps(act)
    async def once(*, request: Request, **arguments: Any) -> Any:
        key: UUID | None = request.state.idempotency_key
        if key is None:
            return await act(request=request, **arguments)
        session: AsyncSession = request.state.handed[OwnTransaction]
        if kept := await idempotency.recall(session, key, request):
            return kept
        answer = await act(request=request, **arguments)
        await idempotency.keep(session, key, *_as_kept(answer, status))
        return answer

    return once


def _as_kept(answer: Any, status: int) -> tuple[int, str]:
    if isinstance(answer, Response):
        return answer.status_code, bytes(answer.body).decode()
    if isinstance(answer, BaseModel):
        return status, answer.model_dump_json()
    return status, "" if answer is None else to_json(answer).decode()


KEYED = Depends(_idempotency_key)


def guarded_router(prefix: str, tag: str | None = None) -> APIRouter:
    return APIRouter(
        prefix=BASE + prefix,
        tags=[tag or prefix.strip("/")],
        route_class=GuardedRoute,
        generate_unique_id_function=operation_id,
    )


def open_router(prefix: str, tag: str) -> APIRouter:
    """For the few operations that must work before sign-in; a house test lists them by name."""
    return APIRouter(prefix=BASE + prefix, tags=[tag], generate_unique_id_function=operation_id)


def _mark(hint: Any) -> Required | OwnTransaction | None:
    marks = getattr(hint, "__metadata__", ())
    return next((mark for mark in marks if isinstance(mark, Required | OwnTransaction)), None)


def _declared_permission(endpoint: Callable[..., Any]) -> Permission:
    for hint in get_type_hints(endpoint, include_extras=True).values():
        mark = _mark(hint)
        if isinstance(mark, Required):
            return mark.permission
    raise TypeError(f"{endpoint.__qualname__} declares no permission")

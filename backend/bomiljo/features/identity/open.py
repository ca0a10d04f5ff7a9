"""What works before anybody has signed in."""

from typing import Annotated

from fastapi import Form, Request, Response

from bomiljo.access.guard import COOKIE, csrf_token, open_router
from bomiljo.access.tokens import Tokens
from bomiljo.features.identity import queries, service
from bomiljo.features.identity.model import SessionKind
from bomiljo.features.identity.problems import (
    ActivationCodeRefused,
    InvitationRefused,
    NoMembership,
    SignInRefused,
    TooManyAttempts,
)
from bomiljo.features.identity.schemas import (
    Activation,
    EmergencyNumbers,
    SignedIn,
    SignIn,
    TokenForm,
    TokenPair,
    Welcome,
)
from bomiljo.kernel.database import Database
from bomiljo.kernel.problems import FieldError, Invalid, problems
from bomiljo.settings import Settings

router = open_router("", "sign-in")

REFUSALS = problems(SignInRefused, NoMembership, TooManyAttempts)


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


def _label(request: Request) -> str:
    return request.headers.get("user-agent", "")[:120].encode("ascii", "replace").decode() or "?"


def _address(request: Request) -> str:
    return request.client.host if request.client else "?"


def _set_cookie(request: Request, response: Response, opened: service.Opened, age: int) -> SignedIn:
    settings: Settings = request.app.state.settings
    response.set_cookie(
        COOKIE,
        opened.secret,
        max_age=age,
        httponly=True,
        samesite="strict",
        secure=settings.origin.startswith("https"),
        path="/",
    )
    return SignedIn(csrf_token=csrf_token(opened.secret))


@router.post("/auth/sign-in", summary="Sign in with user name and password", responses=REFUSALS)
async def sign_in(request: Request, response: Response, given: SignIn) -> SignedIn:
    opened = await service.sign_in(
        _database(request),
        given.user_name,
        given.password,
        kind=SessionKind.BROWSER,
        label=_label(request),
    )
    return _set_cookie(request, response, opened, int(service.STAFF_LONGEST.total_seconds()))


@router.post(
    "/auth/token", summary="Get tokens for an API client (OAuth2 form)", responses=REFUSALS
)
async def issue_token(request: Request, form: Annotated[TokenForm, Form()]) -> TokenPair:
    database, tokens = _database(request), _tokens(request)
    if form.grant_type == "refresh_token":
        token = _needed("refresh_token", form.refresh_token)
        return await service.refresh(database, tokens, token)
    opened = await service.sign_in(
        database,
        _needed("username", form.username),
        _needed("password", form.password),
        kind=SessionKind.API,
        label=_label(request),
    )
    return await service.give_tokens(database, tokens, opened.session_id, opened.user_id)


def _tokens(request: Request) -> Tokens:
    tokens: Tokens = request.app.state.tokens
    return tokens


def _needed(field: str, value: str) -> str:
    if not value:
        raise Invalid(FieldError(field=field, code="missing", message="Field required"))
    return value


@router.post(
    "/auth/welcome",
    summary="Choose a password with the link of an invitation, and be signed in",
    responses=problems(InvitationRefused, NoMembership, TooManyAttempts),
)
async def welcome(request: Request, response: Response, given: Welcome) -> SignedIn:
    settings: Settings = request.app.state.settings
    opened = await service.welcome(
        _database(request),
        given,
        _address(request),
        memory_kib=settings.argon2_memory_kib,
        label=_label(request),
    )
    return _set_cookie(request, response, opened, int(service.STAFF_LONGEST.total_seconds()))


@router.post(
    "/portal/activate",
    summary="Open the resident portal with the code on paper",
    responses=problems(ActivationCodeRefused, TooManyAttempts),
)
async def activate(request: Request, response: Response, given: Activation) -> SignedIn:
    address = _address(request)
    opened = await service.activate(_database(request), given.code, address, _label(request))
    return _set_cookie(request, response, opened, 365 * 24 * 3600)


@router.get("/emergency-numbers", summary="Numbers to ring, for anybody")
async def list_emergency_numbers(request: Request) -> EmergencyNumbers:
    async with _database(request).transaction() as session:
        return await queries.emergency_numbers(session)

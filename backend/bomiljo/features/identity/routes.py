from typing import Annotated
from uuid import UUID

from fastapi import Request, Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import COOKIE, Db, csrf_token, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.identity import queries, service
from bomiljo.features.identity.problems import PasswordRefused
from bomiljo.features.identity.schemas import (
    ChangePassword,
    ChooseMembership,
    Colleagues,
    OpenSessions,
    SessionView,
)
from bomiljo.kernel.problems import NotFound, problems

router = guarded_router("", "session")

SignedIn = Annotated[Actor, requires(Permission.SESSION_OWN)]
Colleague = Annotated[Actor, requires(Permission.COLLEAGUES_READ)]


@router.get("/session", summary="Who am I, and what may I do")
async def get_session(actor: SignedIn, db: Db, request: Request) -> SessionView:
    secret = request.cookies.get(COOKIE)
    return await queries.show_session(
        db,
        actor,
        csrf=csrf_token(secret) if secret else None,
        demo=request.app.state.settings.mode == "demo",
    )


@router.put(
    "/session/membership", summary="Act in another of my roles", responses=problems(NotFound)
)
async def choose_membership(actor: SignedIn, db: Db, given: ChooseMembership) -> None:
    await service.choose_membership(db, actor, given.membership_id)


@router.put(
    "/session/password",
    status_code=204,
    summary="Change my password; signed in elsewhere, I am signed out",
    responses=problems(PasswordRefused),
)
async def change_password(
    actor: SignedIn, db: Db, request: Request, given: ChangePassword
) -> Response:
    memory = request.app.state.settings.argon2_memory_kib
    changed = await service.change_password(db, actor, given, memory_kib=memory)
    # answered, not raised: the failed attempt must stay counted
    return Response(status_code=204) if changed else PasswordRefused().as_response()


@router.get("/sessions", summary="Where I am signed in")
async def list_sessions(actor: SignedIn, db: Db) -> OpenSessions:
    return await queries.open_sessions(db, actor)


@router.delete(
    "/sessions/{session_id}",
    status_code=204,
    summary="Sign out one of my sessions",
    responses=problems(NotFound),
)
async def end_session(actor: SignedIn, db: Db, session_id: UUID) -> None:
    await service.end(db, actor, session_id)


@router.post("/auth/sign-out", status_code=204, summary="Sign out here")
async def sign_out(actor: SignedIn, db: Db, response: Response) -> None:
    await service.end(db, actor, actor.session_id)
    response.delete_cookie(COOKIE, path="/")


@router.post("/auth/sign-out-everywhere", status_code=204, summary="Sign out everywhere")
async def sign_out_everywhere(actor: SignedIn, db: Db, response: Response) -> None:
    await service.end_all(db, actor)
    response.delete_cookie(COOKIE, path="/")


@router.get("/colleagues", summary="Staff whom something can be handed to")
async def list_colleagues(actor: Colleague, db: Db) -> Colleagues:
    return await queries.colleagues(db, actor)

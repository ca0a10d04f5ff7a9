from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.responses import StreamingResponse

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.notifications import channels, queries, service
from bomiljo.features.notifications.channels import Offered
from bomiljo.features.notifications.problems import ChannelNotOffered
from bomiljo.features.notifications.schemas import (
    ChooseMail,
    LiveEvent,
    MailChoice,
    MailPage,
    MailQuery,
    NotificationPage,
)
from bomiljo.kernel.listing import ListQuery
from bomiljo.kernel.live import EventStream, Hub, Subscriber, TooManyStreams
from bomiljo.kernel.problems import NotFound, Unavailable, problems

router = guarded_router("", "notifications")

Owner = Annotated[Actor, requires(Permission.NOTIFICATIONS_OWN)]
Postmaster = Annotated[Actor, requires(Permission.OUTBOX_READ)]
SignedIn = Annotated[Actor, requires(Permission.SESSION_OWN)]
STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "One `data:` line per change, with a `LiveEvent`; a comment as heartbeat",
        "content": {
            "text/event-stream": {
                "schema": LiveEvent.model_json_schema(),
                "example": 'data: {"topic": "incidents", "id": "0199e7a0-…"}\n\n',
            }
        },
    }
}


@router.get(
    "/notifications", response_model=NotificationPage, summary="What I should see, newest first"
)
async def list_notifications(
    actor: Owner, db: Db, query: Annotated[ListQuery, Query()]
) -> Response:
    return await queries.show_page(db, actor, query)


@router.post(
    "/notifications/{notification_id}/read",
    status_code=204,
    summary="I have seen it",
    responses=problems(NotFound),
)
async def read_notification(actor: Owner, db: Db, notification_id: UUID) -> None:
    await service.read(db, notification_id)


@router.post("/notifications/read-all", status_code=204, summary="I have seen them all")
async def read_all_notifications(actor: Owner, db: Db) -> None:
    await service.read_all(db)


@router.get("/notifications/mail", summary="Where my notifications go besides")
async def get_mail_choice(actor: Owner, db: Db, offered: Offered) -> MailChoice:
    return await channels.of_staff(db, actor, offered)


@router.put(
    "/notifications/mail",
    summary="Have them by e-mail too, or no longer",
    responses=problems(ChannelNotOffered),
)
async def choose_mail(actor: Owner, db: Db, offered: Offered, given: ChooseMail) -> MailChoice:
    await channels.choose_mail(db, actor, given.email, offered)
    return await channels.of_staff(db, actor, offered)


@router.get(
    "/outbox",
    response_model=MailPage,
    summary="What is on its way out of the house, and what was given up",
)
async def list_outbox(actor: Postmaster, db: Db, query: Annotated[MailQuery, Query()]) -> Response:
    return await queries.show_outbox(db, actor, query)


@router.get(
    "/events",
    response_class=StreamingResponse,
    summary="Live: what has changed among what I see (server-sent events)",
    responses=STREAM | problems(TooManyStreams, Unavailable),
)
async def stream_events(actor: SignedIn, request: Request) -> Response:
    hub: Hub = request.app.state.hub
    hub.admit(actor.id)
    subscriber = Subscriber(actor.id, service.sieve(actor, actor.sites))
    renew = service.renewal(request.app.state.database, actor)
    return EventStream(hub, subscriber, renew)

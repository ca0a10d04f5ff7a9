from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.responses import StreamingResponse

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.notifications import queries, service
from bomiljo.features.notifications.schemas import LiveEvent, NotificationPage
from bomiljo.kernel.listing import ListQuery
from bomiljo.kernel.live import EventStream, Hub, Subscriber, TooManyStreams
from bomiljo.kernel.problems import NotFound, Unavailable, problems

router = guarded_router("", "notifications")

Owner = Annotated[Actor, requires(Permission.NOTIFICATIONS_OWN)]
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

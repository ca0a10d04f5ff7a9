"""A write that a phone repeats acts once: the first answer is kept and given again."""

import hashlib
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import Response

from bomiljo.kernel.database import Database
from bomiljo.kernel.problems import Conflict, InvalidRequest

HEADER = "Idempotency-Key"

CLAIM = text(
    "INSERT INTO idempotency_keys (actor_id, key, fingerprint) VALUES (actor(), :key, :fingerprint)"
    " ON CONFLICT DO NOTHING RETURNING true"
)
RECALL = text(
    "SELECT fingerprint, status, body FROM idempotency_keys WHERE actor_id = actor() AND key = :key"
)
KEEP = text(
    "UPDATE idempotency_keys SET status = :status, body = :body"
    " WHERE actor_id = actor() AND key = :key"
)

FORGET = text("SELECT forget_kept_answers()")


class IdempotencyKeyReused(InvalidRequest):
    title = "This Idempotency-Key was used for another request"


class StillRunning(Conflict):
    title = "The first request with this Idempotency-Key has not finished"


async def fingerprint(request: Request) -> bytes:
    """What makes a repeat the same request; an upload counts by its length."""
    body = b""
    if "multipart" not in request.headers.get("content-type", ""):
        body = await request.body()
    parts = (request.method, request.url.path, request.headers.get("content-length", ""))
    return hashlib.sha256("\n".join(parts).encode() + b"\n" + body).digest()


async def recall(session: AsyncSession, key: UUID, request: Request) -> Response | None:
    """The kept answer of an earlier request with this key; None when this is the first."""
    mark = await fingerprint(request)
    if await session.scalar(CLAIM, {"key": key, "fingerprint": mark}):
        return None
    kept = (await session.execute(RECALL, {"key": key})).one()
    if kept.fingerprint != mark:
        raise IdempotencyKeyReused
    if kept.status is None:
        raise StillRunning
    return Response(
        kept.body,
        kept.status,
        {"Idempotent-Replayed": "true"},
        media_type="application/json" if kept.body else None,
    )


async def keep(session: AsyncSession, key: UUID, status: int, body: str) -> None:
    await session.execute(KEEP, {"key": key, "status": status, "body": body})


async def forget(database: Database) -> None:
    """Answers older than the longest absence of a phone that still repeats its requests."""
    async with database.transaction() as session:
        await session.execute(FORGET)

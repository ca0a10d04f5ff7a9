"""What changed, told to open screens at once: one LISTEN connection per process, many streams.

A stream carries a topic and an id, never data: the screen fetches again and sees what it may see.
The database says by trigger who may know of a change; a `Sieve` decides it for one subscriber.
When the connection is lost, nobody knows what was missed: every stream ends, and each client
comes back and fetches anew.
"""

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send
from typing_extensions import override

from bomiljo.kernel.connections import DRIVER_ERRORS
from bomiljo.kernel.problems import Problem, Unavailable

log = logging.getLogger("bomiljo")

CHANNEL = "bomiljo"
LISTENER = "bomiljo live events"
PULSE = 30.0
FIRST_WAIT = 0.25
LONGEST_WAIT = 30.0
LONGEST_START = 3.0
BACKLOG = 100
STREAMS_PER_PERSON = 8
STREAMS = 2000
TICK = 5.0
HEARTBEAT = 20.0
RECHECK = 45.0
LOST = (SQLAlchemyError, *DRIVER_ERRORS)

Event = dict[str, Any]
Sieve = Callable[[Event], str | None]
Renew = Callable[[], Awaitable[Sieve | None]]


class TooManyStreams(Problem):
    status = 429
    title = "Too many live streams are open; close another window"
    headers = {"Retry-After": "60"}  # noqa: RUF012


@dataclass(eq=False, slots=True)
class Subscriber:
    """One open stream; `sieve` makes an event into what is sent, or into nothing."""

    person: UUID
    sieve: Sieve
    queue: "asyncio.Queue[str | None]" = field(default_factory=lambda: asyncio.Queue(BACKLOG))
    ended: bool = False

    def offer(self, event: Event) -> None:
        if not self.ended and (told := self.sieve(event)):
            try:
                self.queue.put_nowait(told)
            except asyncio.QueueFull:
                self.end()

    def end(self) -> None:
        """Let the stream end at once; what still waits is not worth waiting for."""
        self.ended = True
        while not self.queue.empty():
            self.queue.get_nowait()
        self.queue.put_nowait(None)


class Hub:
    def __init__(self, url: str) -> None:
        settings = {"application_name": LISTENER}
        self._engine = create_async_engine(
            url, poolclass=NullPool, connect_args={"timeout": 5, "server_settings": settings}
        )
        self._subscribers: set[Subscriber] = set()
        self._listener: asyncio.Task[None] | None = None
        self.listening = asyncio.Event()

    async def start(self) -> None:
        """Begin to listen; a database that is slow to answer does not keep the service waiting."""
        self._listener = asyncio.create_task(self._keep_listening())
        with suppress(TimeoutError):
            await asyncio.wait_for(self.listening.wait(), LONGEST_START)

    async def stop(self) -> None:
        if self._listener:
            self._listener.cancel()
            with suppress(asyncio.CancelledError):
                await self._listener
        self._end_all()
        await self._engine.dispose()

    @contextmanager
    def subscribed(self, subscriber: Subscriber) -> Iterator[None]:
        self._subscribers.add(subscriber)
        if not self.listening.is_set():
            subscriber.end()
        try:
            yield
        finally:
            self._subscribers.discard(subscriber)

    def admit(self, person: UUID) -> None:
        """Unavailable while nobody listens, for such a stream would miss what happens.

        TooManyStreams when this person, or all together, have as many as they may.
        """
        if not self.listening.is_set():
            raise Unavailable
        own = sum(one.person == person for one in self._subscribers)
        if own >= STREAMS_PER_PERSON or len(self._subscribers) >= STREAMS:
            raise TooManyStreams(retry_after=60)

    def _end_all(self) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber.end()

    async def _keep_listening(self) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                await self._listen()
            except LOST as error:
                log.warning("live events: %s, next attempt in %.1f s", type(error).__name__, wait)
            if self.listening.is_set():
                self.listening.clear()
                self._end_all()
                wait = FIRST_WAIT
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def _listen(self) -> None:
        """Listen until the connection is gone; a pulse finds out when nobody said that it went."""
        async with self._engine.connect() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            gone = asyncio.Event()
            driver.add_termination_listener(lambda _: gone.set())
            await driver.add_listener(CHANNEL, self._hear)
            self.listening.set()
            while not gone.is_set():
                try:
                    await asyncio.wait_for(gone.wait(), PULSE)
                except TimeoutError:
                    await driver.execute("SELECT 1", timeout=5)

    def _hear(self, _connection: object, _pid: int, _channel: str, payload: str) -> None:
        event: Event = json.loads(payload)
        for subscriber in tuple(self._subscribers):
            subscriber.offer(event)


async def _renewed(renew: Renew) -> Sieve | None:
    """None, too, when nobody can tell: the client comes back when the database does."""
    try:
        return await renew()
    except LOST:
        return None


class EventStream(StreamingResponse):
    """Server-sent events for one subscriber, from before the first byte until it leaves.

    `renew` is asked at least once a minute and gives the sieve that holds from then on, or None
    when the session no longer stands.
    """

    def __init__(self, hub: Hub, subscriber: Subscriber, renew: Renew) -> None:
        super().__init__(
            self._events(subscriber, renew),
            media_type="text/event-stream",
            headers={"X-Accel-Buffering": "no"},
        )
        self._hub, self._subscriber = hub, subscriber

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._hub.subscribed(self._subscriber):
            await super().__call__(scope, receive, send)

    async def _events(self, subscriber: Subscriber, renew: Renew) -> AsyncIterator[str]:
        yield ": listening\n\n"
        checked = beat = time.monotonic()
        while not subscriber.ended:
            try:
                told = await asyncio.wait_for(subscriber.queue.get(), TICK)
            except TimeoutError:
                told = ""
            if told is None:
                return
            if time.monotonic() - checked >= RECHECK:
                # a client that leaves just now must not tear a connection out of the pool
                sieve = await asyncio.shield(_renewed(renew))
                if sieve is None:
                    return
                subscriber.sieve, checked = sieve, time.monotonic()
            if told:
                yield f"data: {told}\n\n"
            elif time.monotonic() - beat >= HEARTBEAT:
                yield ": still here\n\n"
                beat = time.monotonic()

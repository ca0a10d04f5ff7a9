"""The service's connections: opened once, lent to one transaction at a time.

SQLAlchemy's pool would start three greenlets for each request, and each of them maps memory anew.
"""

import logging
from asyncio import Semaphore, timeout
from contextlib import suppress
from typing import Any

import asyncpg
from sqlalchemy import NullPool, event
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

log = logging.getLogger("bomiljo")

SERVER_SETTINGS = {
    "timezone": "UTC",
    "statement_timeout": "8000",
    "lock_timeout": "5000",
    "idle_in_transaction_session_timeout": "15000",
    "plan_cache_mode": "force_generic_plan",
    "jit": "off",
}
SECONDS_TO_WAIT = 5
SECONDS_TO_ROLL_BACK = 2
SAID_BY_DRIVER = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
LOST = (*SAID_BY_DRIVER, ConnectionError)
DRIVER_ERRORS = (*SAID_BY_DRIVER, OSError)


class Line:
    """One connection, as SQLAlchemy sees it and as its driver (asyncpg) does."""

    __slots__ = ("connection", "driver")

    def __init__(self, connection: AsyncConnection, driver: Any) -> None:
        self.connection = connection
        self.driver = driver

    async def heard(self, what: str, seconds: float | None = None) -> bool:
        """Whether the server did `what`; a line where it was not said whole is for nobody else."""
        heard = False
        try:
            await self.driver.execute(what, timeout=seconds)
            heard = True
        except LOST:
            pass
        finally:
            if not heard:
                await self.cut()
        return heard

    async def roll_back(self) -> None:
        heard = False
        with suppress(TimeoutError):
            heard = await self.heard("ROLLBACK", SECONDS_TO_ROLL_BACK)
        if not heard:
            log.warning("a connection was lost with its transaction")

    async def cut(self) -> None:
        await self.connection.invalidate()


class Lines:
    """At most `size` of them, the one used last lent first."""

    def __init__(self, url: str, size: int) -> None:
        self.engine = create_async_engine(
            url,
            hide_parameters=True,
            isolation_level="AUTOCOMMIT",
            poolclass=NullPool,
            connect_args={
                "timeout": 5,
                "command_timeout": 10,
                "statement_cache_size": 500,
                "max_cacheable_statement_size": 0,
                "max_cached_statement_lifetime": 0,
                "server_settings": SERVER_SETTINGS,
                "prepared_statement_cache_size": 500,
            },
        )
        event.listen(self.engine.sync_engine, "do_connect", _connect)
        self._places = Semaphore(size)
        self._idle: list[Line] = []

    async def lend(self) -> Line:
        """A line on which a transaction has begun.

        TimeoutError when none comes free, ConnectionError when the database is away.
        """
        if self._places.locked():
            async with timeout(SECONDS_TO_WAIT):
                await self._places.acquire()
        else:
            await self._places.acquire()
        line = None
        try:
            line = await self._begun()
        finally:
            if line is None:
                self._places.release()
        return line

    async def _begun(self) -> Line:
        while self._idle:
            line = self._idle.pop()
            if await line.heard("BEGIN"):
                return line
        connection = await self.engine.connect()
        driver = (await connection.get_raw_connection()).driver_connection
        line = Line(connection, driver)
        if await line.heard("BEGIN"):
            return line
        raise ConnectionError

    async def take_back(self, line: Line) -> None:
        """Its transaction has ended on the driver, whatever SQLAlchemy still thinks of it."""
        try:
            if line.connection.in_transaction():
                await line.connection.rollback()
            if not line.connection.invalidated:
                self._idle.append(line)
        finally:
            self._places.release()

    async def close(self) -> None:
        while self._idle:
            await self._idle.pop().connection.close()
        await self.engine.dispose()


def _connect(dialect: Any, _: Any, arguments: Any, options: Any) -> Any:
    """A host without a name, a socket that is gone: the database is away, as if it refused."""
    try:
        return dialect.connect(*arguments, **options)
    except OSError as exc:
        raise ConnectionError from exc

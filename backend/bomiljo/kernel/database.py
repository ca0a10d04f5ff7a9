"""The declarative base, and the one place where a transaction begins and ends."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal
from uuid import UUID

import asyncpg
from sqlalchemy import DateTime, Enum, MetaData, Text, cast, event, func
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from uuid_utils.compat import uuid7

from bomiljo.kernel.problems import ChangedMeanwhile

log = logging.getLogger("bomiljo")

SERVER_SETTINGS = {
    "timezone": "UTC",
    "statement_timeout": "8000",
    "lock_timeout": "5000",
    "idle_in_transaction_session_timeout": "15000",
    "plan_cache_mode": "force_generic_plan",
    "jit": "off",
}


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012
        datetime: DateTime(timezone=True),
        str: Text(),
        Range: DATERANGE(),
    }


class Record(Base):
    """A row with identity and a birthday; everything the house remembers is one."""

    __abstract__ = True
    __mapper_args__ = {"eager_defaults": True}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7, sort_order=-3)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now(), sort_order=-1)


class TenantRecord(Record):
    """A row that belongs to a district; row-level security keeps districts apart."""

    __abstract__ = True

    district_id: Mapped[UUID] = mapped_column(sort_order=-2)


class Versioned:
    """Edited by people: two edits of the same version cannot both win."""

    version: Mapped[int] = mapped_column(server_default="1")

    def expect(self, version: int) -> None:
        """Refuse a stale edit, count up a fresh one; hold the row's lock while you call it."""
        if self.version != version:
            raise ChangedMeanwhile(current_version=self.version)
        self.version = version + 1


def choice(kind: type[StrEnum]) -> Enum:
    """The column type of an enumeration: its values as text; the migration adds the check."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda e: [member.value for member in e],
    )


class Database:
    """One pool per process; every unit of work goes through `transaction`."""

    def __init__(self, url: str, pool_size: int) -> None:
        self.engine = create_async_engine(
            url,
            hide_parameters=True,
            isolation_level="AUTOCOMMIT",
            pool_size=pool_size,
            max_overflow=0,
            pool_timeout=5,
            pool_use_lifo=True,
            pool_reset_on_return=None,
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

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """Begun and ended on the driver: SQLAlchemy's own way costs a hot read a fifth of its time.

        SQLAlchemy therefore takes its connections for self-committing ones.
        """
        async with self.engine.connect() as connection:
            pooled = await self._begin(connection)
            committed = False
            try:
                session = AsyncSession(connection, expire_on_commit=False)
                session.info[DRIVER] = pooled
                yield session
                await _flush(session)
                await pooled.execute("COMMIT")
                committed = True
            finally:
                if not committed:
                    await _roll_back(connection, pooled)

    async def _begin(self, connection: AsyncConnection) -> Any:
        """The driver's connection, in a transaction; those lost while they waited are put away."""
        for _ in range(self.engine.pool.size()):  # type: ignore[attr-defined]
            pooled: Any = (await connection.get_raw_connection()).driver_connection
            if await _said(connection, pooled, "BEGIN"):
                return pooled
        raise ConnectionError

    async def close(self) -> None:
        await self.engine.dispose()


DRIVER = "driver"
SECONDS_TO_ROLL_BACK = 2
SAID_BY_DRIVER = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
LOST = (*SAID_BY_DRIVER, ConnectionError)
DRIVER_ERRORS = (*SAID_BY_DRIVER, OSError)


def _connect(dialect: Any, _: Any, arguments: Any, options: Any) -> Any:
    """A host without a name, a socket that is gone: the database is away, as if it refused."""
    try:
        return dialect.connect(*arguments, **options)
    except OSError as exc:
        raise ConnectionError from exc


async def _flush(session: AsyncSession) -> None:
    if session.new or session.dirty or session.deleted:
        await session.flush()


async def _roll_back(connection: AsyncConnection, pooled: Any) -> None:
    heard = False
    with suppress(TimeoutError):
        heard = await _said(connection, pooled, "ROLLBACK", timeout=SECONDS_TO_ROLL_BACK)
    if not heard:
        log.warning("a connection was lost with its transaction")


async def _said(
    connection: AsyncConnection, pooled: Any, what: str, timeout: float | None = None
) -> bool:
    """Whether the server heard it; a connection that did not say it whole is for nobody else."""
    heard = False
    try:
        await pooled.execute(what, timeout=timeout)
        heard = True
    except LOST:
        pass
    finally:
        if not heard:
            await connection.invalidate()
    return heard


async def driver(session: AsyncSession) -> Any:
    """The driver's own connection (asyncpg), inside the session's transaction, nothing pending.

    The way through SQLAlchemy's cursor costs a hot read a quarter of its time.
    """
    await _flush(session)
    return session.info[DRIVER]


async def reach(
    session: AsyncSession, record_id: UUID, *, among: Literal["cases", "guarded"] = "cases"
) -> None:
    """Let the rest of this transaction see a record that its actor just brought into being."""
    grown = cast(func.array_append(func.allowed(among), record_id), Text())
    await session.execute(func.set_config(f"app.{among}", grown, True).select())

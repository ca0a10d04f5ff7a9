"""The declarative base, and the one place where a transaction begins and ends."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import DateTime, Enum, MetaData, Text, cast, func
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from uuid_utils.compat import uuid7

from bomiljo.kernel.connections import Lines
from bomiljo.kernel.problems import ChangedMeanwhile


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
    """Every unit of work goes through `transaction`."""

    def __init__(self, url: str, pool_size: int) -> None:
        self._lines = Lines(url, pool_size)
        self.engine = self._lines.engine

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """Begun and ended on the driver: SQLAlchemy's own way costs a hot read a fifth of its time.

        SQLAlchemy therefore takes its connections for self-committing ones.
        """
        line = await self._lines.lend()
        committed = False
        try:
            session = AsyncSession(line.connection, expire_on_commit=False)
            session.info[DRIVER] = line.driver
            yield session
            await _flush(session)
            await line.driver.execute("COMMIT")
            committed = True
        finally:
            try:
                if not committed:
                    await line.roll_back()
            finally:
                await self._lines.take_back(line)

    async def close(self) -> None:
        await self._lines.close()


DRIVER = "driver"


async def _flush(session: AsyncSession) -> None:
    if session.new or session.dirty or session.deleted:
        await session.flush()


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

"""What the service sends to the database, through SQLAlchemy or past it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from bomiljo.kernel.database import Database
from bomiljo.kernel.rows import Prepared
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession

Sent = list[tuple[str, Any]]


@contextmanager
def noted(database: Database) -> Iterator[Sent]:
    """Every statement while it lasts, in order, with what it binds."""
    engine, sent, row = database.engine.sync_engine, Sent(), Prepared.row

    def note(*call: Any) -> None:
        sent.append((call[2], call[3]))

    async def noted_row(self: Prepared, session: AsyncSession, values: Mapping[str, Any]) -> Any:
        sent.append((self.sql, self.bound(values)))
        return await row(self, session, values)

    event.listen(engine, "before_cursor_execute", note)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Prepared, "row", noted_row)
        yield sent
    event.remove(engine, "before_cursor_execute", note)

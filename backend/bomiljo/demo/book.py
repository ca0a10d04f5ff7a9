"""Writing the demo: each row once, under an id that is the same on every machine."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID, uuid5

import psycopg
from psycopg import sql

from bomiljo.kernel.clock import OSLO

NAMESPACE = UUID("6d1f3c52-9b0e-4a43-8f0c-b02e7de1a0d1")
Row = dict[str, Any]


def id_of(*parts: object) -> UUID:
    return uuid5(NAMESPACE, "/".join(map(str, parts)))


class Book:
    """What is there stays as people left it, and what they removed stays away."""

    def __init__(self, db: psycopg.Connection, now: datetime) -> None:
        self.db = db
        self.now = now
        self.today = now.astimezone(OSLO).date()

    def put(self, table: str, rows: Iterable[Row]) -> set[UUID]:
        """Write those rows that nobody has had before; their ids."""
        wanted = {row["id"]: row for row in rows}
        new = self.new(table, wanted)
        rows = [row for record, row in wanted.items() if record in new]
        for names, alike in groupby(rows, key=tuple):
            self._insert(table, names, alike)
        return new

    def new(self, table: str, ids: Iterable[UUID]) -> set[UUID]:
        """Those ids whose rows are not there and were not removed."""
        wanted = [*ids]
        there = sql.SQL(
            "SELECT id FROM {} WHERE id = ANY(%(ids)s) UNION ALL SELECT row_id FROM change_log"
            " WHERE row_id = ANY(%(ids)s) AND table_name = %(table)s AND action = 'delete'"
        ).format(sql.Identifier(table))
        seen = self.db.execute(there, {"ids": wanted, "table": table})
        return {*wanted} - {found for (found,) in seen}

    def _insert(self, table: str, names: tuple[str, ...], rows: Iterable[Row]) -> None:
        statement = sql.SQL("INSERT INTO {} ({}) VALUES ({}) ON CONFLICT DO NOTHING").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, names)),
            sql.SQL(", ").join(map(sql.Placeholder, names)),
        )
        with self.db.cursor() as cursor:
            cursor.executemany(statement, rows)

    def day(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def at(self, moment: str) -> datetime:
        """`-3 14:30`: three days ago at half past two in Oslo; `-90m`: an hour and a half ago."""
        if moment.endswith("m"):
            return self.now + timedelta(minutes=int(moment[:-1]))
        days, clock = moment.split()
        return on(self.day(int(days)), clock)


def on(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), OSLO).astimezone(UTC)

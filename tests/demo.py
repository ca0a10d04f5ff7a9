"""The product with the demo loaded, on a database of its own, so that no other test meets it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psycopg
from alembic import command
from alembic.config import Config
from bomiljo.demo import seed
from bomiljo.demo.accounts import ACCOUNTS, Account
from bomiljo.demo.app import create_app
from bomiljo.embedded import ensure_database, postgres
from bomiljo.settings import get_settings

from tests.conftest import ROOT, plain
from tests.server import Server


@dataclass(frozen=True)
class Demo:
    """Who asks signs in over HTTP; `rows` reads as the owner of the database."""

    db: psycopg.Connection
    owner_url: str
    url: str
    data: Path
    transport: httpx.HTTPTransport
    clients: dict[str, httpx.Client] = field(default_factory=dict)

    def load(self) -> None:
        with demo_mode(self.data):
            seed.load(self.owner_url)

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self.db.execute(sql, values).fetchall()

    def one(self, sql: str, *values: Any) -> Any:
        return self.rows(sql, *values)[0][0]

    def somebody(self) -> httpx.Client:
        return httpx.Client(base_url=f"{self.url}/v1/", transport=self.transport)

    def as_(self, account: Account) -> httpx.Client:
        """Signed in once; the same client each time."""
        if account.user_name not in self.clients:
            self.clients[account.user_name] = self._signed_in(account)
        return self.clients[account.user_name]

    def _signed_in(self, account: Account) -> httpx.Client:
        client = self.somebody()
        given = {"user_name": account.user_name, "password": account.password}
        answer = client.post("auth/sign-in", json=given).raise_for_status()
        client.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
        return client

    def named(self, user_name: str) -> httpx.Client:
        return self.as_(next(one for one in ACCOUNTS if one.user_name == user_name))

    def told(self, district: str) -> dict[str, Any]:
        """What only this district's people may read: its ids, and words that stand nowhere else."""
        home = self.one("SELECT id FROM districts WHERE name = %s", district)
        ids = {
            table: [
                found
                for (found,) in self.rows(
                    f"SELECT id FROM {table} WHERE district_id = %s ORDER BY id LIMIT 3", home
                )
            ]
            for table in ("sites", "units", "residents", "tenancies", "incidents")
        }
        names = self.rows(
            "SELECT family_name FROM residents WHERE district_id = %s UNION ALL"
            " SELECT name FROM sites WHERE district_id = %s UNION ALL"
            " SELECT title FROM incidents WHERE district_id = %s",
            home,
            home,
            home,
        )
        words = [name for (name,) in names] + [str(one) for found in ids.values() for one in found]
        return {"ids": ids, "words": words}

    def all_rows(self) -> dict[str, list[str]]:
        tables = self.rows(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " AND relkind IN ('r', 'p') AND NOT relispartition"
        )
        return {
            table: sorted(str(row) for row in self.rows(f"SELECT t.*, t.ctid FROM {table} t"))
            for (table,) in tables
        }


@contextmanager
def demo_mode(data: Path, **more: str) -> Iterator[None]:
    chosen = {"BOMILJO_MODE": "demo", "BOMILJO_DATA_DIR": str(data), **more}
    before = {name: os.environ.get(name) for name in chosen}
    os.environ.update(chosen)
    get_settings.cache_clear()
    yield
    for name, value in before.items():
        os.environ.pop(name) if value is None else os.environ.update({name: value})
    get_settings.cache_clear()


@contextmanager
def running(data: Path) -> Iterator[Demo]:
    with postgres(data / "pg", durable=False) as cluster:
        owner, app = ensure_database(cluster)
        config = Config(toml_file=ROOT / "backend" / "pyproject.toml")
        config.attributes["url"] = owner
        command.upgrade(config, "head")
        with demo_mode(data, BOMILJO_DATABASE_URL=app):
            seed.load(owner)
            product = create_app()
        with (
            Server.running(product) as server,
            psycopg.connect(plain(owner), autocommit=True) as db,
            httpx.HTTPTransport() as transport,
        ):
            yield Demo(db, owner, server.url, data, transport)

"""Every test talks over HTTP to a real server on a real PostgreSQL, as its powerless role.

Each test builds a district of its own, so tests neither meet nor need to be rolled back.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import psycopg
import pytest
from alembic import command
from alembic.config import Config
from bomiljo.access import tokens
from bomiljo.demo.app import create_demo_api
from bomiljo.embedded import ensure_database, postgres
from bomiljo.kernel.security import SecurityHeaders
from bomiljo.settings import Settings, get_settings
from fastapi import FastAPI

from tests.factories import House
from tests.server import Server
from tests.statements import Sent, noted

ROOT = Path(__file__).parent.parent


def plain(url: str) -> str:
    return re.sub(r"\+\w+", "", url, count=1)


@pytest.fixture(scope="session")
def urls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Owner's and service's addresses of a freshly migrated database."""
    with postgres(tmp_path_factory.mktemp("pg"), durable=False) as server:
        owner, app = ensure_database(server)
        config = Config(toml_file=ROOT / "backend" / "pyproject.toml")
        config.attributes["url"] = owner
        command.upgrade(config, "head")
        yield owner, app


@pytest.fixture(scope="session")
def owner(urls: tuple[str, str]) -> Iterator[psycopg.Connection]:
    with psycopg.connect(plain(urls[0]), autocommit=True) as connection:
        yield connection


@pytest.fixture(scope="session")
def settings(urls: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    environment = {
        "BOMILJO_MODE": "demo",
        "BOMILJO_DATABASE_URL": urls[1],
        "BOMILJO_DATA_DIR": str(tmp_path_factory.mktemp("data")),
        "BOMILJO_POOL_SIZE": "8",
    }
    os.environ.update(environment)
    get_settings.cache_clear()
    yield get_settings()
    for name in environment:
        del os.environ[name]


@pytest.fixture(scope="session")
def api(settings: Settings) -> FastAPI:
    return create_demo_api(settings)


@pytest.fixture(scope="session")
def server(api: FastAPI) -> Iterator[Server]:
    with Server.running(SecurityHeaders(api)) as running:
        yield running


@pytest.fixture
def statements(server: Server, api: FastAPI) -> Iterator[Sent]:
    """What the service sends to the database while the test lasts, in order."""
    with noted(api.state.database) as sent:
        yield sent


@pytest.fixture(scope="session")
def transport(server: Server) -> Iterator[httpx.HTTPTransport]:
    with httpx.HTTPTransport() as shared:
        yield shared


@pytest.fixture
def new_house(
    owner: psycopg.Connection, server: Server, settings: Settings, transport: httpx.HTTPTransport
) -> Callable[[], House]:
    signing = tokens.load(settings.signing_key, settings.origin)
    return lambda: House.built(owner, server.url, signing, transport)


@pytest.fixture
def house(new_house: Callable[[], House]) -> House:
    """A district with one site; it has people and units as soon as a test asks for them."""
    return new_house()


@pytest.fixture
def neighbours(new_house: Callable[[], House]) -> House:
    """Another district, which the first must never see."""
    return new_house()


@pytest.fixture
def anyone(server: Server, transport: httpx.HTTPTransport) -> httpx.Client:
    """Somebody who has not signed in."""
    return httpx.Client(base_url=server.url, transport=transport)

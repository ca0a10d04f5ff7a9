"""`make run`: a database, its schema, the demo district, the website and the server, in one go."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

import uvicorn
from alembic import command
from alembic.config import Config
from pydantic import ValidationError
from sqlalchemy import ARRAY, Text, create_engine, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool
from typing_extensions import override

from bomiljo import opening
from bomiljo.embedded import (
    DatabaseUnusable,
    Urls,
    ensure_database,
    own_server,
    postgres,
    powerless,
)
from bomiljo.greeting import greet, say
from bomiljo.kernel import files
from bomiljo.settings import Settings, get_settings
from bomiljo.worker import keep_working, ways_out, work_meanwhile

BACKEND = Path(__file__).parents[1]
WEBSITE = BACKEND / "setup" / "frontend.py"
SECONDS_TO_FINISH = 3
VERBS = "dev | migration <message> | roles | district <file.toml> | serve"


@contextmanager
def step(what: str) -> Iterator[None]:
    say(f"{what} ...")
    began = time.monotonic()
    yield
    say(f"{what}: {time.monotonic() - began:.1f} s")


def end(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def listen(host: str, port: int) -> socket.socket:
    """Take the port before the slow steps, so that a port in use is told at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        sys.exit(f"Port {port} on {host} cannot be used ({error.strerror}). Try PORT=8001 make run")
    return listener


@contextmanager
def database(settings: Settings) -> Iterator[Urls]:
    """The server of BOMILJO_DATABASE_URL, else our own for as long as this lasts."""
    if settings.database_url:
        with step("Preparing the roles on the database server"):
            settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            urls = own_server(settings.database_url, settings.migration_url, settings.data_dir)
        yield urls
        return
    with ExitStack() as stack:
        with step("Starting PostgreSQL"):
            urls = ensure_database(stack.enter_context(postgres(settings.data_dir)))
        yield urls


def alembic(owner_url: str) -> Config:
    config = Config(toml_file=BACKEND / "pyproject.toml")
    config.attributes["url"] = owner_url
    return config


def upgrade(owner_url: str) -> None:
    with step("Migrating the database"):
        command.upgrade(alembic(owner_url), "head")


def load_demo(owner_url: str) -> None:
    from bomiljo.demo import seed as demo  # noqa: PLC0415

    with step("Loading the demo district"):
        demo.load(owner_url)


def use(urls: Urls) -> Settings:
    """Settings as the service reads them, here and in the processes started from here."""
    os.environ["BOMILJO_DATABASE_URL"] = urls.app
    os.environ["BOMILJO_MIGRATION_URL"] = urls.owner
    get_settings.cache_clear()
    return get_settings()


def build_website() -> None:
    """Where the sources are; an image carries the built site alone."""
    if (BACKEND.parent / "frontend" / "package.json").exists() and WEBSITE.exists():
        built = subprocess.run([sys.executable, WEBSITE, "build"], check=False)
        if built.returncode:
            sys.exit("The website could not be built; the messages above say why.")


def application(settings: Settings) -> str:
    return f"bomiljo.{'demo.app' if settings.mode == 'demo' else 'main'}:create_app"


class Server(uvicorn.Server):
    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        greet(get_settings())


def serve(settings: Settings, listener: socket.socket) -> None:
    config = uvicorn.Config(
        application(settings),
        factory=True,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
    )
    Server(config).run([listener])


def serve_and_reload(settings: Settings, listener: socket.socket) -> None:
    listener.close()
    greet(settings)
    where = ("--host", settings.host, "--port", str(settings.port))
    reload = ("--reload", "--reload-dir", str(BACKEND / "bomiljo"))
    uvicorn_command = (sys.executable, "-m", "uvicorn", "--factory", application(settings))
    subprocess.run([*uvicorn_command, *where, *reload], check=False)


@contextmanager
def plain_words() -> Iterator[None]:
    """End gently on a signal, and with the message alone where the cause is known."""
    for gentle in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(gentle, end)
    try:
        yield
    except DatabaseUnusable as problem:
        sys.exit(str(problem))
    except ValidationError as problem:
        wrong = (
            " ".join((*map(str, error["loc"]), error["msg"]))
            for error in problem.errors(include_input=False)
        )
        sys.exit("\n".join(wrong))
    except KeyboardInterrupt:
        say("Stopped.")


def run(serving: Callable[[Settings, socket.socket], None] = serve) -> None:
    with plain_words():
        settings = get_settings()
        with listen(settings.host, settings.port) as listener, database(settings) as urls:
            settings = use(urls)
            upgrade(urls.owner)
            if settings.mode == "demo":
                load_demo(urls.owner)
            build_website()
            work_meanwhile(settings)
            serving(settings, listener)


def migrate() -> None:
    with plain_words():
        settings = get_settings()
        if settings.migration_url:
            upgrade(settings.migration_url)
        else:
            with database(settings) as urls:
                upgrade(urls.owner)


def seed() -> None:
    with plain_words(), database(get_settings()) as urls:
        upgrade(urls.owner)
        load_demo(urls.owner)


def work() -> None:
    """Send what waits in the outbox, until it is stopped; as many of these as you like."""
    with plain_words():
        settings = get_settings()
        powerless(settings.service_url)
        say(f"Bomiljø sends what waits by {ways_out(settings)}. Ctrl+C stops it.")
        asyncio.run(keep_working(settings))


def sweep() -> None:
    """For a daily timer: the logs' next months, and pictures whose upload failed half-way."""
    settings = get_settings()
    with plain_words(), ExitStack() as stack:
        url = settings.database_url or stack.enter_context(database(settings)).app
        driver = make_url(url).set(drivername="postgresql+psycopg")
        engine = create_engine(driver, poolclass=NullPool)
        asked = stack.enter_context(engine.connect())
        asked.execute(select(func.prepare_log_partitions()))
        asked.commit()
        removed = files.sweep(
            settings.files_dir,
            lambda keys: asked.scalar(select(func.kept_pictures(keys, type_=ARRAY(Text())))) or [],
        )
        say(f"Removed {removed} files that nothing refers to.")


def write_migration(message: str) -> None:
    with plain_words(), database(get_settings()) as urls:
        upgrade(urls.owner)
        command.revision(alembic(urls.owner), message, autogenerate=True)


def make_roles() -> None:
    """On a server of your own: the database and both roles, with the passwords of their URLs."""
    with plain_words(), step("Preparing the roles on the database server"):
        settings = get_settings()
        owner, app = (
            make_url(url or "").password for url in (settings.migration_url, settings.database_url)
        )
        ensure_database(os.environ["BOMILJO_SUPERUSER_URL"], owner, app)


def open_district(path: Path) -> None:
    """Take the house into use, or add what the file has more than last time."""
    with plain_words():
        settings = get_settings()
        try:
            given = opening.read(path)
        except (OSError, tomllib.TOMLDecodeError) as error:
            sys.exit(f"{path} cannot be read: {error}")
        with ExitStack() as stack:
            url = settings.migration_url or stack.enter_context(database(settings)).owner
            upgrade(url)
            code = opening.open_district(url, given)
        if code is None:
            say(f"{given.name} is up to date; {given.administrator.user_name} has an account.")
        else:
            say(f"{given.name} is open. {given.administrator.name} chooses a password here, once:")
            say(f"  {settings.origin}/ansatt/velkommen#{code}")


def serve_only() -> None:
    """In production: no database of our own, no migration, no build, and never with power."""
    with plain_words():
        settings = get_settings()
        powerless(settings.service_url)
        with listen(settings.host, settings.port) as listener:
            serve(settings, listener)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["dev"]:
            run(serve_and_reload)
        case ["migration", message]:
            write_migration(message)
        case ["roles"]:
            make_roles()
        case ["serve"]:
            serve_only()
        case ["district", file]:
            open_district(Path(file))
        case _:
            sys.exit(f"usage: python -m bomiljo.runner {VERBS}")

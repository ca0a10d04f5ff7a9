"""A PostgreSQL of the application's own, for a machine without a database server (ADR 0002)."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from bomiljo.embedded.cluster import create, locked, private_directory, socket_directory, take_over
from bomiljo.embedded.privilege import identity
from bomiljo.embedded.problems import DatabaseUnusable
from bomiljo.embedded.roles import Urls, ensure_database, own_server, powerless
from bomiljo.embedded.server import Server

__all__ = ["DatabaseUnusable", "Urls", "ensure_database", "own_server", "postgres", "powerless"]

LOG_LIMIT = 10_000_000


def open_log(path: Path) -> IO[bytes]:
    if path.exists() and path.stat().st_size > LOG_LIMIT:
        path.replace(path.with_suffix(".log.1"))
    return path.open("ab")


@contextmanager
def postgres(data: Path, *, durable: bool = True) -> Iterator[str]:
    """Run a server on data/postgres, made at first use; yield its superuser's URL.

    One process at a time may use data. With durable off a crash of the machine may lose it all.
    """
    data = private_directory(data)
    cluster = data / "postgres"
    with ExitStack() as stack:
        stack.enter_context(locked(data))
        log = stack.enter_context(open_log(data / "postgres.log"))
        who = identity(data)
        take_over(cluster)
        create(cluster, who, log, durable=durable)
        sockets = stack.enter_context(socket_directory(cluster, who))
        server = Server(cluster, who, sockets, log, durable=durable)
        server.start()
        stack.callback(server.stop)
        yield server.url

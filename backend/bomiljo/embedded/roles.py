"""The two roles and the database, on the embedded server or on one of your own."""

import secrets
from pathlib import Path
from typing import NamedTuple

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL, make_url

from bomiljo.embedded.problems import DatabaseUnusable

OWNER = "bomiljo_owner"
APP = "bomiljo_app"
DATABASE = "bomiljo"
OLDEST = 150000
POWERS = """
SELECT rolsuper OR rolbypassrls OR pg_has_role(datdba, 'MEMBER')
    OR has_schema_privilege('public', 'CREATE')
    OR EXISTS (SELECT FROM pg_class
               WHERE relnamespace = 'public'::regnamespace AND pg_has_role(relowner, 'MEMBER'))
FROM pg_roles, pg_database
WHERE rolname = current_user AND datname = current_database()
"""


class Urls(NamedTuple):
    owner: str
    app: str


def libpq(url: str | URL) -> str:
    """url without the driver that SQLAlchemy puts into it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def for_migrations(url: str | URL) -> str:
    return make_url(url).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def for_the_app(url: str | URL) -> str:
    url = make_url(url)
    query = {"ssl" if name == "sslmode" else name: value for name, value in url.query.items()}
    url = url.set(drivername="postgresql+asyncpg", query=query)
    return url.render_as_string(hide_password=False)


def connect(url: str | URL) -> psycopg.Connection:
    try:
        connection = psycopg.connect(libpq(url), autocommit=True, connect_timeout=10)
    except psycopg.OperationalError as error:
        raise DatabaseUnusable(f"The database does not answer: {error}") from error
    if connection.info.server_version < OLDEST:
        connection.close()
        raise DatabaseUnusable("The database server is older than PostgreSQL 15.")
    return connection


def ensure_role(connection: psycopg.Connection, name: str, password: str | None = None) -> None:
    role = sql.Identifier(name)
    if not connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [name]).rowcount:
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(role))
    if password:
        connection.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(role, sql.Literal(password)))


def open_schema(connection: psycopg.Connection) -> None:
    """Let the application use what the owner makes in the schema, and make nothing itself."""
    connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    connection.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(sql.Identifier(APP)))


def ensure_database(url: str, owner: str | None = None, app: str | None = None) -> Urls:
    """Make the roles, with these passwords, and the database where they are missing; url is a
    superuser's."""
    with connect(url) as server:
        ensure_role(server, OWNER, owner)
        ensure_role(server, APP, app)
        if not server.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE]).rowcount:
            names = sql.Identifier(DATABASE), sql.Identifier(OWNER)
            server.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(*names))
    here = make_url(url).set(database=DATABASE)
    with connect(here) as database:
        open_schema(database)
    return Urls(
        for_migrations(here.set(username=OWNER, password=owner)),
        for_the_app(here.set(username=APP, password=app)),
    )


def has_power(url: str | URL) -> bool:
    """Whether url's role passes by the row policies, or could take them away."""
    with connect(url) as connection:
        row = connection.execute(POWERS).fetchone()
    return bool(row and row[0])


def kept_password(file: Path) -> str:
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(32))
    return file.read_text()


def powerless(url: str | URL) -> URL:
    url = make_url(url)
    if has_power(url):
        raise DatabaseUnusable(
            f"Bomiljø does not serve as the database role {url.username}: it is a superuser, the"
            " owner or free of row policies. docs/operations.md says how to make the two roles."
        )
    return url


def own_server(database_url: str, migration_url: str | None, data: Path) -> Urls:
    """The two URLs on a server of your own; given the owner's alone, the other role is made."""
    given = make_url(database_url)
    if migration_url:
        return Urls(for_migrations(migration_url), for_the_app(powerless(given)))
    if not has_power(given):
        raise DatabaseUnusable(
            f"The role {given.username} of BOMILJO_DATABASE_URL cannot migrate, which is right for"
            " serving. Give the owner's URL in BOMILJO_MIGRATION_URL."
        )
    password = kept_password(data / "bomiljo_app.password")
    try:
        with connect(given) as connection:
            ensure_role(connection, APP, password)
            open_schema(connection)
    except psycopg.errors.InsufficientPrivilege as error:
        raise DatabaseUnusable(
            f"The role {given.username} may not make the role {APP} ({error.diag.message_primary})."
            " docs/operations.md says how to make the two roles yourself."
        ) from error
    return Urls(
        for_migrations(given), for_the_app(powerless(given.set(username=APP, password=password)))
    )

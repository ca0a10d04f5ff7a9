"""The two roles and the database, the same on the embedded server as on one of your own."""

from typing import NamedTuple

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL, make_url

OWNER = "bomiljo_owner"
APP = "bomiljo_app"
DATABASE = "bomiljo"
WITHOUT_POWER = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE"


class Urls(NamedTuple):
    owner: str
    app: str


def libpq(url: str | URL) -> str:
    """url as psycopg and pg_dump read it, without the driver SQLAlchemy puts into it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def ensure_role(connection: psycopg.Connection, name: str, password: str | None = None) -> None:
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    verb = sql.SQL("ALTER" if known else "CREATE")
    secret = sql.SQL(" PASSWORD {}").format(sql.Literal(password)) if password else sql.SQL("")
    connection.execute(
        sql.SQL("{} ROLE {} {}").format(verb, sql.Identifier(name), sql.SQL(WITHOUT_POWER)) + secret
    )


def open_schema(connection: psycopg.Connection) -> None:
    """Let the application use what the owner makes in the schema, and make nothing itself."""
    connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    connection.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(sql.Identifier(APP)))


def ensure_database(url: str) -> Urls:
    """Make the roles and the database where they are missing; url is a superuser's."""
    with psycopg.connect(url, autocommit=True) as server:
        ensure_role(server, OWNER)
        ensure_role(server, APP)
        if not server.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
        ).fetchone():
            server.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(
                    sql.Identifier(DATABASE), sql.Identifier(OWNER)
                )
            )
    here = make_url(url).set(database=DATABASE)
    with psycopg.connect(libpq(here), autocommit=True) as database:
        open_schema(database)
    owner = here.set(drivername="postgresql+psycopg", username=OWNER)
    app = here.set(drivername="postgresql+asyncpg", username=APP)
    return Urls(owner.render_as_string(), app.render_as_string())

from alembic import context
from bomiljo import models
from bomiljo.access import scopes
from bomiljo.settings import get_settings
from sqlalchemy import Connection, create_engine, text

UNMAPPED = {  # written and read by the database's own functions
    "change_log",
    "credentials",
    "disclosure_log",
    "idempotency_keys",
    "lease_rules",
    "refresh_tokens",
    "role_scopes",
    "sign_in_failures",
}
INTO_SCOPES = text(
    "INSERT INTO role_scopes (role, residents, leases, sharing, audiences, categories, logs)"
    " VALUES (:role, :residents, :leases, :sharing, :audiences, :categories, :logs)"
)


def is_mapped(name: str | None, kind: str, parents: dict[str, str | None]) -> bool:
    table = name if kind == "table" else parents.get("table_name")
    return table is None or not any(table == one or table.startswith(f"{one}_") for one in UNMAPPED)


url = context.config.attributes.get("url") or get_settings().migration_url


def write_scopes(connection: Connection) -> None:
    """What each role reaches, from the code that this migration brings."""
    if connection.dialect.has_table(connection, "role_scopes"):
        connection.execute(text("DELETE FROM role_scopes"))
        connection.execute(INTO_SCOPES, scopes.as_rows())


engine = create_engine(url)
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=models.metadata,
        include_name=is_mapped,
        compare_server_default=False,
    )
    with context.begin_transaction():
        context.run_migrations()
        write_scopes(connection)
engine.dispose()

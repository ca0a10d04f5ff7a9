from alembic import context
from bomiljo import models
from bomiljo.settings import get_settings
from sqlalchemy import create_engine

UNMAPPED = {  # written and read by the database's own functions
    "change_log",
    "credentials",
    "disclosure_log",
    "idempotency_keys",
    "refresh_tokens",
    "sign_in_failures",
}


def is_mapped(name: str | None, kind: str, parents: dict[str, str | None]) -> bool:
    table = name if kind == "table" else parents.get("table_name")
    return table is None or not any(table == one or table.startswith(f"{one}_") for one in UNMAPPED)


url = context.config.attributes.get("url") or get_settings().migration_url
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
engine.dispose()

"""Rules that hold for every table, asked of the database itself."""

from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from bomiljo.access.scopes import SCOPES
from bomiljo.embedded import ensure_database, postgres
from bomiljo.models import metadata

from tests.house.operations import ROOT

UNLOGGED = {
    "change_log",
    "disclosure_log",
    "idempotency_keys",
    "lease_rules",
    "outbox",
    "refresh_tokens",
    "role_scopes",
    "sign_in_failures",
}
CLOSED = {"credentials", "lease_rules", "refresh_tokens", "role_scopes", "sign_in_failures"}
TABLES = """
SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,
       (SELECT count(*) FROM pg_policies p
        WHERE p.tablename = c.relname AND p.policyname <> 'maintenance'),
       EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'audit')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.relname <> 'alembic_version'
"""


def test_every_table_has_row_security_and_a_change_trigger(owner: psycopg.Connection) -> None:
    tables = owner.execute(TABLES).fetchall()
    assert {row[0] for row in tables} >= metadata.tables.keys()
    for name, secured, policies, audited in tables:
        assert secured, f"{name} has no row security"
        assert audited or name in UNLOGGED, f"{name} has no change trigger"
        assert policies or name in CLOSED, name


def test_the_service_owns_nothing_and_cannot_step_around_the_policies(
    owner: psycopg.Connection,
) -> None:
    powers = owner.execute(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles"
        " WHERE rolname = 'bomiljo_app'"
    ).fetchone()
    assert powers == (False, False, False, False)
    owned = owner.execute(
        "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner"
        " WHERE r.rolname = 'bomiljo_app'"
    ).fetchone()
    assert owned == (0,)


def test_without_an_actor_the_service_sees_no_row_of_anybody(
    urls: tuple[str, str], owner: psycopg.Connection
) -> None:
    readable = owner.execute(
        "SELECT table_name FROM information_schema.role_table_grants"
        " WHERE grantee = 'bomiljo_app' AND privilege_type = 'SELECT' AND table_schema = 'public'"
    ).fetchall()
    assert len(readable) > 20
    with psycopg.connect(urls[1].replace("+asyncpg", "")) as service:
        for (table,) in readable:
            if table == "emergency_numbers":
                continue
            count = service.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert count == (0,), table


def test_a_partition_of_a_log_cannot_be_reached_around_its_parent(
    owner: psycopg.Connection,
) -> None:
    granted = owner.execute(
        "SELECT table_name, privilege_type FROM information_schema.role_table_grants"
        " WHERE grantee = 'bomiljo_app' AND table_name ~ '^(change|disclosure)_log_'"
    ).fetchall()
    assert granted == []


def test_the_scopes_name_only_tables_that_exist() -> None:
    unmapped = {"credentials"}
    for role, scope in SCOPES.items():
        assert set(scope.logs) <= metadata.tables.keys() | unmapped, role


def test_migrations_go_up_down_and_up_again_and_match_the_models(tmp_path: Path) -> None:
    with postgres(tmp_path, durable=False) as server:
        config = Config(toml_file=ROOT / "backend" / "pyproject.toml")
        config.attributes["url"] = ensure_database(server).owner
        command.upgrade(config, "head")
        command.downgrade(config, "base")
        command.upgrade(config, "head")
        command.check(config)

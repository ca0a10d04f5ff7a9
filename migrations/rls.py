"""What every table of a tenant gets. Revisions depend on these helpers: add, never change.

`staff` and `own` are conditions over lists that `enter()` has put into the transaction; a bare
`= ANY (list)` lets PostgreSQL use its indexes where an `OR role = …` would not.
"""

from alembic import op

HOME = "district_id = ANY ((SELECT allowed('home'))::uuid[])"
DISTRICT = "district_id = ANY ((SELECT allowed('districts'))::uuid[])"
SITE = "site_id = ANY ((SELECT allowed('sites'))::uuid[])"
SELF = "ANY ((SELECT allowed('self'))::uuid[])"
ACTOR = "(SELECT actor())"
RESIDENT = "EXISTS (SELECT FROM residents r WHERE r.id = resident_id)"
INCIDENT = "EXISTS (SELECT FROM incidents i WHERE i.id = incident_id)"
ACTIVITY = "EXISTS (SELECT FROM activities v WHERE v.id = activity_id)"
AUDIENCE = "audience = ANY ((SELECT allowed_text('audiences'))::text[])"


def category(name: str) -> str:
    return f"'{name}' = ANY ((SELECT allowed_text('categories'))::text[])"


def protected(
    table: str,
    visible: str,
    *,
    change: str | None = None,
    add: str | None = None,
    remove: str | None = None,
    columns: str = "",
) -> None:
    """Row security on `table`; without a condition a verb is neither granted nor possible."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY maintenance ON {table} TO CURRENT_USER USING (true) WITH CHECK (true)"
    )
    op.execute(f"CREATE POLICY visible ON {table} FOR SELECT TO bomiljo_app USING ({visible})")
    op.execute(f"GRANT SELECT ON {table} TO bomiljo_app")
    if add:
        op.execute(f"CREATE POLICY added ON {table} FOR INSERT TO bomiljo_app WITH CHECK ({add})")
        op.execute(f"GRANT INSERT ON {table} TO bomiljo_app")
    if change:
        op.execute(f"CREATE POLICY changed ON {table} FOR UPDATE TO bomiljo_app USING ({change})")
        op.execute(f"GRANT UPDATE {columns} ON {table} TO bomiljo_app")
    if remove:
        op.execute(f"CREATE POLICY removed ON {table} FOR DELETE TO bomiljo_app USING ({remove})")
        op.execute(f"GRANT DELETE ON {table} TO bomiljo_app")


def closed(table: str) -> None:
    """A table that the service reaches only through functions."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY maintenance ON {table} TO CURRENT_USER USING (true) WITH CHECK (true)"
    )


def audited(table: str, *secrets: str) -> None:
    """Every change goes to `change_log`, without the columns named in `secrets`."""
    arguments = ", ".join(f"'{name}'" for name in secrets)
    op.execute(
        f"CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION record_change({arguments})"
    )


def announced(table: str) -> None:
    """Tell whoever listens that a row of `table` changed (live screens)."""
    op.execute(
        f"CREATE TRIGGER announce AFTER INSERT OR UPDATE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION announce_change()"
    )

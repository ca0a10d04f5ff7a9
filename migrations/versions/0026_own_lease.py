"""A resident reads the terms of the lease of their own household

Revision ID: 0026
Revises: 0025
"""

from alembic import op

revision = "0026"
down_revision = "0025"

OWN_LEASE = """
CREATE FUNCTION own_lease() RETURNS TABLE (kind text, from_day date, contract_ends_on date, unit_label text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.kind::text, lower(t.period), t.contract_ends_on, u.label
    FROM household_members m JOIN tenancies t ON t.household_id = m.household_id JOIN units u ON u.id = t.unit_id
    WHERE m.resident_id = ANY (allowed('self')) AND ongoing(m.period) AND ongoing(t.period)
      AND t.moved_out_at IS NULL
    ORDER BY t.moved_in_at IS NULL, lower(t.period) LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION own_lease() TO bomiljo_app;
"""


def upgrade() -> None:
    op.execute(OWN_LEASE)


def downgrade() -> None:
    op.execute("DROP FUNCTION own_lease()")

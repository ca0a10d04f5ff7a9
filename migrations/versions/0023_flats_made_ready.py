"""A flat that somebody has left is being made ready while its list says so

Revision ID: 0023
Revises: 0022
"""

from alembic import op

revision = "0023"
down_revision = "0022"

PREPARED = """
CREATE FUNCTION unit_preparation(which uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN ready_at IS NULL THEN 'being_furnished' ELSE 'ready' END FROM checklists
    WHERE unit_id = which AND replaced_at IS NULL AND key_at IS NULL AND district_id = ANY (allowed('districts'))
$$;
GRANT EXECUTE ON FUNCTION unit_preparation(uuid) TO bomiljo_app;
"""


def upgrade() -> None:
    op.execute(PREPARED)


def downgrade() -> None:
    op.execute("DROP FUNCTION unit_preparation(uuid)")

"""Answers kept for a repeat are forgotten after a week

They hold what was shown to whoever sent the request; a phone that was away longer asks anew.

Revision ID: 0025
Revises: 0024
"""

from alembic import op

revision = "0025"
down_revision = "0024"

FORGET = """
CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at);
CREATE FUNCTION forget_kept_answers() RETURNS bigint LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    WITH gone AS (DELETE FROM idempotency_keys WHERE created_at < now() - interval '7 days' RETURNING 1)
    SELECT count(*) FROM gone
$$;
GRANT EXECUTE ON FUNCTION forget_kept_answers() TO bomiljo_app;
"""


def upgrade() -> None:
    op.execute(FORGET)


def downgrade() -> None:
    op.execute("DROP FUNCTION forget_kept_answers(); DROP INDEX ix_idempotency_keys_created_at")

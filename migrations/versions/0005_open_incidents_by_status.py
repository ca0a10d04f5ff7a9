"""an index for the list of one status

With many open incidents a list of those in one status read past all the others.
"""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        "CREATE INDEX ix_incidents_open_status ON incidents"
        " (district_id, status, created_at DESC, id DESC, severity) WHERE closed_at IS NULL"
    )


def downgrade() -> None:
    op.execute("DROP INDEX ix_incidents_open_status")

"""which clauses of a contract were explained, each by itself, and by whom

Revision ID: 0024
Revises: 0023
"""

import sys
from pathlib import Path

from alembic import op

sys.path.append(str(Path(__file__).parents[1]))
import rls

revision = "0024"
down_revision = "0023"

CLAUSES = (
    "('open_ended', 'fixed_term', 'afterwards', 'rent', 'keys', 'quiet', 'smoke_and_animals', 'household',"
    " 'damage', 'contacts', 'moving_out')"
)
TABLE = f"""
CREATE TABLE explained_clauses (
    id uuid CONSTRAINT pk_explained_clauses PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    district_id uuid NOT NULL CONSTRAINT fk_explained_clauses_district_id REFERENCES districts,
    tenancy_id uuid NOT NULL CONSTRAINT fk_explained_clauses_tenancy_id REFERENCES tenancies ON DELETE CASCADE,
    clause varchar(40) NOT NULL CONSTRAINT ck_explained_clauses_clause CHECK (clause IN {CLAUSES}),
    explained_by uuid NOT NULL CONSTRAINT fk_explained_clauses_explained_by REFERENCES users,
    CONSTRAINT uq_explained_clauses_tenancy_id_clause UNIQUE (tenancy_id, clause)
);
"""
DAY = (
    f"{rls.DISTRICT} AND {rls.category('handover')}"
    " AND EXISTS (SELECT FROM tenancies t WHERE t.id = tenancy_id)"
)


def upgrade() -> None:
    op.execute(TABLE)
    rls.protected("explained_clauses", DAY, add=DAY, remove=DAY)
    rls.audited("explained_clauses")


def downgrade() -> None:
    op.execute("DROP TABLE explained_clauses")

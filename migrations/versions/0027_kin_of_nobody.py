"""Who guards and helps nobody has no kin to be looked up

Every request of most members of staff asked three tables for the kin of an empty list.

Revision ID: 0027
Revises: 0026
"""

from alembic import op

revision = "0027"
down_revision = "0026"

KIN = """
    SELECT coalesce(array_agg(one), '{}') FROM (
        SELECT unnest(people) AS one
        UNION SELECT household_id FROM household_members WHERE resident_id = ANY (people)
        UNION SELECT other.resident_id FROM household_members mine JOIN household_members other USING (household_id)
        WHERE mine.resident_id = ANY (people) AND ongoing(mine.period) AND ongoing(other.period)) k
"""


def upgrade() -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION kin(people uuid[]) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$"
        " BEGIN IF people IS NULL THEN RETURN '{}'; END IF;"
        f" RETURN ({KIN}); END $$"
    )


def downgrade() -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION kin(people uuid[]) RETURNS uuid[] LANGUAGE sql STABLE"
        f" AS $${KIN}$$"
    )

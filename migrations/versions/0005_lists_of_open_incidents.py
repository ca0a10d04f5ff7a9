"""the list of incidents reads less

An index for those in one status, which with many open incidents read past all the others, and the
number of an incident's pictures beside it, for readers who see them all.
"""

from alembic import op

revision = "0005"
down_revision = "0004"

COUNTED = """
ALTER TABLE incidents ADD picture_total int NOT NULL DEFAULT 0;
CREATE FUNCTION count_picture() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE incidents SET picture_total = picture_total + 1 WHERE id = NEW.incident_id;
    RETURN NULL;
END $$;
CREATE TRIGGER count_picture AFTER INSERT ON incident_pictures
FOR EACH ROW EXECUTE FUNCTION count_picture();
ALTER TABLE incidents DISABLE TRIGGER USER;
UPDATE incidents SET picture_total = counted.number
FROM (SELECT incident_id, count(*) AS number FROM incident_pictures GROUP BY incident_id) counted
WHERE incidents.id = counted.incident_id;
ALTER TABLE incidents ENABLE TRIGGER USER;
"""


def audit(*secrets: str) -> None:
    op.execute("DROP TRIGGER audit ON incidents")
    without = ", ".join(f"'{name}'" for name in secrets)
    op.execute(
        "CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON incidents"
        f" FOR EACH ROW EXECUTE FUNCTION record_change({without})"
    )


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        "CREATE INDEX ix_incidents_open_status ON incidents"
        " (district_id, status, created_at DESC, id DESC, severity) WHERE closed_at IS NULL"
    )
    op.execute(COUNTED)
    audit("picture_total")


def downgrade() -> None:
    audit()
    op.execute("DROP TRIGGER count_picture ON incident_pictures")
    op.execute("DROP FUNCTION count_picture")
    op.execute("ALTER TABLE incidents DROP picture_total")
    op.execute("DROP INDEX ix_incidents_open_status")

"""Colleagues are seen by their districts, written beside their names

Every name that a page shows called two functions, each with a lookup of its own; with a couple of
hundred members of staff that was most of a page's time.

Revision ID: 0017
Revises: 0016
"""

from alembic import op

revision = "0017"
down_revision = "0016"

DISTRICTS = """
ALTER TABLE users ADD district_ids uuid[] NOT NULL DEFAULT '{}';

CREATE FUNCTION keep_districts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE users u SET district_ids = coalesce(
        (SELECT array_agg(DISTINCT m.district_id) FROM memberships m WHERE m.user_id = u.id), '{}')
    WHERE u.id IN (OLD.user_id, NEW.user_id);
    RETURN NULL;
END $$;
CREATE TRIGGER districts AFTER INSERT OR DELETE OR UPDATE OF user_id, district_id ON memberships
    FOR EACH ROW EXECUTE FUNCTION keep_districts();

UPDATE users u SET district_ids = found.districts
FROM (SELECT user_id, array_agg(DISTINCT district_id) AS districts FROM memberships GROUP BY user_id) found
WHERE found.user_id = u.id;
"""
COLLEAGUE = "district_ids && (SELECT allowed('districts')) OR id = (SELECT actor())"
RESIDENTS_OWN = "cardinality((SELECT allowed('self'))) > 0"
IS_COLLEAGUE = """
CREATE FUNCTION is_colleague(who uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER COST 500
SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM memberships WHERE user_id = who AND district_id = ANY (allowed('districts')));
END $$;
GRANT EXECUTE ON FUNCTION is_colleague(uuid) TO bomiljo_app;
"""


def _audit(secrets: str) -> None:
    op.execute("DROP TRIGGER audit ON users")
    op.execute(
        "CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON users"
        f" FOR EACH ROW EXECUTE FUNCTION record_change({secrets})"
    )


def _seen_by_residents(condition: str) -> None:
    op.execute("DROP POLICY helping ON users")
    op.execute(f"CREATE POLICY helping ON users FOR SELECT TO bomiljo_app USING ({condition})")


def upgrade() -> None:
    _audit("'district_ids'")
    op.execute(DISTRICTS)
    op.execute(f"ALTER POLICY visible ON users USING ({COLLEAGUE})")
    _seen_by_residents(f"{RESIDENTS_OWN} AND helps_me(id)")
    op.execute("DROP FUNCTION is_colleague(uuid)")


def downgrade() -> None:
    op.execute(IS_COLLEAGUE)
    op.execute("ALTER POLICY visible ON users USING (id = (SELECT actor()) OR is_colleague(id))")
    _seen_by_residents("helps_me(id)")
    op.execute("DROP TRIGGER districts ON memberships; DROP FUNCTION keep_districts")
    op.execute("ALTER TABLE users DROP district_ids")
    _audit("")

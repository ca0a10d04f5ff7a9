"""who lives in a house, counted for any day; protected candidates have a way of their own

Counts are made from the leases' own periods when somebody asks. Stored counts would tell, by
subtraction, the day on which somebody came under protection.

Revision ID: 0021
Revises: 0020
"""

import sys
from pathlib import Path

from alembic import context, op

sys.path.append(str(Path(__file__).parents[1]))
import rls

revision = "0021"
down_revision = "0020"

NEEDS = """
CREATE FUNCTION household_needs(which uuid) RETURNS TABLE (requirements text[], support text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.requirements, c.support::text FROM placements p
    JOIN tenancies t ON t.id = p.tenancy_id
    JOIN candidate_households c ON c.id = p.household_id
    WHERE t.household_id = which AND NOT c.is_protected ORDER BY p.created_at DESC LIMIT 1
$$;
REVOKE EXECUTE ON FUNCTION household_needs(uuid) FROM PUBLIC;
"""

HOMES = """
DROP FUNCTION site_composition(uuid);
CREATE FUNCTION site_composition(which uuid[])
RETURNS TABLE (unit_id uuid, from_day date, until date, hidden boolean, kind text, ages int[], languages text[],
               requirements text[], support text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.unit_id, lower(t.period), upper(t.period), t.is_protected, CASE WHEN NOT t.is_protected THEN h.kind END,
           CASE WHEN t.is_protected THEN ARRAY[NULL]::int[] ELSE ARRAY(
               SELECT date_part('year', age(r.birth_date))::int FROM household_members m
               JOIN residents r ON r.id = m.resident_id
               WHERE m.household_id = t.household_id AND m.period && t.period AND ongoing(m.period) ORDER BY 1) END,
           CASE WHEN t.is_protected THEN '{}'::text[] ELSE ARRAY(
               SELECT DISTINCT l.language::text FROM household_members m
               JOIN resident_languages l ON l.resident_id = m.resident_id AND l.own
               WHERE m.household_id = t.household_id AND m.period && t.period AND ongoing(m.period) ORDER BY 1) END,
           n.requirements, n.support
    FROM tenancies t JOIN households h ON h.id = t.household_id
    LEFT JOIN LATERAL household_needs(t.household_id) n ON NOT t.is_protected
    WHERE t.site_id = ANY (which) AND t.site_id = ANY (allowed('sites')) AND t.district_id = ANY (allowed('home'))
      AND 'placement' = ANY (allowed_text('categories'))
      AND t.moved_out_at IS NULL AND ongoing(t.period)
$$;
CREATE FUNCTION promised_units(besides uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.unit_id FROM placements p JOIN placement_alternatives a ON a.id = p.alternative_id
    JOIN units u ON u.id = p.unit_id
    WHERE a.id <> besides AND a.chosen_at IS NOT NULL AND a.committed_at IS NULL
      AND u.site_id = ANY (allowed('sites')) AND 'placement' = ANY (allowed_text('categories'))
$$;
CREATE FUNCTION site_homes(which uuid, since date)
RETURNS TABLE (period daterange, kind text, members jsonb, requirements text[], support text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.period, h.kind::text,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'born', r.birth_date, 'since', lower(m.period), 'until', upper(m.period),
                'languages', (SELECT coalesce(jsonb_agg(l.language ORDER BY l.language), '[]')
                              FROM resident_languages l WHERE l.resident_id = r.id AND l.own))), '[]')
            FROM household_members m JOIN residents r ON r.id = m.resident_id
            WHERE m.household_id = t.household_id AND m.period && t.period),
           n.requirements, n.support
    FROM tenancies t JOIN households h ON h.id = t.household_id
    LEFT JOIN LATERAL household_needs(t.household_id) n ON true
    WHERE t.site_id = which AND which = ANY (allowed('sites')) AND t.district_id = ANY (allowed('home'))
      AND 'composition' = ANY (allowed_text('categories'))
      AND NOT t.is_protected AND t.moved_in_at IS NOT NULL AND t.period && daterange(since, NULL)
$$;
GRANT EXECUTE ON FUNCTION site_composition(uuid[]), promised_units(uuid), site_homes(uuid, date) TO bomiljo_app;
"""


# How many each helper has; of the protected nobody is counted.
HELPERS = """
CREATE TABLE placement_helpers (
    id uuid CONSTRAINT pk_placement_helpers PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_placement_helpers_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    alternative_id uuid NOT NULL CONSTRAINT fk_placement_helpers_alternative_id
        REFERENCES placement_alternatives ON DELETE CASCADE,
    kind varchar(40) NOT NULL CONSTRAINT ck_placement_helpers_kind
        CHECK (kind IN ('settler', 'nav_advisor', 'intro_advisor', 'env_worker')),
    user_id uuid NOT NULL CONSTRAINT fk_placement_helpers_user_id REFERENCES users,
    CONSTRAINT uq_placement_helpers_alternative_id_kind_user_id UNIQUE (alternative_id, kind, user_id)
);
CREATE FUNCTION helper_loads(which uuid)
RETURNS TABLE (kind text, user_id uuid, name text, households int, high int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.role::text, u.id, u.name, count(DISTINCT coalesce(h.household_id, r.id))::int,
           (count(DISTINCT h.household_id) FILTER (WHERE n.support = 'high'))::int
    FROM memberships m JOIN users u ON u.id = m.user_id
    LEFT JOIN helpers c ON c.user_id = u.id AND c.kind = m.role AND c.district_id = m.district_id AND ongoing(c.period)
    LEFT JOIN residents r ON r.id = c.resident_id AND NOT r.is_protected AND r.status <> 'moved_out'
    LEFT JOIN household_members h ON h.resident_id = r.id AND ongoing(h.period)
    LEFT JOIN LATERAL household_needs(h.household_id) n ON true
    WHERE m.district_id = ANY (allowed('home')) AND m.period @> current_date
      AND m.role IN ('settler', 'nav_advisor', 'intro_advisor', 'env_worker')
      AND (m.site_ids IS NULL OR which = ANY (m.site_ids)) AND which = ANY (allowed('sites'))
      AND 'placement' = ANY (allowed_text('categories'))
    GROUP BY m.role, u.id, u.name ORDER BY m.role, u.name, u.id
$$;
GRANT EXECUTE ON FUNCTION helper_loads(uuid) TO bomiljo_app;
"""

# A household on a list becomes one that lives somewhere: from then on it is hidden as that is.
PROTECTED = """
ALTER TABLE candidates ADD protection_because text;
ALTER TABLE candidate_households ADD home_id uuid
    CONSTRAINT fk_candidate_households_home_id REFERENCES households;
CREATE INDEX ix_candidate_households_home_id ON candidate_households (home_id);
UPDATE candidate_households c SET home_id = t.household_id, is_protected = t.is_protected
FROM placements p JOIN tenancies t ON t.id = p.tenancy_id WHERE p.household_id = c.id;

CREATE FUNCTION hide_where_they_came_from() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE candidate_households SET is_protected = NEW.is_protected WHERE home_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER origin AFTER UPDATE OF is_protected ON households FOR EACH ROW
    WHEN (NEW.is_protected <> OLD.is_protected) EXECUTE FUNCTION hide_where_they_came_from();

CREATE FUNCTION protect_candidate(which uuid, new_grade text, because text, guardians uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    home uuid;
    district uuid;
BEGIN
    UPDATE candidates c SET protection = new_grade, protection_because = because
    WHERE c.id = which AND c.district_id = ANY (allowed('home')) AND 'placement' = ANY (allowed_text('categories'))
      AND EXISTS (SELECT FROM candidate_households h WHERE h.id = c.household_id AND (NOT h.is_protected OR EXISTS (
            SELECT FROM candidate_guardians g WHERE g.household_id = h.id AND g.user_id = actor())))
    RETURNING c.household_id, c.district_id INTO home, district;
    IF home IS NULL THEN RETURN; END IF;
    WITH gone AS (DELETE FROM placements WHERE household_id = home AND tenancy_id IS NULL RETURNING alternative_id)
    UPDATE placement_alternatives SET version = version + 1 WHERE id IN (SELECT alternative_id FROM gone);
    DELETE FROM candidate_guardians WHERE household_id = home;
    INSERT INTO candidate_guardians (id, district_id, household_id, user_id)
    SELECT gen_random_uuid(), district, home, one FROM unnest(guardians) one;
    UPDATE candidate_households SET is_protected = true,
        state = CASE state WHEN 'placed' THEN 'open' ELSE state END WHERE id = home;
END $$;
CREATE FUNCTION lift_candidate_protection(which uuid, because text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    home uuid;
BEGIN
    UPDATE candidates c SET protection = 'none', protection_because = because
    WHERE id = which AND district_id = ANY (allowed('home')) AND 'protection' = ANY (allowed_text('categories'))
      AND EXISTS (SELECT FROM candidate_guardians g WHERE g.household_id = c.household_id AND g.user_id = actor())
    RETURNING household_id INTO home;
    UPDATE candidate_households h SET is_protected = EXISTS (
        SELECT FROM candidates c WHERE c.household_id = h.id AND c.protection <> 'none') WHERE id = home;
    DELETE FROM candidate_guardians g WHERE household_id = home
      AND NOT EXISTS (SELECT FROM candidate_households h WHERE h.id = home AND h.is_protected);
END $$;
CREATE FUNCTION shield_settled(which uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO protection_guardians (id, district_id, resident_id, user_id)
    SELECT gen_random_uuid(), c.district_id, c.resident_id, g.user_id
    FROM candidates c JOIN candidate_guardians g ON g.household_id = c.household_id
    JOIN candidate_guardians mine ON mine.household_id = c.household_id AND mine.user_id = actor()
    WHERE c.household_id = which AND c.protection <> 'none' AND c.district_id = ANY (allowed('home'));
    INSERT INTO protection_decisions (id, district_id, resident_id, grade, reason, decided_by)
    SELECT gen_random_uuid(), r.district_id, r.id, c.protection, coalesce(c.protection_because, 'IMDi'), actor()
    FROM candidates c JOIN residents r ON r.id = c.resident_id
    JOIN protection_guardians g ON g.resident_id = r.id AND g.user_id = actor()
    WHERE c.household_id = which AND c.protection <> 'none';
    UPDATE residents r SET protection = c.protection FROM candidates c
    WHERE c.household_id = which AND c.resident_id = r.id AND c.protection <> 'none'
      AND EXISTS (SELECT FROM protection_guardians g WHERE g.resident_id = r.id AND g.user_id = actor());
END $$;
CREATE OR REPLACE FUNCTION undo_settlement_request(which uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM settlement_requests WHERE id = which AND district_id = ANY (allowed('home'))
                   AND 'placement' = ANY (allowed_text('categories')))
       OR EXISTS (SELECT FROM candidate_households
                  WHERE request_id = which AND state IN ('placed', 'settled') AND NOT is_protected)
    THEN RETURN false; END IF;
    DELETE FROM candidate_households WHERE request_id = which AND state NOT IN ('placed', 'settled');
    RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION protect_candidate(uuid, text, text, uuid[]), lift_candidate_protection(uuid, text),
    shield_settled(uuid) TO bomiljo_app;
"""

GUARDED = (
    "EXISTS (SELECT FROM candidate_guardians g"
    f" WHERE g.household_id = candidate_households.id AND g.user_id = {rls.ACTOR})"
)
HOME_GUARDED = "home_id = ANY ((SELECT allowed('guarded'))::uuid[])"
EITHER = f"{rls.DISTRICT} AND ({rls.category('placement')} OR {rls.category('care')})"
KNOWN = f"{EITHER} AND (NOT is_protected OR {GUARDED})"
FOLLOWED = f"{EITHER} AND (NOT is_protected OR {HOME_GUARDED} OR (home_id IS NULL AND {GUARDED}))"
# A list of hidden people alone would tell of them by being empty.
HELD = (
    f"{EITHER} AND (undone_at IS NOT NULL OR imported_by = {rls.ACTOR}"
    " OR EXISTS (SELECT FROM candidate_households h WHERE h.request_id = settlement_requests.id))"
)
PLACING = f"{rls.DISTRICT} AND {rls.category('placement')}"
WATCHING = f"{rls.DISTRICT} AND ({rls.category('placement')} OR {rls.category('composition')})"


def upgrade() -> None:
    op.execute(NEEDS)
    op.execute(HOMES)
    op.execute(f"ALTER POLICY visible ON placement_settings USING ({WATCHING})")
    op.execute(HELPERS)
    planned = (
        f"{PLACING} AND EXISTS (SELECT FROM placement_alternatives a WHERE a.id = alternative_id)"
    )
    rls.protected("placement_helpers", planned, add=planned, remove=planned)
    rls.audited("placement_helpers")
    op.execute(PROTECTED)
    for policy in ("visible", "changed"):
        op.execute(f"ALTER POLICY {policy} ON candidate_households USING ({FOLLOWED})")
    op.execute(f"ALTER POLICY visible ON settlement_requests USING ({HELD})")


def downgrade() -> None:
    op.execute(f"ALTER POLICY visible ON settlement_requests USING ({EITHER})")
    for policy in ("visible", "changed"):
        op.execute(f"ALTER POLICY {policy} ON candidate_households USING ({KNOWN})")
    functions = context.script.get_revision("0012").module.FUNCTIONS
    undoing = functions.index("CREATE FUNCTION undo_settlement_request")
    composing = functions.index("CREATE FUNCTION site_composition")
    op.execute("DROP FUNCTION undo_settlement_request")
    op.execute(functions[undoing:composing])
    op.execute("GRANT EXECUTE ON FUNCTION undo_settlement_request(uuid) TO bomiljo_app")
    op.execute("DROP FUNCTION helper_loads; DROP TABLE placement_helpers")
    op.execute("DROP TRIGGER origin ON households")
    op.execute(
        "DROP FUNCTION hide_where_they_came_from, protect_candidate, lift_candidate_protection, shield_settled"
    )
    op.execute(
        "ALTER TABLE candidate_households DROP home_id; ALTER TABLE candidates DROP protection_because"
    )
    op.execute(f"ALTER POLICY visible ON placement_settings USING ({PLACING})")
    op.execute("DROP FUNCTION site_homes, promised_units, site_composition, household_needs")
    op.execute(functions[composing : functions.index("GRANT EXECUTE")])
    op.execute("GRANT EXECUTE ON FUNCTION site_composition(uuid) TO bomiljo_app")

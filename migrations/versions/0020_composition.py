"""who lives in a house, counted for any day; what a household needs follows it from its plan

Counts are made from the leases' own periods when somebody asks. Stored counts would tell, by
subtraction, the day on which somebody came under protection.

Revision ID: 0020
Revises: 0016
"""

import sys
from pathlib import Path

from alembic import context, op

sys.path.append(str(Path(__file__).parents[1]))
import rls

revision = "0020"
down_revision = "0016"

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
CREATE FUNCTION site_composition(which uuid)
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
    WHERE t.site_id = which AND which = ANY (allowed('sites')) AND t.district_id = ANY (allowed('home'))
      AND 'placement' = ANY (allowed_text('categories'))
      AND t.moved_out_at IS NULL AND ongoing(t.period)
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
GRANT EXECUTE ON FUNCTION site_composition(uuid), site_homes(uuid, date) TO bomiljo_app;
"""


PLACING = f"{rls.DISTRICT} AND {rls.category('placement')}"
WATCHING = f"{rls.DISTRICT} AND ({rls.category('placement')} OR {rls.category('composition')})"


def upgrade() -> None:
    op.execute(NEEDS)
    op.execute(HOMES)
    op.execute(f"ALTER POLICY visible ON placement_settings USING ({WATCHING})")


def downgrade() -> None:
    op.execute(f"ALTER POLICY visible ON placement_settings USING ({PLACING})")
    op.execute("DROP FUNCTION site_homes, site_composition, household_needs")
    placing = context.script.get_revision("0012").module.FUNCTIONS
    op.execute(
        placing[placing.index("CREATE FUNCTION site_composition") : placing.index("GRANT EXECUTE")]
    )
    op.execute("GRANT EXECUTE ON FUNCTION site_composition(uuid) TO bomiljo_app")

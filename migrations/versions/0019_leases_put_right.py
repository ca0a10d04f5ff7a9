"""requests to move entered late, households that grow by asking alone, and flats that go back to the lane"""

from alembic import op

revision = "0019"
down_revision = "0016"

# What the term rested on is written down when it goes, so that it can be given back.
KEEPS_GROUND = """
CREATE OR REPLACE FUNCTION sound_lease_alarms(told_roles text[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    sounded int;
BEGIN
    WITH running AS (
        SELECT t.id, t.district_id, t.site_id, t.household_id, t.is_protected, t.contract_ends_on AS ends, t.legal_ground,
               lease_step(t.contract_ends_on, asked_to_move(t.id, t.contract_ends_on), current_date) AS step
        FROM tenancies t
        WHERE t.kind = 'fixed_term' AND t.contract_ends_on IS NOT NULL AND t.moved_in_at IS NOT NULL
          AND t.moved_out_at IS NULL AND t.period @> current_date
          AND lease_step(t.contract_ends_on, asked_to_move(t.id, t.contract_ends_on), current_date)
              NOT IN ('running', 'asked_to_move')
        ORDER BY t.id FOR UPDATE SKIP LOCKED
    ), changed AS (
        UPDATE tenancies t SET kind = 'open_ended', contract_ends_on = NULL, version = t.version + 1,
            legal_ground = (lease_rule('stays_on', r.ends)).source
        FROM running r WHERE t.id = r.id AND r.step = 'open_ended'
    ), sounding AS (
        INSERT INTO lease_events (id, district_id, tenancy_id, kind, on_day, term_ends_on, grounds)
        SELECT gen_random_uuid(), r.district_id, r.id, a.step, a.due, r.ends,
               CASE a.step WHEN 'open_ended' THEN r.legal_ground END
        FROM running r, LATERAL (
            SELECT * FROM lease_alarms(r.ends)
            UNION ALL SELECT 'open_ended', open_ended_from(r.ends)) a
        WHERE a.due <= current_date
        ON CONFLICT (tenancy_id, kind, term_ends_on) WHERE by_user IS NULL DO NOTHING
        RETURNING tenancy_id, kind
    ), told AS (
        INSERT INTO notifications (id, district_id, user_id, kind, link_to, link_id)
        SELECT DISTINCT ON (r.id, m.user_id)
               gen_random_uuid(), r.district_id, m.user_id, 'lease_running_out', 'tenancy', r.id
        FROM running r JOIN sounding s ON s.tenancy_id = r.id AND s.kind = r.step
        JOIN memberships m ON m.district_id = r.district_id AND m.period @> current_date
            AND m.role = ANY (told_roles) AND (m.site_ids IS NULL OR r.site_id = ANY (m.site_ids))
        JOIN role_scopes reach ON reach.role = m.role
        WHERE (reach.residents = 'district' OR EXISTS (
                SELECT FROM helpers c JOIN household_members h ON h.resident_id = c.resident_id
                WHERE h.household_id = r.household_id AND ongoing(h.period)
                  AND c.user_id = m.user_id AND c.period @> current_date))
          AND (NOT r.is_protected OR EXISTS (
                SELECT FROM protection_guardians g JOIN household_members h ON h.resident_id = g.resident_id
                WHERE h.household_id = r.household_id AND g.user_id = m.user_id))
    )
    SELECT count(*) INTO sounded FROM sounding;
    RETURN sounded;
END $$;
"""
HAS_A_LEASE = """
CREATE FUNCTION household_has_a_lease(which uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM tenancies
                   WHERE household_id = which AND moved_in_at IS NOT NULL AND moved_out_at IS NULL)
$$;
GRANT EXECUTE ON FUNCTION household_has_a_lease(uuid) TO bomiljo_app;
"""
PREPARED = """
CREATE FUNCTION unit_preparation(which uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN ready_at IS NULL THEN 'being_furnished' ELSE 'ready' END FROM checklists
    WHERE unit_id = which AND replaced_at IS NULL AND key_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION unit_preparation(uuid) TO bomiljo_app;
"""
FORGETS_GROUND = """
CREATE OR REPLACE FUNCTION sound_lease_alarms(told_roles text[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    sounded int;
BEGIN
    WITH running AS (
        SELECT t.id, t.district_id, t.site_id, t.household_id, t.is_protected, t.contract_ends_on AS ends,
               lease_step(t.contract_ends_on, asked_to_move(t.id, t.contract_ends_on), current_date) AS step
        FROM tenancies t
        WHERE t.kind = 'fixed_term' AND t.contract_ends_on IS NOT NULL AND t.moved_in_at IS NOT NULL
          AND t.moved_out_at IS NULL AND t.period @> current_date
          AND lease_step(t.contract_ends_on, asked_to_move(t.id, t.contract_ends_on), current_date)
              NOT IN ('running', 'asked_to_move')
        ORDER BY t.id FOR UPDATE SKIP LOCKED
    ), changed AS (
        UPDATE tenancies t SET kind = 'open_ended', contract_ends_on = NULL, version = t.version + 1,
            legal_ground = (lease_rule('stays_on', r.ends)).source
        FROM running r WHERE t.id = r.id AND r.step = 'open_ended'
    ), sounding AS (
        INSERT INTO lease_events (id, district_id, tenancy_id, kind, on_day, term_ends_on)
        SELECT gen_random_uuid(), r.district_id, r.id, a.step, a.due, r.ends
        FROM running r, LATERAL (
            SELECT * FROM lease_alarms(r.ends)
            UNION ALL SELECT 'open_ended', open_ended_from(r.ends)) a
        WHERE a.due <= current_date
        ON CONFLICT (tenancy_id, kind, term_ends_on) WHERE by_user IS NULL DO NOTHING
        RETURNING tenancy_id, kind
    ), told AS (
        INSERT INTO notifications (id, district_id, user_id, kind, link_to, link_id)
        SELECT DISTINCT ON (r.id, m.user_id)
               gen_random_uuid(), r.district_id, m.user_id, 'lease_running_out', 'tenancy', r.id
        FROM running r JOIN sounding s ON s.tenancy_id = r.id AND s.kind = r.step
        JOIN memberships m ON m.district_id = r.district_id AND m.period @> current_date
            AND m.role = ANY (told_roles) AND (m.site_ids IS NULL OR r.site_id = ANY (m.site_ids))
        JOIN role_scopes reach ON reach.role = m.role
        WHERE (reach.residents = 'district' OR EXISTS (
                SELECT FROM helpers c JOIN household_members h ON h.resident_id = c.resident_id
                WHERE h.household_id = r.household_id AND ongoing(h.period)
                  AND c.user_id = m.user_id AND c.period @> current_date))
          AND (NOT r.is_protected OR EXISTS (
                SELECT FROM protection_guardians g JOIN household_members h ON h.resident_id = g.resident_id
                WHERE h.household_id = r.household_id AND g.user_id = m.user_id))
    )
    SELECT count(*) INTO sounded FROM sounding;
    RETURN sounded;
END $$;
"""


def upgrade() -> None:
    op.execute(KEEPS_GROUND)
    op.execute(HAS_A_LEASE)
    op.execute(PREPARED)


def downgrade() -> None:
    op.execute("DROP FUNCTION household_has_a_lease, unit_preparation")
    op.execute(FORGETS_GROUND)

"""leases over time: the clock of a fixed term, what was written, who joins and who leaves"""

import sys
from pathlib import Path

from alembic import op

sys.path.append(str(Path(__file__).parents[1]))
import rls

revision = "0015"
down_revision = "0014"

# A rule holds from its day until the next of its code.
RULES = """
CREATE TABLE lease_rules (
    code varchar(40) NOT NULL CONSTRAINT ck_lease_rules_code
        CHECK (code IN ('prepare', 'stays_on', 'notice', 'protest', 'shortest')),
    since date NOT NULL,
    months int NOT NULL,
    source text NOT NULL,
    CONSTRAINT pk_lease_rules PRIMARY KEY (code, since)
);
INSERT INTO lease_rules (code, since, months, source) VALUES
    ('prepare', '2000-01-01', 3, 'Boligkontorets egen frist'),
    ('stays_on', '2000-01-01', 3, 'Husleieloven § 9-2'),
    ('notice', '2000-01-01', 3, 'Husleieloven § 9-6'),
    ('protest', '2000-01-01', 1, 'Husleieloven § 9-7'),
    ('shortest', '2000-01-01', 36, 'Husleieloven § 9-3');

CREATE FUNCTION lease_rule(which text, at date) RETURNS lease_rules LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT r FROM lease_rules r WHERE code = which AND since <= at ORDER BY since DESC LIMIT 1
$$;
CREATE FUNCTION months_after(day date, months int) RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT (day + make_interval(months => months))::date
$$;
CREATE FUNCTION lease_alarms(ends date) RETURNS TABLE (step text, due date) LANGUAGE sql STABLE AS $$
    SELECT 'prepare', months_after(ends, -(lease_rule('prepare', ends)).months)
    UNION ALL SELECT 'expired', ends
    UNION ALL SELECT 'month_' || n, months_after(ends, n) FROM generate_series(1, 2) n
    UNION ALL SELECT 'month_3', months_after(ends, (lease_rule('stays_on', ends)).months)
$$;
CREATE FUNCTION open_ended_from(ends date) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT months_after(ends, (lease_rule('stays_on', ends)).months) + 1
$$;
CREATE FUNCTION lease_step(ends date, asked boolean, at date) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN at >= ends AND asked THEN 'asked_to_move'
                WHEN at >= open_ended_from(ends) THEN 'open_ended'
                ELSE coalesce((SELECT step FROM lease_alarms(ends) WHERE due <= at ORDER BY due DESC LIMIT 1),
                              'running') END
$$;
GRANT EXECUTE ON FUNCTION lease_rule(text, date), months_after(date, int), lease_alarms(date), open_ended_from(date),
    lease_step(date, boolean, date) TO bomiljo_app;
"""

EVENTS = """
ALTER TABLE tenancies ADD move_reported_on date;
CREATE INDEX ix_tenancies_running_out ON tenancies (contract_ends_on, id)
    WHERE kind = 'fixed_term' AND moved_out_at IS NULL;
CREATE TABLE lease_events (
    id uuid CONSTRAINT pk_lease_events PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_lease_events_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    tenancy_id uuid NOT NULL CONSTRAINT fk_lease_events_tenancy_id REFERENCES tenancies,
    kind varchar(40) NOT NULL CONSTRAINT ck_lease_events_kind CHECK (kind IN (
        'prepare', 'expired', 'month_1', 'month_2', 'month_3', 'open_ended', 'asked_to_move', 'renewed',
        'notice_by_tenant', 'notice_by_landlord', 'notice_withdrawn')),
    on_day date NOT NULL,
    term_ends_on date,
    last_day date,
    grounds text,
    agreed boolean NOT NULL DEFAULT false,
    by_user uuid CONSTRAINT fk_lease_events_by_user REFERENCES users
);
CREATE INDEX ix_lease_events_tenancy_id ON lease_events (tenancy_id);
CREATE UNIQUE INDEX uq_lease_events_tenancy_id_kind_term_ends_on
    ON lease_events (tenancy_id, kind, term_ends_on) WHERE by_user IS NULL;

CREATE FUNCTION asked_to_move(which uuid, ends date) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM lease_events WHERE tenancy_id = which AND kind = 'asked_to_move' AND term_ends_on = ends)
$$;
GRANT EXECUTE ON FUNCTION asked_to_move(uuid, date) TO bomiljo_app;
"""

# The rows are the memory: who comes second finds them there and tells nobody. A lease that is met
# late has its earlier alarms written down, and only the last of them is told.
CLOCK = """
ALTER TABLE notifications DROP CONSTRAINT ck_notifications_kind,
    ADD CONSTRAINT ck_notifications_kind CHECK (kind IN (
        'acute_incident', 'incident_assigned', 'incident_shared', 'incident_reply', 'action_assigned',
        'meeting_called', 'meeting_moved', 'meeting_cancelled', 'activity_changed',
        'lease_running_out', 'household_change_asked', 'household_change_decided'));
CREATE FUNCTION sound_lease_alarms(told_roles text[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
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
GRANT EXECUTE ON FUNCTION sound_lease_alarms(text[]) TO bomiljo_app;
"""

# The dwelling may be refused for what it is, never for who comes; a birth asks nobody.
HOUSEHOLDS = """
CREATE TABLE household_changes (
    id uuid CONSTRAINT pk_household_changes PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_household_changes_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    tenancy_id uuid NOT NULL CONSTRAINT fk_household_changes_tenancy_id REFERENCES tenancies,
    resident_id uuid NOT NULL CONSTRAINT fk_household_changes_resident_id REFERENCES residents,
    kind varchar(40) NOT NULL CONSTRAINT ck_household_changes_kind CHECK (kind IN ('joins', 'born', 'leaves')),
    relation varchar(40) CONSTRAINT ck_household_changes_relation
        CHECK (relation IN ('head', 'partner', 'child', 'parent', 'sibling', 'other')),
    on_day date NOT NULL,
    state varchar(40) NOT NULL CONSTRAINT ck_household_changes_state
        CHECK (state IN ('waiting', 'approved', 'refused', 'done', 'withdrawn')),
    asked_by uuid NOT NULL CONSTRAINT fk_household_changes_asked_by REFERENCES users,
    decided_by uuid CONSTRAINT fk_household_changes_decided_by REFERENCES users,
    decided_at timestamptz,
    refused_because varchar(40) CONSTRAINT ck_household_changes_refused_because
        CHECK (refused_because IN ('too_many', 'dwelling_unfit')),
    refusal_note text,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_household_changes_refusal CHECK ((state = 'refused') = (refused_because IS NOT NULL))
);
CREATE INDEX ix_household_changes_tenancy_id ON household_changes (tenancy_id);
CREATE INDEX ix_household_changes_district_id_created_at_id ON household_changes (district_id, created_at, id);
CREATE UNIQUE INDEX uq_household_changes_tenancy_id_resident_id ON household_changes (tenancy_id, resident_id)
    WHERE state IN ('waiting', 'approved');

CREATE FUNCTION keep_within_places() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    places int;
    taken int;
BEGIN
    SELECT u.capacity INTO places FROM units u
    WHERE u.id = (SELECT unit_id FROM tenancies WHERE id = NEW.tenancy_id) FOR UPDATE;
    SELECT (SELECT count(*) FROM household_members m JOIN tenancies t ON t.household_id = m.household_id
            WHERE t.id = NEW.tenancy_id AND ongoing(m.period) AND m.resident_id <> NEW.resident_id)
         + (SELECT count(*) FROM household_changes c
            WHERE c.tenancy_id = NEW.tenancy_id AND c.id <> NEW.id AND c.kind = 'joins' AND c.state = 'approved')
    INTO taken;
    IF taken + 1 > places THEN
        RAISE EXCEPTION 'more people than places' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'ck_household_changes_places';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER places BEFORE INSERT OR UPDATE OF state ON household_changes FOR EACH ROW
    WHEN (NEW.kind = 'joins' AND NEW.state IN ('approved', 'done')) EXECUTE FUNCTION keep_within_places();
"""

LOGGED = (
    f"{rls.DISTRICT} AND table_name = ANY ((SELECT allowed_text('logs'))::text[])"
    " AND (subject_id IS NULL OR NOT is_hidden(subject_id))"
    " AND (table_name NOT IN ('households', 'tenancies') OR NOT is_hidden_home(row_id))"
)
OF_TENANCY = "(coalesce(after, before) ->> 'tenancy_id')::uuid"
TENANCY = "EXISTS (SELECT FROM tenancies t WHERE t.id = tenancy_id)"
FOLLOWED = (
    f"{rls.DISTRICT} AND EXISTS (SELECT FROM tenancies t JOIN households h ON h.id = t.household_id"
    " WHERE t.id = tenancy_id)"
)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(RULES)
    rls.closed("lease_rules")
    op.execute(EVENTS)
    op.execute(CLOCK)
    rls.protected("lease_events", TENANCY, add=f"{FOLLOWED} AND by_user = {rls.ACTOR}")
    rls.audited("lease_events")
    op.execute(HOUSEHOLDS)
    seen = f"{TENANCY} AND NOT is_hidden(resident_id)"
    rls.protected(
        "household_changes",
        seen,
        change=f"{rls.DISTRICT} AND {seen}",
        add=f"{FOLLOWED} AND asked_by = {rls.ACTOR} AND {rls.RESIDENT}",
    )
    rls.audited("household_changes")
    op.execute(
        f"ALTER POLICY visible ON change_log USING ({LOGGED}"
        f" AND ({OF_TENANCY} IS NULL OR NOT is_hidden_home({OF_TENANCY})))"
    )


def downgrade() -> None:
    op.execute(f"ALTER POLICY visible ON change_log USING ({LOGGED})")
    op.execute("DROP TABLE household_changes; DROP FUNCTION keep_within_places")
    op.execute("DROP FUNCTION sound_lease_alarms, asked_to_move")
    op.execute(
        "DELETE FROM notifications WHERE kind IN"
        " ('lease_running_out', 'household_change_asked', 'household_change_decided');"
        "ALTER TABLE notifications DROP CONSTRAINT ck_notifications_kind,"
        " ADD CONSTRAINT ck_notifications_kind CHECK (kind IN ("
        "'acute_incident', 'incident_assigned', 'incident_shared', 'incident_reply', 'action_assigned',"
        " 'meeting_called', 'meeting_moved', 'meeting_cancelled', 'activity_changed'))"
    )
    op.execute("DROP INDEX ix_tenancies_running_out; ALTER TABLE tenancies DROP move_reported_on")
    op.execute("DROP TABLE lease_events")
    op.execute(
        "DROP FUNCTION lease_step, open_ended_from, lease_alarms, months_after, lease_rule;"
        "DROP TABLE lease_rules"
    )

"""school breaks, cultural days and what a district shows of them, calendar feeds"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0010"
down_revision = "0009"

TABLES = """
CREATE TABLE school_breaks (
    id uuid CONSTRAINT pk_school_breaks PRIMARY KEY DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    municipality_number text NOT NULL,
    code text NOT NULL CONSTRAINT ck_school_breaks_code
        CHECK (code IN ('autumn', 'christmas', 'winter', 'easter', 'summer')),
    rule varchar(40) NOT NULL CONSTRAINT ck_school_breaks_rule
        CHECK (rule IN ('iso_week', 'easter', 'between')),
    week int,
    first_day text CONSTRAINT ck_school_breaks_first_day CHECK (first_day ~ '^[01][0-9]-[0-3][0-9]$'),
    last_day text CONSTRAINT ck_school_breaks_last_day CHECK (last_day ~ '^[01][0-9]-[0-3][0-9]$'),
    approximate boolean NOT NULL DEFAULT false,
    period daterange NOT NULL,
    CONSTRAINT ck_school_breaks_whole CHECK (
        (rule = 'iso_week') = (week IS NOT NULL) AND (rule = 'between') = (first_day IS NOT NULL)
        AND (rule = 'between') = (last_day IS NOT NULL))
);
CREATE INDEX ix_school_breaks_municipality_number ON school_breaks (municipality_number);
CREATE TABLE cultural_days (
    id uuid CONSTRAINT pk_cultural_days PRIMARY KEY DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    code text NOT NULL CONSTRAINT uq_cultural_days_code UNIQUE,
    rule varchar(40) NOT NULL CONSTRAINT ck_cultural_days_rule CHECK (rule IN (
        'fixed', 'nth_weekday', 'easter_western', 'easter_orthodox', 'advent', 'ramadan', 'eid_al_fitr',
        'eid_al_adha', 'ashura')),
    month int,
    day int,
    weekday int,
    shift int NOT NULL DEFAULT 0,
    days int NOT NULL DEFAULT 1,
    sensitivity varchar(40) NOT NULL DEFAULT 'neutral' CONSTRAINT ck_cultural_days_sensitivity
        CHECK (sensitivity IN ('neutral', 'grief', 'divisive')),
    default_visible boolean NOT NULL,
    CONSTRAINT ck_cultural_days_opt_in CHECK (sensitivity <> 'divisive' OR NOT default_visible)
);
CREATE TABLE cultural_day_choices (
    id uuid CONSTRAINT pk_cultural_day_choices PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_cultural_day_choices_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    cultural_day_id uuid NOT NULL CONSTRAINT fk_cultural_day_choices_cultural_day_id REFERENCES cultural_days,
    visible boolean NOT NULL,
    CONSTRAINT uq_cultural_day_choices_district_id_cultural_day_id UNIQUE (district_id, cultural_day_id)
);
CREATE TABLE calendar_feeds (
    id uuid CONSTRAINT pk_calendar_feeds PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_calendar_feeds_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    user_id uuid CONSTRAINT fk_calendar_feeds_user_id REFERENCES users,
    membership_id uuid CONSTRAINT fk_calendar_feeds_membership_id REFERENCES memberships,
    resident_id uuid CONSTRAINT fk_calendar_feeds_resident_id REFERENCES residents,
    label text NOT NULL,
    scope varchar(40) NOT NULL CONSTRAINT ck_calendar_feeds_scope CHECK (scope IN ('mine', 'site')),
    site_id uuid CONSTRAINT fk_calendar_feeds_site_id REFERENCES sites,
    secret_hash bytea NOT NULL CONSTRAINT uq_calendar_feeds_secret_hash UNIQUE,
    revoked_at timestamptz,
    last_read_at timestamptz,
    reads int NOT NULL DEFAULT 0,
    counted_from timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_calendar_feeds_one_person CHECK (
        (user_id IS NULL) <> (resident_id IS NULL) AND (user_id IS NULL) = (membership_id IS NULL)),
    CONSTRAINT ck_calendar_feeds_site CHECK ((scope = 'site') = (site_id IS NOT NULL))
);
CREATE INDEX ix_calendar_feeds_user_id ON calendar_feeds (user_id);
CREATE INDEX ix_calendar_feeds_resident_id ON calendar_feeds (resident_id);
"""

FACTS = """
INSERT INTO school_breaks (municipality_number, code, rule, week, first_day, last_day, approximate, period) VALUES
    ('0301', 'autumn', 'iso_week', 40, NULL, NULL, false, '[2024-01-01,)'),
    ('0301', 'christmas', 'between', NULL, '12-21', '01-01', true, '[2024-01-01,)'),
    ('0301', 'winter', 'iso_week', 8, NULL, NULL, false, '[2024-01-01,)'),
    ('0301', 'easter', 'easter', NULL, NULL, NULL, false, '[2024-01-01,)'),
    ('0301', 'summer', 'between', NULL, '06-20', '08-16', true, '[2024-01-01,)');
INSERT INTO cultural_days (code, rule, month, day, weekday, shift, days, sensitivity, default_visible) VALUES
    ('ramadan', 'ramadan', NULL, NULL, NULL, 0, 29, 'neutral', true),
    ('eid_al_fitr', 'eid_al_fitr', NULL, NULL, NULL, 0, 3, 'neutral', true),
    ('eid_al_adha', 'eid_al_adha', NULL, NULL, NULL, 0, 4, 'neutral', true),
    ('ashura', 'ashura', NULL, NULL, NULL, 0, 1, 'neutral', true),
    ('nowruz', 'fixed', 3, 20, NULL, 0, 2, 'neutral', true),
    ('easter_orthodox', 'easter_orthodox', NULL, NULL, NULL, 0, 2, 'neutral', true),
    ('good_friday_orthodox', 'easter_orthodox', NULL, NULL, NULL, -2, 1, 'neutral', true),
    ('christmas_orthodox', 'fixed', 1, 7, NULL, 0, 1, 'neutral', true),
    ('ukraine_independence', 'fixed', 8, 24, NULL, 0, 1, 'neutral', true),
    ('ukraine_invasion', 'fixed', 2, 24, NULL, 0, 1, 'grief', true),
    ('holodomor', 'nth_weekday', 11, 4, 6, 0, 1, 'grief', true),
    ('vyshyvanka', 'nth_weekday', 5, 3, 4, 0, 1, 'neutral', true),
    ('eritrea_independence', 'fixed', 5, 24, NULL, 0, 1, 'divisive', false),
    ('syria_december', 'fixed', 12, 8, NULL, 0, 1, 'divisive', false),
    ('afghanistan_independence', 'fixed', 8, 19, NULL, 0, 1, 'divisive', false),
    ('somalia_independence', 'fixed', 7, 1, NULL, 0, 1, 'neutral', true),
    ('sami_day', 'fixed', 2, 6, NULL, 0, 1, 'neutral', true),
    ('womens_day', 'fixed', 3, 8, NULL, 0, 1, 'neutral', true),
    ('refugee_day', 'fixed', 6, 20, NULL, 0, 1, 'neutral', true),
    ('un_day', 'fixed', 10, 24, NULL, 0, 1, 'neutral', true),
    ('halloween', 'fixed', 10, 31, NULL, 0, 1, 'neutral', true),
    ('advent', 'advent', NULL, NULL, NULL, 0, 1, 'neutral', true),
    ('lucia', 'fixed', 12, 13, NULL, 0, 1, 'neutral', true),
    ('shrovetide', 'easter_western', NULL, NULL, NULL, -49, 1, 'neutral', true);
"""

# The same lists as `enter()`, for a calendar that cannot sign in; a test holds the two together.
ENTER = """
CREATE FUNCTION enter_feed(by_hash bytea, scopes jsonb, most int)
RETURNS TABLE (actor_id uuid, session_id uuid, role text, district_id uuid, organisation_id uuid,
               membership_id uuid, sites uuid[], name text, scope text, site_id uuid, too_often boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    f calendar_feeds;
    m memberships;
    rows_of jsonb;
    cases uuid[] := '{}';
    guarded uuid[] := '{}';
    own uuid[] := '{}';
BEGIN
    SELECT * INTO f FROM calendar_feeds WHERE calendar_feeds.secret_hash = by_hash AND calendar_feeds.revoked_at IS NULL;
    IF f.id IS NULL THEN RETURN; END IF;
    session_id := f.id;
    district_id := f.district_id;
    scope := f.scope;
    site_id := f.site_id;
    IF f.resident_id IS NOT NULL THEN
        SELECT r.id, concat_ws(' ', coalesce(r.preferred_name, r.given_name), r.family_name),
               CASE WHEN r.site_id IS NULL THEN '{}' ELSE ARRAY[r.site_id] END
        INTO actor_id, name, sites FROM residents r WHERE r.id = f.resident_id AND r.status <> 'moved_out';
        IF actor_id IS NULL THEN RETURN; END IF;
        role := 'resident';
        own := ARRAY[actor_id];
        SELECT coalesce(array_agg(t.unit_id), '{}') INTO cases FROM tenancies t
        JOIN household_members h ON h.household_id = t.household_id AND h.period @> current_date
        WHERE h.resident_id = actor_id AND t.period @> current_date;
    ELSE
        SELECT * INTO m FROM memberships WHERE memberships.id = f.membership_id AND memberships.user_id = f.user_id
            AND memberships.period @> current_date;
        IF m.id IS NULL THEN RETURN; END IF;
        actor_id := f.user_id;
        role := m.role;
        membership_id := m.id;
        organisation_id := m.organisation_id;
        SELECT u.name INTO name FROM users u WHERE u.id = f.user_id;
        IF m.site_ids IS NULL THEN
            SELECT coalesce(array_agg(sites.id), '{}') INTO sites FROM sites WHERE sites.district_id = f.district_id;
        ELSE
            sites := m.site_ids;
        END IF;
        rows_of := scopes -> m.role;
        IF rows_of ->> 'residents' IN ('cases', 'district') THEN
            SELECT kin(array_agg(g.resident_id)) INTO guarded FROM protection_guardians g
            WHERE g.user_id = f.user_id AND g.district_id = f.district_id;
        END IF;
        IF rows_of ->> 'residents' = 'cases' THEN
            SELECT kin(array_agg(c.resident_id)) || guarded INTO cases FROM helpers c
            WHERE c.user_id = f.user_id AND c.district_id = f.district_id AND c.period @> current_date;
        END IF;
    END IF;
    UPDATE calendar_feeds c SET last_read_at = now(),
        reads = CASE WHEN c.counted_from < now() - interval '1 hour' THEN 1 ELSE c.reads + 1 END,
        counted_from = CASE WHEN c.counted_from < now() - interval '1 hour' THEN now() ELSE c.counted_from END
    WHERE c.id = f.id RETURNING c.reads > most INTO too_often;
    rows_of := scopes -> role;
    PERFORM set_config('app.actor_id', actor_id::text, true),
            set_config('app.role', role, true),
            set_config('app.organisation_id', coalesce(organisation_id::text, ''), true),
            set_config('app.home', ARRAY[district_id]::text, true),
            set_config('app.districts', CASE WHEN own = '{}' THEN ARRAY[district_id]::text ELSE '{}' END, true),
            set_config('app.sites', sites::text, true),
            set_config('app.self', own::text, true),
            set_config('app.cases', cases::text, true),
            set_config('app.guarded', guarded::text, true),
            set_config('app.resident_districts',
                CASE WHEN rows_of ->> 'residents' = 'district' THEN ARRAY[district_id]::text ELSE '{}' END, true),
            set_config('app.lease_districts',
                CASE WHEN (rows_of ->> 'leases')::boolean THEN ARRAY[district_id]::text ELSE '{}' END, true),
            set_config('app.sharing', translate(rows_of ->> 'sharing', '[]', '{}'), true),
            set_config('app.audiences', translate(rows_of ->> 'audiences', '[]', '{}'), true),
            set_config('app.categories', translate(rows_of ->> 'categories', '[]', '{}'), true),
            set_config('app.logs', translate(rows_of ->> 'logs', '[]', '{}'), true);
    RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION enter_feed(bytea, jsonb, int) TO bomiljo_app;
"""

INSIDE = "cardinality((SELECT allowed('home'))) > 0"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for part in (TABLES, FACTS, ENTER):
        op.execute(part)
    op.execute(
        "CREATE INDEX ix_incident_measures_district_id_due_on ON incident_measures (district_id, due_on)"
    )
    rls.protected(
        "school_breaks",
        "EXISTS (SELECT FROM districts d WHERE d.municipality_number = school_breaks.municipality_number)",
    )
    rls.protected("cultural_days", INSIDE)
    rls.protected("cultural_day_choices", rls.HOME, add=rls.DISTRICT, change=rls.DISTRICT)
    own = f"{rls.HOME} AND ((user_id = {rls.ACTOR} AND {rls.DISTRICT}) OR resident_id = {rls.SELF})"
    rls.protected("calendar_feeds", own, add=own, change=own, columns="(revoked_at)")
    for table in ("school_breaks", "cultural_days", "cultural_day_choices"):
        rls.audited(table)
    rls.audited("calendar_feeds", "secret_hash", "last_read_at", "reads", "counted_from")


def downgrade() -> None:
    op.execute("DROP INDEX ix_incident_measures_district_id_due_on")
    op.execute("DROP FUNCTION enter_feed")
    op.execute("DROP TABLE calendar_feeds, cultural_day_choices, cultural_days, school_breaks")

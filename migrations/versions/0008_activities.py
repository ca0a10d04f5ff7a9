"""activities, who signs up for them, who came

Seats are counted by the database for everybody alike, protected persons among them; who sits in
them is read through `roll_of`, which leaves out whom the reader may not see.
"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0008"
down_revision = "0007"

TABLES = """
CREATE TABLE activities (
    id uuid CONSTRAINT pk_activities PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_activities_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_activities_site_id REFERENCES sites,
    title text CONSTRAINT ck_activities_title CHECK (title IS NOT NULL OR status = 'open_slot'),
    description text,
    status varchar(40) NOT NULL CONSTRAINT ck_activities_status CHECK (status IN (
        'idea', 'planned', 'booked', 'confirmed', 'postponed', 'cancelled', 'done', 'open_slot')),
    week date CONSTRAINT ck_activities_monday CHECK (extract(isodow FROM week) = 1),
    day date CONSTRAINT ck_activities_day
        CHECK (day IS NOT NULL OR status NOT IN ('booked', 'confirmed', 'done')),
    starts time CONSTRAINT ck_activities_starts CHECK (starts IS NULL OR day IS NOT NULL),
    ends time CONSTRAINT ck_activities_ends CHECK (ends > starts),
    stands_at timestamp NOT NULL GENERATED ALWAYS AS (
        coalesce(day + coalesce(starts, '00:00'), week::timestamp, '9999-12-31'::timestamp)) STORED,
    starts_at timestamptz GENERATED ALWAYS AS (timezone('Europe/Oslo', day + starts)) STORED,
    ends_at timestamptz GENERATED ALWAYS AS (timezone('Europe/Oslo', day + ends)) STORED,
    weather_dependent boolean NOT NULL DEFAULT false,
    place text,
    meeting_point text,
    interpreters text[] NOT NULL DEFAULT '{}',
    responsible_user_id uuid CONSTRAINT fk_activities_responsible_user_id REFERENCES users,
    capacity int CONSTRAINT ck_activities_capacity CHECK (capacity BETWEEN 1 AND 500),
    sign_up_until date,
    reason varchar(40) CONSTRAINT ck_activities_reason
        CHECK (reason IN ('weather', 'illness', 'too_few', 'other')),
    reason_note text,
    weekday_text text,
    origin_id uuid CONSTRAINT fk_activities_origin_id REFERENCES activities,
    postponed_from_id uuid CONSTRAINT fk_activities_postponed_from_id REFERENCES activities
        CONSTRAINT uq_activities_postponed_from_id UNIQUE,
    taken int NOT NULL DEFAULT 0,
    waiting int NOT NULL DEFAULT 0,
    attended int NOT NULL DEFAULT 0,
    sequence int NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL DEFAULT now(),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_activities_week CHECK (day IS NULL OR week = date_trunc('week', day::timestamp)::date),
    CONSTRAINT ck_activities_ends_after CHECK (ends IS NULL OR starts IS NOT NULL),
    CONSTRAINT ck_activities_seats CHECK (taken <= capacity)
);
CREATE INDEX ix_activities_district_id_stands_at_id ON activities (district_id, stands_at, id);
CREATE INDEX ix_activities_site_id_stands_at ON activities (site_id, stands_at);
CREATE INDEX ix_activities_origin_id ON activities (origin_id);
CREATE TABLE activity_signups (
    id uuid CONSTRAINT pk_activity_signups PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_activity_signups_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    activity_id uuid NOT NULL CONSTRAINT fk_activity_signups_activity_id REFERENCES activities,
    resident_id uuid NOT NULL CONSTRAINT fk_activity_signups_resident_id REFERENCES residents,
    state varchar(40) NOT NULL CONSTRAINT ck_activity_signups_state
        CHECK (state IN ('signed_up', 'waiting', 'withdrawn')),
    queued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    by_user_id uuid CONSTRAINT fk_activity_signups_by_user_id REFERENCES users,
    CONSTRAINT uq_activity_signups_activity_id_resident_id UNIQUE (activity_id, resident_id)
);
CREATE INDEX ix_activity_signups_resident_id ON activity_signups (resident_id);
CREATE TABLE activity_attendance (
    id uuid CONSTRAINT pk_activity_attendance PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_activity_attendance_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    activity_id uuid NOT NULL CONSTRAINT fk_activity_attendance_activity_id REFERENCES activities,
    resident_id uuid NOT NULL CONSTRAINT fk_activity_attendance_resident_id REFERENCES residents,
    state varchar(40) NOT NULL CONSTRAINT ck_activity_attendance_state
        CHECK (state IN ('present', 'absent', 'walk_in')),
    by_user_id uuid CONSTRAINT fk_activity_attendance_by_user_id REFERENCES users,
    CONSTRAINT uq_activity_attendance_activity_id_resident_id UNIQUE (activity_id, resident_id)
);
CREATE INDEX ix_activity_attendance_resident_id ON activity_attendance (resident_id);
"""

SEATS = """
CREATE FUNCTION hold_activity(which uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM activities WHERE id = which AND district_id = ANY (allowed('home')) AND site_id = ANY (allowed('sites'))
    FOR UPDATE;
    RETURN FOUND;
END $$;
CREATE FUNCTION count_seats() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    which uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.activity_id ELSE NEW.activity_id END;
BEGIN
    UPDATE activities SET
        taken = (SELECT count(*) FROM activity_signups WHERE activity_id = which AND state = 'signed_up'),
        waiting = (SELECT count(*) FROM activity_signups WHERE activity_id = which AND state = 'waiting'),
        attended = (SELECT count(*) FROM activity_attendance WHERE activity_id = which AND state <> 'absent')
    WHERE id = which;
    RETURN NULL;
END $$;
CREATE FUNCTION fill_seats(which uuid) RETURNS uuid[] LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    WITH free AS (
        SELECT CASE WHEN capacity IS NOT NULL THEN capacity - taken END AS seats FROM activities
        WHERE id = which AND district_id = ANY (allowed('home')) AND site_id = ANY (allowed('sites'))
    ), next AS (
        SELECT id FROM activity_signups WHERE activity_id = which AND state = 'waiting'
          AND EXISTS (SELECT FROM free)
        ORDER BY queued_at, id LIMIT (SELECT seats FROM free)
    ), moved AS (
        UPDATE activity_signups s SET state = 'signed_up' FROM next WHERE s.id = next.id RETURNING s.resident_id
    )
    SELECT coalesce(array_agg(resident_id), '{}') FROM moved
$$;
CREATE FUNCTION signed_up_for(which uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(s.resident_id ORDER BY s.queued_at), '{}')
    FROM activity_signups s JOIN activities a ON a.id = s.activity_id
    WHERE a.id = which AND s.state <> 'withdrawn'
      AND a.district_id = ANY (allowed('districts')) AND a.site_id = ANY (allowed('sites'))
$$;
CREATE FUNCTION carry_signups(before uuid, after uuid, ids uuid[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    INSERT INTO activity_signups (id, district_id, activity_id, resident_id, state, queued_at, by_user_id)
    SELECT ids[s.n], s.district_id, after, s.resident_id, s.state, s.queued_at, s.by_user_id
    FROM (SELECT *, row_number() OVER (ORDER BY queued_at, id) AS n FROM activity_signups
          WHERE activity_id = before AND state <> 'withdrawn') s
    WHERE 2 = (SELECT count(*) FROM activities WHERE id IN (before, after)
               AND district_id = ANY (allowed('districts')) AND site_id = ANY (allowed('sites')))
$$;
CREATE FUNCTION place_in_line(which uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT count(*) FROM activity_signups mine JOIN activity_signups s USING (activity_id)
    WHERE mine.id = which AND mine.resident_id = ANY (allowed('self')) AND s.state = 'waiting'
      AND (s.queued_at, s.id) <= (mine.queued_at, mine.id)
$$;
CREATE FUNCTION roll_of(which uuid) RETURNS TABLE (
    resident_id uuid, name text, state text, queued_at timestamptz, attendance text, interpreter text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT r.id, concat_ws(' ', r.given_name, r.family_name), s.state, s.queued_at, a.state,
           ARRAY(SELECT l.language::text FROM resident_languages l WHERE l.resident_id = r.id AND l.interpreter ORDER BY 1)
    FROM residents r
    LEFT JOIN activity_signups s ON s.activity_id = which AND s.resident_id = r.id AND s.state <> 'withdrawn'
    LEFT JOIN activity_attendance a ON a.activity_id = which AND a.resident_id = r.id
    WHERE r.id IN (SELECT resident_id FROM activity_signups WHERE activity_id = which
                   UNION SELECT resident_id FROM activity_attendance WHERE activity_id = which)
      AND (s.id IS NOT NULL OR a.id IS NOT NULL)
      AND EXISTS (SELECT FROM activities v WHERE v.id = which
                  AND v.district_id = ANY (allowed('districts')) AND v.site_id = ANY (allowed('sites')))
      AND ('participants' = ANY (allowed_text('categories')) OR r.id = ANY (allowed('cases')))
      AND (NOT r.is_protected OR r.id = ANY (allowed('guarded')))
$$;
GRANT EXECUTE ON FUNCTION hold_activity(uuid), fill_seats(uuid), signed_up_for(uuid), carry_signups(uuid, uuid, uuid[]),
    place_in_line(uuid), roll_of(uuid) TO bomiljo_app;
"""

PUBLISHED = "status NOT IN ('idea', 'open_slot')"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(TABLES)
    op.execute(SEATS)
    kept = f"{rls.DISTRICT} AND {rls.SITE}"
    lives_there = f"cardinality((SELECT allowed('self'))) > 0 AND {rls.HOME} AND {rls.SITE}"
    rls.protected(
        "activities",
        f"({kept}) OR ({lives_there} AND {PUBLISHED})",
        change=kept,
        add=kept,
    )
    known = f"{rls.ACTIVITY} AND NOT is_hidden(resident_id)"
    handled = f"{rls.DISTRICT} AND {rls.category('participants')} AND {known}"
    case = "resident_id = ANY ((SELECT allowed('cases'))::uuid[])"
    mine = f"resident_id = {rls.SELF}"
    seen = f"(({rls.category('participants')} OR {case}) AND {known}) OR {mine}"
    rls.protected(
        "activity_signups",
        seen,
        add=f"{rls.HOME} AND {rls.ACTIVITY} AND (({handled} AND {rls.RESIDENT}) OR {mine})",
        change=f"{rls.HOME} AND ({handled} OR {mine})",
    )
    rls.protected("activity_attendance", seen, add=handled, change=handled, remove=handled)
    # counted seats stand in the lines of those who took them
    rls.audited("activities", "taken", "waiting", "attended", "stands_at", "starts_at", "ends_at")
    for table in ("activity_signups", "activity_attendance"):
        rls.audited(table)
        op.execute(
            f"CREATE TRIGGER seats AFTER INSERT OR UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION count_seats()"
        )
    rls.announced("activities")


def downgrade() -> None:
    op.execute("DROP TABLE activity_attendance, activity_signups, activities")
    op.execute(
        "DROP FUNCTION hold_activity, count_seats, fill_seats, signed_up_for, carry_signups, place_in_line, roll_of"
    )

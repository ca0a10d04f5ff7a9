"""incidents and notifications"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0004"
down_revision = "0003"

TABLES = """
CREATE SEQUENCE incident_numbers START 1001;
CREATE TABLE incidents (
    id uuid CONSTRAINT pk_incidents PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_incidents_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_incidents_site_id REFERENCES sites,
    unit_id uuid CONSTRAINT fk_incidents_unit_id REFERENCES units,
    number bigint NOT NULL DEFAULT nextval('incident_numbers'),
    category varchar(40) NOT NULL CONSTRAINT ck_incidents_category CHECK (category IN (
        'leak', 'fire_safety', 'electricity', 'heating', 'lock_access', 'cleaning', 'waste', 'pests', 'laundry_common',
        'noise', 'smoke', 'conflict', 'threat_violence', 'vandalism', 'theft', 'health_emergency', 'concern', 'other')),
    severity varchar(40) NOT NULL CONSTRAINT ck_incidents_severity
        CHECK (severity IN ('low', 'medium', 'serious', 'acute')),
    gravity int NOT NULL GENERATED ALWAYS AS
        (CASE severity WHEN 'acute' THEN 3 WHEN 'serious' THEN 2 WHEN 'medium' THEN 1 ELSE 0 END) STORED,
    status varchar(40) NOT NULL DEFAULT 'new' CONSTRAINT ck_incidents_status
        CHECK (status IN ('new', 'in_progress', 'waiting', 'resolved', 'closed')),
    title text NOT NULL,
    description text,
    place text,
    occurred_at timestamptz NOT NULL,
    reporter_user_id uuid CONSTRAINT fk_incidents_reporter_user_id REFERENCES users,
    reporter_resident_id uuid CONSTRAINT fk_incidents_reporter_resident_id REFERENCES residents,
    responsible varchar(40) NOT NULL CONSTRAINT ck_incidents_responsible
        CHECK (responsible IN ('district', 'nav', 'landlord')),
    assigned_to uuid CONSTRAINT fk_incidents_assigned_to REFERENCES users,
    due_on date,
    sharing int NOT NULL DEFAULT 0 CONSTRAINT ck_incidents_sharing CHECK (sharing BETWEEN 0 AND 3),
    building_note text,
    closed_at timestamptz,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_incidents_landlord_part CHECK (sharing NOT IN (1, 3) OR building_note IS NOT NULL)
);
CREATE INDEX ix_incidents_district_id_created_at_id ON incidents (district_id, created_at DESC, id DESC);
CREATE INDEX ix_incidents_unit_id ON incidents (unit_id);
CREATE INDEX ix_incidents_reporter_resident_id ON incidents (reporter_resident_id);
CREATE INDEX ix_incidents_open ON incidents (district_id, created_at DESC, id DESC) WHERE closed_at IS NULL;
CREATE INDEX ix_incidents_open_gravity ON incidents (district_id, gravity DESC, id DESC) WHERE closed_at IS NULL;
CREATE INDEX ix_incidents_open_due ON incidents (district_id, (coalesce(due_on, 'infinity'::date)), id) WHERE closed_at IS NULL;
CREATE INDEX ix_incidents_open_assigned_to ON incidents (assigned_to) WHERE closed_at IS NULL;
CREATE TABLE incident_entries (
    id uuid CONSTRAINT pk_incident_entries PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_incident_entries_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    incident_id uuid NOT NULL CONSTRAINT fk_incident_entries_incident_id REFERENCES incidents,
    audience varchar(40) NOT NULL CONSTRAINT ck_incident_entries_audience
        CHECK (audience IN ('internal', 'partners', 'reporter')),
    kind varchar(40) NOT NULL CONSTRAINT ck_incident_entries_kind CHECK (kind IN (
        'note', 'status', 'assigned', 'shared', 'severity', 'measure', 'picture', 'correction')),
    body text,
    data jsonb NOT NULL DEFAULT '{}',
    author_user_id uuid CONSTRAINT fk_incident_entries_author_user_id REFERENCES users,
    author_resident_id uuid CONSTRAINT fk_incident_entries_author_resident_id REFERENCES residents,
    corrects_id uuid CONSTRAINT fk_incident_entries_corrects_id REFERENCES incident_entries
);
CREATE INDEX ix_incident_entries_incident_id ON incident_entries (incident_id);
CREATE TABLE incident_measures (
    id uuid CONSTRAINT pk_incident_measures PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_incident_measures_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    incident_id uuid NOT NULL CONSTRAINT fk_incident_measures_incident_id REFERENCES incidents,
    audience varchar(40) NOT NULL CONSTRAINT ck_incident_measures_audience
        CHECK (audience IN ('internal', 'partners', 'reporter')),
    what text NOT NULL,
    responsible varchar(40) NOT NULL CONSTRAINT ck_incident_measures_responsible
        CHECK (responsible IN ('district', 'nav', 'landlord')),
    owner_user_id uuid CONSTRAINT fk_incident_measures_owner_user_id REFERENCES users,
    due_on date,
    done_at timestamptz,
    done_by uuid CONSTRAINT fk_incident_measures_done_by REFERENCES users,
    version int NOT NULL DEFAULT 1
);
CREATE INDEX ix_incident_measures_incident_id ON incident_measures (incident_id);
CREATE TABLE incident_parties (
    id uuid CONSTRAINT pk_incident_parties PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_incident_parties_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    incident_id uuid NOT NULL CONSTRAINT fk_incident_parties_incident_id REFERENCES incidents,
    resident_id uuid CONSTRAINT fk_incident_parties_resident_id REFERENCES residents,
    description text,
    role varchar(40) NOT NULL CONSTRAINT ck_incident_parties_role
        CHECK (role IN ('involved', 'affected', 'witness')),
    CONSTRAINT ck_incident_parties_somebody CHECK (resident_id IS NOT NULL OR description IS NOT NULL),
    CONSTRAINT uq_incident_parties_incident_id_resident_id UNIQUE (incident_id, resident_id)
);
CREATE INDEX ix_incident_parties_resident_id ON incident_parties (resident_id);
CREATE TABLE incident_pictures (
    id uuid CONSTRAINT pk_incident_pictures PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_incident_pictures_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    incident_id uuid NOT NULL CONSTRAINT fk_incident_pictures_incident_id REFERENCES incidents,
    audience varchar(40) NOT NULL CONSTRAINT ck_incident_pictures_audience
        CHECK (audience IN ('internal', 'partners', 'reporter')),
    storage_key text NOT NULL,
    content_type text NOT NULL,
    width int NOT NULL,
    height int NOT NULL,
    bytes int NOT NULL,
    caption text,
    author_user_id uuid CONSTRAINT fk_incident_pictures_author_user_id REFERENCES users,
    author_resident_id uuid CONSTRAINT fk_incident_pictures_author_resident_id REFERENCES residents
);
CREATE INDEX ix_incident_pictures_incident_id ON incident_pictures (incident_id);
CREATE TABLE notifications (
    id uuid CONSTRAINT pk_notifications PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_notifications_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    user_id uuid NOT NULL CONSTRAINT fk_notifications_user_id REFERENCES users,
    kind varchar(40) NOT NULL CONSTRAINT ck_notifications_kind
        CHECK (kind IN ('acute_incident', 'incident_assigned', 'incident_shared', 'incident_reply')),
    incident_id uuid CONSTRAINT fk_notifications_incident_id REFERENCES incidents,
    read_at timestamptz
);
CREATE INDEX ix_notifications_user_id ON notifications (user_id, created_at DESC);
"""

LIVE = """
CREATE FUNCTION announce_incident() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    part jsonb := CASE WHEN TG_TABLE_NAME <> 'incidents' THEN to_jsonb(NEW) END;
    before jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END;
    whole incidents;
BEGIN
    IF part IS NULL THEN whole := NEW;
    ELSE SELECT * INTO whole FROM incidents WHERE id = NEW.incident_id; END IF;
    PERFORM pg_notify('bomiljo', json_build_object(
        'topic', 'incidents', 'id', whole.id, 'district_id', whole.district_id, 'site_id', whole.site_id,
        'resident_id', whole.reporter_resident_id,
        'sharing', json_build_array(whole.sharing, coalesce((before ->> 'sharing')::int, whole.sharing)),
        'audience', CASE WHEN part ->> 'audience' <> 'reporter' OR part ->> 'body' IS NOT NULL
            THEN part ->> 'audience' END)::text);
    RETURN NULL;
END $$;
CREATE FUNCTION stream_sites(which uuid, acting_as uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN s.resident_id IS NOT NULL THEN '{}'
        ELSE coalesce(m.site_ids, ARRAY(SELECT id FROM sites WHERE district_id = s.district_id)) END
    FROM sessions s LEFT JOIN memberships m
        ON m.id = s.membership_id AND m.id = acting_as AND m.user_id = s.user_id AND m.period @> current_date
    WHERE s.id = which AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at + s.idle > now()
      AND (m.id IS NOT NULL OR EXISTS (SELECT FROM residents r WHERE r.id = s.resident_id AND r.status <> 'moved_out'))
$$;
CREATE FUNCTION pictures_in(which uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT count(*) FROM incident_pictures WHERE incident_id = which
$$;
CREATE FUNCTION kept_pictures(keys text[]) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(storage_key), '{}') FROM incident_pictures WHERE storage_key = ANY (keys)
$$;
GRANT EXECUTE ON FUNCTION stream_sites(uuid, uuid), pictures_in(uuid), kept_pictures(text[]) TO bomiljo_app;
"""

OWN = f"reporter_resident_id = {rls.SELF}"
SEEN = f"{rls.DISTRICT} AND {rls.SITE} AND sharing = ANY ((SELECT allowed_int('sharing'))::int[])"
MINE = f"author_user_id = {rls.ACTOR} OR author_resident_id = {rls.SELF}"


def upgrade() -> None:
    op.execute(TABLES)
    op.execute(LIVE)
    op.execute("GRANT USAGE ON SEQUENCE incident_numbers TO bomiljo_app")
    rls.protected(
        "incidents",
        f"({SEEN}) OR {OWN}",
        change=SEEN,
        add=f"{rls.HOME} AND {rls.SITE} AND (reporter_user_id = {rls.ACTOR} OR {OWN})",
    )
    part = f"{rls.INCIDENT} AND {rls.AUDIENCE}"
    written = (
        f"{rls.HOME} AND {rls.INCIDENT} AND ({MINE}) AND ({rls.AUDIENCE} OR audience = 'reporter')"
    )
    # a line that carries no words and that even the reporter sees is for everybody who sees the incident
    wordless = "body IS NULL AND audience = 'reporter'"
    rls.protected(
        "incident_entries",
        f"{rls.INCIDENT} AND ({rls.AUDIENCE} OR {MINE} OR ({wordless}))",
        add=written,
    )
    rls.protected(
        "incident_pictures",
        f"{rls.INCIDENT} AND ({rls.AUDIENCE} OR {MINE})",
        add=written,
        change=f"{rls.DISTRICT} AND {rls.INCIDENT} AND 'internal' = ANY ((SELECT allowed_text('audiences'))::text[])",
        columns="(audience)",
    )
    rls.protected(
        "incident_measures",
        part,
        add=f"{rls.DISTRICT} AND {part}",
        change=f"{rls.DISTRICT} AND {part}",
    )
    involved = f"{rls.category('parties')} AND {rls.INCIDENT}"
    rls.protected(
        "incident_parties",
        f"{involved} AND (resident_id IS NULL OR {rls.RESIDENT})",
        add=f"{rls.DISTRICT} AND {involved} AND (resident_id IS NULL OR {rls.RESIDENT})",
    )
    rls.protected(
        "notifications",
        f"user_id = {rls.ACTOR} AND {rls.DISTRICT}",
        add=rls.HOME,
        change=f"user_id = {rls.ACTOR} AND {rls.DISTRICT}",
        columns="(read_at)",
    )
    for table in (
        "incidents",
        "incident_entries",
        "incident_measures",
        "incident_parties",
        "incident_pictures",
        "notifications",
    ):
        rls.audited(table)
    for table in ("incidents", "incident_entries", "incident_measures", "incident_pictures"):
        op.execute(
            f"CREATE TRIGGER announce AFTER INSERT OR UPDATE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION announce_incident()"
        )
    rls.announced("notifications")


def downgrade() -> None:
    op.execute(
        "DROP TABLE notifications, incident_pictures, incident_parties, incident_measures, incident_entries, incidents"
    )
    op.execute("DROP FUNCTION announce_incident, stream_sites, pictures_in, kept_pictures")
    op.execute("DROP SEQUENCE incident_numbers")

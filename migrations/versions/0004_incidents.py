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
CREATE INDEX ix_incidents_open ON incidents (district_id, severity, created_at) WHERE closed_at IS NULL;
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

OWN = f"reporter_resident_id = {rls.SELF}"
SEEN = f"{rls.DISTRICT} AND {rls.SITE} AND sharing = ANY ((SELECT allowed_int('sharing'))::int[])"


def upgrade() -> None:
    op.execute(TABLES)
    op.execute("GRANT USAGE ON SEQUENCE incident_numbers TO bomiljo_app")
    rls.protected(
        "incidents",
        f"({SEEN}) OR {OWN}",
        change=SEEN,
        add=f"{rls.HOME} AND {rls.SITE}",
    )
    part = f"{rls.INCIDENT} AND {rls.AUDIENCE}"
    rls.protected("incident_entries", part, add=f"{rls.HOME} AND {rls.INCIDENT}")
    rls.protected("incident_pictures", part, add=f"{rls.HOME} AND {rls.INCIDENT}")
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
        add=f"{rls.DISTRICT} AND {involved}",
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
    for table in (
        "incidents",
        "incident_entries",
        "incident_measures",
        "incident_pictures",
        "notifications",
    ):
        rls.announced(table)


def downgrade() -> None:
    op.execute(
        "DROP TABLE notifications, incident_pictures, incident_parties, incident_measures, incident_entries, incidents"
    )
    op.execute("DROP SEQUENCE incident_numbers")

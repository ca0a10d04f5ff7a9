"""the day somebody moves in: its steps, and what the flat looked like when it was handed over"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0016"
down_revision = "0015"

STEPS = "('contract', 'keys', 'inspection', 'meter', 'fire', 'portal', 'helpers', 'move_report', 'appointment')"
KINDS = "('move_in', 'move_out')"
PLACES = "('hall', 'living', 'kitchen', 'bath', 'sleeping', 'outside')"

TABLES = f"""
CREATE TABLE move_in_days (
    id uuid CONSTRAINT pk_move_in_days PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    district_id uuid NOT NULL CONSTRAINT fk_move_in_days_district_id REFERENCES districts,
    site_id uuid NOT NULL CONSTRAINT fk_move_in_days_site_id REFERENCES sites,
    tenancy_id uuid NOT NULL CONSTRAINT fk_move_in_days_tenancy_id REFERENCES tenancies ON DELETE CASCADE,
    language text,
    interpreter boolean,
    arrived_at timestamptz,
    in_flat_at timestamptz,
    appointment_at timestamptz,
    appointment_place text,
    finished_at timestamptz,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT uq_move_in_days_tenancy_id UNIQUE (tenancy_id),
    CONSTRAINT ck_move_in_days_arrived_first CHECK (in_flat_at >= arrived_at)
);
CREATE INDEX ix_move_in_days_site_id ON move_in_days (site_id);
CREATE TABLE move_in_steps (
    id uuid CONSTRAINT pk_move_in_steps PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    district_id uuid NOT NULL CONSTRAINT fk_move_in_steps_district_id REFERENCES districts,
    tenancy_id uuid NOT NULL CONSTRAINT fk_move_in_steps_tenancy_id REFERENCES tenancies ON DELETE CASCADE,
    step varchar(40) NOT NULL CONSTRAINT ck_move_in_steps_step CHECK (step IN {STEPS}),
    done_by uuid NOT NULL CONSTRAINT fk_move_in_steps_done_by REFERENCES users,
    CONSTRAINT uq_move_in_steps_tenancy_id_step UNIQUE (tenancy_id, step)
);
CREATE TABLE inspections (
    id uuid CONSTRAINT pk_inspections PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    district_id uuid NOT NULL CONSTRAINT fk_inspections_district_id REFERENCES districts,
    tenancy_id uuid NOT NULL CONSTRAINT fk_inspections_tenancy_id REFERENCES tenancies ON DELETE CASCADE,
    kind varchar(40) NOT NULL CONSTRAINT ck_inspections_kind CHECK (kind IN {KINDS}),
    tenant_present boolean,
    finished_at timestamptz,
    finished_by uuid CONSTRAINT fk_inspections_finished_by REFERENCES users,
    CONSTRAINT uq_inspections_tenancy_id_kind UNIQUE (tenancy_id, kind)
);
CREATE TABLE inspection_findings (
    id uuid CONSTRAINT pk_inspection_findings PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    district_id uuid NOT NULL CONSTRAINT fk_inspection_findings_district_id REFERENCES districts,
    inspection_id uuid NOT NULL CONSTRAINT fk_inspection_findings_inspection_id REFERENCES inspections ON DELETE CASCADE,
    place varchar(40) NOT NULL CONSTRAINT ck_inspection_findings_place CHECK (place IN {PLACES}),
    state varchar(40) NOT NULL CONSTRAINT ck_inspection_findings_state CHECK (state IN ('ok', 'remark', 'damage')),
    note text,
    found_by uuid NOT NULL CONSTRAINT fk_inspection_findings_found_by REFERENCES users,
    CONSTRAINT uq_inspection_findings_inspection_id_place UNIQUE (inspection_id, place),
    CONSTRAINT ck_inspection_findings_said CHECK (state = 'ok' OR note IS NOT NULL)
);
CREATE TABLE inspection_pictures (
    id uuid CONSTRAINT pk_inspection_pictures PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    district_id uuid NOT NULL CONSTRAINT fk_inspection_pictures_district_id REFERENCES districts,
    inspection_id uuid NOT NULL CONSTRAINT fk_inspection_pictures_inspection_id REFERENCES inspections ON DELETE CASCADE,
    place varchar(40) NOT NULL CONSTRAINT ck_inspection_pictures_place CHECK (place IN {PLACES}),
    storage_key text NOT NULL,
    width int NOT NULL,
    height int NOT NULL,
    bytes int NOT NULL,
    author_user_id uuid NOT NULL CONSTRAINT fk_inspection_pictures_author_user_id REFERENCES users
);
CREATE INDEX ix_inspection_pictures_inspection_id ON inspection_pictures (inspection_id);
CREATE OR REPLACE FUNCTION kept_pictures(keys text[]) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(storage_key), '{{}}') FROM (
        SELECT storage_key FROM incident_pictures UNION ALL SELECT storage_key FROM inspection_pictures
    ) kept WHERE storage_key = ANY (keys)
$$;
"""
ONE_KIND = """
CREATE OR REPLACE FUNCTION kept_pictures(keys text[]) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(storage_key), '{}') FROM incident_pictures WHERE storage_key = ANY (keys)
$$;
"""
TENANCY = "EXISTS (SELECT FROM tenancies t WHERE t.id = tenancy_id)"
INSPECTION = "EXISTS (SELECT FROM inspections i WHERE i.id = inspection_id)"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(TABLES)
    # in which language somebody is told is nothing for a landlord, who sees the lease
    day = f"{rls.DISTRICT} AND {rls.category('handover')} AND {TENANCY}"
    rls.protected("move_in_days", day, add=day, change=day)
    rls.protected("move_in_steps", day, add=day, remove=day)
    seen = f"{rls.DISTRICT} AND {TENANCY}"
    rls.protected("inspections", seen, add=seen, change=seen)
    part = f"{rls.DISTRICT} AND {INSPECTION}"
    rls.protected("inspection_findings", part, add=part, change=part)
    rls.protected("inspection_pictures", part, add=part)
    for table in ("move_in_days", "move_in_steps", "inspections", "inspection_findings"):
        rls.audited(table)
    rls.audited("inspection_pictures", "storage_key")


def downgrade() -> None:
    op.execute(ONE_KIND)
    op.execute(
        "DROP TABLE inspection_pictures, inspection_findings, inspections, move_in_steps, move_in_days"
    )

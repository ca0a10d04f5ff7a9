"""sites and units"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0002"
down_revision = "0001"

TABLES = """
CREATE TABLE sites (
    id uuid CONSTRAINT pk_sites PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_sites_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    name text NOT NULL,
    street_address text NOT NULL,
    postal_code text NOT NULL,
    postal_place text NOT NULL,
    walking_minutes jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX ix_sites_district_id ON sites (district_id);
CREATE TABLE site_neighbours (
    id uuid CONSTRAINT pk_site_neighbours PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_site_neighbours_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_site_neighbours_site_id REFERENCES sites,
    kind varchar(40) NOT NULL CONSTRAINT ck_site_neighbours_kind
        CHECK (kind IN ('kindergarten', 'school', 'church', 'prison', 'housing', 'shop', 'other')),
    name text NOT NULL
);
CREATE INDEX ix_site_neighbours_site_id ON site_neighbours (site_id);
CREATE TABLE on_call_contacts (
    id uuid CONSTRAINT pk_on_call_contacts PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_on_call_contacts_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_on_call_contacts_site_id REFERENCES sites,
    responsible varchar(40) NOT NULL CONSTRAINT ck_on_call_contacts_responsible
        CHECK (responsible IN ('district', 'nav', 'landlord')),
    user_id uuid CONSTRAINT fk_on_call_contacts_user_id REFERENCES users,
    name text NOT NULL,
    phone text NOT NULL,
    weekdays int[] NOT NULL,
    from_time time NOT NULL,
    to_time time NOT NULL,
    position int NOT NULL
);
CREATE INDEX ix_on_call_contacts_site_id ON on_call_contacts (site_id);
CREATE TABLE units (
    id uuid CONSTRAINT pk_units PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_units_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_units_site_id REFERENCES sites,
    label text NOT NULL,
    dwelling_number varchar(5) CONSTRAINT ck_units_dwelling_number
        CHECK (dwelling_number ~ '^[HKUL](0[1-9]|[1-9][0-9])(0[1-9]|[1-9][0-9])$'),
    part varchar(40) NOT NULL CONSTRAINT ck_units_part CHECK (part IN ('main', 'common_house')),
    floor int NOT NULL,
    position int NOT NULL,
    capacity int NOT NULL CONSTRAINT ck_units_capacity CHECK (capacity BETWEEN 0 AND 20),
    accessibility text[] NOT NULL DEFAULT '{}',
    state varchar(40) NOT NULL CONSTRAINT ck_units_state
        CHECK (state IN ('vacant', 'reserved', 'being_furnished', 'ready', 'occupied', 'out_of_use')),
    blocked_reason text,
    blocked_from date,
    blocked_until date,
    technical_note text,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT uq_units_site_id_label UNIQUE (site_id, label),
    CONSTRAINT ck_units_blocked CHECK (blocked_until IS NULL OR blocked_until >= blocked_from)
);
CREATE INDEX ix_units_district_id ON units (district_id);
CREATE TABLE unit_uses (
    id uuid CONSTRAINT pk_unit_uses PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_unit_uses_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    unit_id uuid NOT NULL CONSTRAINT fk_unit_uses_unit_id REFERENCES units,
    use varchar(40) NOT NULL CONSTRAINT ck_unit_uses_use
        CHECK (use IN ('dwelling', 'office', 'conversation_room', 'common_room', 'storage')),
    period daterange NOT NULL CONSTRAINT ck_unit_uses_period CHECK (NOT isempty(period)),
    reason text,
    CONSTRAINT ex_unit_uses_one_at_a_time
        EXCLUDE USING gist (uuidrange(unit_id, unit_id, '[]') WITH &&, period WITH &&)
);
CREATE INDEX ix_unit_uses_unit_id ON unit_uses (unit_id);
"""

UNIT = "EXISTS (SELECT FROM units u WHERE u.id = unit_id)"


def upgrade() -> None:
    op.execute(TABLES)
    rls.protected("sites", f"{rls.HOME} AND id = ANY ((SELECT allowed('sites'))::uuid[])")
    for table in ("site_neighbours", "on_call_contacts"):
        rls.protected(table, f"{rls.HOME} AND {rls.SITE}")
    reached = f"{rls.DISTRICT} AND {rls.SITE}"
    rls.protected(
        "units",
        f"({reached}) OR id = ANY ((SELECT allowed('cases'))::uuid[])",
        change=reached,
        add=reached,
    )
    rls.protected(
        "unit_uses", UNIT, change=f"{rls.DISTRICT} AND {UNIT}", add=f"{rls.DISTRICT} AND {UNIT}"
    )
    for table in ("sites", "site_neighbours", "on_call_contacts", "units", "unit_uses"):
        rls.audited(table)
    rls.announced("units")


def downgrade() -> None:
    op.execute("DROP TABLE unit_uses, units, on_call_contacts, site_neighbours, sites")

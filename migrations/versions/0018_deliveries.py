"""when a lorry may come and when the neighbours want none; what each person in a flat gets"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0018"
down_revision = "0016"

TABLES = """
CREATE TABLE neighbour_busy_hours (
    id uuid CONSTRAINT pk_neighbour_busy_hours PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    district_id uuid NOT NULL CONSTRAINT fk_neighbour_busy_hours_district_id REFERENCES districts,
    site_id uuid NOT NULL CONSTRAINT fk_neighbour_busy_hours_site_id REFERENCES sites,
    neighbour_id uuid NOT NULL CONSTRAINT fk_neighbour_busy_hours_neighbour_id REFERENCES site_neighbours,
    label text NOT NULL,
    weekdays int[] NOT NULL CONSTRAINT ck_neighbour_busy_hours_weekdays
        CHECK (cardinality(weekdays) > 0 AND weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]),
    from_time time NOT NULL,
    to_time time NOT NULL,
    only_school_days boolean NOT NULL,
    valid_from date,
    valid_to date,
    CONSTRAINT ck_neighbour_busy_hours_hours CHECK (from_time < to_time),
    CONSTRAINT ck_neighbour_busy_hours_valid CHECK (valid_from <= valid_to)
);
CREATE INDEX ix_neighbour_busy_hours_neighbour_id ON neighbour_busy_hours (neighbour_id);
CREATE TABLE delivery_windows (
    id uuid CONSTRAINT pk_delivery_windows PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    district_id uuid NOT NULL CONSTRAINT fk_delivery_windows_district_id REFERENCES districts,
    site_id uuid NOT NULL CONSTRAINT fk_delivery_windows_site_id REFERENCES sites,
    order_id uuid NOT NULL CONSTRAINT fk_delivery_windows_order_id REFERENCES furniture_orders,
    day date NOT NULL,
    from_time time NOT NULL,
    to_time time NOT NULL,
    supplier_note text,
    reason text,
    set_by uuid NOT NULL CONSTRAINT fk_delivery_windows_set_by REFERENCES users,
    set_at timestamptz NOT NULL,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT uq_delivery_windows_order_id UNIQUE (order_id),
    CONSTRAINT ck_delivery_windows_hours
        CHECK (from_time < to_time AND from_time >= '07:00' AND to_time <= '22:00' AND extract(isodow FROM day) < 7),
    CONSTRAINT ex_delivery_windows_one_at_a_time
        EXCLUDE USING gist (uuidrange(site_id, site_id, '[]') WITH &&, tsrange(day + from_time, day + to_time) WITH &&)
);
CREATE INDEX ix_delivery_windows_site_id_day ON delivery_windows (site_id, day);
"""
PER_PERSON = """
ALTER TABLE furnishing_package_lines ADD COLUMN per_person boolean NOT NULL DEFAULT false;
ALTER TABLE checklists ADD COLUMN persons int NOT NULL DEFAULT 1
    CONSTRAINT ck_checklists_persons CHECK (persons BETWEEN 1 AND 99);
"""
NEIGHBOUR = "EXISTS (SELECT FROM site_neighbours n WHERE n.id = neighbour_id AND n.site_id = neighbour_busy_hours.site_id)"
ORDER = "EXISTS (SELECT FROM furniture_orders o WHERE o.id = order_id AND o.site_id = delivery_windows.site_id)"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(TABLES)
    op.execute(PER_PERSON)
    here = f"{rls.DISTRICT} AND {rls.SITE}"
    rls.protected(
        "neighbour_busy_hours", here, add=f"{here} AND {NEIGHBOUR}", change=here, remove=here
    )
    rls.protected("delivery_windows", here, add=f"{here} AND {ORDER}", change=here, remove=here)
    for table in ("neighbour_busy_hours", "delivery_windows"):
        rls.audited(table)


def downgrade() -> None:
    op.execute("ALTER TABLE checklists DROP COLUMN persons")
    op.execute("ALTER TABLE furnishing_package_lines DROP COLUMN per_person")
    op.execute("DROP TABLE delivery_windows, neighbour_busy_hours")

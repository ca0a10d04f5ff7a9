"""when a lorry may come and when the neighbours want none; what each person in a flat gets"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0019"
down_revision = "0018"

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
SUPPORT = """
CREATE TABLE support_statuses (
    id uuid CONSTRAINT pk_support_statuses PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    district_id uuid NOT NULL CONSTRAINT fk_support_statuses_district_id REFERENCES districts,
    tenancy_id uuid NOT NULL CONSTRAINT fk_support_statuses_tenancy_id REFERENCES tenancies ON DELETE CASCADE,
    status varchar(40) NOT NULL CONSTRAINT ck_support_statuses_status
        CHECK (status IN ('none', 'applied', 'granted', 'refused', 'bought')),
    day date NOT NULL,
    set_by uuid NOT NULL CONSTRAINT fk_support_statuses_set_by REFERENCES users,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT uq_support_statuses_tenancy_id UNIQUE (tenancy_id)
);
"""
ROOMS = """
ALTER TABLE furnishing_packages DROP CONSTRAINT ck_furnishing_packages_fits;
ALTER TABLE furnishing_packages ADD CONSTRAINT ck_furnishing_packages_fits
    CHECK (fits IN ('dwelling', 'common_room', 'office', 'conversation_room'));
"""
HOMES_AND_COMMON_ROOMS = """
ALTER TABLE furnishing_packages DROP CONSTRAINT ck_furnishing_packages_fits;
ALTER TABLE furnishing_packages ADD CONSTRAINT ck_furnishing_packages_fits
    CHECK (fits IN ('dwelling', 'common_room')) NOT VALID;
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
    op.execute(SUPPORT)
    op.execute(ROOMS)
    op.execute(PER_PERSON)
    here = f"{rls.DISTRICT} AND {rls.SITE}"
    rls.protected(
        "neighbour_busy_hours", here, add=f"{here} AND {NEIGHBOUR}", change=here, remove=here
    )
    rls.protected("delivery_windows", here, add=f"{here} AND {ORDER}", change=here, remove=here)
    # it tells of a household, so it hides with its lease; a crew and a landlord have no such category
    lease = "EXISTS (SELECT FROM tenancies t WHERE t.id = tenancy_id)"
    told = f"{rls.DISTRICT} AND {rls.category('support')} AND {lease}"
    rls.protected("support_statuses", told, add=told, change=told)
    for table in ("neighbour_busy_hours", "delivery_windows", "support_statuses"):
        rls.audited(table)


def downgrade() -> None:
    op.execute(HOMES_AND_COMMON_ROOMS)
    op.execute("ALTER TABLE checklists DROP COLUMN persons")
    op.execute("ALTER TABLE furnishing_package_lines DROP COLUMN per_person")
    op.execute("DROP TABLE support_statuses, delivery_windows, neighbour_busy_hours")

"""packages and checklists"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0011"
down_revision = "0010"

STEPS = ("ordered", "delivered", "assembled", "placed", "checked")
MARKS = ",\n    ".join(
    f"{step}_at timestamptz,\n"
    f"    {step}_by uuid CONSTRAINT fk_checklist_lines_{step}_by REFERENCES users,\n"
    f"    CONSTRAINT ck_checklist_lines_{step} CHECK (({step}_at IS NULL) = ({step}_by IS NULL))"
    for step in STEPS
)
TABLES = f"""
CREATE TABLE furnishing_packages (
    id uuid CONSTRAINT pk_furnishing_packages PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_furnishing_packages_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    fits varchar(40) NOT NULL CONSTRAINT ck_furnishing_packages_fits CHECK (fits IN ('dwelling', 'common_room')),
    household_size int CONSTRAINT ck_furnishing_packages_household_size CHECK (household_size BETWEEN 1 AND 20),
    edition int NOT NULL,
    name text NOT NULL,
    replaced_at timestamptz
);
CREATE UNIQUE INDEX uq_furnishing_packages_current ON furnishing_packages (district_id, name) WHERE replaced_at IS NULL;
CREATE TABLE furnishing_package_lines (
    id uuid CONSTRAINT pk_furnishing_package_lines PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_furnishing_package_lines_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    package_id uuid NOT NULL CONSTRAINT fk_furnishing_package_lines_package_id REFERENCES furnishing_packages,
    position int NOT NULL,
    room text NOT NULL,
    item text NOT NULL,
    quantity int NOT NULL CONSTRAINT ck_furnishing_package_lines_quantity CHECK (quantity BETWEEN 1 AND 999),
    needs_assembly boolean NOT NULL,
    supplier text,
    CONSTRAINT uq_furnishing_package_lines_package_id_item UNIQUE (package_id, item)
);
CREATE TABLE furnishing_stock (
    id uuid CONSTRAINT pk_furnishing_stock PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_furnishing_stock_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_furnishing_stock_site_id REFERENCES sites,
    item text NOT NULL,
    quantity int NOT NULL CONSTRAINT ck_furnishing_stock_quantity CHECK (quantity >= 0),
    CONSTRAINT uq_furnishing_stock_site_id_item UNIQUE (site_id, item)
);
CREATE TABLE furniture_orders (
    id uuid CONSTRAINT pk_furniture_orders PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_furniture_orders_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_furniture_orders_site_id REFERENCES sites,
    supplier text,
    ordered_by uuid NOT NULL CONSTRAINT fk_furniture_orders_ordered_by REFERENCES users,
    version int NOT NULL DEFAULT 1
);
CREATE INDEX ix_furniture_orders_district_id_created_at ON furniture_orders (district_id, created_at);
CREATE TABLE furniture_order_lines (
    id uuid CONSTRAINT pk_furniture_order_lines PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_furniture_order_lines_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_furniture_order_lines_site_id REFERENCES sites,
    order_id uuid NOT NULL CONSTRAINT fk_furniture_order_lines_order_id REFERENCES furniture_orders,
    item text NOT NULL,
    quantity int NOT NULL CONSTRAINT ck_furniture_order_lines_quantity CHECK (quantity > 0),
    from_stock int NOT NULL CONSTRAINT ck_furniture_order_lines_from_stock CHECK (from_stock >= 0),
    delivered int NOT NULL DEFAULT 0 CONSTRAINT ck_furniture_order_lines_delivered CHECK (delivered BETWEEN 0 AND quantity),
    CONSTRAINT uq_furniture_order_lines_order_id_item UNIQUE (order_id, item)
);
CREATE TABLE checklists (
    id uuid CONSTRAINT pk_checklists PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_checklists_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_checklists_site_id REFERENCES sites,
    unit_id uuid NOT NULL CONSTRAINT fk_checklists_unit_id REFERENCES units,
    package_id uuid NOT NULL CONSTRAINT fk_checklists_package_id REFERENCES furnishing_packages,
    kind varchar(40) NOT NULL CONSTRAINT ck_checklists_kind CHECK (kind IN ('first', 'relet')),
    opened_by uuid NOT NULL CONSTRAINT fk_checklists_opened_by REFERENCES users,
    ready_at timestamptz,
    key_at timestamptz,
    key_by uuid CONSTRAINT fk_checklists_key_by REFERENCES users,
    replaced_at timestamptz,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_checklists_key CHECK ((key_at IS NULL) = (key_by IS NULL) AND (key_at IS NULL OR ready_at IS NOT NULL))
);
CREATE UNIQUE INDEX uq_checklists_unit_id ON checklists (unit_id) WHERE replaced_at IS NULL;
CREATE INDEX ix_checklists_site_id ON checklists (site_id);
CREATE TABLE checklist_lines (
    id uuid CONSTRAINT pk_checklist_lines PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_checklist_lines_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_checklist_lines_site_id REFERENCES sites,
    checklist_id uuid NOT NULL CONSTRAINT fk_checklist_lines_checklist_id REFERENCES checklists,
    position int NOT NULL,
    room text NOT NULL,
    item text NOT NULL,
    package_quantity int NOT NULL,
    quantity int NOT NULL CONSTRAINT ck_checklist_lines_quantity CHECK (quantity BETWEEN 0 AND 999),
    reason text,
    needs_assembly boolean NOT NULL,
    supplier text,
    in_place boolean NOT NULL DEFAULT false,
    short int NOT NULL DEFAULT 0 CONSTRAINT ck_checklist_lines_short CHECK (short BETWEEN 0 AND quantity),
    short_note text,
    short_by uuid CONSTRAINT fk_checklist_lines_short_by REFERENCES users,
    to_get int NOT NULL GENERATED ALWAYS AS
        (CASE WHEN short > 0 THEN short WHEN in_place THEN 0 ELSE quantity END) STORED,
    {MARKS},
    withdrawn_at timestamptz,
    order_line_id uuid CONSTRAINT fk_checklist_lines_order_line_id REFERENCES furniture_order_lines,
    CONSTRAINT ck_checklist_lines_reason CHECK (quantity = package_quantity OR reason IS NOT NULL),
    CONSTRAINT uq_checklist_lines_checklist_id_item UNIQUE (checklist_id, item)
);
CREATE INDEX ix_checklist_lines_site_id ON checklist_lines (site_id);
CREATE INDEX ix_checklist_lines_order_line_id ON checklist_lines (order_line_id);
"""

UNIT = "EXISTS (SELECT FROM units u WHERE u.id = unit_id AND u.site_id = checklists.site_id)"
PACKAGE = "EXISTS (SELECT FROM furnishing_packages p WHERE p.id = package_id)"
CHECKLIST = "EXISTS (SELECT FROM checklists c WHERE c.id = checklist_id AND c.site_id = checklist_lines.site_id)"

ORDER = "EXISTS (SELECT FROM furniture_orders o WHERE o.id = order_id AND o.site_id = furniture_order_lines.site_id)"


def upgrade() -> None:
    op.execute(TABLES)
    rls.protected(
        "furnishing_packages",
        rls.DISTRICT,
        add=rls.DISTRICT,
        change=rls.DISTRICT,
        columns="(replaced_at)",
    )
    rls.protected("furnishing_package_lines", rls.DISTRICT, add=f"{rls.DISTRICT} AND {PACKAGE}")
    here = f"{rls.DISTRICT} AND {rls.SITE}"
    rls.protected("checklists", here, add=f"{here} AND {UNIT} AND {PACKAGE}", change=here)
    rls.protected("checklist_lines", here, add=f"{here} AND {CHECKLIST}", change=here)
    rls.protected("furnishing_stock", here, add=here, change=here, columns="(quantity)")
    rls.protected("furniture_orders", here, add=here, change=here, columns="(version)")
    rls.protected(
        "furniture_order_lines",
        here,
        add=f"{here} AND {ORDER}",
        change=here,
        columns="(delivered)",
    )
    for table in (
        "furnishing_packages",
        "furnishing_package_lines",
        "checklists",
        "checklist_lines",
        "furnishing_stock",
        "furniture_orders",
        "furniture_order_lines",
    ):
        rls.audited(table)


def downgrade() -> None:
    op.execute(
        "DROP TABLE checklist_lines, checklists, furniture_order_lines, furniture_orders, furnishing_stock,"
        " furnishing_package_lines, furnishing_packages"
    )

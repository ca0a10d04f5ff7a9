"""milestones after arrival: the template in editions, and each resident's own line"""

import json
import sys
from datetime import date
from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0014"
down_revision = "0013"

FIRST_EDITION = Path(__file__).parents[1] / "milestones" / "1.json"
AREAS = "('address', 'practical', 'health', 'support', 'programme')"
MOVERS = "('resident', 'settler', 'district', 'nav', 'landlord', 'health', 'police', 'outside')"

TABLES = f"""
CREATE TABLE milestone_steps (
    id uuid CONSTRAINT pk_milestone_steps PRIMARY KEY DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    edition int NOT NULL,
    valid_from date NOT NULL,
    position int NOT NULL,
    code text NOT NULL CONSTRAINT ck_milestone_steps_code CHECK (code ~ '^[A-Z_]+$'),
    area varchar(40) NOT NULL CONSTRAINT ck_milestone_steps_area CHECK (area IN {AREAS}),
    mover varchar(40) NOT NULL CONSTRAINT ck_milestone_steps_mover CHECK (mover IN {MOVERS}),
    depends_on text[] NOT NULL,
    clock_from varchar(40) NOT NULL CONSTRAINT ck_milestone_steps_clock_from CHECK (clock_from IN ('settled', 'moved')),
    clock_days int,
    clock_months int,
    clock_month_day int CONSTRAINT ck_milestone_steps_clock_month_day CHECK (clock_month_day BETWEEN 1 AND 28),
    law text,
    min_age int,
    max_age int,
    with_children boolean NOT NULL,
    texts jsonb NOT NULL,
    CONSTRAINT ck_milestone_steps_clock CHECK (num_nonnulls(clock_days, clock_months, clock_month_day) <= 1),
    CONSTRAINT uq_milestone_steps_edition_code_area UNIQUE (edition, code, area)
);
CREATE UNIQUE INDEX uq_milestone_steps_edition_code ON milestone_steps (edition, code);
CREATE TABLE milestones (
    id uuid CONSTRAINT pk_milestones PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_milestones_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    resident_id uuid NOT NULL CONSTRAINT fk_milestones_resident_id REFERENCES residents,
    edition int NOT NULL,
    code text NOT NULL,
    area varchar(40) NOT NULL CONSTRAINT ck_milestones_area CHECK (area IN {AREAS}),
    status varchar(40) NOT NULL DEFAULT 'not_started' CONSTRAINT ck_milestones_status
        CHECK (status IN ('not_started', 'in_progress', 'waiting_external', 'done', 'not_applicable')),
    begun_on date NOT NULL,
    waiting_since date,
    waiting_for varchar(40) CONSTRAINT ck_milestones_waiting_for CHECK (waiting_for IN {MOVERS}),
    due_on date,
    due_because text,
    done_on date CONSTRAINT ck_milestones_done_on CHECK (done_on <= (now() AT TIME ZONE 'Europe/Oslo')::date),
    note text,
    is_open boolean NOT NULL GENERATED ALWAYS AS (status IN ('not_started', 'in_progress', 'waiting_external')) STORED,
    sort_on date NOT NULL GENERATED ALWAYS AS (coalesce(due_on, '9999-12-31'::date)) STORED,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_milestones_done CHECK ((status = 'done') = (done_on IS NOT NULL)),
    CONSTRAINT ck_milestones_waiting CHECK (
        (status = 'waiting_external') = (waiting_for IS NOT NULL) AND (waiting_for IS NULL) = (waiting_since IS NULL)),
    CONSTRAINT ck_milestones_due CHECK (due_because IS NULL OR due_on IS NOT NULL),
    CONSTRAINT fk_milestones_edition_code_area FOREIGN KEY (edition, code, area)
        REFERENCES milestone_steps (edition, code, area),
    CONSTRAINT uq_milestones_resident_id_code UNIQUE (resident_id, code)
);
CREATE INDEX ix_milestones_district_id_is_open_sort_on_id ON milestones (district_id, is_open, sort_on, id);
"""

FUNCTIONS = """
CREATE FUNCTION refuse_circle() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.edition, NEW.code, NEW.position) <> (OLD.edition, OLD.code, OLD.position)
       OR EXISTS (SELECT FROM unnest(NEW.depends_on) wanted
               WHERE NOT EXISTS (SELECT FROM milestone_steps s
                                 WHERE s.edition = NEW.edition AND s.code = wanted AND s.position < NEW.position)) THEN
        RAISE EXCEPTION 'a step depends on earlier steps of its edition only' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'ck_milestone_steps_depends_on';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER circle BEFORE INSERT OR UPDATE ON milestone_steps FOR EACH ROW EXECUTE FUNCTION refuse_circle();

CREATE FUNCTION count_clock() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.due_because IS NULL THEN
        SELECT CASE
            WHEN s.clock_month_day IS NOT NULL THEN
                (date_trunc('month', NEW.begun_on - 1) + interval '1 month')::date + s.clock_month_day - 1
            WHEN num_nonnulls(s.clock_days, s.clock_months) > 0 THEN (NEW.begun_on
                + make_interval(months => coalesce(s.clock_months, 0), days => coalesce(s.clock_days, 0)))::date END
        INTO NEW.due_on FROM milestone_steps s WHERE s.edition = NEW.edition AND s.code = NEW.code;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clock BEFORE INSERT OR UPDATE ON milestones FOR EACH ROW EXECUTE FUNCTION count_clock();

CREATE FUNCTION start_clocks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE milestones m SET begun_on = NEW.settled_on FROM milestone_steps s
    WHERE s.edition = m.edition AND s.code = m.code AND s.clock_from = 'settled'
      AND m.resident_id = NEW.id AND m.is_open AND m.begun_on <> NEW.settled_on;
    RETURN NULL;
END $$;
CREATE TRIGGER clocks AFTER UPDATE OF settled_on ON residents FOR EACH ROW
    WHEN (NEW.settled_on IS NOT NULL AND NEW.settled_on IS DISTINCT FROM OLD.settled_on)
    EXECUTE FUNCTION start_clocks();
"""

AREA = "'milestones_' || area = ANY ((SELECT allowed_text('categories'))::text[])"


STEPS = sa.table(
    "milestone_steps",
    *(sa.column(name, sa.Integer()) for name in ("edition", "position", "min_age", "max_age")),
    *(sa.column(name, sa.Integer()) for name in ("clock_days", "clock_months", "clock_month_day")),
    *(sa.column(name, sa.Text()) for name in ("code", "area", "mover", "clock_from", "law")),
    sa.column("valid_from", sa.Date()),
    sa.column("depends_on", ARRAY(sa.Text())),
    sa.column("with_children", sa.Boolean()),
    sa.column("texts", JSONB()),
)


def _add_edition(file: Path) -> None:
    edition = json.loads(file.read_text("utf-8"))
    about = {"edition": edition["edition"], "valid_from": date.fromisoformat(edition["valid_from"])}
    rows = [about | step | {"position": at} for at, step in enumerate(edition["steps"], 1)]
    op.bulk_insert(STEPS, rows)


def upgrade() -> None:
    op.execute(TABLES)
    op.execute(FUNCTIONS)
    rls.protected("milestone_steps", f"{rls.ACTOR} IS NOT NULL")
    reached = f"{AREA} AND {rls.RESIDENT}"
    rls.protected(
        "milestones",
        f"({reached}) OR resident_id = {rls.SELF}",
        add=f"{rls.DISTRICT} AND {rls.RESIDENT}",
        change=f"{rls.DISTRICT} AND {reached}",
    )
    for table in ("milestone_steps", "milestones"):
        rls.audited(table)
    _add_edition(FIRST_EDITION)


def downgrade() -> None:
    op.execute("DROP TRIGGER clocks ON residents")
    op.execute("DROP TABLE milestones, milestone_steps")
    op.execute("DROP FUNCTION start_clocks, count_clock, refuse_circle")

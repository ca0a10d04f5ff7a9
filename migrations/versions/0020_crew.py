"""the crew that assembles the furniture: who does what where, their hours, a leader's sign-off"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0020"
down_revision = "0019"

TABLES = """
CREATE TABLE crew_weeks (
    id uuid CONSTRAINT pk_crew_weeks PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_crew_weeks_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_crew_weeks_site_id REFERENCES sites,
    name text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_crew_weeks_days CHECK (last_day BETWEEN first_day AND first_day + 13)
);
CREATE INDEX ix_crew_weeks_site_id_first_day ON crew_weeks (site_id, first_day);
CREATE TABLE crew_members (
    id uuid CONSTRAINT pk_crew_members PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_crew_members_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    week_id uuid NOT NULL CONSTRAINT fk_crew_members_week_id REFERENCES crew_weeks ON DELETE CASCADE,
    name text NOT NULL,
    kind varchar(40) NOT NULL CONSTRAINT ck_crew_members_kind CHECK (kind IN ('youth', 'leader')),
    under_18 boolean NOT NULL,
    account_id uuid CONSTRAINT fk_crew_members_account_id REFERENCES users,
    CONSTRAINT uq_crew_members_week_id_name UNIQUE (week_id, name),
    CONSTRAINT uq_crew_members_week_id_account_id UNIQUE (week_id, account_id)
);
CREATE INDEX ix_crew_members_account_id ON crew_members (account_id);
CREATE TABLE crew_assignments (
    id uuid CONSTRAINT pk_crew_assignments PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_crew_assignments_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    week_id uuid NOT NULL CONSTRAINT fk_crew_assignments_week_id REFERENCES crew_weeks ON DELETE CASCADE,
    day date NOT NULL,
    checklist_id uuid NOT NULL CONSTRAINT fk_crew_assignments_checklist_id REFERENCES checklists,
    room text,
    done_at timestamptz,
    done_by uuid CONSTRAINT fk_crew_assignments_done_by REFERENCES users,
    signed_at timestamptz,
    signed_by uuid CONSTRAINT fk_crew_assignments_signed_by REFERENCES users,
    CONSTRAINT uq_crew_assignments_week_id_day_checklist_id_room
        UNIQUE NULLS NOT DISTINCT (week_id, day, checklist_id, room),
    CONSTRAINT ck_crew_assignments_done CHECK ((done_at IS NULL) = (done_by IS NULL)),
    CONSTRAINT ck_crew_assignments_signed
        CHECK ((signed_at IS NULL) = (signed_by IS NULL) AND (signed_at IS NULL OR done_at IS NOT NULL))
);
CREATE TABLE crew_hands (
    id uuid CONSTRAINT pk_crew_hands PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_crew_hands_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    assignment_id uuid NOT NULL CONSTRAINT fk_crew_hands_assignment_id REFERENCES crew_assignments ON DELETE CASCADE,
    member_id uuid NOT NULL CONSTRAINT fk_crew_hands_member_id REFERENCES crew_members ON DELETE CASCADE,
    CONSTRAINT uq_crew_hands_assignment_id_member_id UNIQUE (assignment_id, member_id)
);
CREATE INDEX ix_crew_hands_member_id ON crew_hands (member_id);
CREATE TABLE crew_hours (
    id uuid CONSTRAINT pk_crew_hours PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_crew_hours_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    member_id uuid NOT NULL CONSTRAINT fk_crew_hours_member_id REFERENCES crew_members ON DELETE CASCADE,
    day date NOT NULL,
    starts time,
    ends time,
    break_minutes int NOT NULL,
    CONSTRAINT uq_crew_hours_member_id_day UNIQUE (member_id, day),
    CONSTRAINT ck_crew_hours_both CHECK ((starts IS NULL) = (ends IS NULL)),
    CONSTRAINT ck_crew_hours_order CHECK (ends > starts),
    CONSTRAINT ck_crew_hours_break
        CHECK (break_minutes >= 0
               AND (ends IS NULL OR ends <= starts OR make_interval(mins => break_minutes) < ends - starts))
);
-- those who work in a week see it whatever their role; asked as the owner, for policies of two
-- tables that ask each other go in a circle
CREATE FUNCTION own_crew_members() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM crew_members WHERE account_id = actor()
$$;
CREATE FUNCTION own_crew_weeks() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(week_id), '{}') FROM crew_members WHERE account_id = actor()
$$;
CREATE FUNCTION own_crew_work() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(assignment_id), '{}') FROM crew_hands
    WHERE member_id = ANY (own_crew_members())
$$;
GRANT EXECUTE ON FUNCTION own_crew_members(), own_crew_weeks(), own_crew_work() TO bomiljo_app;
-- an answer that is kept for a repeated request holds the week's names; none outlives its person
CREATE FUNCTION forget_crew_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM idempotency_keys
    WHERE created_at >= OLD.created_at AND position(OLD.id::text IN body) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER forget AFTER DELETE OR UPDATE OF name ON crew_members
    FOR EACH ROW EXECUTE FUNCTION forget_crew_member();
"""
PLANS = rls.category("crew")
OWN_MEMBER = "ANY ((SELECT own_crew_members())::uuid[])"
OWN_WEEK = "ANY ((SELECT own_crew_weeks())::uuid[])"
WEEK = "EXISTS (SELECT FROM crew_weeks w WHERE w.id = week_id)"
MEMBER = "EXISTS (SELECT FROM crew_members m WHERE m.id = member_id)"
ASSIGNMENT = "EXISTS (SELECT FROM crew_assignments a WHERE a.id = assignment_id)"
OWN_WORK = "ANY ((SELECT own_crew_work())::uuid[])"
CHECKLIST = (
    "EXISTS (SELECT FROM checklists c JOIN crew_weeks w ON w.site_id = c.site_id"
    " WHERE c.id = checklist_id AND w.id = week_id)"
)


def upgrade() -> None:
    op.execute(TABLES)
    here = f"{rls.DISTRICT} AND {rls.SITE}"
    planned = f"{here} AND {PLANS}"
    rls.protected(
        "crew_weeks",
        f"{here} AND ({PLANS} OR id = {OWN_WEEK})",
        add=planned,
        change=planned,
        remove=planned,
    )
    seen = f"{rls.DISTRICT} AND {WEEK}"
    plans = f"{seen} AND {PLANS}"
    rls.protected("crew_members", seen, add=plans, change=plans, remove=plans)
    rls.protected(
        "crew_assignments",
        seen,
        add=f"{plans} AND {CHECKLIST}",
        change=f"{seen} AND ({PLANS} OR id = {OWN_WORK})",
        remove=plans,
    )
    part = f"{rls.DISTRICT} AND {ASSIGNMENT}"
    held = f"{part} AND {PLANS}"
    rls.protected("crew_hands", part, add=f"{held} AND {MEMBER}", remove=held)
    own = f"{rls.DISTRICT} AND {MEMBER} AND ({PLANS} OR member_id = {OWN_MEMBER})"
    rls.protected("crew_hours", own, add=own, change=own, remove=own)
    # the week can be erased, and then no name of a minor is left in the log of changes either
    rls.audited("crew_members", "name")
    for table in ("crew_weeks", "crew_assignments", "crew_hands", "crew_hours"):
        rls.audited(table)


def downgrade() -> None:
    op.execute("DROP TABLE crew_hours, crew_hands, crew_assignments, crew_members, crew_weeks")
    op.execute(
        "DROP FUNCTION own_crew_work(), own_crew_weeks(), own_crew_members(), forget_crew_member()"
    )

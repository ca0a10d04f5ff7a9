"""what a resident was told, which steps health staff have a part in, and no settlement before it was agreed

Revision ID: 0022
Revises: 0021
"""

import sys
from pathlib import Path

from alembic import op

sys.path.append(str(Path(__file__).parents[1]))
import rls

revision = "0022"
down_revision = "0021"

INFORMATION = """
CREATE TABLE information_given (
    id uuid CONSTRAINT pk_information_given PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_information_given_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    resident_id uuid NOT NULL CONSTRAINT fk_information_given_resident_id REFERENCES residents,
    topic varchar(40) NOT NULL CONSTRAINT ck_information_given_topic CHECK (topic IN (
        'lease', 'rent', 'landlord', 'house_rules', 'fire_safety', 'waste', 'helpers', 'emergency',
        'activities', 'neighbourhood')),
    given_on date NOT NULL,
    channel varchar(40) NOT NULL CONSTRAINT ck_information_given_channel CHECK (channel IN ('spoken', 'paper', 'digital')),
    language varchar(40) NOT NULL,
    interpreter boolean NOT NULL DEFAULT false,
    given_by uuid NOT NULL CONSTRAINT fk_information_given_given_by REFERENCES users,
    CONSTRAINT ck_information_given_interpreter CHECK (channel = 'spoken' OR NOT interpreter)
);
CREATE INDEX ix_information_given_resident_id ON information_given (resident_id);
"""
INFORMING = f"({rls.category('milestones_practical')} OR {rls.category('milestones_address')}) AND {rls.RESIDENT}"

# Health staff reach no resident. These are the steps that are theirs by law (smittevernloven § 3-1), or that
# somebody has shared with a reason, and no other word of the person than the name.
HEALTH = """
ALTER TABLE milestones ADD shared_because text,
    ADD CONSTRAINT ck_milestones_shared CHECK (shared_because IS NULL OR area = 'health');
CREATE FUNCTION shared_health_steps()
RETURNS TABLE (id uuid, resident_id uuid, name text, edition int, code text, status text, due_on date, done_on date,
               version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id, r.id, concat_ws(' ', coalesce(r.preferred_name, r.given_name), r.family_name), m.edition, m.code,
           m.status::text, m.due_on, m.done_on, m.version
    FROM milestones m JOIN residents r ON r.id = m.resident_id
    WHERE 'health_steps' = ANY (allowed_text('categories')) AND m.district_id = ANY (allowed('home'))
      AND m.area = 'health' AND (m.code = 'TB_SCREEN' OR m.shared_because IS NOT NULL) AND m.status <> 'not_applicable'
      AND NOT r.is_protected AND r.status IN ('expected', 'settled')
      AND (r.site_id IS NULL OR r.site_id = ANY (allowed('sites')))
      AND (m.is_open OR m.done_on > current_date - 30)
    ORDER BY m.sort_on, m.id LIMIT 500
$$;
CREATE FUNCTION set_health_step(which uuid, new_status text, day date) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE milestones SET status = new_status, done_on = day, waiting_for = NULL, waiting_since = NULL,
        version = version + 1
    WHERE id = which AND id IN (SELECT id FROM shared_health_steps())
$$;
GRANT EXECUTE ON FUNCTION shared_health_steps(), set_health_step(uuid, text, date) TO bomiljo_app;
"""

# IMDi takes no settlement date before the permit, nor before the district agreed to settle the person.
SETTLED = """
CREATE INDEX ix_candidates_resident_id ON candidates (resident_id);
CREATE FUNCTION settle_after_agreement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM candidates c JOIN candidate_households h ON h.id = c.household_id
               JOIN settlement_requests s ON s.id = h.request_id
               LEFT JOIN candidate_permits p ON p.candidate_id = c.id
               WHERE c.resident_id = NEW.id
                 AND (NEW.settled_on < p.granted_on OR (s.answer = 'yes' AND NEW.settled_on < s.answered_on))) THEN
        RAISE EXCEPTION 'settled before it was agreed' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'ck_residents_settled_on';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER agreed BEFORE UPDATE OF settled_on ON residents FOR EACH ROW
    WHEN (NEW.settled_on IS DISTINCT FROM OLD.settled_on AND NEW.status = OLD.status)
    EXECUTE FUNCTION settle_after_agreement();
"""


def upgrade() -> None:
    op.execute(SETTLED)
    op.execute(HEALTH)
    op.execute(INFORMATION)
    informing = f"{rls.DISTRICT} AND {INFORMING}"
    rls.protected("information_given", INFORMING, add=informing, remove=informing)
    rls.audited("information_given")


def downgrade() -> None:
    op.execute("DROP TABLE information_given")
    op.execute(
        "DROP FUNCTION set_health_step, shared_health_steps; ALTER TABLE milestones DROP shared_because"
    )
    op.execute("DROP TRIGGER agreed ON residents; DROP FUNCTION settle_after_agreement")
    op.execute("DROP INDEX ix_candidates_resident_id")

"""meetings: series, agendas, minutes with versions, decisions, actions, open questions"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0009"
down_revision = "0008"

KINDS = (
    "'nav', 'intake', 'landlord', 'resource_team', 'information', 'neighbours',"
    " 'resident_council', 'gathering', 'job_shadowing', 'other'"
)
# who sits at the table: one word, so that a policy compares it with the words a role carries
CIRCLE = """text NOT NULL GENERATED ALWAYS AS (
        CASE kind WHEN 'landlord' THEN 'meetings_landlord' WHEN 'resource_team' THEN 'meetings_team'
             ELSE 'meetings_district' END
        || CASE WHEN 'nav' = ANY (organisations) THEN '_nav' ELSE '' END) STORED"""


def seats(table: str) -> str:
    return f"""organisations text[] NOT NULL
        CONSTRAINT ck_{table}_organisations CHECK (organisations <@ ARRAY['district', 'nav', 'landlord']
            AND 'district' = ANY (organisations) AND ('landlord' = ANY (organisations)) = (kind = 'landlord')),
    circle {CIRCLE}"""


TABLES = f"""
CREATE TABLE meeting_series (
    id uuid CONSTRAINT pk_meeting_series PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_meeting_series_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid CONSTRAINT fk_meeting_series_site_id REFERENCES sites,
    kind varchar(40) NOT NULL CONSTRAINT ck_meeting_series_kind CHECK (kind IN ({KINDS})),
    title text NOT NULL,
    {seats("meeting_series")},
    rule text NOT NULL,
    first_day date NOT NULL,
    begins time NOT NULL,
    minutes int NOT NULL CONSTRAINT ck_meeting_series_minutes CHECK (minutes BETWEEN 5 AND 720),
    place text,
    topics text[] NOT NULL DEFAULT '{{}}',
    version int NOT NULL DEFAULT 1
);
CREATE INDEX ix_meeting_series_district_id ON meeting_series (district_id);
CREATE TABLE meetings (
    id uuid CONSTRAINT pk_meetings PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_meetings_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid CONSTRAINT fk_meetings_site_id REFERENCES sites,
    series_id uuid CONSTRAINT fk_meetings_series_id REFERENCES meeting_series,
    kind varchar(40) NOT NULL CONSTRAINT ck_meetings_kind CHECK (kind IN ({KINDS})),
    title text NOT NULL,
    {seats("meetings")},
    begins_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    place text,
    status varchar(40) NOT NULL DEFAULT 'planned' CONSTRAINT ck_meetings_status
        CHECK (status IN ('planned', 'moved', 'held', 'cancelled')),
    moved_from timestamptz,
    reason text,
    sequence int NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL DEFAULT now(),
    minutes_state varchar(40) NOT NULL DEFAULT 'none' CONSTRAINT ck_meetings_minutes_state
        CHECK (minutes_state IN ('none', 'draft', 'approved')),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_meetings_ends CHECK (ends_at > begins_at)
);
CREATE INDEX ix_meetings_district_id_begins_at_id ON meetings (district_id, begins_at, id);
CREATE INDEX ix_meetings_series_id ON meetings (series_id);
CREATE TABLE meeting_participants (
    id uuid CONSTRAINT pk_meeting_participants PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_meeting_participants_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    meeting_id uuid NOT NULL CONSTRAINT fk_meeting_participants_meeting_id REFERENCES meetings,
    user_id uuid CONSTRAINT fk_meeting_participants_user_id REFERENCES users,
    resident_id uuid CONSTRAINT fk_meeting_participants_resident_id REFERENCES residents,
    name text,
    organisation text,
    interpreter varchar(40),
    attendance varchar(40) NOT NULL DEFAULT 'invited' CONSTRAINT ck_meeting_participants_attendance
        CHECK (attendance IN ('invited', 'attended', 'apology', 'absent')),
    CONSTRAINT ck_meeting_participants_somebody CHECK (num_nonnulls(user_id, resident_id, name) = 1),
    CONSTRAINT uq_meeting_participants_meeting_id_user_id UNIQUE (meeting_id, user_id),
    CONSTRAINT uq_meeting_participants_meeting_id_resident_id UNIQUE (meeting_id, resident_id)
);
CREATE INDEX ix_meeting_participants_user_id ON meeting_participants (user_id);
CREATE INDEX ix_meeting_participants_resident_id ON meeting_participants (resident_id);
CREATE TABLE agenda_items (
    id uuid CONSTRAINT pk_agenda_items PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_agenda_items_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    meeting_id uuid NOT NULL CONSTRAINT fk_agenda_items_meeting_id REFERENCES meetings,
    position int NOT NULL,
    title text NOT NULL,
    note text,
    action_id uuid,
    question_id uuid,
    incident_id uuid CONSTRAINT fk_agenda_items_incident_id REFERENCES incidents,
    outcome varchar(40) CONSTRAINT ck_agenda_items_outcome
        CHECK (outcome IN ('decision', 'action', 'still_unknown', 'noted')),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_agenda_items_source CHECK (num_nonnulls(action_id, question_id, incident_id) <= 1)
);
CREATE INDEX ix_agenda_items_meeting_id_position ON agenda_items (meeting_id, position);
CREATE TABLE meeting_minutes (
    id uuid CONSTRAINT pk_meeting_minutes PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_meeting_minutes_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    meeting_id uuid NOT NULL CONSTRAINT fk_meeting_minutes_meeting_id REFERENCES meetings,
    number int NOT NULL,
    body text NOT NULL,
    reason text,
    written_by uuid NOT NULL CONSTRAINT fk_meeting_minutes_written_by REFERENCES users,
    saved_at timestamptz NOT NULL DEFAULT now(),
    approved_at timestamptz,
    approved_by uuid CONSTRAINT fk_meeting_minutes_approved_by REFERENCES users,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT uq_meeting_minutes_meeting_id_number UNIQUE (meeting_id, number)
);
CREATE UNIQUE INDEX uq_meeting_minutes_draft ON meeting_minutes (meeting_id) WHERE approved_at IS NULL;
CREATE TABLE meeting_decisions (
    id uuid CONSTRAINT pk_meeting_decisions PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_meeting_decisions_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    meeting_id uuid NOT NULL CONSTRAINT fk_meeting_decisions_meeting_id REFERENCES meetings,
    agenda_item_id uuid CONSTRAINT fk_meeting_decisions_agenda_item_id REFERENCES agenda_items,
    body text NOT NULL
);
CREATE INDEX ix_meeting_decisions_meeting_id ON meeting_decisions (meeting_id);
CREATE TABLE meeting_actions (
    id uuid CONSTRAINT pk_meeting_actions PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_meeting_actions_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    meeting_id uuid NOT NULL CONSTRAINT fk_meeting_actions_meeting_id REFERENCES meetings,
    agenda_item_id uuid CONSTRAINT fk_meeting_actions_agenda_item_id REFERENCES agenda_items,
    what text NOT NULL,
    owner_user_id uuid CONSTRAINT fk_meeting_actions_owner_user_id REFERENCES users,
    owner_organisation varchar(40) NOT NULL CONSTRAINT ck_meeting_actions_owner_organisation
        CHECK (owner_organisation IN ('district', 'nav', 'landlord')),
    due_on date NOT NULL,
    status varchar(40) NOT NULL DEFAULT 'open' CONSTRAINT ck_meeting_actions_status
        CHECK (status IN ('open', 'done', 'dropped')),
    note text,
    settled_at timestamptz,
    settled_by uuid CONSTRAINT fk_meeting_actions_settled_by REFERENCES users,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_meeting_actions_dropped_why CHECK (status <> 'dropped' OR note IS NOT NULL),
    CONSTRAINT ck_meeting_actions_settled CHECK ((status = 'open') = (settled_at IS NULL))
);
CREATE INDEX ix_meeting_actions_meeting_id ON meeting_actions (meeting_id);
CREATE INDEX ix_meeting_actions_owner_user_id ON meeting_actions (owner_user_id) WHERE status = 'open';
CREATE INDEX ix_meeting_actions_district_id_due_on_id ON meeting_actions (district_id, due_on, id);
CREATE TABLE open_questions (
    id uuid CONSTRAINT pk_open_questions PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_open_questions_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    meeting_id uuid NOT NULL CONSTRAINT fk_open_questions_meeting_id REFERENCES meetings,
    agenda_item_id uuid CONSTRAINT fk_open_questions_agenda_item_id REFERENCES agenda_items,
    question text NOT NULL,
    finder_user_id uuid CONSTRAINT fk_open_questions_finder_user_id REFERENCES users,
    finder_organisation varchar(40) NOT NULL CONSTRAINT ck_open_questions_finder_organisation
        CHECK (finder_organisation IN ('district', 'nav', 'landlord')),
    until date NOT NULL,
    answer text,
    answered_at timestamptz,
    answered_by uuid CONSTRAINT fk_open_questions_answered_by REFERENCES users,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_open_questions_answered CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX ix_open_questions_meeting_id ON open_questions (meeting_id);
CREATE INDEX ix_open_questions_district_id_until_id ON open_questions (district_id, until, id);
ALTER TABLE agenda_items
    ADD CONSTRAINT fk_agenda_items_action_id FOREIGN KEY (action_id) REFERENCES meeting_actions,
    ADD CONSTRAINT fk_agenda_items_question_id FOREIGN KEY (question_id) REFERENCES open_questions;
"""

RULES = """
CREATE FUNCTION attends(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER COST 500
SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM meeting_participants WHERE meeting_id = which
                   AND (user_id = actor() OR resident_id = ANY (allowed('self'))));
END $$;
CREATE FUNCTION may_meet(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER COST 500
SET search_path = public, pg_temp AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT FROM meeting_participants p JOIN residents r ON r.id = p.resident_id WHERE p.meeting_id = which
        AND ((r.is_protected AND NOT r.id = ANY (allowed('guarded')))
             OR NOT (r.district_id = ANY (allowed('resident_districts')) OR r.id = ANY (allowed('cases'))
                     OR attends(which))));
END $$;
CREATE FUNCTION own_hosts() RETURNS TABLE (meeting_id uuid, name text, organisation text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.meeting_id, coalesce(u.name, p.name), coalesce(p.organisation, (
        SELECT o.name FROM memberships m JOIN organisations o ON o.id = m.organisation_id
        WHERE m.user_id = p.user_id AND m.district_id = p.district_id ORDER BY m.created_at, m.id LIMIT 1))
    FROM meeting_participants mine JOIN meeting_participants p ON p.meeting_id = mine.meeting_id
    LEFT JOIN users u ON u.id = p.user_id
    WHERE mine.resident_id = ANY (allowed('self')) AND p.resident_id IS NULL
$$;
CREATE FUNCTION asked_residents(which uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(resident_id), '{}') FROM meeting_participants
    WHERE meeting_id = which AND resident_id IS NOT NULL AND district_id = ANY (allowed('districts'))
$$;
CREATE FUNCTION keep_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'approved minutes never change' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'ck_meeting_minutes_approved';
END $$;
CREATE TRIGGER approved BEFORE UPDATE OR DELETE ON meeting_minutes FOR EACH ROW
    WHEN (OLD.approved_at IS NOT NULL) EXECUTE FUNCTION keep_approved();
CREATE FUNCTION keep_persons_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'meeting_participants' THEN
        IF NEW.resident_id IS NOT NULL AND EXISTS (
            SELECT FROM meetings WHERE id = NEW.meeting_id AND kind NOT IN
                ('intake', 'resident_council', 'information', 'gathering', 'other')) THEN
            RAISE EXCEPTION 'no residents in this kind of meeting' USING ERRCODE = 'check_violation',
                CONSTRAINT = 'ck_meeting_participants_no_residents';
        END IF;
    ELSIF NEW.incident_id IS NOT NULL AND EXISTS (
        SELECT FROM meetings m JOIN incidents i ON i.id = NEW.incident_id
        WHERE m.id = NEW.meeting_id AND m.kind = 'landlord' AND i.sharing NOT IN (1, 3)) THEN
        RAISE EXCEPTION 'the landlord does not share this incident' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'ck_agenda_items_building_only';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER no_residents BEFORE INSERT OR UPDATE ON meeting_participants FOR EACH ROW
    EXECUTE FUNCTION keep_persons_out();
CREATE TRIGGER building_only BEFORE INSERT OR UPDATE ON agenda_items FOR EACH ROW
    EXECUTE FUNCTION keep_persons_out();
GRANT EXECUTE ON FUNCTION attends(uuid), may_meet(uuid), own_hosts(), asked_residents(uuid) TO bomiljo_app;
"""

HERE = f"{rls.DISTRICT} AND (site_id IS NULL OR {rls.SITE})"
SEATED = "circle = ANY ((SELECT allowed_text('categories'))::text[])"
MEETING = f"{rls.DISTRICT} AND EXISTS (SELECT FROM meetings m WHERE m.id = meeting_id)"
TEXTS = {
    "meeting_series": (),
    "meetings": (),
    "meeting_participants": (),
    "agenda_items": ("note",),
    "meeting_minutes": ("body",),
    "meeting_decisions": ("body",),
    "meeting_actions": ("what", "note"),
    "open_questions": ("question", "answer"),
}


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(TABLES)
    op.execute(RULES)
    rls.protected(
        "meeting_series",
        f"{HERE} AND {SEATED}",
        change=f"{HERE} AND {SEATED}",
        add=f"{HERE} AND {SEATED}",
    )
    seen = (
        f"{HERE} AND ({SEATED} OR ({rls.category('meetings_invited')} AND attends(id)))"
        " AND (kind <> 'intake' OR may_meet(id))"
    )
    own = "(cardinality((SELECT allowed('self'))) > 0 AND attends(id))"
    rls.protected("meetings", f"({seen}) OR {own}", change=seen, add=f"{HERE} AND {SEATED}")
    known = f"{MEETING} AND (resident_id IS NULL OR {rls.RESIDENT})"
    rls.protected(
        "meeting_participants",
        f"({known}) OR resident_id = {rls.SELF}",
        change=known,
        add=known,
        remove=known,
    )
    rls.protected("agenda_items", MEETING, change=MEETING, add=MEETING, remove=MEETING)
    rls.protected("meeting_minutes", MEETING, change=MEETING, add=MEETING)
    rls.protected("meeting_decisions", MEETING, add=MEETING)
    mine = f"({MEETING}) OR ({rls.DISTRICT} AND owner_user_id = {rls.ACTOR})"
    rls.protected("meeting_actions", mine, change=mine, add=MEETING)
    finder = f"({MEETING}) OR ({rls.DISTRICT} AND finder_user_id = {rls.ACTOR})"
    rls.protected("open_questions", finder, change=finder, add=MEETING)
    for table, texts in TEXTS.items():
        rls.audited(table, *texts)


def downgrade() -> None:
    op.execute("ALTER TABLE agenda_items DROP CONSTRAINT fk_agenda_items_action_id")
    op.execute("ALTER TABLE agenda_items DROP CONSTRAINT fk_agenda_items_question_id")
    op.execute("DROP POLICY visible ON meetings; DROP POLICY changed ON meetings")
    op.execute(
        "DROP TABLE open_questions, meeting_actions, meeting_decisions, meeting_minutes,"
        " agenda_items, meeting_participants, meetings, meeting_series CASCADE"
    )
    op.execute(
        "DROP FUNCTION attends, may_meet, own_hosts, asked_residents, keep_approved, keep_persons_out"
    )

"""requests from IMDi, candidates, what only some may know of them, alternatives of a plan"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0012"
down_revision = "0011"

REQUESTS = """
CREATE TABLE settlement_requests (
    id uuid CONSTRAINT pk_settlement_requests PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_settlement_requests_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    reference text NOT NULL,
    received_on date NOT NULL,
    answer_due date,
    answer varchar(40) CONSTRAINT ck_settlement_requests_answer CHECK (answer IN ('yes', 'no')),
    answered_on date,
    imported_by uuid NOT NULL CONSTRAINT fk_settlement_requests_imported_by REFERENCES users,
    undone_at timestamptz,
    undone_by uuid CONSTRAINT fk_settlement_requests_undone_by REFERENCES users,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_settlement_requests_answered CHECK ((answer IS NULL) = (answered_on IS NULL))
);
CREATE INDEX ix_settlement_requests_district_id_received_on_id
    ON settlement_requests (district_id, received_on, id);
CREATE TABLE candidate_households (
    id uuid CONSTRAINT pk_candidate_households PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_candidate_households_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    request_id uuid NOT NULL CONSTRAINT fk_candidate_households_request_id REFERENCES settlement_requests,
    ref text NOT NULL,
    kind varchar(40) NOT NULL CONSTRAINT ck_candidate_households_kind
        CHECK (kind IN ('single', 'couple', 'family', 'single_parent', 'other')),
    state varchar(40) NOT NULL DEFAULT 'open' CONSTRAINT ck_candidate_households_state
        CHECK (state IN ('open', 'placed', 'settled', 'withdrawn')),
    requirements text[] NOT NULL DEFAULT '{}' CONSTRAINT ck_candidate_households_requirements
        CHECK (requirements <@ ARRAY['step_free', 'ground_floor', 'turning_circle', 'low_stimuli',
                                     'visual_alarm', 'near_relative']),
    support varchar(40) NOT NULL DEFAULT 'unknown' CONSTRAINT ck_candidate_households_support
        CHECK (support IN ('none', 'some', 'high', 'unknown')),
    is_protected boolean NOT NULL DEFAULT false,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT uq_candidate_households_request_id_ref UNIQUE (request_id, ref)
);
CREATE INDEX ix_candidate_households_district_id ON candidate_households (district_id);
CREATE TABLE candidate_guardians (
    id uuid CONSTRAINT pk_candidate_guardians PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_candidate_guardians_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    household_id uuid NOT NULL CONSTRAINT fk_candidate_guardians_household_id
        REFERENCES candidate_households ON DELETE CASCADE,
    user_id uuid NOT NULL CONSTRAINT fk_candidate_guardians_user_id REFERENCES users,
    CONSTRAINT uq_candidate_guardians_household_id_user_id UNIQUE (household_id, user_id)
);
CREATE INDEX ix_candidate_guardians_user_id ON candidate_guardians (user_id);
CREATE TABLE candidates (
    id uuid CONSTRAINT pk_candidates PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_candidates_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    household_id uuid NOT NULL CONSTRAINT fk_candidates_household_id
        REFERENCES candidate_households ON DELETE CASCADE,
    line int NOT NULL,
    case_ref text,
    given_name text,
    family_name text NOT NULL,
    birth_date date,
    sex varchar(40) NOT NULL DEFAULT 'unknown' CONSTRAINT ck_candidates_sex
        CHECK (sex IN ('female', 'male', 'unknown')),
    relation varchar(40) NOT NULL CONSTRAINT ck_candidates_relation
        CHECK (relation IN ('head', 'partner', 'child', 'parent', 'sibling', 'other')),
    own_languages text[] NOT NULL DEFAULT '{}',
    written_languages text[] NOT NULL DEFAULT '{}',
    interpreter_languages text[] NOT NULL DEFAULT '{}',
    education text,
    work text,
    current_place text,
    planned_on date,
    protection varchar(40) NOT NULL DEFAULT 'unknown' CONSTRAINT ck_candidates_protection
        CHECK (protection IN ('none', 'confidential', 'strictly_confidential', 'unknown')),
    resident_id uuid CONSTRAINT fk_candidates_resident_id REFERENCES residents
);
CREATE INDEX ix_candidates_household_id ON candidates (household_id);
CREATE TABLE candidate_identifiers (
    id uuid CONSTRAINT pk_candidate_identifiers PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_candidate_identifiers_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    candidate_id uuid NOT NULL CONSTRAINT fk_candidate_identifiers_candidate_id
        REFERENCES candidates ON DELETE CASCADE,
    ciphertext bytea NOT NULL,
    search_hash bytea NOT NULL,
    masked text NOT NULL,
    CONSTRAINT uq_candidate_identifiers_candidate_id UNIQUE (candidate_id)
);
CREATE INDEX ix_candidate_identifiers_search_hash ON candidate_identifiers (search_hash);
CREATE TABLE candidate_permits (
    id uuid CONSTRAINT pk_candidate_permits PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_candidate_permits_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    candidate_id uuid NOT NULL CONSTRAINT fk_candidate_permits_candidate_id
        REFERENCES candidates ON DELETE CASCADE,
    citizenship text,
    granted_on date,
    CONSTRAINT uq_candidate_permits_candidate_id UNIQUE (candidate_id)
);
CREATE TABLE candidate_care (
    id uuid CONSTRAINT pk_candidate_care PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_candidate_care_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    candidate_id uuid NOT NULL CONSTRAINT fk_candidate_care_candidate_id
        REFERENCES candidates ON DELETE CASCADE,
    note text,
    suitability varchar(40) NOT NULL DEFAULT 'not_assessed' CONSTRAINT ck_candidate_care_suitability
        CHECK (suitability IN ('not_assessed', 'can_live_here', 'needs_another_offer')),
    assessed_by uuid CONSTRAINT fk_candidate_care_assessed_by REFERENCES users,
    assessed_at timestamptz,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT uq_candidate_care_candidate_id UNIQUE (candidate_id)
);
CREATE TABLE imdi_checks (
    id uuid CONSTRAINT pk_imdi_checks PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_imdi_checks_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    checked_by uuid NOT NULL CONSTRAINT fk_imdi_checks_checked_by REFERENCES users,
    found_new boolean NOT NULL
);
CREATE INDEX ix_imdi_checks_district_id_created_at ON imdi_checks (district_id, created_at);
CREATE TABLE placement_settings (
    id uuid CONSTRAINT pk_placement_settings PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_placement_settings_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    headings jsonb NOT NULL DEFAULT '{}',
    bands jsonb NOT NULL DEFAULT '[]',
    version int NOT NULL DEFAULT 1,
    CONSTRAINT uq_placement_settings_district_id UNIQUE (district_id)
);
"""

PLANS = """
CREATE TABLE placement_alternatives (
    id uuid CONSTRAINT pk_placement_alternatives PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_placement_alternatives_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_placement_alternatives_site_id REFERENCES sites,
    name text NOT NULL,
    note text,
    made_by uuid NOT NULL CONSTRAINT fk_placement_alternatives_made_by REFERENCES users,
    chosen_at timestamptz,
    chosen_by uuid CONSTRAINT fk_placement_alternatives_chosen_by REFERENCES users,
    chosen_because text,
    committed_at timestamptz,
    committed_by uuid CONSTRAINT fk_placement_alternatives_committed_by REFERENCES users,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_placement_alternatives_chosen CHECK (
        (chosen_at IS NULL) = (chosen_by IS NULL) AND (chosen_at IS NULL) = (chosen_because IS NULL))
);
CREATE INDEX ix_placement_alternatives_district_id_site_id ON placement_alternatives (district_id, site_id);
CREATE TABLE placements (
    id uuid CONSTRAINT pk_placements PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_placements_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    alternative_id uuid NOT NULL CONSTRAINT fk_placements_alternative_id
        REFERENCES placement_alternatives ON DELETE CASCADE,
    household_id uuid NOT NULL CONSTRAINT fk_placements_household_id
        REFERENCES candidate_households ON DELETE CASCADE,
    unit_id uuid NOT NULL CONSTRAINT fk_placements_unit_id REFERENCES units,
    because jsonb NOT NULL DEFAULT '[]',
    tenancy_id uuid CONSTRAINT fk_placements_tenancy_id REFERENCES tenancies ON DELETE SET NULL,
    CONSTRAINT uq_placements_alternative_id_household_id UNIQUE (alternative_id, household_id),
    CONSTRAINT uq_placements_alternative_id_unit_id UNIQUE (alternative_id, unit_id)
);
CREATE INDEX ix_placements_household_id ON placements (household_id);
"""

FUNCTIONS = """
CREATE FUNCTION known_numbers(hashes bytea[]) RETURNS TABLE (search_hash bytea, resident_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT i.search_hash, i.resident_id FROM identifiers i JOIN residents r ON r.id = i.resident_id
    WHERE i.search_hash = ANY (hashes) AND i.district_id = ANY (allowed('home'))
      AND 'placement' = ANY (allowed_text('categories'))
      AND (NOT r.is_protected OR r.id = ANY (allowed('guarded')))
$$;
CREATE FUNCTION undo_settlement_request(which uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM settlement_requests WHERE id = which AND district_id = ANY (allowed('home'))
                   AND 'placement' = ANY (allowed_text('categories')))
       OR EXISTS (SELECT FROM candidate_households WHERE request_id = which AND state IN ('placed', 'settled'))
    THEN RETURN false; END IF;
    DELETE FROM candidate_households WHERE request_id = which;
    RETURN true;
END $$;
CREATE FUNCTION site_composition(which uuid)
RETURNS TABLE (unit_id uuid, from_day date, until date, kind text, ages int[], languages text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.unit_id, lower(t.period), upper(t.period), CASE WHEN NOT t.is_protected THEN h.kind END,
           CASE WHEN t.is_protected THEN ARRAY[NULL]::int[] ELSE ARRAY(
               SELECT date_part('year', age(r.birth_date))::int FROM household_members m
               JOIN residents r ON r.id = m.resident_id
               WHERE m.household_id = t.household_id AND m.period && t.period AND ongoing(m.period) ORDER BY 1) END,
           CASE WHEN t.is_protected THEN '{}'::text[] ELSE ARRAY(
               SELECT DISTINCT l.language::text FROM household_members m
               JOIN resident_languages l ON l.resident_id = m.resident_id AND l.own
               WHERE m.household_id = t.household_id AND m.period && t.period AND ongoing(m.period) ORDER BY 1) END
    FROM tenancies t JOIN households h ON h.id = t.household_id
    WHERE t.site_id = which AND which = ANY (allowed('sites')) AND t.district_id = ANY (allowed('home'))
      AND 'placement' = ANY (allowed_text('categories'))
      AND t.moved_out_at IS NULL AND ongoing(t.period)
$$;
GRANT EXECUTE ON FUNCTION known_numbers(bytea[]), undo_settlement_request(uuid), site_composition(uuid) TO bomiljo_app;
"""

PLACING = f"{rls.DISTRICT} AND {rls.category('placement')}"
CANDIDATE = "EXISTS (SELECT FROM candidates c WHERE c.id = candidate_id)"
HOUSEHOLD = "EXISTS (SELECT FROM candidate_households h WHERE h.id = household_id)"
GUARDED = (
    "EXISTS (SELECT FROM candidate_guardians g"
    f" WHERE g.household_id = candidate_households.id AND g.user_id = {rls.ACTOR})"
)
OPEN = f"(NOT is_protected OR {GUARDED})"


def upgrade() -> None:
    op.execute(REQUESTS)
    op.execute(PLANS)
    op.execute(FUNCTIONS)
    either = f"{rls.DISTRICT} AND ({rls.category('placement')} OR {rls.category('care')})"
    rls.protected("settlement_requests", either, change=PLACING, add=PLACING)
    rls.protected(
        "candidate_guardians",
        f"{rls.DISTRICT} AND user_id = {rls.ACTOR}",
        add=PLACING,
    )
    followed = (
        f"{rls.DISTRICT} AND ({rls.category('placement')} OR {rls.category('care')}) AND {OPEN}"
    )
    rls.protected("candidate_households", followed, change=followed, add=PLACING)
    rls.protected(
        "candidates",
        f"{rls.DISTRICT} AND {HOUSEHOLD}",
        add=PLACING,
        change=f"{PLACING} AND {HOUSEHOLD}",
        columns="(resident_id)",
    )
    for table, category in (
        ("candidate_identifiers", "identifiers"),
        ("candidate_permits", "permits"),
    ):
        rls.protected(table, f"{rls.category(category)} AND {CANDIDATE}", add=PLACING)
    caring = f"{rls.DISTRICT} AND {rls.category('care')} AND {CANDIDATE}"
    rls.protected("candidate_care", caring, change=caring, add=either)
    rls.protected("imdi_checks", PLACING, add=PLACING)
    rls.protected("placement_settings", PLACING, change=PLACING, add=PLACING)
    planned = f"{PLACING} AND {rls.SITE}"
    rls.protected(
        "placement_alternatives",
        planned,
        change=planned,
        add=planned,
        remove=f"{planned} AND chosen_at IS NULL",
    )
    placed = (
        f"{PLACING} AND EXISTS (SELECT FROM placement_alternatives a WHERE a.id = alternative_id)"
        f" AND {HOUSEHOLD}"
    )
    rls.protected("placements", placed, change=placed, add=placed, remove=placed)
    for table in (
        "settlement_requests",
        "candidate_households",
        "candidate_guardians",
        "candidates",
        "imdi_checks",
        "placement_settings",
        "placement_alternatives",
        "placements",
    ):
        rls.audited(table)
    rls.audited("candidate_identifiers", "ciphertext", "search_hash")
    rls.audited("candidate_permits", "citizenship", "granted_on")
    rls.audited("candidate_care", "note")


def downgrade() -> None:
    op.execute("DROP FUNCTION site_composition, undo_settlement_request, known_numbers")
    op.execute(
        "DROP TABLE placements, placement_alternatives, placement_settings, imdi_checks, candidate_care,"
        " candidate_permits, candidate_identifiers, candidates, candidate_guardians, candidate_households,"
        " settlement_requests CASCADE"
    )

"""residents, households, tenancies"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0003"
down_revision = "0002"

RESIDENTS = """
CREATE TABLE residents (
    id uuid CONSTRAINT pk_residents PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_residents_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid CONSTRAINT fk_residents_site_id REFERENCES sites,
    given_name text,
    family_name text NOT NULL,
    preferred_name text,
    native_name text,
    sort_name text GENERATED ALWAYS AS (sort_key(family_name || ' ' || coalesce(given_name, ''))) STORED,
    birth_date date,
    birth_date_source varchar(40) NOT NULL DEFAULT 'unknown' CONSTRAINT ck_residents_birth_date_source
        CHECK (birth_date_source IN ('imdi', 'population_register', 'self_reported', 'unknown')),
    status varchar(40) NOT NULL DEFAULT 'expected' CONSTRAINT ck_residents_status
        CHECK (status IN ('expected', 'settled', 'moved_out')),
    settled_on date,
    moved_out_on date,
    protection varchar(40) NOT NULL DEFAULT 'none' CONSTRAINT ck_residents_protection
        CHECK (protection IN ('none', 'confidential', 'strictly_confidential', 'unknown')),
    shielded boolean NOT NULL DEFAULT false,
    is_protected boolean GENERATED ALWAYS AS (protection <> 'none' OR shielded) STORED,
    portal_language varchar(40) NOT NULL DEFAULT 'nb',
    version int NOT NULL DEFAULT 1
);
CREATE INDEX ix_residents_district_id_sort_name_id ON residents (district_id, sort_name, id);
ALTER TABLE sessions ADD CONSTRAINT fk_sessions_resident_id FOREIGN KEY (resident_id) REFERENCES residents;
CREATE TABLE protection_guardians (
    id uuid CONSTRAINT pk_protection_guardians PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_protection_guardians_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    resident_id uuid NOT NULL CONSTRAINT fk_protection_guardians_resident_id REFERENCES residents,
    user_id uuid NOT NULL CONSTRAINT fk_protection_guardians_user_id REFERENCES users,
    CONSTRAINT uq_protection_guardians_resident_id_user_id UNIQUE (resident_id, user_id)
);
CREATE INDEX ix_protection_guardians_user_id ON protection_guardians (user_id);
CREATE TABLE protection_decisions (
    id uuid CONSTRAINT pk_protection_decisions PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_protection_decisions_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    resident_id uuid NOT NULL CONSTRAINT fk_protection_decisions_resident_id REFERENCES residents,
    grade varchar(40) NOT NULL CONSTRAINT ck_protection_decisions_grade
        CHECK (grade IN ('none', 'confidential', 'strictly_confidential', 'unknown')),
    reason text NOT NULL,
    decided_by uuid NOT NULL CONSTRAINT fk_protection_decisions_decided_by REFERENCES users
);
CREATE INDEX ix_protection_decisions_resident_id ON protection_decisions (resident_id);
CREATE TABLE resident_languages (
    id uuid CONSTRAINT pk_resident_languages PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_resident_languages_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    resident_id uuid NOT NULL CONSTRAINT fk_resident_languages_resident_id REFERENCES residents,
    language varchar(40) NOT NULL,
    own boolean NOT NULL DEFAULT false,
    written boolean NOT NULL DEFAULT false,
    interpreter boolean NOT NULL DEFAULT false,
    note text,
    CONSTRAINT uq_resident_languages_resident_id_language UNIQUE (resident_id, language)
);
CREATE TABLE contact_points (
    id uuid CONSTRAINT pk_contact_points PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_contact_points_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    resident_id uuid NOT NULL CONSTRAINT fk_contact_points_resident_id REFERENCES residents,
    kind varchar(40) NOT NULL CONSTRAINT ck_contact_points_kind CHECK (kind IN ('phone', 'email')),
    value text NOT NULL,
    note text
);
CREATE INDEX ix_contact_points_resident_id ON contact_points (resident_id);
CREATE TABLE identifiers (
    id uuid CONSTRAINT pk_identifiers PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_identifiers_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    resident_id uuid NOT NULL CONSTRAINT fk_identifiers_resident_id REFERENCES residents,
    kind varchar(40) NOT NULL CONSTRAINT ck_identifiers_kind CHECK (kind IN ('duf', 'dnr', 'fnr')),
    ciphertext bytea NOT NULL,
    search_hash bytea NOT NULL,
    masked text NOT NULL,
    period daterange NOT NULL,
    source varchar(40) NOT NULL CONSTRAINT ck_identifiers_source
        CHECK (source IN ('imdi', 'population_register', 'document', 'self_reported')),
    check_overridden_because text,
    CONSTRAINT uq_identifiers_resident_id_kind_search_hash UNIQUE (resident_id, kind, search_hash)
);
CREATE INDEX ix_identifiers_search_hash ON identifiers (search_hash);
CREATE TABLE helpers (
    id uuid CONSTRAINT pk_helpers PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_helpers_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    resident_id uuid NOT NULL CONSTRAINT fk_helpers_resident_id REFERENCES residents,
    kind varchar(40) NOT NULL CONSTRAINT ck_helpers_kind
        CHECK (kind IN ('settler', 'nav_advisor', 'intro_advisor', 'env_worker')),
    user_id uuid NOT NULL CONSTRAINT fk_helpers_user_id REFERENCES users,
    period daterange NOT NULL CONSTRAINT ck_helpers_period CHECK (NOT isempty(period))
);
CREATE INDEX ix_helpers_resident_id ON helpers (resident_id);
CREATE INDEX ix_helpers_user_id ON helpers (user_id);
CREATE UNIQUE INDEX uq_helpers_resident_id_kind ON helpers (resident_id, kind) WHERE upper_inf(period);
CREATE TABLE households (
    id uuid CONSTRAINT pk_households PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_households_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    kind varchar(40) NOT NULL CONSTRAINT ck_households_kind
        CHECK (kind IN ('single', 'couple', 'family', 'single_parent', 'other')),
    is_protected boolean NOT NULL DEFAULT false
);
CREATE INDEX ix_households_district_id ON households (district_id);
CREATE TABLE household_members (
    id uuid CONSTRAINT pk_household_members PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_household_members_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    household_id uuid NOT NULL CONSTRAINT fk_household_members_household_id REFERENCES households,
    resident_id uuid NOT NULL CONSTRAINT fk_household_members_resident_id REFERENCES residents,
    relation varchar(40) NOT NULL CONSTRAINT ck_household_members_relation
        CHECK (relation IN ('head', 'partner', 'child', 'parent', 'sibling', 'other')),
    period daterange NOT NULL CONSTRAINT ck_household_members_period CHECK (NOT isempty(period)),
    CONSTRAINT ex_household_members_one_at_a_time
        EXCLUDE USING gist (uuidrange(resident_id, resident_id, '[]') WITH &&, period WITH &&)
);
CREATE INDEX ix_household_members_household_id ON household_members (household_id);
CREATE INDEX ix_household_members_resident_id ON household_members (resident_id);
"""

TENANCIES = """
CREATE TABLE tenancies (
    id uuid CONSTRAINT pk_tenancies PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_tenancies_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    site_id uuid NOT NULL CONSTRAINT fk_tenancies_site_id REFERENCES sites,
    unit_id uuid NOT NULL CONSTRAINT fk_tenancies_unit_id REFERENCES units,
    household_id uuid NOT NULL CONSTRAINT fk_tenancies_household_id REFERENCES households,
    kind varchar(40) NOT NULL CONSTRAINT ck_tenancies_kind CHECK (kind IN ('fixed_term', 'open_ended')),
    legal_ground text,
    period daterange NOT NULL CONSTRAINT ck_tenancies_period CHECK (NOT isempty(period)),
    contract_ends_on date,
    moved_in_at timestamptz,
    moved_out_at timestamptz,
    keys_handed_over int,
    ended_because varchar(40) CONSTRAINT ck_tenancies_ended_because CHECK (ended_because IN (
        'internal_transfer', 'own_choice', 'transfer_municipal', 'private_rental', 'bought', 'family_reunion',
        'other_municipality', 'abroad', 'eviction', 'death', 'other')),
    destination text,
    household_size int NOT NULL,
    previous_id uuid CONSTRAINT fk_tenancies_previous_id REFERENCES tenancies,
    is_protected boolean NOT NULL DEFAULT false,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ex_tenancies_one_household_per_unit
        EXCLUDE USING gist (uuidrange(unit_id, unit_id, '[]') WITH &&, period WITH &&),
    CONSTRAINT ex_tenancies_one_unit_per_household
        EXCLUDE USING gist (uuidrange(household_id, household_id, '[]') WITH &&, period WITH &&)
);
CREATE INDEX ix_tenancies_district_id ON tenancies (district_id);
CREATE INDEX ix_tenancies_unit_id ON tenancies (unit_id);
CREATE INDEX ix_tenancies_household_id ON tenancies (household_id);
CREATE TABLE activation_codes (
    id uuid CONSTRAINT pk_activation_codes PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_activation_codes_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    resident_id uuid NOT NULL CONSTRAINT fk_activation_codes_resident_id REFERENCES residents,
    code_hash bytea NOT NULL CONSTRAINT uq_activation_codes_code_hash UNIQUE,
    issued_by uuid NOT NULL CONSTRAINT fk_activation_codes_issued_by REFERENCES users,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX ix_activation_codes_resident_id ON activation_codes (resident_id);

CREATE FUNCTION ongoing(period daterange) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT upper_inf(period) OR upper(period) > current_date
$$;
CREATE FUNCTION spread_protection() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    one jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
    touched uuid[];
BEGIN
    IF TG_TABLE_NAME = 'residents' THEN
        SELECT coalesce(array_agg(DISTINCT household_id), '{}') INTO touched FROM household_members
        WHERE resident_id = (one ->> 'id')::uuid;
    ELSE
        touched := ARRAY[(one ->> 'household_id')::uuid];
    END IF;
    UPDATE households h SET is_protected = NOT h.is_protected
    WHERE h.id = ANY (touched) AND h.is_protected <> EXISTS (
        SELECT FROM household_members m JOIN residents r ON r.id = m.resident_id
        WHERE m.household_id = h.id AND r.protection <> 'none'
          AND (ongoing(m.period) OR NOT EXISTS (
              SELECT FROM household_members o WHERE o.household_id = h.id AND ongoing(o.period))));
    UPDATE tenancies t SET is_protected = h.is_protected FROM households h
    WHERE h.id = t.household_id AND h.id = ANY (touched) AND t.is_protected <> h.is_protected;
    UPDATE residents r SET shielded = NOT r.shielded
    WHERE r.id IN (SELECT resident_id FROM household_members WHERE household_id = ANY (touched)
                   UNION SELECT (one ->> 'resident_id')::uuid)
      AND r.shielded <> EXISTS (
        SELECT FROM household_members mine JOIN household_members other USING (household_id)
        JOIN residents p ON p.id = other.resident_id
        WHERE mine.resident_id = r.id AND p.id <> r.id AND p.protection <> 'none'
          AND ongoing(mine.period) AND ongoing(other.period));
    RETURN NULL;
END $$;
CREATE TRIGGER spread AFTER UPDATE OF protection ON residents FOR EACH ROW EXECUTE FUNCTION spread_protection();
CREATE TRIGGER spread AFTER INSERT OR UPDATE OR DELETE ON household_members
    FOR EACH ROW EXECUTE FUNCTION spread_protection();
CREATE FUNCTION inherit_protection() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    SELECT is_protected INTO NEW.is_protected FROM households WHERE id = NEW.household_id;
    RETURN NEW;
END $$;
CREATE TRIGGER inherit BEFORE INSERT ON tenancies FOR EACH ROW EXECUTE FUNCTION inherit_protection();

CREATE FUNCTION is_hidden(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM residents WHERE id = who AND is_protected)
       AND NOT who = ANY (allowed('guarded')) AND NOT who = ANY (allowed('self'))
$$;
CREATE FUNCTION is_hidden_home(which uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM households WHERE id = which AND is_protected AND NOT id = ANY (allowed('guarded')))
        OR EXISTS (SELECT FROM tenancies WHERE id = which AND is_protected
                   AND NOT household_id = ANY (allowed('guarded')))
$$;
CREATE FUNCTION unit_is_let(which uuid, during daterange) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM tenancies WHERE unit_id = which AND period && during)
       AND which IN (SELECT id FROM units WHERE district_id = ANY (allowed('districts')))
$$;
CREATE FUNCTION unit_occupation(which uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN bool_or(moved_in_at IS NOT NULL) THEN 'occupied'
                WHEN bool_or(ongoing(period)) THEN 'reserved' END
    FROM tenancies WHERE unit_id = which AND moved_out_at IS NULL AND district_id = ANY (allowed('districts'))
$$;
CREATE FUNCTION own_units() RETURNS TABLE (id uuid, label text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT DISTINCT u.id, u.label FROM household_members m JOIN tenancies t ON t.household_id = m.household_id
    JOIN units u ON u.id = t.unit_id
    WHERE m.resident_id = ANY (allowed('self')) AND m.period && t.period
$$;
CREATE FUNCTION kin(people uuid[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(one), '{}') FROM (
        SELECT unnest(people) AS one
        UNION SELECT household_id FROM household_members WHERE resident_id = ANY (people)
        UNION SELECT other.resident_id FROM household_members mine JOIN household_members other USING (household_id)
        WHERE mine.resident_id = ANY (people) AND ongoing(mine.period) AND ongoing(other.period)) k
$$;
CREATE FUNCTION helps_me(who uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER COST 500
SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM helpers WHERE user_id = who AND resident_id = ANY (allowed('self')));
END $$;
CREATE FUNCTION take_activation_code(hash bytea, new_session uuid, session_hash bytea, device text)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    code activation_codes;
BEGIN
    UPDATE activation_codes SET used_at = now()
    WHERE code_hash = hash AND used_at IS NULL AND expires_at > now() RETURNING * INTO code;
    IF code.id IS NULL THEN RETURN NULL; END IF;
    UPDATE sessions SET ended_at = now() WHERE resident_id = code.resident_id AND ended_at IS NULL;
    INSERT INTO sessions (id, district_id, resident_id, kind, token_hash, label, idle, expires_at)
    VALUES (new_session, code.district_id, code.resident_id, 'device', session_hash, device,
            interval '90 days', now() + interval '1 year');
    RETURN new_session;
END $$;
"""

ENTER = """
CREATE FUNCTION enter(by_id uuid, by_hash bytea, scopes jsonb)
RETURNS TABLE (actor_id uuid, session_id uuid, role text, district_id uuid, organisation_id uuid,
               membership_id uuid, sites uuid[], name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    s sessions;
    m memberships;
    scope jsonb;
    cases uuid[] := '{}';
    guarded uuid[] := '{}';
    own uuid[] := '{}';
BEGIN
    IF by_id IS NOT NULL THEN SELECT * INTO s FROM sessions WHERE sessions.id = by_id;
    ELSE SELECT * INTO s FROM sessions WHERE sessions.token_hash = by_hash; END IF;
    IF s.id IS NULL OR s.ended_at IS NOT NULL OR s.expires_at <= now() OR s.last_seen_at + s.idle <= now() THEN
        RETURN;
    END IF;
    IF s.last_seen_at < now() - interval '1 minute' AND NOT pg_is_in_recovery() THEN
        UPDATE sessions SET last_seen_at = now() WHERE sessions.id = s.id;
    END IF;
    session_id := s.id;
    district_id := s.district_id;
    IF s.resident_id IS NOT NULL THEN
        SELECT r.id, concat_ws(' ', coalesce(r.preferred_name, r.given_name), r.family_name),
               CASE WHEN r.site_id IS NULL THEN '{}' ELSE ARRAY[r.site_id] END
        INTO actor_id, name, sites FROM residents r WHERE r.id = s.resident_id AND r.status <> 'moved_out';
        IF actor_id IS NULL THEN RETURN; END IF;
        role := 'resident';
        own := ARRAY[actor_id];
        SELECT coalesce(array_agg(t.unit_id), '{}') INTO cases FROM tenancies t
        JOIN household_members h ON h.household_id = t.household_id AND h.period @> current_date
        WHERE h.resident_id = actor_id AND t.period @> current_date;
    ELSE
        SELECT * INTO m FROM memberships WHERE memberships.id = s.membership_id AND memberships.user_id = s.user_id
            AND memberships.period @> current_date;
        IF m.id IS NULL THEN RETURN; END IF;
        actor_id := s.user_id;
        role := m.role;
        membership_id := m.id;
        organisation_id := m.organisation_id;
        SELECT u.name INTO name FROM users u WHERE u.id = s.user_id;
        IF m.site_ids IS NULL THEN
            SELECT coalesce(array_agg(sites.id), '{}') INTO sites FROM sites WHERE sites.district_id = s.district_id;
        ELSE
            sites := m.site_ids;
        END IF;
        scope := scopes -> m.role;
        IF scope ->> 'residents' IN ('cases', 'district') THEN
            SELECT kin(array_agg(g.resident_id)) INTO guarded FROM protection_guardians g
            WHERE g.user_id = s.user_id AND g.district_id = s.district_id;
        END IF;
        IF scope ->> 'residents' = 'cases' THEN
            SELECT kin(array_agg(c.resident_id)) || guarded INTO cases FROM helpers c
            WHERE c.user_id = s.user_id AND c.district_id = s.district_id AND c.period @> current_date;
        END IF;
    END IF;
    scope := scopes -> role;
    PERFORM set_config('app.actor_id', actor_id::text, true),
            set_config('app.role', role, true),
            set_config('app.organisation_id', coalesce(organisation_id::text, ''), true),
            set_config('app.home', ARRAY[district_id]::text, true),
            set_config('app.districts', CASE WHEN own = '{}' THEN ARRAY[district_id]::text ELSE '{}' END, true),
            set_config('app.sites', sites::text, true),
            set_config('app.self', own::text, true),
            set_config('app.cases', cases::text, true),
            set_config('app.guarded', guarded::text, true),
            set_config('app.resident_districts',
                CASE WHEN scope ->> 'residents' = 'district' THEN ARRAY[district_id]::text ELSE '{}' END, true),
            set_config('app.lease_districts',
                CASE WHEN (scope ->> 'leases')::boolean THEN ARRAY[district_id]::text ELSE '{}' END, true),
            set_config('app.sharing', translate(scope ->> 'sharing', '[]', '{}'), true),
            set_config('app.audiences', translate(scope ->> 'audiences', '[]', '{}'), true),
            set_config('app.categories', translate(scope ->> 'categories', '[]', '{}'), true),
            set_config('app.logs', translate(scope ->> 'logs', '[]', '{}'), true);
    RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION enter(uuid, bytea, jsonb), is_hidden(uuid), is_hidden_home(uuid), unit_is_let(uuid, daterange),
    unit_occupation(uuid), own_units(), helps_me(uuid), ongoing(daterange), take_activation_code(bytea, uuid, bytea, text) TO bomiljo_app;
"""

REACHED = (
    "(district_id = ANY ((SELECT allowed('resident_districts'))::uuid[])"
    " OR id = ANY ((SELECT allowed('cases'))::uuid[]))"
)
OPEN = "(NOT is_protected OR id = ANY ((SELECT allowed('guarded'))::uuid[]))"
AT_SITE = f"(site_id IS NULL OR {rls.SITE})"


def upgrade() -> None:
    op.execute(RESIDENTS)
    op.execute(TENANCIES)
    op.execute(ENTER)
    staff = f"{REACHED} AND {OPEN} AND {AT_SITE}"
    rls.protected(
        "residents",
        f"({staff}) OR id = {rls.SELF}",
        change=f"{rls.HOME} AND (({staff}) OR id = {rls.SELF})",
        add=rls.DISTRICT,
    )
    rls.protected(
        "protection_guardians",
        f"{rls.category('protection')} AND {rls.RESIDENT}",
        add=f"{rls.DISTRICT} AND {rls.category('protection')}",
        remove=f"{rls.category('protection')} AND {rls.RESIDENT}",
    )
    rls.protected(
        "protection_decisions",
        f"{rls.category('protection')} AND {rls.RESIDENT}",
        add=f"{rls.DISTRICT} AND {rls.category('protection')}",
    )
    for table in ("resident_languages", "contact_points", "helpers", "household_members"):
        reached = f"{rls.DISTRICT} AND {rls.RESIDENT}"
        rls.protected(table, rls.RESIDENT, change=reached, add=reached, remove=reached)
    numbers = f"{rls.category('identifiers')} AND {rls.RESIDENT}"
    rls.protected(
        "identifiers",
        f"({numbers}) OR resident_id = {rls.SELF}",
        change=f"{rls.DISTRICT} AND {numbers}",
        add=f"{rls.DISTRICT} AND {numbers}",
    )
    member = "EXISTS (SELECT FROM household_members m WHERE m.household_id = households.id)"
    rls.protected(
        "households",
        f"({REACHED} AND {OPEN}) OR {member}",
        change=f"{rls.DISTRICT} AND {REACHED} AND {OPEN}",
        add=rls.DISTRICT,
    )
    let = (
        "(district_id = ANY ((SELECT allowed('lease_districts'))::uuid[])"
        " OR household_id = ANY ((SELECT allowed('cases'))::uuid[]))"
        f" AND {rls.SITE}"
        " AND (NOT is_protected OR household_id = ANY ((SELECT allowed('guarded'))::uuid[]))"
    )
    followed = (
        f"{rls.DISTRICT} AND {let} AND EXISTS (SELECT FROM households h WHERE h.id = household_id)"
    )
    own = "(cardinality((SELECT allowed('self'))) > 0 AND EXISTS (SELECT FROM households h WHERE h.id = household_id))"
    rls.protected(
        "tenancies",
        f"({let}) OR {own}",
        change=followed,
        add=followed,
        remove=f"{followed} AND moved_in_at IS NULL",
    )
    issued = f"{rls.DISTRICT} AND {rls.RESIDENT}"
    rls.protected("activation_codes", issued, change=issued, add=issued)
    op.execute(
        "CREATE POLICY devices ON sessions FOR SELECT TO bomiljo_app"
        f" USING ({rls.DISTRICT} AND resident_id IS NOT NULL AND {rls.RESIDENT})"
    )
    op.execute(
        "CREATE POLICY devices_ended ON sessions FOR UPDATE TO bomiljo_app"
        f" USING ({rls.DISTRICT} AND resident_id IS NOT NULL AND {rls.RESIDENT})"
    )
    op.execute("CREATE POLICY helping ON users FOR SELECT TO bomiljo_app USING (helps_me(id))")
    op.execute(
        "CREATE POLICY helping ON memberships FOR SELECT TO bomiljo_app USING"
        " (cardinality((SELECT allowed('self'))) > 0"
        " AND EXISTS (SELECT FROM helpers h WHERE h.user_id = memberships.user_id))"
    )
    op.execute(
        "ALTER POLICY visible ON change_log USING ("
        f"{rls.DISTRICT} AND table_name = ANY ((SELECT allowed_text('logs'))::text[])"
        " AND (subject_id IS NULL OR NOT is_hidden(subject_id))"
        " AND (table_name NOT IN ('households', 'tenancies') OR NOT is_hidden_home(row_id)))"
    )
    op.execute(
        "ALTER POLICY visible ON disclosure_log USING ("
        f"({rls.DISTRICT} AND {rls.category('disclosures')}"
        " AND NOT EXISTS (SELECT FROM unnest(subject_ids) s WHERE is_hidden(s)))"
        " OR subject_ids && (SELECT allowed('self'))::uuid[])"
    )
    for table in (
        "residents",
        "protection_guardians",
        "protection_decisions",
        "resident_languages",
        "contact_points",
        "helpers",
        "household_members",
        "households",
        "tenancies",
    ):
        rls.audited(table)
    rls.audited("identifiers", "ciphertext", "search_hash")
    rls.audited("activation_codes", "code_hash")


def downgrade() -> None:
    op.execute(
        "ALTER POLICY visible ON change_log USING ("
        f"{rls.DISTRICT} AND table_name = ANY ((SELECT allowed_text('logs'))::text[]))"
    )
    op.execute(
        "ALTER POLICY visible ON disclosure_log USING ("
        f"({rls.DISTRICT} AND {rls.category('disclosures')}) OR subject_ids && (SELECT allowed('self'))::uuid[])"
    )
    op.execute("DROP POLICY helping ON memberships; DROP POLICY helping ON users")
    op.execute("DROP POLICY devices_ended ON sessions; DROP POLICY devices ON sessions")
    op.execute(
        "DROP FUNCTION enter, take_activation_code, helps_me, kin, own_units, unit_occupation, unit_is_let, is_hidden_home, is_hidden"
    )
    op.execute("ALTER TABLE sessions DROP CONSTRAINT fk_sessions_resident_id")
    op.execute(
        "DROP TABLE activation_codes, tenancies, household_members, households, helpers, identifiers, contact_points,"
        " resident_languages, protection_decisions, protection_guardians, residents CASCADE"
    )
    op.execute("DROP FUNCTION inherit_protection, spread_protection, ongoing")

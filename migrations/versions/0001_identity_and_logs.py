"""identity, context functions, logs"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0001"
down_revision = None

CONTEXT = """
CREATE TYPE uuidrange AS RANGE (subtype = uuid);
CREATE FUNCTION allowed(list text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(current_setting('app.' || list, true), ''), '{}')::uuid[]
$$;
CREATE FUNCTION allowed_text(list text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(current_setting('app.' || list, true), ''), '{}')::text[]
$$;
CREATE FUNCTION allowed_int(list text) RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(current_setting('app.' || list, true), ''), '{}')::int[]
$$;
CREATE FUNCTION actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.actor_id', true), '')::uuid
$$;
CREATE FUNCTION sort_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate(replace(lower(name), 'aa', 'å'), 'æäøöåéèêëáàâãíìîïóòôõúùûüçñ',
                     '{{||}eeeeaaaaiiiioooouuuucn')
$$;
"""

TABLES = """
CREATE TABLE districts (
    id uuid CONSTRAINT pk_districts PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    name text NOT NULL,
    municipality text NOT NULL,
    municipality_number text NOT NULL
);
CREATE TABLE organisations (
    id uuid CONSTRAINT pk_organisations PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_organisations_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    kind varchar(40) NOT NULL CONSTRAINT ck_organisations_kind CHECK (kind IN ('district', 'nav', 'landlord')),
    name text NOT NULL,
    phone text
);
CREATE INDEX ix_organisations_district_id ON organisations (district_id);
CREATE TABLE users (
    id uuid CONSTRAINT pk_users PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    user_name text NOT NULL CONSTRAINT uq_users_user_name UNIQUE,
    name text NOT NULL,
    phone text
);
CREATE TABLE credentials (
    id uuid CONSTRAINT pk_credentials PRIMARY KEY REFERENCES users,
    password_hash text NOT NULL,
    demo boolean NOT NULL DEFAULT false,
    failures int NOT NULL DEFAULT 0,
    locked_until timestamptz
);
CREATE TABLE memberships (
    id uuid CONSTRAINT pk_memberships PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_memberships_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    user_id uuid NOT NULL CONSTRAINT fk_memberships_user_id REFERENCES users,
    organisation_id uuid NOT NULL CONSTRAINT fk_memberships_organisation_id REFERENCES organisations,
    role varchar(40) NOT NULL,
    period daterange NOT NULL,
    site_ids uuid[]
);
CREATE INDEX ix_memberships_user_id ON memberships (user_id);
CREATE INDEX ix_memberships_district_id ON memberships (district_id);
CREATE TABLE sessions (
    id uuid CONSTRAINT pk_sessions PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_sessions_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    user_id uuid CONSTRAINT fk_sessions_user_id REFERENCES users,
    membership_id uuid CONSTRAINT fk_sessions_membership_id REFERENCES memberships,
    resident_id uuid,
    kind varchar(40) NOT NULL CONSTRAINT ck_sessions_kind CHECK (kind IN ('browser', 'api', 'device')),
    token_hash bytea NOT NULL CONSTRAINT uq_sessions_token_hash UNIQUE,
    label text NOT NULL,
    idle interval NOT NULL,
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT ck_sessions_one_person CHECK ((user_id IS NULL) <> (resident_id IS NULL))
);
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE INDEX ix_sessions_resident_id ON sessions (resident_id);
CREATE TABLE emergency_numbers (
    id uuid CONSTRAINT pk_emergency_numbers PRIMARY KEY DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    key text NOT NULL,
    number text NOT NULL,
    label text NOT NULL,
    period daterange NOT NULL DEFAULT '[2024-01-01,)',
    position int GENERATED ALWAYS AS IDENTITY
);
INSERT INTO emergency_numbers (key, number, label) VALUES
    ('fire', '110', 'Brann'),
    ('police', '112', 'Politi'),
    ('ambulance', '113', 'Ambulanse'),
    ('deaf', '1412', 'Nødnummer for døve og hørselshemmede'),
    ('out_of_hours_doctor', '116117', 'Legevakt'),
    ('police_not_urgent', '02800', 'Politiet, når det ikke haster'),
    ('poison', '22591300', 'Giftinformasjonen'),
    ('child_alarm', '116111', 'Alarmtelefonen for barn og unge'),
    ('violence', '116006', 'VO-linjen, vold og overgrep'),
    ('mental_health', '116123', 'Mental Helse');
CREATE TABLE refresh_tokens (
    token_hash bytea PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES sessions,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX ON refresh_tokens (session_id);
CREATE TABLE sign_in_failures (
    address text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON sign_in_failures (address, at);
CREATE TABLE idempotency_keys (
    actor_id uuid NOT NULL,
    key uuid NOT NULL,
    fingerprint bytea NOT NULL,
    status int,
    body text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (actor_id, key)
);
"""

LOGS = """
CREATE SEQUENCE log_numbers;
CREATE TABLE change_log (
    id bigint NOT NULL DEFAULT nextval('log_numbers'),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    district_id uuid,
    actor_id uuid,
    role text NOT NULL,
    action text NOT NULL,
    table_name text NOT NULL,
    row_id uuid NOT NULL,
    subject_id uuid,
    before jsonb,
    after jsonb
) PARTITION BY RANGE (at);
CREATE INDEX ON change_log (row_id, at);
CREATE INDEX ON change_log (district_id, at);
CREATE TABLE disclosure_log (
    id bigint NOT NULL DEFAULT nextval('log_numbers'),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    district_id uuid NOT NULL,
    actor_id uuid NOT NULL,
    role text NOT NULL,
    organisation_id uuid,
    page text NOT NULL,
    purpose text,
    record_ids uuid[] NOT NULL,
    subject_ids uuid[] NOT NULL
) PARTITION BY RANGE (at);
CREATE INDEX ON disclosure_log USING gin (subject_ids);
CREATE INDEX ON disclosure_log (district_id, at);

CREATE FUNCTION prepare_log_partitions() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    log text;
    first date;
BEGIN
    FOREACH log IN ARRAY ARRAY['change_log', 'disclosure_log'] LOOP
        FOR ahead IN 0..2 LOOP
            first := date_trunc('month', now()) + make_interval(months => ahead);
            EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                log || to_char(first, '_YYYYMM'), log, first::timestamptz, (first + interval '1 month')::timestamptz);
        END LOOP;
    END LOOP;
END $$;
CREATE TABLE change_log_other PARTITION OF change_log DEFAULT;
CREATE TABLE disclosure_log_other PARTITION OF disclosure_log DEFAULT;
SELECT prepare_log_partitions();

CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - coalesce(TG_ARGV, '{}')::text[] END;
    is_ jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - coalesce(TG_ARGV, '{}')::text[] END;
    one jsonb := coalesce(is_, was);
BEGIN
    IF was = is_ THEN RETURN NULL; END IF;
    INSERT INTO change_log (district_id, actor_id, role, action, table_name, row_id, subject_id, before, after)
    VALUES (
        CASE TG_TABLE_NAME WHEN 'districts' THEN (one ->> 'id')::uuid ELSE (one ->> 'district_id')::uuid END,
        actor(), coalesce(nullif(current_setting('app.role', true), ''), 'system'), lower(TG_OP), TG_TABLE_NAME,
        (one ->> 'id')::uuid,
        CASE TG_TABLE_NAME WHEN 'residents' THEN (one ->> 'id')::uuid
            ELSE coalesce(one ->> 'resident_id', one ->> 'reporter_resident_id')::uuid END,
        was, is_
    );
    RETURN NULL;
END $$;

CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    one jsonb := to_jsonb(NEW);
BEGIN
    PERFORM pg_notify('bomiljo', json_build_object(
        'topic', TG_TABLE_NAME, 'id', one -> 'id', 'district_id', one -> 'district_id', 'site_id', one -> 'site_id',
        'sharing', one -> 'sharing', 'user_id', one -> 'user_id', 'incident_id', one -> 'incident_id')::text);
    RETURN NULL;
END $$;
"""

DOORS = """
CREATE FUNCTION credential_of(wanted text)
RETURNS TABLE (user_id uuid, password_hash text, locked_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id, c.password_hash, c.locked_until FROM users u JOIN credentials c ON c.id = u.id
    WHERE u.user_name = lower(wanted)
$$;
CREATE FUNCTION demo_accounts_exist() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM credentials WHERE demo)
$$;
CREATE FUNCTION sign_in_failed(who uuid) RETURNS timestamptz
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE credentials SET failures = failures + 1,
        locked_until = CASE WHEN failures + 1 >= 5
            THEN now() + least(power(2, failures - 4), 15) * interval '1 minute' END
    WHERE id = who RETURNING locked_until
$$;
CREATE FUNCTION sign_in_succeeded(who uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE credentials SET failures = 0, locked_until = NULL WHERE id = who AND (failures > 0 OR locked_until IS NOT NULL)
$$;
CREATE FUNCTION address_failed(which text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM sign_in_failures WHERE at < now() - interval '15 minutes';
    INSERT INTO sign_in_failures (address) VALUES (which)
$$;
CREATE FUNCTION address_failures(which text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*) FROM sign_in_failures WHERE address = which AND at > now() - interval '15 minutes'
$$;
CREATE FUNCTION is_colleague(who uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER COST 500
SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM memberships WHERE user_id = who AND district_id = ANY (allowed('districts')));
END $$;
CREATE FUNCTION open_staff_session(
    new_id uuid, who uuid, session_kind text, hash bytea, device text, idle_for interval, until timestamptz
) RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO sessions (id, district_id, user_id, membership_id, kind, token_hash, label, idle, expires_at)
    SELECT new_id, district_id, who, id, session_kind, hash, device, idle_for, until
    FROM memberships WHERE user_id = who AND period @> current_date ORDER BY created_at, id LIMIT 1
    RETURNING id
$$;
CREATE FUNCTION put_refresh_token(hash bytea, session uuid, until timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO refresh_tokens (token_hash, session_id, expires_at) VALUES (hash, session, until)
$$;
CREATE FUNCTION take_refresh_token(hash bytea) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found_token refresh_tokens;
BEGIN
    SELECT * INTO found_token FROM refresh_tokens WHERE token_hash = hash FOR UPDATE;
    IF found_token.session_id IS NULL OR found_token.expires_at < now() THEN RETURN NULL; END IF;
    IF found_token.used_at IS NOT NULL THEN
        UPDATE sessions SET ended_at = now() WHERE id = found_token.session_id AND ended_at IS NULL;
        RETURN NULL;
    END IF;
    UPDATE refresh_tokens SET used_at = now() WHERE token_hash = hash;
    UPDATE sessions SET last_seen_at = now() WHERE id = found_token.session_id
        AND ended_at IS NULL AND expires_at > now();
    RETURN CASE WHEN FOUND THEN found_token.session_id END;
END $$;
"""

GRANTED = (
    "allowed(text), allowed_text(text), allowed_int(text), actor(), sort_key(text)",
    "prepare_log_partitions(), credential_of(text), sign_in_failed(uuid), sign_in_succeeded(uuid)",
    "address_failed(text), address_failures(text), put_refresh_token(bytea, uuid, timestamptz)",
    "take_refresh_token(bytea), is_colleague(uuid), demo_accounts_exist()",
    "open_staff_session(uuid, uuid, text, bytea, text, interval, timestamptz)",
)


def upgrade() -> None:
    op.execute("ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC")
    for part in (CONTEXT, TABLES, LOGS, DOORS):
        op.execute(part)
    for functions in GRANTED:
        op.execute(f"GRANT EXECUTE ON FUNCTION {functions} TO bomiljo_app")
    op.execute("GRANT USAGE ON SEQUENCE log_numbers TO bomiljo_app")
    rls.protected("emergency_numbers", "true")
    rls.protected("districts", "id = ANY ((SELECT allowed('home'))::uuid[])")
    rls.protected("organisations", rls.HOME)
    rls.protected("memberships", f"{rls.DISTRICT} OR user_id = {rls.ACTOR}")
    rls.protected(
        "sessions",
        f"user_id = {rls.ACTOR} OR resident_id = {rls.SELF}",
        change=f"user_id = {rls.ACTOR} OR resident_id = {rls.SELF}",
        columns="(ended_at, membership_id, district_id)",
    )
    op.execute(
        f"ALTER POLICY changed ON sessions WITH CHECK ((resident_id = {rls.SELF} AND {rls.HOME}) OR EXISTS ("
        f"SELECT FROM memberships m WHERE m.id = membership_id AND m.user_id = {rls.ACTOR}"
        " AND m.user_id = sessions.user_id AND m.district_id = sessions.district_id))"
    )
    rls.protected(
        "change_log", f"{rls.DISTRICT} AND table_name = ANY ((SELECT allowed_text('logs'))::text[])"
    )
    rls.protected(
        "disclosure_log",
        f"({rls.DISTRICT} AND {rls.category('disclosures')}) OR subject_ids && (SELECT allowed('self'))::uuid[]",
        add=f"{rls.HOME} AND actor_id = {rls.ACTOR}",
    )
    rls.protected(
        "idempotency_keys",
        f"actor_id = {rls.ACTOR}",
        add=f"actor_id = {rls.ACTOR}",
        change=f"actor_id = {rls.ACTOR}",
    )
    rls.protected("users", f"id = {rls.ACTOR} OR is_colleague(id)")
    for table in ("credentials", "refresh_tokens", "sign_in_failures"):
        rls.closed(table)
    for table in ("districts", "organisations", "users", "memberships", "emergency_numbers"):
        rls.audited(table)
    rls.audited("credentials", "password_hash", "failures")
    rls.audited("sessions", "token_hash", "last_seen_at")


def downgrade() -> None:
    op.execute(
        "DROP TABLE emergency_numbers, change_log, disclosure_log, idempotency_keys,"
        " sign_in_failures, refresh_tokens, sessions,"
        " memberships, credentials, users, organisations, districts"
    )
    op.execute(
        "DROP FUNCTION demo_accounts_exist, take_refresh_token, put_refresh_token, open_staff_session, is_colleague, address_failures, address_failed,"
        " sign_in_succeeded, sign_in_failed, credential_of, announce_change, record_change, prepare_log_partitions,"
        " sort_key, actor, allowed_int, allowed_text, allowed"
    )
    op.execute("DROP SEQUENCE log_numbers")
    op.execute("DROP TYPE uuidrange")
    op.execute("ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC")

"""What a role reaches stands in the database, where the service cannot widen it

Until now every request brought the scopes of all roles with it, to be read anew each time.

Revision ID: 0013
Revises: 0012
"""

import sys
from pathlib import Path

from alembic import context, op

sys.path.append(str(Path(__file__).parents[1]))
import rls

revision = "0013"
down_revision = "0012"

TABLE = """
CREATE TABLE role_scopes (
    role text CONSTRAINT pk_role_scopes PRIMARY KEY,
    residents text NOT NULL CONSTRAINT ck_role_scopes_residents
        CHECK (residents IN ('none', 'self', 'cases', 'district')),
    leases boolean NOT NULL,
    sharing int[] NOT NULL,
    audiences text[] NOT NULL,
    categories text[] NOT NULL,
    logs text[] NOT NULL
);
"""

ENTER = """
DROP FUNCTION enter(uuid, bytea, jsonb);
DROP FUNCTION enter_feed(bytea, jsonb, int);

CREATE FUNCTION stand_as(of_membership uuid, of_user uuid, of_resident uuid, at_district uuid)
RETURNS TABLE (actor_id uuid, role text, organisation_id uuid, membership_id uuid, sites uuid[], name text)
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    m memberships;
    reach role_scopes;
    cases uuid[] := '{}';
    guarded uuid[] := '{}';
    own uuid[] := '{}';
BEGIN
    IF of_resident IS NOT NULL THEN
        SELECT r.id, concat_ws(' ', coalesce(r.preferred_name, r.given_name), r.family_name),
               CASE WHEN r.site_id IS NULL THEN '{}' ELSE ARRAY[r.site_id] END
        INTO actor_id, name, sites FROM residents r WHERE r.id = of_resident AND r.status <> 'moved_out';
        IF actor_id IS NULL THEN RETURN; END IF;
        role := 'resident';
        own := ARRAY[actor_id];
        SELECT coalesce(array_agg(t.unit_id), '{}') INTO cases FROM tenancies t
        JOIN household_members h ON h.household_id = t.household_id AND h.period @> current_date
        WHERE h.resident_id = actor_id AND t.period @> current_date;
        SELECT * INTO reach FROM role_scopes s WHERE s.role = 'resident';
    ELSE
        SELECT * INTO m FROM memberships WHERE memberships.id = of_membership AND memberships.user_id = of_user
            AND memberships.period @> current_date;
        IF m.id IS NULL THEN RETURN; END IF;
        actor_id := of_user;
        role := m.role;
        membership_id := m.id;
        organisation_id := m.organisation_id;
        SELECT u.name INTO name FROM users u WHERE u.id = of_user;
        IF m.site_ids IS NULL THEN
            SELECT coalesce(array_agg(sites.id), '{}') INTO sites FROM sites WHERE sites.district_id = at_district;
        ELSE
            sites := m.site_ids;
        END IF;
        SELECT * INTO reach FROM role_scopes s WHERE s.role = m.role;
        IF reach.residents IN ('cases', 'district') THEN
            SELECT kin(array_agg(g.resident_id)) INTO guarded FROM protection_guardians g
            WHERE g.user_id = of_user AND g.district_id = at_district;
        END IF;
        IF reach.residents = 'cases' THEN
            SELECT kin(array_agg(c.resident_id)) || guarded INTO cases FROM helpers c
            WHERE c.user_id = of_user AND c.district_id = at_district AND c.period @> current_date;
        END IF;
    END IF;
    PERFORM set_config('app.actor_id', actor_id::text, true),
            set_config('app.role', role, true),
            set_config('app.organisation_id', coalesce(organisation_id::text, ''), true),
            set_config('app.home', ARRAY[at_district]::text, true),
            set_config('app.districts', CASE WHEN own = '{}' THEN ARRAY[at_district]::text ELSE '{}' END, true),
            set_config('app.sites', sites::text, true),
            set_config('app.self', own::text, true),
            set_config('app.cases', cases::text, true),
            set_config('app.guarded', guarded::text, true),
            set_config('app.resident_districts',
                CASE WHEN reach.residents = 'district' THEN ARRAY[at_district]::text ELSE '{}' END, true),
            set_config('app.lease_districts', CASE WHEN reach.leases THEN ARRAY[at_district]::text ELSE '{}' END, true),
            set_config('app.sharing', reach.sharing::text, true),
            set_config('app.audiences', reach.audiences::text, true),
            set_config('app.categories', reach.categories::text, true),
            set_config('app.logs', reach.logs::text, true);
    RETURN NEXT;
END $$;

CREATE FUNCTION enter(by_id uuid, by_hash bytea)
RETURNS TABLE (actor_id uuid, session_id uuid, role text, district_id uuid, organisation_id uuid,
               membership_id uuid, sites uuid[], name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    s sessions;
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
    SELECT a.actor_id, a.role, a.organisation_id, a.membership_id, a.sites, a.name
    INTO actor_id, role, organisation_id, membership_id, sites, name
    FROM stand_as(s.membership_id, s.user_id, s.resident_id, s.district_id) a;
    IF actor_id IS NOT NULL THEN RETURN NEXT; END IF;
END $$;

CREATE FUNCTION enter_feed(by_hash bytea, most int)
RETURNS TABLE (actor_id uuid, session_id uuid, role text, district_id uuid, organisation_id uuid,
               membership_id uuid, sites uuid[], name text, scope text, site_id uuid, too_often boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    f calendar_feeds;
BEGIN
    SELECT * INTO f FROM calendar_feeds WHERE calendar_feeds.secret_hash = by_hash AND calendar_feeds.revoked_at IS NULL;
    IF f.id IS NULL THEN RETURN; END IF;
    session_id := f.id;
    district_id := f.district_id;
    scope := f.scope;
    site_id := f.site_id;
    SELECT a.actor_id, a.role, a.organisation_id, a.membership_id, a.sites, a.name
    INTO actor_id, role, organisation_id, membership_id, sites, name
    FROM stand_as(f.membership_id, f.user_id, f.resident_id, f.district_id) a;
    IF actor_id IS NULL THEN RETURN; END IF;
    UPDATE calendar_feeds c SET last_read_at = now(),
        reads = CASE WHEN c.counted_from < now() - interval '1 hour' THEN 1 ELSE c.reads + 1 END,
        counted_from = CASE WHEN c.counted_from < now() - interval '1 hour' THEN now() ELSE c.counted_from END
    WHERE c.id = f.id RETURNING c.reads > most INTO too_often;
    RETURN NEXT;
END $$;

REVOKE EXECUTE ON FUNCTION stand_as(uuid, uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enter(uuid, bytea), enter_feed(bytea, int) TO bomiljo_app;
"""

# A table named in a policy is planned into each statement that reads a name; a function is not.
ANSWERING = """
CREATE FUNCTION answers_me(who uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER COST 500
SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM contacts WHERE user_id = who AND visible_to_residents
        AND district_id = ANY (allowed('home')) AND (site_id IS NULL OR site_id = ANY (allowed('sites'))));
END $$;
GRANT EXECUTE ON FUNCTION answers_me(uuid) TO bomiljo_app;
"""
RESIDENTS_OWN = "cardinality((SELECT allowed('self'))) > 0"
PERSON = {"users": "id", "memberships": "user_id"}


def upgrade() -> None:
    op.execute(TABLE)
    rls.closed("role_scopes")
    op.execute(ENTER)
    op.execute(ANSWERING)
    for table, person in PERSON.items():
        op.execute(f"DROP POLICY answering ON {table}")
        op.execute(
            f"CREATE POLICY answering ON {table} FOR SELECT TO bomiljo_app"
            f" USING ({RESIDENTS_OWN} AND answers_me({person}))"
        )


def downgrade() -> None:
    for table, person in PERSON.items():
        op.execute(f"DROP POLICY answering ON {table}")
        op.execute(
            f"CREATE POLICY answering ON {table} FOR SELECT TO bomiljo_app USING ({RESIDENTS_OWN}"
            f" AND EXISTS (SELECT FROM contacts c WHERE c.user_id = {table}.{person}))"
        )
    op.execute("DROP FUNCTION answers_me, enter_feed, enter, stand_as; DROP TABLE role_scopes")
    for revision_id in ("0003", "0010"):
        entering = context.script.get_revision(revision_id).module.ENTER
        op.execute(entering[entering.index("CREATE FUNCTION enter") :])

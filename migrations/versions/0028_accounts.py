"""An administrator opens accounts, gives roles for a time, and hands out a link to choose a password

Whoever has a password may change it, which ends the other sessions.

Revision ID: 0028
Revises: 0027
"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0028"
down_revision = "0027"

KEEPER = rls.category("accounts")
ONLY_HERE = "EXISTS (SELECT FROM users u WHERE u.id = user_id AND u.district_ids = (SELECT allowed('home')))"
NOT_MYSELF = f"user_id <> {rls.ACTOR}"

TABLE = """
CREATE TABLE account_invitations (
    id uuid CONSTRAINT pk_account_invitations PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_account_invitations_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    user_id uuid NOT NULL CONSTRAINT fk_account_invitations_user_id REFERENCES users,
    token_hash bytea NOT NULL CONSTRAINT uq_account_invitations_token_hash UNIQUE,
    expires_at timestamptz NOT NULL,
    closed_at timestamptz
);
CREATE UNIQUE INDEX uq_account_invitations_open ON account_invitations (user_id) WHERE closed_at IS NULL;
"""

FUNCTIONS = """
CREATE FUNCTION account_states() RETURNS TABLE (
    user_id uuid, has_password boolean, locked_until timestamptz, last_seen_at timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id, c.id IS NOT NULL, c.locked_until, max(s.last_seen_at)
    FROM users u LEFT JOIN credentials c ON c.id = u.id
    LEFT JOIN sessions s ON s.user_id = u.id AND s.district_id = ANY (allowed('home'))
    WHERE 'accounts' = ANY (allowed_text('categories')) AND u.district_ids && allowed('home')
    GROUP BY u.id, c.id
$$;

CREATE FUNCTION take_invitation(
    hash bytea, password text, new_id uuid, session_hash bytea, device text, idle_for interval, until timestamptz
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who uuid;
BEGIN
    UPDATE account_invitations SET closed_at = now()
    WHERE token_hash = hash AND closed_at IS NULL AND expires_at > now() RETURNING user_id INTO who;
    IF who IS NULL THEN RETURN 'refused'; END IF;
    INSERT INTO credentials (id, password_hash) VALUES (who, password)
    ON CONFLICT (id) DO UPDATE SET password_hash = EXCLUDED.password_hash, failures = 0, locked_until = NULL;
    UPDATE sessions SET ended_at = now() WHERE user_id = who AND ended_at IS NULL;
    IF open_staff_session(new_id, who, 'browser', session_hash, device, idle_for, until) IS NULL THEN
        RETURN 'no role now';
    END IF;
    RETURN 'signed in';
END $$;

CREATE FUNCTION own_password() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT password_hash FROM credentials WHERE id = actor() AND coalesce(locked_until <= now(), true)
$$;

CREATE FUNCTION change_own_password(password text, kept uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    UPDATE credentials SET password_hash = password, failures = 0 WHERE id = actor();
    UPDATE sessions SET ended_at = now() WHERE user_id = actor() AND id <> kept AND ended_at IS NULL;
$$;
GRANT EXECUTE ON FUNCTION account_states(), own_password(), change_own_password(text, uuid),
    take_invitation(bytea, text, uuid, bytea, text, interval, timestamptz) TO bomiljo_app;
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(TABLE)
    rls.protected(
        "account_invitations",
        f"{rls.HOME} AND {KEEPER}",
        add=f"{rls.HOME} AND {KEEPER} AND {NOT_MYSELF} AND {ONLY_HERE}",
        change=f"{rls.HOME} AND {KEEPER}",
        columns="(closed_at)",
    )
    rls.audited("account_invitations", "token_hash")
    op.execute(FUNCTIONS)
    op.execute(
        "CREATE POLICY added ON users FOR INSERT TO bomiljo_app"
        f" WITH CHECK ({KEEPER} AND district_ids = (SELECT allowed('home')));"
        "GRANT INSERT (id, user_name, name, phone, district_ids) ON users TO bomiljo_app"
    )
    op.execute(
        "CREATE POLICY added ON memberships FOR INSERT TO bomiljo_app"
        f" WITH CHECK ({rls.HOME} AND {KEEPER} AND {NOT_MYSELF}"
        " AND EXISTS (SELECT FROM users u WHERE u.id = user_id)"
        " AND EXISTS (SELECT FROM organisations o WHERE o.id = organisation_id));"
        "GRANT INSERT ON memberships TO bomiljo_app"
    )
    op.execute(
        "CREATE POLICY changed ON memberships FOR UPDATE TO bomiljo_app"
        f" USING ({rls.HOME} AND {KEEPER} AND {NOT_MYSELF});"
        "GRANT UPDATE (period) ON memberships TO bomiljo_app"
    )


def downgrade() -> None:
    op.execute("DROP POLICY changed ON memberships; DROP POLICY added ON memberships")
    op.execute("REVOKE INSERT, UPDATE (period) ON memberships FROM bomiljo_app")
    op.execute("DROP POLICY added ON users")
    op.execute("REVOKE INSERT (id, user_name, name, phone, district_ids) ON users FROM bomiljo_app")
    op.execute(
        "DROP FUNCTION take_invitation, change_own_password, own_password, account_states;"
        "DROP TABLE account_invitations"
    )

"""notices to residents, the outbox, notifications that lead to more than incidents"""

import sys
from pathlib import Path

from alembic import op

sys.path.insert(0, str(Path(__file__).parents[1]))
import rls

revision = "0007"
down_revision = "0006"

TABLES = """
CREATE TABLE notices (
    id uuid CONSTRAINT pk_notices PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_notices_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    resident_id uuid NOT NULL CONSTRAINT fk_notices_resident_id REFERENCES residents,
    site_id uuid NOT NULL CONSTRAINT fk_notices_site_id REFERENCES sites,
    kind varchar(40) NOT NULL CONSTRAINT ck_notices_kind CHECK (kind IN (
        'activity_moved', 'activity_cancelled', 'activity_changed', 'activity_place',
        'meeting_called', 'meeting_moved', 'meeting_cancelled')),
    link_to varchar(40),
    link_id uuid,
    about jsonb NOT NULL CONSTRAINT ck_notices_about CHECK (jsonb_typeof(about) = 'object'),
    read_at timestamptz,
    CONSTRAINT ck_notices_link CHECK ((link_to IS NULL) = (link_id IS NULL))
);
CREATE INDEX ix_notices_resident_id ON notices (resident_id, created_at DESC, id DESC);
CREATE TABLE outer_channels (
    id uuid CONSTRAINT pk_outer_channels PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_outer_channels_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    resident_id uuid CONSTRAINT fk_outer_channels_resident_id REFERENCES residents,
    user_id uuid CONSTRAINT fk_outer_channels_user_id REFERENCES users,
    channel varchar(40) NOT NULL CONSTRAINT ck_outer_channels_channel CHECK (channel IN ('sms', 'email')),
    address text,
    CONSTRAINT uq_outer_channels_resident_id_channel UNIQUE (resident_id, channel),
    CONSTRAINT uq_outer_channels_district_id_user_id_channel UNIQUE (district_id, user_id, channel),
    CONSTRAINT ck_outer_channels_one_person CHECK ((user_id IS NULL) <> (resident_id IS NULL)),
    CONSTRAINT ck_outer_channels_address CHECK ((user_id IS NULL) = (address IS NULL))
);
CREATE TABLE outbox (
    id uuid CONSTRAINT pk_outbox PRIMARY KEY,
    district_id uuid NOT NULL CONSTRAINT fk_outbox_district_id REFERENCES districts,
    created_at timestamptz NOT NULL DEFAULT now(),
    notice_id uuid CONSTRAINT fk_outbox_notice_id REFERENCES notices,
    notification_id uuid CONSTRAINT fk_outbox_notification_id REFERENCES notifications,
    channel varchar(40) NOT NULL CONSTRAINT ck_outbox_channel CHECK (channel IN ('sms', 'email')),
    state varchar(40) NOT NULL DEFAULT 'queued' CONSTRAINT ck_outbox_state
        CHECK (state IN ('queued', 'sent', 'failed', 'dead')),
    attempts int NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL DEFAULT now(),
    handed_over_at timestamptz,
    done_at timestamptz,
    problem text,
    CONSTRAINT uq_outbox_notice_id_channel UNIQUE (notice_id, channel),
    CONSTRAINT uq_outbox_notification_id_channel UNIQUE (notification_id, channel),
    CONSTRAINT ck_outbox_one_message CHECK ((notice_id IS NULL) <> (notification_id IS NULL))
);
CREATE INDEX ix_outbox_waiting ON outbox (next_try_at) WHERE state IN ('queued', 'failed');
CREATE INDEX ix_outbox_district_id ON outbox (district_id, created_at DESC, id DESC);
"""

NOTIFICATIONS = """
ALTER TABLE notifications ADD link_to varchar(40), ADD link_id uuid,
    ADD CONSTRAINT ck_notifications_link
        CHECK ((link_to IS NULL) = (link_id IS NULL) AND num_nonnulls(incident_id, link_id) < 2),
    DROP CONSTRAINT ck_notifications_kind,
    ADD CONSTRAINT ck_notifications_kind CHECK (kind IN (
        'acute_incident', 'incident_assigned', 'incident_shared', 'incident_reply', 'action_assigned',
        'meeting_called', 'meeting_moved', 'meeting_cancelled', 'activity_changed'));
"""

# Whoever tells names people whom they may not see, so nothing of them comes back.
TELL = """
CREATE FUNCTION tell_residents(
    district uuid, what text, site uuid, leads_to text, leads_to_id uuid, said jsonb, lines jsonb
) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH told AS (
        INSERT INTO notices (id, district_id, resident_id, site_id, kind, link_to, link_id, about)
        SELECT (line ->> 'id')::uuid, r.district_id, r.id, site, what, leads_to, leads_to_id, said
        FROM jsonb_array_elements(lines) line JOIN residents r ON r.id = (line ->> 'resident_id')::uuid
        WHERE r.district_id = district AND district = ANY (allowed('home')) AND r.status <> 'moved_out'
        RETURNING id, district_id, resident_id
    )
    INSERT INTO outbox (id, district_id, notice_id, channel)
    SELECT (line ->> c.channel)::uuid, told.district_id, told.id, c.channel
    FROM told JOIN outer_channels c USING (resident_id)
    JOIN jsonb_array_elements(lines) line ON (line ->> 'id')::uuid = told.id
$$;
CREATE FUNCTION announce_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('bomiljo', json_build_object(
        'topic', 'notices', 'id', NEW.id, 'district_id', NEW.district_id,
        'site_id', NEW.site_id, 'resident_id', NEW.resident_id)::text);
    RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON notices FOR EACH ROW EXECUTE FUNCTION announce_notice();
CREATE FUNCTION enqueue_mail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO outbox (id, district_id, notification_id, channel)
    SELECT gen_random_uuid(), NEW.district_id, NEW.id, channel FROM outer_channels
    WHERE district_id = NEW.district_id AND user_id = NEW.user_id;
    RETURN NULL;
END $$;
CREATE TRIGGER enqueue AFTER INSERT ON notifications FOR EACH ROW EXECUTE FUNCTION enqueue_mail();
GRANT EXECUTE ON FUNCTION tell_residents(uuid, text, uuid, text, uuid, jsonb, jsonb) TO bomiljo_app;
"""


# The worker has no actor: it asks for one message at a time, and for its address only while it sends.
POST = """
CREATE FUNCTION bury_mail() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE outbox SET state = 'dead', done_at = now(),
        problem = CASE WHEN handed_over_at IS NULL THEN 'too_old' ELSE 'in_doubt' END
    WHERE state IN ('queued', 'failed') AND next_try_at <= now()
      AND (handed_over_at IS NOT NULL OR created_at < now() - interval '2 days')
$$;
CREATE FUNCTION claim_mail(carried text[], lease interval)
RETURNS TABLE (id uuid, channel text, attempt int, address text, language text, staff boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH next AS (
        SELECT o.id FROM outbox o
        WHERE o.state IN ('queued', 'failed') AND o.next_try_at <= now() AND o.handed_over_at IS NULL
          AND o.channel = ANY (carried)
        ORDER BY o.next_try_at, o.id LIMIT 1 FOR UPDATE SKIP LOCKED
    ), claimed AS (
        UPDATE outbox o SET attempts = o.attempts + 1, next_try_at = now() + lease
        FROM next WHERE o.id = next.id RETURNING o.*
    )
    SELECT o.id, o.channel, o.attempts, coalesce(theirs.value, mine.address),
           coalesce(theirs.portal_language, 'nb'), o.notification_id IS NOT NULL
    FROM claimed o
    LEFT JOIN LATERAL (
        SELECT p.value, r.portal_language FROM notices n JOIN residents r ON r.id = n.resident_id
        JOIN outer_channels c ON c.resident_id = r.id AND c.channel = o.channel
        JOIN contact_points p ON p.resident_id = r.id
            AND p.kind = CASE o.channel WHEN 'sms' THEN 'phone' ELSE 'email' END
        WHERE n.id = o.notice_id AND r.status <> 'moved_out' ORDER BY p.created_at, p.id LIMIT 1
    ) theirs ON true
    LEFT JOIN LATERAL (
        SELECT c.address FROM notifications n JOIN outer_channels c ON c.user_id = n.user_id
            AND c.district_id = n.district_id AND c.channel = o.channel
        WHERE n.id = o.notification_id AND EXISTS (
            SELECT FROM memberships m WHERE m.user_id = n.user_id AND m.district_id = n.district_id
                AND m.period @> current_date)
    ) mine ON true
$$;
CREATE FUNCTION hand_over_mail(which uuid, attempt int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE outbox SET handed_over_at = now() WHERE id = which AND attempts = attempt
        AND state IN ('queued', 'failed') AND handed_over_at IS NULL AND next_try_at > now();
    RETURN FOUND;
END $$;
CREATE FUNCTION settle_mail(which uuid, attempt int, outcome text, why text, wait interval) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE outbox SET state = outcome, problem = why,
        handed_over_at = CASE WHEN outcome = 'failed' THEN NULL ELSE handed_over_at END,
        next_try_at = CASE WHEN outcome = 'failed' THEN now() + wait ELSE next_try_at END,
        done_at = CASE WHEN outcome = 'failed' THEN NULL ELSE now() END
    WHERE id = which AND attempts = attempt AND state IN ('queued', 'failed')
$$;
GRANT EXECUTE ON FUNCTION bury_mail(), claim_mail(text[], interval), hand_over_mail(uuid, int),
    settle_mail(uuid, int, text, text, interval) TO bomiljo_app;
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for part in (TABLES, NOTIFICATIONS, TELL, POST):
        op.execute(part)
    own = f"resident_id = {rls.SELF}"
    rls.protected("notices", own, change=own, columns="(read_at)")
    mine = f"{rls.HOME} AND ((user_id = {rls.ACTOR} AND {rls.DISTRICT}) OR {own})"
    rls.protected("outer_channels", mine, add=mine, change=mine, remove=mine)
    rls.protected("outbox", f"{rls.DISTRICT} AND {rls.category('outbox')}")
    for table in ("notices", "outer_channels"):
        rls.audited(table)


def downgrade() -> None:
    op.execute("DROP TRIGGER enqueue ON notifications")
    op.execute("DROP TABLE outbox, outer_channels, notices")
    op.execute(
        "DROP FUNCTION tell_residents, announce_notice, enqueue_mail,"
        " bury_mail, claim_mail, hand_over_mail, settle_mail"
    )
    op.execute(
        "DELETE FROM notifications WHERE kind NOT IN"
        " ('acute_incident', 'incident_assigned', 'incident_shared', 'incident_reply');"
        "ALTER TABLE notifications DROP CONSTRAINT ck_notifications_link,"
        " DROP link_to, DROP link_id, DROP CONSTRAINT ck_notifications_kind,"
        " ADD CONSTRAINT ck_notifications_kind CHECK"
        " (kind IN ('acute_incident', 'incident_assigned', 'incident_shared', 'incident_reply'))"
    )

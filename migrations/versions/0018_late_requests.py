"""What a fixed term stood on is remembered, and who joins a lease is asked for

A request to move that was sent in time may be written down after the clock has made the term
open-ended. A household that lives in a flat does not grow past its landlord and its places.

Revision ID: 0018
Revises: 0017
"""

from alembic import context, op

revision = "0018"
down_revision = "0017"

REMEMBERED = {
    "t.contract_ends_on AS ends,": "t.contract_ends_on AS ends, t.legal_ground AS ground,",
    "kind, on_day, term_ends_on)": "kind, on_day, term_ends_on, grounds)",
    "a.step, a.due, r.ends": "a.step, a.due, r.ends, CASE WHEN a.step = 'open_ended' THEN r.ground END",
}
HAS_LEASE = """
CREATE FUNCTION household_has_lease(which uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM tenancies WHERE household_id = which AND moved_in_at IS NOT NULL
        AND moved_out_at IS NULL AND district_id = ANY (allowed('districts')))
$$;
GRANT EXECUTE ON FUNCTION household_has_lease(uuid) TO bomiljo_app;
"""


def _clock() -> str:
    clock: str = context.script.get_revision("0015").module.CLOCK
    written = clock[clock.index("CREATE FUNCTION sound_lease_alarms") : clock.index("GRANT")]
    return written.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


def upgrade() -> None:
    clock = _clock()
    for before, after in REMEMBERED.items():
        clock = clock.replace(before, after)
    op.execute(clock)
    op.execute(HAS_LEASE)


def downgrade() -> None:
    op.execute("DROP FUNCTION household_has_lease(uuid)")
    op.execute(_clock())

"""A request to move that is written down after the clock has run."""

from datetime import date, timedelta

from bomiljo.settings import Settings

from tests.factories import House
from tests.features.test_tenancies import problem
from tests.leases import TODAY, Lease, months, sound

DAY = timedelta(days=1)


def test_a_request_sent_in_time_but_written_late_undoes_what_the_clock_did(
    house: House, settings: Settings
) -> None:
    ends = months(-3) - DAY * 4
    lease = Lease(house, ends)
    ground = lease.shown()["legal_ground"]
    assert lease.course()["turned"] is None
    sound(settings)
    turned = lease.course()["turned"]
    assert turned["ended_on"] == ends.isoformat()
    late = lease.post("ask-to-move", 2, on_day=TODAY)
    assert problem(late) == (409, "move-request-too-late", "on_day")
    last = date.fromisoformat(turned["open_ended_from"]) - DAY
    asked = lease.post("ask-to-move", 2, on_day=last, note="Brev i arkivet").json()
    assert (asked["kind"], asked["clock"]) == ("fixed_term", "asked_to_move")
    assert (asked["contract_ends_on"], asked["legal_ground"]) == (ends.isoformat(), ground)
    sound(settings)
    assert lease.shown()["kind"] == "fixed_term"
    assert lease.course()["turned"] is None


def test_a_lease_made_open_ended_by_agreement_is_not_undone(house: House) -> None:
    lease = Lease(house, TODAY)
    lease.post("renew", kind="open_ended")
    assert lease.course()["turned"] is None
    asked = lease.post("ask-to-move", 2, on_day=TODAY)
    assert asked.json()["type"] == "/problems/not-fixed-term"

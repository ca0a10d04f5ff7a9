"""A term that became open-ended by itself, and the request that had been sent in time."""

from datetime import date, timedelta

from bomiljo.settings import Settings

from tests.factories import House
from tests.features.test_tenancies import problem
from tests.leases import TODAY, Lease, months, sound

DAY = timedelta(days=1)


def test_a_request_sent_in_time_but_entered_late_gives_the_term_back(
    house: House, settings: Settings
) -> None:
    ends = months(-3) - DAY * 4
    lease = Lease(house, ends)
    sound(settings)
    turned = lease.course()["turned"]
    assert turned["ends_on"] == ends.isoformat()
    first = date.fromisoformat(turned["open_ended_from"])
    late = lease.post("ask-to-move", 2, on_day=first)
    assert problem(late) == (409, "move-request-too-late", "on_day")
    asked = lease.post("ask-to-move", 2, on_day=first - DAY, note="Rekommandert brev")
    assert asked.status_code == 200
    shown = asked.json()
    assert (shown["kind"], shown["contract_ends_on"]) == ("fixed_term", ends.isoformat())
    assert (shown["clock"], shown["legal_ground"]) == ("asked_to_move", "Husleieloven § 9-3")
    assert lease.course()["turned"] is None
    sound(settings)
    assert lease.shown()["kind"] == "fixed_term"


def test_a_lease_agreed_without_an_end_has_no_term_to_give_back(house: House) -> None:
    lease = Lease(house, None)
    assert lease.course()["turned"] is None
    assert lease.post("ask-to-move", on_day=TODAY).json()["type"] == "/problems/not-fixed-term"


def test_what_the_term_rested_on_is_no_ground_of_the_clock(
    house: House, settings: Settings
) -> None:
    lease = Lease(house, months(-3) - DAY * 4)
    sound(settings)
    assert {event["grounds"] for event in lease.course()["events"]} == {None}

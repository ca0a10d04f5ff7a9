"""A boat trip is put off: whoever signed up knows it in time, wherever they look."""

from datetime import timedelta

import httpx
from bomiljo.access.roles import Role
from bomiljo.settings import Settings

from tests.calendars import SOON, entries, feed, happenings
from tests.factories import House
from tests.post import deliver, listening
from tests.reports import answered
from tests.weeks import act, plan, signed_up


def test_a_trip_that_waits_for_the_weather(
    house: House, settings: Settings, anyone: httpx.Client
) -> None:
    worker = house.as_(Role.ENV_WORKER)
    trip = plan(worker, day=SOON.isoformat(), title="Båttur", place="Rådhusbrygge 4")
    (resident,) = signed_up(house, trip["id"], "Deltaker")
    address = f"{resident.id.hex}@example.no"
    house.add("contact_points", resident_id=resident.id, kind="email", value=address)
    house.add("outer_channels", resident_id=resident.id, channel="email")
    own_calendar = feed(resident)
    assert [one["status"] for one in entries(anyone, own_calendar)] == ["CONFIRMED"]

    later = SOON + timedelta(days=2)
    moved = act(
        worker,
        trip["id"],
        "postpone",
        day=later.isoformat(),
        starts="12:00",
        reason="weather",
    )
    assert moved.is_success

    page = answered(resident.get("/v1/portal/notices"))
    assert page["unread"] == 1
    assert page["items"][0]["kind"] == "activity_moved"
    assert page["items"][0]["about"]["title"] == "Båttur"
    with listening() as sink:
        deliver(settings, smtp_url=sink.url)
    assert "Båttur" not in sink.text(address)

    by_day = {one.start.date(): str(one["status"]) for one in entries(anyone, own_calendar)}
    assert by_day[SOON] == "CANCELLED"
    assert later in by_day
    assert [one["state"] for one in happenings(worker, SOON)] == ["postponed"]
    assert [one["title"] for one in happenings(worker, later)] == ["Båttur"]

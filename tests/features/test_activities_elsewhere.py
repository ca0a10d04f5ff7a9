"""Activities on other rooms' pages: I dag, the search, the calendar, open screens."""

from datetime import datetime, timedelta
from typing import Any

from bomiljo.access.roles import Role
from bomiljo.features.activities import calendar
from bomiljo.kernel.calendar import Certainty, Happening, Span
from bomiljo.kernel.clock import OSLO, today

from tests.factories import Caller, House
from tests.features.test_live import watching
from tests.notices import within
from tests.reports import answered
from tests.weeks import act, ahead, plan, signed_up, took_place

WORKER = Role.ENV_WORKER


def lines(who: Caller) -> list[dict[str, Any]]:
    sections = answered(who.get("/v1/today"))["sections"]
    return next(section["lines"] for section in sections if section["key"] == "activities")


def test_todays_activities_and_what_i_have_not_finished_wait_on_i_dag(house: House) -> None:
    worker = house.as_(WORKER)
    took_place(house, title="I dag", starts="23:59")
    took_place(house, title="Ikke min", day=today() - timedelta(days=2))
    mine = {"day": today() - timedelta(days=1), "responsible_user_id": worker.id}
    took_place(house, title="Min i går", **mine)
    took_place(house, title="Ferdig", status="done", **mine)
    plan(worker, title="I morgen", day=ahead(1))
    assert [(one["title"], one["kind"], one["overdue"]) for one in lines(worker)] == [
        ("Min i går", "activity.unfinished", True),
        ("I dag", "activity.today", False),
    ]


def test_the_search_finds_them_by_word_the_coming_first(house: House) -> None:
    worker = house.as_(WORKER)
    took_place(house, title="Båttur", day=today() - timedelta(days=300))
    plan(worker, title="Båttur til Hovedøya", place="Aker brygge")
    found = answered(worker.post("/v1/search", json={"q": "båttur"}))["groups"]
    hits = next(group["hits"] for group in found if group["key"] == "activities")
    assert [hit["title"] for hit in hits] == ["Båttur til Hovedøya", "Båttur"]
    assert hits[0]["link"]["to"] == "activity"
    other = answered(house.as_(Role.OPERATIONS).post("/v1/search", json={"q": "båttur"}))
    assert other["groups"] == []


def happenings(house: House, who: Caller, *, own: bool = False) -> list[Happening]:
    span = Span(today(), today() + timedelta(days=30), (house.site,))
    find = calendar.own_happenings if own else calendar.happenings
    return within(who, lambda session, actor: find(session, actor, span))


class TestCalendar:
    def test_staff_get_every_dated_line_with_its_certainty(self, house: House) -> None:
        worker = house.as_(WORKER)
        plan(worker, title="Fast", starts="12:00", ends="14:00", place="Tunet")
        plan(worker, title="Kanskje", status="idea", day=ahead(9), starts=None)
        gone = plan(worker, title="Vekk", day=ahead(10))
        answered(act(worker, gone["id"], "cancel", reason="weather"))
        plan(worker, title="En gang", status="idea", day=None, starts=None)
        fast, maybe, away = happenings(house, worker)
        assert (fast.title, fast.neutral, fast.place) == ("Fast", "Aktivitet", "Tunet")
        noon = datetime.fromisoformat(f"{ahead(7)}T12:00").replace(tzinfo=OSLO)
        assert (fast.begins, fast.ends) == (noon, noon + timedelta(hours=2))
        assert fast.certainty is Certainty.CONFIRMED
        assert (maybe.begins, maybe.certainty) == (today() + timedelta(days=9), Certainty.TENTATIVE)
        assert (away.certainty, away.sequence) == (Certainty.CANCELLED, 1)

    def test_a_resident_gets_what_is_published_and_knows_their_own(self, house: House) -> None:
        worker = house.as_(WORKER)
        first = plan(worker, title="Min")
        plan(worker, title="Andres", day=ahead(8))
        plan(worker, title="Hemmelig", status="idea", day=ahead(9))
        (resident,) = signed_up(house, first["id"], "A")
        found = happenings(house, resident, own=True)
        assert [(one.title, one.mine) for one in found] == [("Min", True), ("Andres", False)]


def test_open_screens_hear_of_it_where_it_takes_place(house: House) -> None:
    worker, resident = house.as_(WORKER), house.as_(Role.RESIDENT)
    elsewhere = house.as_resident(house.resident(site_id=house.another_site()))
    landlord = house.as_(Role.OPERATIONS)
    with watching(worker, resident, elsewhere, landlord) as (staff, own, other, building):
        took_place(house)
        assert [event["topic"] for event in staff.told()] == ["activities"]
        assert [event["topic"] for event in own.told()] == ["portal/activities"]
        assert other.told(0.3) == building.told(0.3) == []

"""Meetings are called, one or a series, moved and cancelled; those asked hear of it."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from dateutil.parser import isoparse

from tests.factories import House
from tests.meetings import EARLIER, INTAKE, NAV, SOON, act, call, listed, page, start
from tests.reports import answered, notified, refused

WORKER, SETTLER = Role.ENV_WORKER, Role.SETTLER
OSLO = ZoneInfo("Europe/Oslo")
AUTUMN, SPRING = date(2027, 10, 31), date(2027, 3, 28)


def clocks(items: list[dict[str, Any]]) -> set[str]:
    return {f"{isoparse(one['begins_at']).astimezone(OSLO):%H:%M}" for one in items}


class TestSeries:
    @pytest.mark.parametrize("change", [AUTUMN, SPRING])
    def test_ten_stays_ten_when_the_clocks_change(self, house: House, change: date) -> None:
        worker = house.as_(WORKER)
        first = change - timedelta(days=19)
        rule = "FREQ=WEEKLY;INTERVAL=2;COUNT=4"
        series = start(worker, rule, first, begins="10:00")
        met = listed(worker, series_id=series["id"])
        assert len(met) == 4
        assert clocks(met) == {"10:00"}
        hours = {isoparse(one["begins_at"]).hour for one in met}
        assert hours == {8, 9}

    def test_the_days_are_shown_before_anything_is_saved(self, house: House) -> None:
        worker = house.as_(WORKER)
        given = {"rule": "FREQ=MONTHLY;BYDAY=1TU;COUNT=3", "first_day": "2027-01-01"}
        shown = worker.post("/v1/meeting-series/preview", json=given | {"begins": "09:00"})
        days = [(one["day"], one["week"]) for one in answered(shown)["items"]]
        assert days == [("2027-01-05", 1), ("2027-02-02", 5), ("2027-03-02", 9)]
        assert listed(worker) == []

    def test_a_day_that_is_a_holiday_says_so(self, house: House) -> None:
        given = {"rule": "FREQ=WEEKLY;COUNT=2", "first_day": "2027-05-10", "begins": "09:00"}
        shown = house.as_(WORKER).post("/v1/meeting-series/preview", json=given)
        assert [one["holiday"] for one in answered(shown)["items"]] == [
            None,
            "Andre pinsedag; Grunnlovsdag",
        ]

    @pytest.mark.parametrize(
        ("rule", "kind"),
        [
            ("FREQ=WEEKLY;BYDAY=TU", "rule-without-end"),
            ("FREQ=WEEKLY;COUNT=121", "rule-too-long"),
            ("FREQ=MONTHLY;UNTIL=20991231", "rule-too-long"),
            ("FREQ=WEEKLY;UNTIL=20200101", "rule-without-days"),
            ("FREQ=DAILY;COUNT=3", "rule-not-understood"),
            ("FREQ=WEEKLY;COUNT=3;BYSETPOS=1", "rule-not-understood"),
            ("FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "rule-not-understood"),
            ("FREQ=WEEKLY;BYDAY=1TU;COUNT=3", "rule-not-understood"),
            ("FREQ=WEEKLY;UNTIL=20271399", "rule-not-understood"),
            ("hver tirsdag", "rule-not-understood"),
        ],
    )
    def test_a_rule_that_cannot_be_kept_is_refused_at_its_field(
        self, house: House, rule: str, kind: str
    ) -> None:
        worker = house.as_(WORKER)
        given = NAV | {"rule": rule, "first_day": "2027-01-05"}
        refused(worker.post("/v1/meeting-series", json=given), 422, kind, "rule")
        assert listed(worker) == []

    def test_an_hour_that_summer_time_skips_is_no_hour(self, house: House) -> None:
        answer = house.as_(WORKER).post(
            "/v1/meetings", json=NAV | {"day": SPRING.isoformat(), "begins": "02:30"}
        )
        refused(answer, 422, "no-such-time", "begins")

    def test_one_is_moved_and_the_others_stay(self, house: House) -> None:
        worker = house.as_(WORKER)
        series = start(worker, "FREQ=WEEKLY;COUNT=3", SOON)
        first, second, third = listed(worker, series_id=series["id"])
        to = SOON + timedelta(days=8)
        moved = answered(act(worker, second["id"], "move", day=to.isoformat(), begins="12:15"))
        assert (moved["status"], moved["moved_from"]) == ("moved", second["begins_at"])
        assert clocks([moved]) == {"12:15"}
        assert moved["sequence"] == 1
        rest = listed(worker, series_id=series["id"])
        assert [one["begins_at"] for one in (rest[0], rest[2])] == [
            first["begins_at"],
            third["begins_at"],
        ]

    def test_from_here_on_all_move_by_the_same_days_and_keep_the_clock(self, house: House) -> None:
        worker = house.as_(WORKER)
        first = AUTUMN - timedelta(days=12)
        series = start(worker, "FREQ=WEEKLY;BYDAY=TU;COUNT=4", first)
        _, second, _, _ = listed(worker, series_id=series["id"])
        to = first + timedelta(days=8)
        verb = {"day": to.isoformat(), "begins": "13:00", "following": True}
        answered(act(worker, second["id"], "move", **verb))
        met = listed(worker, series_id=series["id"])
        assert [isoparse(one["begins_at"]).astimezone(OSLO).weekday() for one in met] == [
            1,
            2,
            2,
            2,
        ]
        assert clocks(met[1:]) == {"13:00"}
        (shown,) = answered(worker.get("/v1/meeting-series"))["items"]
        assert (shown["rule"], shown["begins"]) == ("FREQ=WEEKLY;BYDAY=WE;COUNT=4", "13:00:00")

    def test_a_monthly_series_keeps_its_day(self, house: House) -> None:
        worker = house.as_(WORKER)
        series = start(worker, "FREQ=MONTHLY;BYDAY=1TU;COUNT=3", SOON)
        first, *_ = listed(worker, series_id=series["id"])
        day = isoparse(first["begins_at"]).date() + timedelta(days=1)
        verb = {"day": day.isoformat(), "begins": "13:00", "following": True}
        refused(act(worker, first["id"], "move", **verb), 409, "monthly-stays-on-its-day", "day")

    def test_from_here_on_all_are_cancelled_and_stay_to_be_seen(self, house: House) -> None:
        worker = house.as_(WORKER)
        series = start(worker, "FREQ=WEEKLY;COUNT=3", SOON)
        met = listed(worker, series_id=series["id"])
        why = {"reason": "Byttes ut med dialog ved behov", "following": True}
        answered(act(worker, met[1]["id"], "cancel", **why))
        states = [one["status"] for one in listed(worker, series_id=series["id"])]
        assert states == ["planned", "cancelled", "cancelled"]
        (shown,) = answered(worker.get("/v1/meeting-series"))["items"]
        assert shown["ahead"] == 1

    def test_no_residents_are_asked_to_a_whole_series(self, house: House) -> None:
        given = {"rule": "FREQ=WEEKLY;COUNT=2", "first_day": SOON.isoformat()}
        people = {"participants": [{"resident_id": str(house.resident())}]}
        answer = house.as_(WORKER).post("/v1/meeting-series", json=NAV | given | people)
        refused(answer, 422, "invalid-request", "participants")

    def test_its_topics_are_changed_once(self, house: House) -> None:
        worker = house.as_(WORKER)
        series = start(worker, "FREQ=WEEKLY;COUNT=2", SOON, topics=["Drop-in"])
        address, edit = f"/v1/meeting-series/{series['id']}", {"version": 1, "topics": ["Økonomi"]}
        assert answered(worker.patch(address, json=edit))["topics"] == ["Økonomi"]
        refused(worker.patch(address, json=edit), 409, "changed-meanwhile")


class TestOneMeeting:
    def test_those_asked_hear_of_it_and_of_each_change(self, house: House) -> None:
        worker, settler = house.as_(WORKER), house.as_(SETTLER)
        made = call(worker, participants=[{"user_id": str(settler.id)}])
        key = made["id"]
        day = (SOON + timedelta(days=1)).isoformat()
        answered(act(worker, key, "move", day=day, begins="10:00"))
        answered(act(worker, key, "cancel", reason="Sykdom"))
        assert notified(settler) == ["meeting_cancelled", "meeting_moved", "meeting_called"]
        assert notified(worker) == []
        refused(act(worker, key, "cancel", reason="En gang til"), 409, "meeting-is-over")

    def test_a_stale_move_is_refused(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = call(worker)["id"]
        edit = {"version": 1, "place": "Felleshuset"}
        assert answered(worker.patch(f"/v1/meetings/{key}", json=edit))["place"] == "Felleshuset"
        late = {"version": 1, "day": SOON.isoformat(), "begins": "11:00"}
        refused(worker.post(f"/v1/meetings/{key}/move", json=late), 409, "changed-meanwhile")

    def test_nothing_is_moved_into_the_past_or_beyond_its_series(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = call(worker)["id"]
        past = {"day": EARLIER.isoformat(), "begins": "10:00"}
        refused(act(worker, key, "move", **past), 422, "moved-into-past", "day")
        alone = {"day": SOON.isoformat(), "begins": "10:00", "following": True}
        refused(act(worker, key, "move", **alone), 409, "not-in-series", "following")

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"title": ""}, "title"),
            ({"title": "x" * 201}, "title"),
            ({"title": "a\x00"}, "title"),
            ({"kind": "party"}, "kind"),
            ({"begins": "25:00"}, "begins"),
            ({"begins": "10:00+01:00"}, "begins"),
            ({"begins": "10:00:30"}, "begins"),
            ({"minutes": 0}, "minutes"),
            ({"minutes": 10**12}, "minutes"),
            ({"day": "2026-02-30"}, "day"),
            ({"organisations": ["moon"]}, "organisations"),
            ({"participants": [{}]}, "participants"),
            ({"participants": [{"name": "A", "interpreter": "klingon"}]}, "participants"),
            ({"colour": "red"}, "colour"),
        ],
    )
    def test_bad_input_is_refused_at_its_field(
        self, house: House, given: dict[str, Any], field: str
    ) -> None:
        new = NAV | {"day": SOON.isoformat()} | given
        answer = house.as_(WORKER).post("/v1/meetings", json=new)
        refused(answer, 422, "invalid-request", field)

    @pytest.mark.parametrize("text", ["اجتماع", "Møte 🍕", "<b>=1+1</b>", "N" * 200])
    def test_a_title_may_be_anything_that_can_be_written(self, house: House, text: str) -> None:
        worker = house.as_(WORKER)
        assert page(worker, call(worker, title=text)["id"])["title"] == text

    def test_the_landlord_meets_where_the_landlord_is_concerned(self, house: House) -> None:
        worker = house.as_(WORKER)
        new = NAV | {"day": SOON.isoformat(), "organisations": ["landlord"]}
        answer = worker.post("/v1/meetings", json=new)
        refused(answer, 422, "organisations-do-not-fit", "organisations")
        both = call(worker, kind="landlord", organisations=["landlord", "nav"])
        assert both["organisations"] == ["district", "landlord", "nav"]

    def test_the_roll_shows_who_came(self, house: House) -> None:
        worker, settler = house.as_(WORKER), house.as_(SETTLER)
        people = [{"user_id": str(worker.id)}, {"name": "Rektor", "organisation": "Skolen"}]
        made = call(worker, EARLIER, participants=[*people, {"user_id": str(settler.id)}])
        one, two, three = (one["id"] for one in made["participants"])
        items = [
            {"participant_id": one, "attendance": "attended"},
            {"participant_id": two, "attendance": "apology"},
            {"participant_id": three, "attendance": "absent"},
        ]
        address = f"/v1/meetings/{made['id']}/attendance"
        met = answered(worker.post(address, json={"items": items}))
        assert met["status"] == "held"
        assert [one["attendance"] for one in met["participants"]] == [
            "attended",
            "apology",
            "absent",
        ]
        gone = worker.delete(f"/v1/meetings/{made['id']}/participants/{two}")
        assert len(answered(gone)["participants"]) == 2

    def test_nobody_is_asked_twice(self, house: House) -> None:
        worker = house.as_(WORKER)
        person = {"user_id": str(house.as_(SETTLER).id)}
        key = call(worker, participants=[person])["id"]
        answer = worker.post(f"/v1/meetings/{key}/participants", json=person)
        refused(answer, 409, "already-invited", "user_id")

    def test_an_intake_meeting_knows_the_language_of_the_interpreter(self, house: House) -> None:
        worker, resident = house.as_(WORKER), house.resident("Koval")
        for language, wanted in (("uk", True), ("ru", False)):
            house.add(
                "resident_languages",
                resident_id=resident,
                language=language,
                own=wanted,
                written=True,
                interpreter=wanted,
            )
        new = INTAKE | {"day": SOON.isoformat(), "participants": [{"resident_id": str(resident)}]}
        refused(worker.post("/v1/meetings", json=new), 422, "site-needed", "site_id")
        made = answered(worker.post("/v1/meetings", json=new | {"site_id": str(house.site)}), 201)
        (asked,) = made["participants"]
        assert (asked["resident"]["name"], asked["interpreter"]) == ("Prøve Koval", "uk")
        (line,) = listed(worker, kind="intake")
        assert [one["name"] for one in line["residents"]] == ["Prøve Koval"]


def test_the_list_runs_in_time_and_onwards(house: House) -> None:
    worker = house.as_(WORKER)
    for days in (3, 1, 2):
        call(worker, today() + timedelta(days=days), title=f"Om {days}")
    query: dict[str, Any] = {"from_day": today().isoformat(), "limit": 2}
    first = answered(worker.get("/v1/meetings", params=query))
    rest = answered(worker.get("/v1/meetings", params=query | {"cursor": first["next"]}))
    titles = [one["title"] for one in first["items"] + rest["items"]]
    assert titles == ["Om 1", "Om 2", "Om 3"]
    back = listed(worker, latest_first=True)
    assert [one["title"] for one in back] == ["Om 3", "Om 2", "Om 1"]
    assert worker.get("/v1/meetings", params={"frm_day": "x"}).status_code == 422


def test_the_list_can_be_narrowed_to_my_own(house: House) -> None:
    worker = house.as_(WORKER)
    call(worker, title="Andres")
    call(worker, title="Mitt", participants=[{"user_id": str(worker.id)}])
    assert [one["title"] for one in listed(worker, mine=True)] == ["Mitt"]
    assert [one["title"] for one in listed(worker, mine=False)] == ["Andres"]

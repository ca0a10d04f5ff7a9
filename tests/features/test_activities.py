"""The week plan: what is put into it, filled in, moved and done; the line itself stays."""

from datetime import date, timedelta

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import House
from tests.reports import answered, refused
from tests.weeks import act, ahead, edit, listed, notices, page, plan, signed_up, took_place

WORKER, LEADER = Role.ENV_WORKER, Role.MANAGER


class TestPlan:
    def test_a_title_is_enough_and_the_day_brings_its_week(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker, day="2027-01-01", starts=None)
        assert (made["day"], made["week"]) == ("2027-01-01", "2026-12-28")
        idea = answered(
            worker.post("/v1/activities", json={"title": "Kino?", "status": "idea"}), 201
        )
        assert (idea["day"], idea["week"], idea["capacity"]) == (None, None, None)

    def test_an_open_slot_needs_no_title_and_a_week_may_be_all_that_is_known(
        self, house: House
    ) -> None:
        worker = house.as_(WORKER)
        slot = {"status": "open_slot", "week": "2026-12-09"}
        made = answered(worker.post("/v1/activities", json=slot), 201)
        assert (made["title"], made["week"], made["day"]) == (None, "2026-12-07", None)
        nameless = worker.post("/v1/activities", json={"day": ahead(3)})
        refused(nameless, 422, "title-missing", "title")

    @pytest.mark.parametrize(
        ("given", "kind", "field"),
        [
            ({"day": ahead(-1)}, "day-in-the-past", "day"),
            ({"day": None, "starts": None}, "day-missing", "day"),
            ({"starts": "12:00", "ends": "11:00"}, "ends-before-it-starts", "ends"),
            ({"starts": None, "ends": "11:00"}, "ends-before-it-starts", "ends"),
            ({"day": None, "status": "planned"}, "hour-without-day", "starts"),
            ({"starts": "12:00:30"}, "invalid-request", "starts"),
            ({"starts": "12:00+02:00"}, "invalid-request", "starts"),
            ({"capacity": 0}, "invalid-request", "capacity"),
            ({"capacity": 10**12}, "invalid-request", "capacity"),
            ({"title": "x" * 201}, "invalid-request", "title"),
            ({"interpreters": ["klingon"]}, "invalid-request", "interpreters"),
            ({"status": "postponed"}, "invalid-request", "status"),
        ],
    )
    def test_what_cannot_be_is_said_at_its_field(
        self, house: House, given: dict[str, object], kind: str, field: str
    ) -> None:
        trip = {"title": "Tur", "status": "confirmed", "day": ahead(7), "starts": "12:00"}
        refused(house.as_(WORKER).post("/v1/activities", json=trip | given), 422, kind, field)

    def test_who_works_at_several_sites_says_which(self, house: House) -> None:
        house.another_site()
        worker = house.as_(WORKER)
        refused(
            worker.post("/v1/activities", json={"title": "Tur"}), 422, "site-missing", "site_id"
        )
        assert plan(worker, site_id=str(house.site))["site"]["name"] == "Prøveveien 2"

    def test_only_a_colleague_who_works_with_activities_can_be_responsible(
        self, house: House
    ) -> None:
        worker = house.as_(WORKER)
        culture, landlord = house.as_(Role.CULTURE), house.as_(Role.OPERATIONS)
        made = plan(worker, responsible_user_id=str(culture.id))
        assert made["responsible"]["name"] == culture.name
        trip = {"title": "Tur", "responsible_user_id": str(landlord.id)}
        answer = worker.post("/v1/activities", json=trip)
        refused(answer, 422, "responsible-unknown", "responsible_user_id")


class TestList:
    def test_it_goes_day_by_day_with_what_has_no_day_at_the_end(self, house: House) -> None:
        worker = house.as_(WORKER)
        plan(worker, title="Etter", day=ahead(8))
        plan(worker, title="Seint", day=ahead(7), starts="18:00")
        plan(worker, title="Tidlig", day=ahead(7), starts="08:00")
        plan(worker, title="En gang", day=None, starts=None, status="idea")
        assert listed(worker) == ["Tidlig", "Seint", "Etter", "En gang"]
        first = answered(worker.get("/v1/activities?limit=2"))
        query = {"limit": 2, "cursor": first["next"]}
        assert listed(worker, **query) == ["Etter", "En gang"]
        last = {"limit": 3, "cursor": answered(worker.get("/v1/activities?limit=3"))["next"]}
        assert listed(worker, **last) == ["En gang"]
        assert listed(worker, sort="latest") == ["En gang", "Etter", "Seint", "Tidlig"]

    def test_filters_narrow_it(self, house: House) -> None:
        worker, culture = house.as_(WORKER), house.as_(Role.CULTURE)
        plan(worker, title="Min", responsible_user_id=str(worker.id))
        plan(worker, title="Deres", day=ahead(30), responsible_user_id=str(culture.id))
        assert listed(worker, responsible="me") == ["Min"]
        assert listed(worker, responsible=str(culture.id)) == ["Deres"]
        assert listed(worker, from_day=ahead(8)) == ["Deres"]
        assert listed(worker, to_day=ahead(7)) == ["Min"]
        assert listed(worker, status=["idea", "done"]) == []
        assert worker.get("/v1/activities?responsible=x").status_code == 422

    def test_another_site_or_district_is_not_in_it(self, house: House, neighbours: House) -> None:
        elsewhere = house.another_site()
        made = plan(neighbours.as_(WORKER))
        other = took_place(house, site_id=elsewhere, title="Andre")
        worker = house.another(WORKER, site_ids=[house.site])
        assert listed(worker) == []
        assert worker.get(f"/v1/activities/{other}").status_code == 404
        assert worker.get(f"/v1/activities/{made['id']}").status_code == 404


class TestEdit:
    def test_a_past_day_and_too_few_seats_are_refused_at_their_field(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker)
        signed_up(house, made["id"], "A", "B", "C")
        refused(edit(worker, made["id"], day=ahead(-1)), 422, "day-in-the-past", "day")
        answer = edit(worker, made["id"], capacity=2)
        refused(answer, 409, "capacity-below-signed-up", "capacity")
        assert answer.json()["errors"][0]["context"] == {"taken": 3}
        assert page(worker, made["id"])["version"] == made["version"]

    def test_a_new_place_is_told_a_new_text_is_not(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker)
        (resident,) = signed_up(house, made["id"], "A")
        answered(edit(worker, made["id"], description="Ta med matpakke"))
        assert notices(resident) == []
        answered(edit(worker, made["id"], place="Tjuvholmen"))
        (told,) = notices(resident)
        assert (told["kind"], told["about"]["place"]) == ("activity_changed", "Tjuvholmen")

    def test_a_subscriber_sees_what_concerns_them(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker)
        answered(edit(worker, made["id"], description="Kaffe", capacity=5))
        answered(edit(worker, made["id"], starts="13:00"))
        found = house.rows("SELECT sequence FROM activities WHERE id = %s", made["id"])
        assert found == [(1,)]

    def test_an_open_slot_is_filled_and_a_cancelled_one_becomes_an_idea_again(
        self, house: House
    ) -> None:
        worker = house.as_(WORKER)
        slot = {"status": "open_slot", "week": "2026-12-09"}
        made = answered(worker.post("/v1/activities", json=slot), 201)
        filled = {"title": "Lucia", "status": "planned", "day": ahead(15)}
        assert answered(edit(worker, made["id"], **filled))["status"] == "planned"
        answered(act(worker, made["id"], "cancel", reason="too_few"))
        refused(edit(worker, made["id"], status="planned"), 409, "activity-status-not-reachable")
        again = answered(edit(worker, made["id"], status="idea"))
        assert (again["status"], again["reason"]) == ("idea", None)

    def test_a_stale_edit_does_not_win(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker)
        address = f"/v1/activities/{made['id']}"
        answered(worker.patch(address, json={"version": 1, "title": "Første"}))
        refused(
            worker.patch(address, json={"version": 1, "title": "Andre"}), 409, "changed-meanwhile"
        )


class TestPostpone:
    def test_the_line_stays_and_everybody_comes_along_and_is_told(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker, capacity=2, place="Aker brygge")
        seated, also, waits = signed_up(house, made["id"], "A", "B", "C")
        moved = answered(
            act(worker, made["id"], "postpone", reason="weather", day=ahead(14), starts="12:00"),
            201,
        )
        assert (moved["taken"], moved["waiting"]) == (2, 1)
        assert (moved["status"], moved["place"]) == ("planned", "Aker brygge")
        before = page(worker, made["id"])
        assert (before["status"], before["reason"]) == ("postponed", "weather")
        assert before["moved_to"]["id"] == moved["id"]
        for resident in (seated, also, waits):
            (told,) = notices(resident)
            assert told["kind"] == "activity_moved"
            assert told["about"]["title"] == "Båttur"
            assert told["link"] == {"to": "activity", "id": moved["id"]}
        own = answered(waits.get(f"/v1/portal/activities/{moved['id']}"))
        assert (own["mine"], own["place_in_line"]) == ("waiting", 1)

    def test_without_a_day_it_waits_for_one(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker)
        moved = answered(act(worker, made["id"], "postpone", reason="illness"), 201)
        assert (moved["day"], moved["week"]) == (None, None)
        answered(edit(worker, moved["id"], day=ahead(20), status="confirmed"))

    def test_a_trip_that_is_moved_again_and_again_can_be_read_as_one(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = plan(worker)["id"]
        for days in (8, 9, 10):
            moved = act(worker, key, "postpone", reason="weather", day=ahead(days))
            key = answered(moved, 201)["id"]
        chain = page(worker, key)["chain"]
        assert [one["day"] for one in chain] == [ahead(days) for days in (7, 8, 9, 10)]
        assert [one["status"] for one in chain] == ["postponed"] * 3 + ["planned"]
        assert page(worker, chain[0]["id"])["chain"] == chain

    def test_what_is_over_or_moved_already_cannot_be_moved(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker)
        refused(
            act(worker, made["id"], "postpone", reason="weather", day=ahead(-2)),
            422,
            "day-in-the-past",
            "day",
        )
        answered(act(worker, made["id"], "postpone", reason="weather"), 201)
        refused(act(worker, made["id"], "postpone", reason="weather"), 409, "not-to-move")

    def test_the_responsible_colleague_hears_of_it(self, house: House) -> None:
        worker, culture = house.as_(WORKER), house.as_(Role.CULTURE)
        made = plan(worker, responsible_user_id=str(culture.id))
        answered(act(worker, made["id"], "cancel", reason="illness"))
        items = answered(culture.get("/v1/notifications"))["items"]
        assert [one["kind"] for one in items] == ["activity_changed"]
        assert items[0]["link"] == {"to": "activity", "id": made["id"]}


class TestEnd:
    def test_cancelled_it_is_told_and_stays(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker)
        (resident,) = signed_up(house, made["id"], "A")
        gone = answered(act(worker, made["id"], "cancel", reason="other", note="Buss i streik"))
        assert (gone["status"], gone["reason_note"]) == ("cancelled", "Buss i streik")
        assert [one["kind"] for one in notices(resident)] == ["activity_cancelled"]
        assert listed(worker) == ["Båttur"]

    def test_it_is_done_when_its_day_has_come(self, house: House) -> None:
        worker = house.as_(WORKER)
        refused(act(worker, plan(worker)["id"], "complete"), 409, "not-today", "day")
        key = str(took_place(house, day=today() - timedelta(days=3)))
        assert answered(act(worker, key, "complete"))["status"] == "done"
        assert answered(edit(worker, key, status="confirmed"))["status"] == "confirmed"


def test_a_day_across_the_change_of_clocks_keeps_its_hour(house: House) -> None:
    plan(house.as_(WORKER), day="2027-03-28", starts="12:00", ends="14:00")
    plan(house.as_(WORKER), day="2027-03-27", starts="12:00")
    found = house.rows(
        "SELECT to_char(starts_at AT TIME ZONE 'UTC', 'HH24') FROM activities"
        " WHERE site_id = %s ORDER BY starts_at",
        house.site,
    )
    assert found == [("11",), ("10",)]


@pytest.mark.parametrize("role", [Role.HOUSING_OFFICE, Role.OPERATIONS, Role.HEALTH, Role.CREW])
def test_others_have_no_business_with_the_plan(house: House, role: Role) -> None:
    assert house.as_(role).get("/v1/activities").status_code == 403


def test_the_leader_reads_the_plan_without_names(house: House) -> None:
    leader, made = house.as_(LEADER), plan(house.as_(WORKER))
    signed_up(house, made["id"], "A")
    assert page(leader, made["id"])["taken"] == 1
    assert leader.get(f"/v1/activities/{made['id']}/participants").status_code == 403
    assert leader.post("/v1/activities", json={"title": "Tur"}).status_code == 403


def test_what_the_paper_said_stays_beside_the_day(house: House) -> None:
    key = took_place(house, day=date(2024, 2, 13), weekday_text="Onsdag")
    assert page(house.as_(WORKER), str(key))["weekday_text"] == "Onsdag"

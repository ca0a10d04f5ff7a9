"""Who has a seat and who waits; who came; who may know of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import Caller, House
from tests.reports import answered, refused
from tests.weeks import act, ahead, edit, notices, page, people, plan, signed_up, took_place

WORKER = Role.ENV_WORKER


def own(who: Caller, activity: str) -> tuple[str | None, int | None]:
    found = answered(who.get(f"/v1/portal/activities/{activity}"))
    return found["mine"], found["place_in_line"]


def sign_up(who: Caller, activity: str) -> int:
    return who.post(f"/v1/portal/activities/{activity}/sign-up").status_code


class TestSeats:
    def test_of_twenty_for_one_seat_one_gets_it_and_the_others_wait(self, house: House) -> None:
        made = plan(house.as_(WORKER), capacity=1)
        everybody = [house.as_resident(house.resident(f"N{n}")) for n in range(20)]
        with ThreadPoolExecutor(20) as pool:
            codes = list(pool.map(lambda who: sign_up(who, made["id"]), everybody))
        assert codes == [200] * 20
        places = [own(who, made["id"]) for who in everybody]
        assert places.count(("signed_up", None)) == 1
        assert sorted(line for _, line in places if line) == list(range(1, 20))
        now = page(house.as_(WORKER), made["id"])
        assert (now["taken"], now["waiting"]) == (1, 19)

    def test_who_leaves_gives_the_seat_to_who_waited_longest(self, house: House) -> None:
        made = plan(house.as_(WORKER), capacity=1)
        first, second, third = signed_up(house, made["id"], "A", "B", "C")
        left = answered(first.post(f"/v1/portal/activities/{made['id']}/withdraw"))
        assert (left["mine"], left["seats_left"], left["waiting"]) == (None, 0, 1)
        assert own(second, made["id"]) == ("signed_up", None)
        assert own(third, made["id"]) == ("waiting", 1)
        assert [one["kind"] for one in notices(second)] == ["activity_place"]
        assert notices(first) == notices(third) == []

    def test_who_comes_back_stands_at_the_end_of_the_line(self, house: House) -> None:
        made = plan(house.as_(WORKER), capacity=1)
        first, _, third = signed_up(house, made["id"], "A", "B", "C")
        first.post(f"/v1/portal/activities/{made['id']}/withdraw")
        assert sign_up(first, made["id"]) == 200
        assert own(first, made["id"]) == ("waiting", 2)
        assert own(third, made["id"]) == ("waiting", 1)

    def test_more_seats_let_more_in(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker, capacity=1)
        _, second, third = signed_up(house, made["id"], "A", "B", "C")
        answered(edit(worker, made["id"], capacity=2))
        assert (own(second, made["id"])[0], own(third, made["id"])[0]) == ("signed_up", "waiting")
        answered(edit(worker, made["id"], capacity=None))
        assert own(third, made["id"]) == ("signed_up", None)

    def test_twice_is_refused_and_so_is_leaving_what_one_never_joined(self, house: House) -> None:
        made = plan(house.as_(WORKER))
        (resident,) = signed_up(house, made["id"], "A")
        address = f"/v1/portal/activities/{made['id']}"
        refused(resident.post(f"{address}/sign-up"), 409, "already-signed-up")
        answered(resident.post(f"{address}/withdraw"))
        refused(resident.post(f"{address}/withdraw"), 409, "not-signed-up")

    def test_after_the_last_day_or_the_start_only_staff_can_add_somebody(
        self, house: House
    ) -> None:
        worker, late = house.as_(WORKER), house.as_(Role.RESIDENT)
        over = str(took_place(house, starts="00:00"))
        closed = str(took_place(house, day=today() + timedelta(days=3), sign_up_until=ahead(-1)))
        for key in (over, closed):
            assert answered(late.get(f"/v1/portal/activities/{key}"))["can_sign_up"] is False
            refused(late.post(f"/v1/portal/activities/{key}/sign-up"), 409, "sign-up-closed")
        body = {"resident_id": str(late.id)}
        answered(worker.post(f"/v1/activities/{closed}/sign-up", json=body), 201)
        assert own(late, closed) == ("signed_up", None)

    def test_nobody_signs_up_for_what_is_moved_cancelled_or_only_an_idea(
        self, house: House
    ) -> None:
        worker, resident = house.as_(WORKER), house.as_(Role.RESIDENT)
        made = plan(worker)
        answered(act(worker, made["id"], "cancel", reason="weather"))
        refused(resident.post(f"/v1/portal/activities/{made['id']}/sign-up"), 409, "sign-up-closed")
        body = {"resident_id": str(resident.id)}
        address = f"/v1/activities/{made['id']}/sign-up"
        refused(worker.post(address, json=body), 409, "sign-up-closed")
        idea = str(took_place(house, status="idea"))
        assert sign_up(resident, idea) == 404


class TestRoll:
    def test_the_roll_is_ticked_and_unticked_and_a_walk_in_has_a_name(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = str(took_place(house))
        signed_up(house, key, "Aas", "Bø")
        guest = house.resident("Dal")
        ids = {
            one["name"]: one["resident_id"]
            for one in answered(worker.get(f"/v1/activities/{key}/participants"))["items"]
        }

        def tick(resident: object, present: bool | None) -> None:
            address = f"/v1/activities/{key}/participants/{resident}/attendance"
            answered(worker.put(address, json={"present": present}))

        tick(ids["Prøve Aas"], True)
        tick(ids["Prøve Bø"], False)
        tick(guest, True)
        assert people(worker, key) == {
            "Prøve Aas": ("signed_up", "present"),
            "Prøve Bø": ("signed_up", "absent"),
            "Prøve Dal": (None, "walk_in"),
        }
        assert page(worker, key)["attended"] == 2
        tick(ids["Prøve Aas"], None)
        tick(guest, None)
        assert people(worker, key)["Prøve Aas"] == ("signed_up", None)
        assert "Prøve Dal" not in people(worker, key)
        assert page(worker, key)["attended"] == 0

    def test_two_phones_that_tick_at_once_count_right(self, house: House) -> None:
        worker = house.as_(WORKER)
        key = str(took_place(house))
        guests = [house.resident(f"N{n}") for n in range(10)]

        def tick(resident: object) -> int:
            address = f"/v1/activities/{key}/participants/{resident}/attendance"
            return worker.put(address, json={"present": True}).status_code

        with ThreadPoolExecutor(10) as pool:
            assert set(pool.map(tick, guests)) == {200}
        assert page(worker, key)["attended"] == 10

    def test_the_roll_waits_for_the_day(self, house: House) -> None:
        worker = house.as_(WORKER)
        made, resident = plan(worker), house.resident()
        address = f"/v1/activities/{made['id']}/participants/{resident}/attendance"
        refused(worker.put(address, json={"present": True}), 409, "not-today")


class TestNames:
    def test_each_showing_of_names_is_told_to_those_named(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker)
        (resident,) = signed_up(house, made["id"], "A")
        people(worker, made["id"])
        pages = [one["page"] for one in answered(resident.get("/v1/portal/disclosures"))["items"]]
        assert pages == ["activities.participants"]

    def test_nav_sees_its_own_cases_and_culture_whoever_takes_part(self, house: House) -> None:
        made = plan(house.as_(WORKER))
        first, _ = signed_up(house, made["id"], "A", "B")
        advisor = house.as_(Role.NAV_ADVISOR)
        house.helper(first.id, advisor.id, "nav_advisor")
        assert list(people(advisor, made["id"])) == ["Prøve A"]
        assert list(people(house.as_(Role.CULTURE), made["id"])) == ["Prøve A", "Prøve B"]
        body = {"resident_id": str(house.resident("C"))}
        address = f"/v1/activities/{made['id']}/sign-up"
        refused(house.as_(Role.CULTURE).post(address, json=body), 422, "resident-unknown")
        assert advisor.post(address, json=body).status_code == 403

    def test_a_protected_person_has_a_seat_but_no_name(self, house: House) -> None:
        worker = house.as_(WORKER)
        made = plan(worker, capacity=2)
        hidden, _, third = signed_up(house, made["id"], "Vern", "B", "C")
        house.db.execute(
            "UPDATE residents SET protection = 'confidential' WHERE id = %s", [hidden.id]
        )
        guardian = house.another(WORKER)
        house.add("protection_guardians", resident_id=hidden.id, user_id=guardian.id)
        for who in (worker, house.as_(Role.CULTURE)):
            assert list(people(who, made["id"])) == ["Prøve B", "Prøve C"]
        for who in (worker, guardian, house.as_(Role.MANAGER)):
            assert (page(who, made["id"])["taken"], page(who, made["id"])["waiting"]) == (2, 1)
        assert "Prøve Vern" in people(guardian, made["id"])
        address = f"/v1/activities/{made['id']}/participants/{hidden.id}"
        assert worker.post(f"{address}/withdraw").status_code == 404
        assert worker.put(f"{address}/attendance", json={"present": True}).status_code == 404
        moved = answered(act(worker, made["id"], "postpone", reason="weather"), 201)
        assert own(hidden, moved["id"]) == ("signed_up", None)
        assert [one["kind"] for one in notices(hidden)] == ["activity_moved"]
        assert own(third, moved["id"]) == ("waiting", 1)

    def test_a_resident_learns_nothing_of_other_residents(self, house: House) -> None:
        made = plan(house.as_(WORKER), capacity=3, title="Kafé")
        mine, _ = signed_up(house, made["id"], "Meg", "Annen")
        shown = mine.get("/v1/portal/activities").text
        assert "Annen" not in shown
        assert mine.get(f"/v1/activities/{made['id']}/participants").status_code == 403


class TestPortal:
    def test_the_coming_weeks_are_shown_without_ideas_and_what_was_moved_points_on(
        self, house: House
    ) -> None:
        worker, resident = house.as_(WORKER), house.as_(Role.RESIDENT)
        plan(worker, title="Hemmelig", status="idea", day=ahead(1))
        made = plan(worker, title="Tur", day=ahead(2))
        moved = answered(act(worker, made["id"], "postpone", reason="weather", day=ahead(9)), 201)
        found = answered(resident.get("/v1/portal/activities"))["items"]
        assert [(one["title"], one["status"]) for one in found] == [
            ("Tur", "postponed"),
            ("Tur", "planned"),
        ]
        assert found[0]["moved_to"]["id"] == moved["id"]
        assert found[0]["moved_to"]["day"] == ahead(9)

    def test_another_house_is_like_none_at_all(self, house: House, neighbours: House) -> None:
        elsewhere = house.another_site()
        other = str(took_place(house, site_id=elsewhere))
        foreign = plan(neighbours.as_(WORKER))["id"]
        resident = house.as_(Role.RESIDENT)
        for key in (other, foreign):
            assert resident.get(f"/v1/portal/activities/{key}").status_code == 404
            assert sign_up(resident, key) == 404
        assert answered(resident.get("/v1/portal/activities"))["items"] == []

    @pytest.mark.parametrize("days", [60, -30])
    def test_far_away_is_not_this_week(self, house: House, days: int) -> None:
        took_place(house, day=today() + timedelta(days=days))
        assert answered(house.as_(Role.RESIDENT).get("/v1/portal/activities"))["items"] == []

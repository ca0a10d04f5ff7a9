"""The directory: whom to ask, how they are reached, and who keeps it right."""

from datetime import date, timedelta
from typing import Any

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from psycopg.types.range import DateRange

from tests.directory import HOURS, OFFICE, always, listed, put, there
from tests.factories import YESTERDAY, House
from tests.reports import answered, refused

READERS = (Role.HEALTH, Role.CULTURE, Role.NAV_ADVISOR, Role.HOUSING_PROCURER, Role.OPERATIONS)


class TestFinding:
    def test_every_member_of_staff_reads_it_and_only_some_write(self, house: House) -> None:
        put(house.as_(Role.ENV_WORKER))
        for role in READERS:
            assert listed(house.as_(role)) == ["Kundesenteret"], role
            assert house.as_(role).post("/v1/contacts", json=OFFICE).status_code == 403

    def test_it_is_sorted_as_norwegians_sort_and_paged(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        for one in ("Ørret", "Aase", "bibliotek", "Ærfugl", "Zebra"):
            put(worker, name=one)
        seen, cursor = [], ""
        while cursor is not None:
            query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
            page = answered(worker.get("/v1/contacts", params=query))
            seen += [item["name"] for item in page["items"]]
            cursor = page["next"]
        assert seen == ["bibliotek", "Zebra", "Ærfugl", "Ørret", "Aase"]

    def test_it_is_found_by_organisation_language_kind_and_words(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        put(worker)
        put(
            worker,
            kind="person",
            name="Frivillig Fia",
            organisation="voluntary",
            helps_with="Leksehjelp og ÅPEN stue",
            languages=["ar"],
            phone=None,
        )
        assert listed(worker, organisation="voluntary") == ["Frivillig Fia"]
        assert listed(worker, kind="service") == ["Kundesenteret"]
        assert listed(worker, language="ar") == ["Frivillig Fia"]
        assert listed(worker, q="åpen stue") == ["Frivillig Fia"]
        assert listed(worker, q="22591300") == ["Kundesenteret"]
        assert listed(worker, q="%") == []
        assert worker.get("/v1/contacts", params={"colour": "red"}).status_code == 422

    def test_those_of_another_site_are_not_among_those_of_mine(self, house: House) -> None:
        worker, other = house.as_(Role.ENV_WORKER), house.another_site()
        put(worker, name="Her", site_id=str(house.site))
        put(worker, name="Der", site_id=str(other))
        put(worker, name="Overalt")
        assert listed(worker, site_id=str(house.site)) == ["Her", "Overalt"]
        limited = house.another(Role.ENV_WORKER, site_ids=[house.site])
        assert listed(limited) == ["Her", "Overalt"]

    def test_the_global_search_finds_them_and_not_those_who_are_gone(self, house: House) -> None:
        key = put(house.as_(Role.ENV_WORKER), title="Leie og nøkler")["id"]
        there(house, name="Kundesenteret før", period=DateRange(date(2024, 1, 1), YESTERDAY))
        found = answered(house.as_(Role.CULTURE).post("/v1/search", json={"q": "nøkler kunde"}))
        assert found["groups"] == [
            {
                "key": "contacts",
                "hits": [
                    {
                        "title": "Kundesenteret",
                        "detail": "Leie og nøkler · Boligbygg",
                        "link": {"to": "contact", "id": key},
                    }
                ],
            }
        ]


class TestReaching:
    @pytest.mark.parametrize(
        ("written", "kept"),
        [
            ("113", "113"),
            ("02800", "02800"),
            ("116 117", "116117"),
            ("412 34 567", "41234567"),
            ("800 80 000", "80080000"),
            ("+47 22 59 13 00", "22591300"),
            ("+380 44 123 45 67", "+380441234567"),
        ],
    )
    def test_a_number_is_kept_as_it_is_dialled(self, house: House, written: str, kept: str) -> None:
        assert put(house.as_(Role.ENV_WORKER), phone=written)["phone"] == kept

    @pytest.mark.parametrize("wrong", ["ring meg", "41234567a", "12", "4123456", "1800", "+47 12"])
    def test_what_is_no_number_is_refused_at_its_field(self, house: House, wrong: str) -> None:
        new = OFFICE | {"phone": wrong}
        refused(
            house.as_(Role.ENV_WORKER).post("/v1/contacts", json=new),
            422,
            "invalid-request",
            "phone",
        )

    def test_a_colleague_keeps_one_name_and_one_number(self, house: House) -> None:
        worker, colleague = house.as_(Role.ENV_WORKER), house.as_(Role.SETTLER)
        house.db.execute("UPDATE users SET phone = '41200077' WHERE id = %s", [colleague.id])
        linked: dict[str, Any] = {
            "kind": "person",
            "organisation": "nav",
            "user_id": str(colleague.id),
        }
        shown = answered(worker.post("/v1/contacts", json=linked), 201)
        assert (shown["name"], shown["phone"], shown["role"]) == (
            colleague.name,
            "41200077",
            "settler",
        )
        assert shown["organisation_name"] == "nav prøve"
        house.db.execute("UPDATE users SET phone = '41200078' WHERE id = %s", [colleague.id])
        assert answered(worker.get(f"/v1/contacts/{shown['id']}"))["phone"] == "41200078"
        for extra, kind, field in (
            ({"phone": "41200079"}, "phone-stands-elsewhere", "phone"),
            ({"name": "En annen"}, "name-once", "name"),
            ({"kind": "service"}, "kind-does-not-fit", "kind"),
            ({"user_id": None}, "name-once", "name"),
        ):
            refused(worker.post("/v1/contacts", json=linked | extra), 422, kind, field)
        elsewhere = linked | {"organisation": "landlord"}
        refused(worker.post("/v1/contacts", json=elsewhere), 409, "employee-unknown", "user_id")
        refused(worker.post("/v1/contacts", json=linked), 409, "person-listed", "user_id")

    def test_so_does_an_organisation(self, house: House) -> None:
        worker, landlord = house.as_(Role.ENV_WORKER), house.organisations["landlord"]
        house.db.execute("UPDATE organisations SET phone = '22000000' WHERE id = %s", [landlord])
        linked = {"kind": "service", "organisation": "landlord", "organisation_id": str(landlord)}
        shown = answered(worker.post("/v1/contacts", json=linked), 201)
        assert (shown["name"], shown["phone"]) == ("landlord prøve", "22000000")
        refused(worker.post("/v1/contacts", json=linked), 409, "organisation-listed")
        refused(
            worker.post("/v1/contacts", json=linked | {"organisation": "nav"}),
            409,
            "organisation-unknown",
        )

    def test_hours_are_shown_in_the_order_of_the_week_and_do_not_overlap(
        self, house: House
    ) -> None:
        worker = house.as_(Role.ENV_WORKER)
        late = HOURS | {"weekday": 3, "from_time": "12:00", "to_time": "14:00"}
        shown = put(worker, hours=[late, HOURS])
        assert shown["hours"] == [HOURS, late]
        for wrong in (
            [HOURS, HOURS | {"from_time": "15:00", "to_time": "16:00"}],
            [HOURS | {"to_time": "00:00"}, HOURS | {"from_time": "20:00", "to_time": "21:00"}],
            [HOURS | {"to_time": "07:00"}],
            [HOURS | {"from_time": "25:00"}],
            [HOURS | {"weekday": 8}],
        ):
            refused(
                worker.post("/v1/contacts", json=OFFICE | {"hours": wrong}),
                422,
                "invalid-request",
                "hours",
            )

    def test_one_is_open_now_by_the_hours_alone(self, house: House) -> None:
        contact = there(house, name="Vakten")
        worker = house.as_(Role.ENV_WORKER)
        assert answered(worker.get(f"/v1/contacts/{contact}"))["open_now"] is False
        always(house, contact)
        assert answered(worker.get(f"/v1/contacts/{contact}"))["open_now"] is True


class TestKeeping:
    def test_two_edits_of_one_version_do_not_both_win(self, house: House) -> None:
        worker = house.as_(Role.ENV_WORKER)
        key = put(worker)["id"]
        change = {"version": 1, "title": "Leie", "hours": [HOURS], "languages": ["uk", "uk"]}
        shown = answered(worker.patch(f"/v1/contacts/{key}", json=change))
        assert (shown["title"], shown["languages"], shown["version"]) == ("Leie", ["uk"], 2)
        assert shown["hours"] == [HOURS]
        refused(worker.patch(f"/v1/contacts/{key}", json=change), 409, "changed-meanwhile")
        empty = {"version": 2, "name": None}
        refused(worker.patch(f"/v1/contacts/{key}", json=empty), 422, "name-once", "name")
        no_hours = {"version": 2, "hours": None}
        refused(worker.patch(f"/v1/contacts/{key}", json=no_hours), 422, "invalid-request")

    def test_one_ends_on_a_day_and_may_go_on_after_all(self, house: House) -> None:
        worker, tomorrow = house.as_(Role.ENV_WORKER), today() + timedelta(days=1)
        key = put(worker)["id"]
        at = f"/v1/contacts/{key}/end"
        early = {"version": 1, "on_day": today().isoformat()}
        refused(worker.post(at, json=early), 409, "ends-before-beginning", "on_day")
        end = {"version": 1, "on_day": tomorrow.isoformat()}
        assert answered(worker.post(at, json=end))["until"] == tomorrow.isoformat()
        assert listed(worker) == ["Kundesenteret"]
        house.db.execute(
            "UPDATE contacts SET period = daterange('2024-01-01', current_date) WHERE id = %s",
            [key],
        )
        assert listed(worker) == []
        assert listed(worker, state="ended") == ["Kundesenteret"]
        assert answered(worker.post(at, json={"version": 2, "on_day": None}))["until"] is None
        assert listed(worker) == ["Kundesenteret"]

    @pytest.mark.parametrize(
        ("role", "own", "foreign"),
        [(Role.SETTLER, "nav", "district"), (Role.PROPERTY_MANAGER, "landlord", "nav")],
    )
    def test_a_partner_keeps_those_of_its_own_organisation(
        self, house: House, role: Role, own: str, foreign: str
    ) -> None:
        partner, worker = house.as_(role), house.as_(Role.ENV_WORKER)
        mine = put(partner, organisation=own, hours=[HOURS])["id"]
        theirs = put(worker, organisation=foreign)["id"]
        assert (
            partner.post("/v1/contacts", json=OFFICE | {"organisation": foreign}).status_code == 403
        )
        change = {"version": 1, "title": "Ny", "hours": []}
        answered(partner.patch(f"/v1/contacts/{mine}", json=change))
        assert partner.patch(f"/v1/contacts/{theirs}", json=change).status_code == 404
        answered(worker.patch(f"/v1/contacts/{mine}", json=change | {"version": 2}))

    def test_another_district_sees_and_changes_nothing(
        self, house: House, neighbours: House
    ) -> None:
        key = put(house.as_(Role.ENV_WORKER))["id"]
        stranger = neighbours.as_(Role.ENV_WORKER)
        assert listed(stranger) == []
        assert stranger.get(f"/v1/contacts/{key}").status_code == 404
        change = {"version": 1, "title": "x"}
        assert stranger.patch(f"/v1/contacts/{key}", json=change).status_code == 404

    def test_odd_words_come_back_as_they_were(self, house: House) -> None:
        worker, words = house.as_(Role.ENV_WORKER), "<b>مكتب</b> 🗝️ «Ø»"
        shown = put(worker, name=words, title=words, helps_with=f"{words}\n{words}")
        assert (shown["name"], shown["helps_with"]) == (words, f"{words}\n{words}")
        assert listed(worker, q="مكتب") == [words]

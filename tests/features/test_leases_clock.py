"""The clock of a fixed term: what is told, when, to whom, and what it turns into."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import UUID

import pytest
from bomiljo.access.roles import Role
from bomiljo.settings import Settings
from psycopg.types.range import DateRange

from tests.factories import House
from tests.features.test_tenancies import problem
from tests.leases import TODAY, Lease, months, sound

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("ends", "alarms", "open_ended"),
    [
        ("2027-08-31", "05-31 08-31 09-30 10-31 11-30", "2027-12-01"),
        ("2028-02-29", "11-29 02-29 03-29 04-29 05-29", "2028-05-30"),
        ("2027-11-30", "08-30 11-30 12-30 01-30 02-29", "2028-03-01"),
        ("2027-01-31", "10-31 01-31 02-28 03-31 04-30", "2027-05-01"),
    ],
)
def test_months_are_counted_from_the_last_day_and_clip_at_short_months(
    house: House, ends: str, alarms: str, open_ended: str
) -> None:
    clock = Lease(house, date.fromisoformat(ends)).course()["clock"]
    assert " ".join(alarm["day"][5:] for alarm in clock["alarms"]) == alarms
    assert clock["open_ended_from"] == open_ended
    assert clock["source"] == "Husleieloven § 9-2"


@pytest.mark.parametrize(
    ("ends", "step"),
    [
        (months(3) + DAY * 2, "running"),
        (TODAY + DAY * 20, "prepare"),
        (TODAY, "expired"),
        (months(-1) - DAY * 3, "month_1"),
        (months(-2) - DAY * 3, "month_2"),
        (months(-3) - DAY * 4, "open_ended"),
    ],
)
def test_a_lease_stands_where_its_last_day_puts_it(house: House, ends: date, step: str) -> None:
    lease = Lease(house, ends)
    assert lease.shown()["clock"] == step
    listed = lease.office.get("/v1/tenancies", params={"clock": step}).json()["items"]
    assert [one["id"] for one in listed] == [str(lease.id)]
    out = lease.office.get("/v1/tenancies", params={"running_out": True}).json()["items"]
    assert bool(out) == (step != "running")


def test_the_list_is_read_in_the_order_of_the_last_days(house: House) -> None:
    days = (TODAY + DAY * 9, months(-1) - DAY * 3, None, TODAY)
    leases = [Lease(house, day, unit=house.unit(f"3{n:02}")) for n, day in enumerate(days)]
    order = [str(leases[number].id) for number in (1, 3, 0, 2)]
    query: dict[str, str | int] = {"sort": "contract_ends_on", "limit": 1}
    found = []
    for _ in order:
        page = leases[0].office.get("/v1/tenancies", params=query).json()
        found += [one["id"] for one in page["items"]]
        query["cursor"] = page["next"]
    assert found == order
    query = {"sort": "contract_ends_on", "running_out": "true"}
    out = leases[0].office.get("/v1/tenancies", params=query).json()["items"]
    assert [one["id"] for one in out] == order[:3]


def test_the_last_day_for_a_request_is_three_months_after_the_end(house: House) -> None:
    lease = Lease(house, months(-3))
    last = date.fromisoformat(lease.shown()["open_ended_from"]) - DAY
    assert last in {TODAY, TODAY - DAY, TODAY - DAY * 2, TODAY - DAY * 3}
    assert lease.shown()["clock"] == ("month_3" if last == TODAY else "open_ended")


def test_each_alarm_is_told_once_to_those_who_write_leases(
    house: House, settings: Settings
) -> None:
    settler, stranger = house.as_(Role.SETTLER), house.another(Role.SETTLER)
    lease = Lease(house, TODAY + DAY * 20)
    house.helper(lease.resident, settler.id)
    elsewhere = house.another(Role.HOUSING_OFFICE, site_ids=[house.another_site()])
    sound(settings)
    sound(settings)
    assert lease.happened() == ["prepare"]
    told = [lease.told(one.id) for one in (lease.office, settler, stranger, elsewhere)]
    assert told == [1, 1, 0, 0]
    assert lease.told(house.as_(Role.PROPERTY_MANAGER).id) == 0
    page = lease.office.get("/v1/notifications").json()
    line = next(one for one in page["items"] if one["link"]["id"] == str(lease.id))
    assert (line["kind"], line["link"]["to"]) == ("lease_running_out", "tenancy")


def test_rounds_that_meet_do_not_tell_twice(house: House, settings: Settings) -> None:
    leases = [Lease(house, TODAY, unit=house.unit(f"2{n:02}")) for n in range(6)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: sound(settings), range(4)))
    sound(settings)
    assert [lease.told(lease.office.id) for lease in leases] == [1] * 6
    assert all(sorted(lease.happened()) == ["expired", "prepare"] for lease in leases)


def test_a_lease_met_late_has_all_written_and_only_the_last_told(
    house: House, settings: Settings
) -> None:
    lease = Lease(house, months(-2) - DAY * 3)
    sound(settings)
    assert lease.happened() == ["month_2", "month_1", "expired", "prepare"]
    assert lease.told(lease.office.id) == 1


def test_who_stays_three_months_unasked_has_an_open_ended_lease(
    house: House, settings: Settings
) -> None:
    lease = Lease(house, months(-3) - DAY * 4)
    sound(settings)
    shown = lease.shown()
    assert (shown["kind"], shown["contract_ends_on"], shown["clock"]) == ("open_ended", None, None)
    assert (shown["legal_ground"], shown["version"]) == ("Husleieloven § 9-2", 2)
    assert lease.happened()[0] == "open_ended"
    log = house.rows(
        "SELECT role, after ->> 'kind' FROM change_log WHERE row_id = %s AND action = 'update'",
        lease.id,
    )
    assert log == [("system", "open_ended")]
    assert lease.told(lease.office.id) == 1


def test_a_written_request_in_time_stops_the_clock(house: House, settings: Settings) -> None:
    lease = Lease(house, months(-2))
    early = lease.post("ask-to-move", on_day=months(-2) - DAY)
    assert problem(early) == (409, "move-request-too-early", "on_day")
    assert problem(lease.post("ask-to-move", on_day=TODAY + DAY)) == (409, "not-yet", "on_day")
    asked = lease.post("ask-to-move", on_day=TODAY, note="Brev levert")
    assert (asked.status_code, asked.json()["clock"]) == (200, "asked_to_move")
    again = lease.post("ask-to-move", 2, on_day=TODAY)
    assert again.json()["type"] == "/problems/asked-to-move-already"
    house.db.execute(
        "UPDATE tenancies SET contract_ends_on = %s WHERE id = %s", [months(-5), lease.id]
    )
    house.db.execute(
        "UPDATE lease_events SET term_ends_on = %s WHERE tenancy_id = %s", [months(-5), lease.id]
    )
    sound(settings)
    assert lease.shown()["kind"] == "fixed_term"
    assert lease.told(lease.office.id) == 0


def test_a_request_after_three_months_comes_too_late(house: House) -> None:
    lease = Lease(house, months(-4))
    assert problem(lease.post("ask-to-move", on_day=TODAY)) == (
        409,
        "move-request-too-late",
        "on_day",
    )


def test_a_protected_household_is_told_to_its_guardians_alone(
    house: House, settings: Settings
) -> None:
    lease = Lease(house, TODAY, person={"protection": "confidential"})
    guardian = house.another(Role.HOUSING_OFFICE)
    house.add("protection_guardians", resident_id=lease.resident, user_id=guardian.id)
    sound(settings)
    assert (lease.told(lease.office.id), lease.told(guardian.id)) == (0, 1)
    assert lease.office.get(f"/v1/tenancies/{lease.id}/course").status_code == 404
    assert guardian.get(f"/v1/tenancies/{lease.id}/course").status_code == 200
    manager = house.as_(Role.MANAGER)
    seen = manager.get("/v1/changes", params={"table_name": "lease_events"})
    assert seen.json()["items"] == []


def test_who_has_moved_out_or_not_yet_in_is_left_in_peace(house: House, settings: Settings) -> None:
    gone = Lease(
        house, TODAY, period=DateRange(date(2023, 12, 4), TODAY - DAY), moved_out_at=TODAY - DAY
    )
    coming = Lease(
        house, TODAY, unit=house.unit("102"), period=DateRange(TODAY + DAY, None), moved_in_at=None
    )
    sound(settings)
    assert (gone.happened(), coming.happened()) == ([], [])


def test_the_landlord_reads_the_clock_but_not_the_grounds(house: House) -> None:
    lease = Lease(house, months(-1))
    lease.post("ask-to-move", on_day=TODAY, note="HELSEORD")
    seen = house.as_(Role.PROPERTY_MANAGER).get(f"/v1/tenancies/{lease.id}/course")
    assert seen.status_code == 200
    assert "HELSEORD" not in seen.text
    assert seen.json()["events"][0]["kind"] == "asked_to_move"
    body = {"version": 2, "on_day": TODAY.isoformat()}
    refused = house.as_(Role.PROPERTY_MANAGER).post(
        f"/v1/tenancies/{lease.id}/ask-to-move", json=body
    )
    assert refused.status_code == 403


def test_today_tells_each_step_and_the_last_day_for_the_request(house: House) -> None:
    Lease(house, TODAY + DAY * 20)
    late = Lease(house, months(-1) - DAY * 3, unit=house.unit("102"))
    sections = late.office.get("/v1/today").json()["sections"]
    lines = next(one["lines"] for one in sections if one["key"] == "contracts")
    assert [line["kind"] for line in lines] == ["tenancy.clock.prepare", "tenancy.clock.month_1"]
    last = date.fromisoformat(late.shown()["open_ended_from"]) - DAY
    assert lines[1]["day"] == last.isoformat()


def test_the_other_district_sees_nothing_of_it(house: House, neighbours: House) -> None:
    lease = Lease(house, TODAY)
    other = neighbours.as_(Role.HOUSING_OFFICE)
    assert other.get(f"/v1/tenancies/{lease.id}/course").status_code == 404
    body = {"version": 1, "on_day": TODAY.isoformat()}
    assert other.post(f"/v1/tenancies/{lease.id}/ask-to-move", json=body).status_code == 404
    assert other.get("/v1/tenancies", params={"running_out": True}).json()["items"] == []


class TestRenewal:
    def renew(self, lease: Lease, ends: date | None, version: int = 1, **more: str):  # type: ignore[no-untyped-def]
        kind = (
            {"kind": "fixed_term", "legal_ground": "Husleieloven § 11-1"}
            if ends
            else {"kind": "open_ended"}
        )
        term = {"contract_ends_on": ends} if ends else {}
        return lease.post("renew", version, **kind, **term, **more)

    def test_a_new_term_follows_the_old_and_the_household_stays(self, house: House) -> None:
        lease = Lease(house, TODAY)
        done = self.renew(lease, months(36))
        assert done.status_code == 200, done.text
        assert done.json()["contract_ends_on"] == months(36).isoformat()
        (event,) = lease.course()["events"]
        assert (event["kind"], event["term_ends_on"], event["on_day"]) == (
            "renewed",
            TODAY.isoformat(),
            (TODAY + DAY).isoformat(),
        )
        assert lease.shown()["until"] is None

    def test_it_can_become_open_ended(self, house: House) -> None:
        lease = Lease(house, TODAY)
        assert self.renew(lease, None).json()["kind"] == "open_ended"
        assert lease.course()["clock"] is None

    def test_a_second_short_term_needs_weighty_grounds(self, house: House) -> None:
        lease = Lease(house, TODAY, period=DateRange(months(-12), None))
        refused = self.renew(lease, months(12))
        assert problem(refused) == (409, "second-short-term", "weighty_grounds")
        assert self.renew(lease, months(37)).status_code == 200
        short = Lease(house, TODAY, unit=house.unit("102"), period=DateRange(months(-12), None))
        allowed = self.renew(short, months(12), weighty_grounds="Bygget rives om ett år")
        assert allowed.status_code == 200
        assert short.course()["events"][0]["grounds"] == "Bygget rives om ett år"

    def test_one_short_term_after_a_whole_one_is_allowed(self, house: House) -> None:
        lease = Lease(house, TODAY, period=DateRange(months(-36) + DAY, None))
        assert self.renew(lease, months(12)).status_code == 200
        again = self.renew(lease, months(24), 2)
        assert problem(again) == (409, "second-short-term", "weighty_grounds")

    def test_what_cannot_be_renewed(self, house: House) -> None:
        lease = Lease(house, TODAY)
        assert problem(self.renew(lease, TODAY)) == (409, "renewal-too-short", "contract_ends_on")
        open_ended = Lease(house, None, unit=house.unit("102"))
        assert self.renew(open_ended, months(36)).json()["type"] == "/problems/not-fixed-term"
        left = Lease(
            house, TODAY, unit=house.unit("103"), period=DateRange(date(2024, 1, 1), months(1))
        )
        assert self.renew(left, months(36)).json()["type"] == "/problems/notice-stands"

    def test_a_stale_version_is_refused(self, house: House) -> None:
        lease = Lease(house, TODAY)
        assert self.renew(lease, months(36), 7).json()["type"] == "/problems/changed-meanwhile"


def test_a_move_inside_the_house_asks_for_its_report(house: House) -> None:
    lease = Lease(house, None)
    other = house.unit("102", capacity=2)
    moved = lease.post("transfer", unit_id=str(other), on_day=TODAY, kind="open_ended").json()
    record = moved["id"]

    def waiting() -> list[str]:
        sections = lease.office.get("/v1/today").json()["sections"]
        lines = next(one["lines"] for one in sections if one["key"] == "moves")
        return [line["day"] for line in lines]

    assert waiting() == [(TODAY + DAY * 8).isoformat()]
    lease.id = UUID(record)
    early = lease.post("report-move", on_day=TODAY - DAY)
    assert problem(early) == (409, "reported-before-move", "on_day")
    assert lease.post("report-move", on_day=TODAY).json()["move_reported_on"] == TODAY.isoformat()
    assert waiting() == []

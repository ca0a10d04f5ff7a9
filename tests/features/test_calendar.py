"""One calendar over all rooms: what each of us may see of them, at our sites, in order."""

from datetime import date, timedelta

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from psycopg.types.range import DateRange

from tests import meetings, weeks
from tests.calendars import SOON, calendar, due, happenings, marks, titles
from tests.factories import House
from tests.reports import answered, refused
from tests.statements import Sent


def test_every_room_puts_what_is_its_own_into_the_week(house: House) -> None:
    worker = house.as_(Role.ENV_WORKER)
    weeks.plan(worker, day=SOON.isoformat(), starts="12:00")
    meetings.call(worker, SOON, begins="09:00")
    due(house, owner_user_id=worker.id)
    house.tenancy(
        house.unit("204"), house.household(house.resident()), period=DateRange(SOON, None)
    )
    found = happenings(worker)
    assert [(one["room"], one["title"]) for one in found] == [
        ("tenancies", "204"),
        ("meetings", "Nav og miljøarbeiderne"),
        ("activities", "Båttur"),
        ("incidents", "Skifte lås"),
    ]
    assert {one["day"] for one in found} == {SOON.isoformat()}
    assert [one["begins"] is None for one in found] == [True, False, False, True]
    assert titles(happenings(worker, room="activities")) == ["Båttur"]
    assert titles(happenings(worker, mine=True)) == ["Skifte lås"]


def test_a_day_begins_at_midnight_in_oslo(house: House) -> None:
    worker = house.as_(Role.ENV_WORKER)
    weeks.plan(worker, day=SOON.isoformat(), starts="00:15", title="Nattevandring")
    assert titles(happenings(worker, SOON)) == ["Nattevandring"]
    assert titles(happenings(worker, SOON - timedelta(days=1))) == []


def test_what_is_called_off_stays_and_says_so(house: House) -> None:
    worker = house.as_(Role.ENV_WORKER)
    trip = weeks.plan(worker, day=SOON.isoformat())
    answered(weeks.act(worker, trip["id"], "cancel", reason="weather"))
    (found,) = happenings(worker)
    assert (found["certainty"], found["state"]) == ("cancelled", "cancelled")


def test_somebody_elses_site_is_no_part_of_it(house: House, neighbours: House) -> None:
    due(house)
    elsewhere = house.another_site()
    due(house, what="Feie gården", incident={"site_id": elsewhere})
    due(neighbours, what="Naboens frist")
    worker, narrow = house.as_(Role.ENV_WORKER), house.another(Role.MANAGER, site_ids=[house.site])
    assert titles(happenings(worker)) == ["Skifte lås", "Feie gården"]
    assert titles(happenings(worker, site_id=elsewhere)) == ["Feie gården"]
    assert titles(happenings(narrow)) == ["Skifte lås"]
    query = {"first": str(SOON), "last": str(SOON), "site_id": str(elsewhere)}
    assert narrow.get("/v1/calendar", params=query).status_code == 404
    assert (
        worker.get("/v1/calendar", params=query | {"site_id": str(neighbours.site)}).status_code
        == 404
    )


def test_the_landlord_sees_what_is_shared_and_no_meeting_of_others(house: House) -> None:
    due(house, what="Vår egen frist")
    shared = {"sharing": 1, "building_note": "Lekkasje"}
    due(house, what="Tette røret", audience="partners", incident=shared)
    meetings.call(house.as_(Role.ENV_WORKER), SOON)
    assert titles(happenings(house.as_(Role.OPERATIONS))) == ["Tette røret"]


def test_a_protected_persons_move_is_in_nobodys_week_but_their_guardians(house: House) -> None:
    person = house.resident(protection="strictly_confidential")
    house.tenancy(house.unit("204"), house.household(person), period=DateRange(SOON, None))
    guardian = house.as_(Role.MANAGER)
    house.add("protection_guardians", resident_id=person, user_id=guardian.id)
    assert titles(happenings(guardian)) == ["204"]
    for role in (Role.ENV_WORKER, Role.HOUSING_OFFICE, Role.PROPERTY_MANAGER):
        assert happenings(house.as_(role)) == []


@pytest.mark.parametrize("last", ["2026-11-01", "2027-01-03"])
def test_it_is_asked_for_in_pieces_of_two_months(house: House, last: str) -> None:
    query = {"first": "2026-11-02", "last": last}
    answer = house.as_(Role.ENV_WORKER).get("/v1/calendar", params=query)
    refused(answer, 422, "span-too-long", "last")


def test_an_unknown_filter_is_refused(house: House) -> None:
    query = {"first": "2026-11-02", "last": "2026-11-08", "resident_id": "x"}
    assert house.as_(Role.ENV_WORKER).get("/v1/calendar", params=query).status_code == 422


def test_what_was_shown_is_logged_with_whom_a_meeting_is_about(house: House) -> None:
    worker, person = house.as_(Role.ENV_WORKER), house.resident()
    asked = [{"resident_id": str(person)}]
    call = meetings.call(
        worker, SOON, **meetings.INTAKE, site_id=str(house.site), participants=asked
    )
    happenings(worker)
    happenings(worker, SOON + timedelta(days=40))
    lines = house.rows(
        "SELECT record_ids, subject_ids FROM disclosure_log"
        " WHERE page = 'calendar' AND district_id = %s",
        house.district,
    )
    assert [([str(one) for one in records], people) for records, people in lines] == [
        ([call["id"]], [person])
    ]


def test_it_asks_each_room_once_however_much_there_is(house: House, statements: Sent) -> None:
    worker = house.as_(Role.ENV_WORKER)
    for number in range(8):
        due(house, what=f"{number}")
    statements.clear()
    assert len(happenings(worker)) == 8
    assert len(statements) <= 8, statements


def test_the_district_decides_which_days_are_named(house: House, neighbours: House) -> None:
    culture, worker = house.as_(Role.CULTURE), house.as_(Role.ENV_WORKER)
    known = answered(worker.get("/v1/calendar/days"))["items"]
    assert {
        one["code"] for one in known if one["sensitivity"] == "divisive" and one["visible"]
    } == set()
    assert [one["next"] for one in known] == sorted(one["next"] for one in known)
    for day, code in (("2027-05-24", "eritrea_independence"), ("2027-03-20", "nowruz")):
        before = code in {one["code"] for one in marks(house, day, day)}
        given = {"code": code, "visible": not before}
        assert culture.patch("/v1/calendar/days", json=given).status_code == 204
        assert (code in {one["code"] for one in marks(house, day, day)}) is not before
        assert (code in {one["code"] for one in marks(neighbours, day, day)}) is before
    answer = culture.patch("/v1/calendar/days", json={"code": "vinterens dag", "visible": True})
    refused(answer, 422, "day-unknown", "code")


def test_only_those_who_plan_decide_about_days(house: House) -> None:
    given = {"code": "nowruz", "visible": False}
    for role in (Role.HEALTH, Role.SETTLER, Role.OPERATIONS):
        assert house.as_(role).patch("/v1/calendar/days", json=given).status_code == 403


def test_nobody_is_tied_to_a_day(house: House) -> None:
    found = calendar(house.as_(Role.ENV_WORKER), date(2026, 3, 20))
    for mark in found["marks"]:
        assert mark.keys() == {"kind", "code", "first", "last", "approximate"}


def test_a_move_out_stands_on_its_own_day(house: House) -> None:
    lease = DateRange(today() - timedelta(days=30), SOON)
    house.tenancy(house.unit("204"), house.household(house.resident()), period=lease)
    (found,) = happenings(house.as_(Role.ENV_WORKER))
    assert (found["state"], found["link"]["to"]) == ("move_out", "tenancy")

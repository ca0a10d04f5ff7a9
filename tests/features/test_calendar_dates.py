"""Weeks and days as Norway keeps them, and the days that many others keep."""

from datetime import date, timedelta

import pytest
from bomiljo.features.days import dates
from bomiljo.features.days.dates import MarkKind
from bomiljo.features.days.model import BreakRule, SchoolBreak
from psycopg.types.range import DateRange
from sqlalchemy.dialects.postgresql import Range

from tests.calendars import marks
from tests.factories import House


def told(first: str, last: str | None = None) -> list[tuple[str, str]]:
    begin, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return [(f"{one.first:%d.%m.%Y}", one.code) for one in dates.official(begin, end)]


def test_school_days_are_weekdays_that_nobody_has_off() -> None:
    autumn = SchoolBreak(
        code="autumn", rule=BreakRule.ISO_WEEK, week=40, approximate=False, period=Range(None, None)
    )
    found = dates.school_days([autumn], date(2027, 10, 1), date(2027, 10, 12))
    assert found == {date(2027, 10, 1)} | {date(2027, 10, day) for day in (11, 12)}
    easter = dates.school_days([], date(2027, 3, 24), date(2027, 3, 30))
    assert sorted(day.day for day in easter) == [24, 30]


def test_two_holidays_on_one_day_are_both_told() -> None:
    assert told("2027-05-17") == [
        ("17.05.2027", "whit_monday"),
        ("17.05.2027", "constitution_day"),
    ]


def test_the_evenings_before_are_told_which_no_law_calls_holidays() -> None:
    assert told("2026-12-24", "2027-01-01") == [
        ("24.12.2026", "christmas_eve"),
        ("25.12.2026", "christmas_day"),
        ("26.12.2026", "boxing_day"),
        ("31.12.2026", "new_years_eve"),
        ("01.01.2027", "new_years_day"),
    ]
    assert [code for _, code in told("2027-03-24", "2027-03-29")] == [
        "before_maundy_thursday",
        "maundy_thursday",
        "good_friday",
        "easter_eve",
        "easter_sunday",
        "easter_monday",
    ]


def test_a_working_day_between_two_free_ones_is_squeezed_in() -> None:
    assert told("2026-05-15") == [("15.05.2026", "squeezed")]
    assert told("2026-05-13") == []


def test_every_public_holiday_has_a_name_of_ours_for_years_ahead() -> None:
    days = dates.public_days(range(2024, 2060))
    assert {code for codes in days.values() for code in codes} == {*dates.HOLIDAYS.values()}


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("ramadan", "2027-02-08", "2027-03-08"),
        ("eid_al_fitr", "2026-03-20", "2026-03-22"),
        ("eid_al_adha", "2027-05-16", "2027-05-19"),
        ("ashura", "2026-06-25", "2026-06-25"),
        ("nowruz", "2026-03-20", "2026-03-21"),
        ("easter_orthodox", "2026-04-12", "2026-04-13"),
        ("easter_orthodox", "2027-05-02", "2027-05-03"),
        ("good_friday_orthodox", "2027-04-30", "2027-04-30"),
        ("holodomor", "2026-11-28", "2026-11-28"),
        ("vyshyvanka", "2026-05-21", "2026-05-21"),
        ("ukraine_independence", "2026-08-24", "2026-08-24"),
        ("advent", "2026-11-29", "2026-11-29"),
        ("shrovetide", "2026-02-15", "2026-02-15"),
    ],
)
def test_a_cultural_day_falls_where_it_is_kept(
    house: House, code: str, first: str, last: str
) -> None:
    found = [one for one in marks(house, first, last, "cultural") if one["code"] == code]
    assert [(one["first"], one["last"]) for one in found] == [(first, last)]


def test_what_the_moon_decides_is_said_to_be_uncertain(house: House) -> None:
    found = {one["code"]: one["approximate"] for one in marks(house, "2026-03-20", "2026-03-20")}
    assert found["eid_al_fitr"]
    assert not found["nowruz"]


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("autumn", "2026-09-28", "2026-10-02"),
        ("winter", "2027-02-22", "2027-02-26"),
        ("easter", "2027-03-22", "2027-03-30"),
        ("christmas", "2026-12-21", "2027-01-01"),
        ("summer", "2027-06-20", "2027-08-16"),
    ],
)
def test_oslos_school_breaks_stand_in_the_calendar(
    house: House, code: str, first: str, last: str
) -> None:
    middle = str(date.fromisoformat(first) + timedelta(days=2))
    (found,) = marks(house, middle, middle, MarkKind.SCHOOL_BREAK)
    assert (found["code"], found["first"], found["last"]) == (code, first, last)


def test_another_municipalitys_breaks_are_its_own(house: House) -> None:
    house.db.execute(
        "UPDATE districts SET municipality_number = '3907' WHERE id = %s", [house.district]
    )
    assert marks(house, "2026-09-28", "2026-10-09", MarkKind.SCHOOL_BREAK) == []
    house.insert(
        "school_breaks",
        municipality_number="3907",
        code="autumn",
        rule="iso_week",
        week=41,
        period=DateRange(date(2026, 8, 1), None),
    )
    (found,) = marks(house, "2026-09-28", "2026-10-09", MarkKind.SCHOOL_BREAK)
    assert found["first"] == "2026-10-05"
    assert marks(house, "2025-10-06", "2025-10-10", MarkKind.SCHOOL_BREAK) == []

"""Vectors published by Skatteetaten, Nav and FHI, or made in months that nobody is born in."""

from datetime import date

import pytest
from bomiljo.kernel import numbers

NOW = date(2026, 11, 24)
SYNTHETIC_DNR = [
    "41814061033",
    "41814065640",
    "41814075603",
    "41810021827",
    "41810025091",
    "41810034422",
    "55859010082",
]
SYNTHETIC_FNR = [
    "10915596784",
    "28894698995",
    "15859010099",
    "02838897382",
    "02898597531",
    "28873847516",
]


@pytest.mark.parametrize("number", SYNTHETIC_DNR)
def test_a_d_number_is_one_whatever_century_its_digits_seem_to_tell(number: str) -> None:
    assert numbers.is_person_number(number, "dnr", NOW)
    assert numbers.is_synthetic(number)
    assert not numbers.is_person_number(number, "fnr", NOW)


@pytest.mark.parametrize("number", SYNTHETIC_FNR)
def test_a_synthetic_national_number_is_known_as_such(number: str) -> None:
    assert numbers.is_person_number(number, "fnr", NOW)
    assert numbers.is_synthetic(number)
    assert not numbers.is_person_number(number, "dnr", NOW)


@pytest.mark.parametrize("number", ["02013299997", "30108299920"])
def test_the_tax_administrations_examples_are_no_synthetic_numbers(number: str) -> None:
    assert numbers.is_person_number(number, "fnr", NOW)
    assert not numbers.is_synthetic(number)


def test_the_wider_first_check_counts_from_the_day_it_is_used() -> None:
    assert not numbers.is_person_number("30108299939", "fnr", date(2031, 12, 31))
    assert numbers.is_person_number("30108299939", "fnr", date(2032, 1, 1))


@pytest.mark.parametrize(
    "number",
    [
        "15859010098",
        "15859010990",
        "31739556891",
        "15549010099",
        "00859010099",
        "1585901009",
        "158590100999",
        "158590 10099",
        "١٥٨٥٩٠١٠٠٩٩",
        "1585901009x",
        "",
    ],
)
def test_what_is_no_number_is_refused(number: str) -> None:
    assert not numbers.is_person_number(number, "fnr", NOW)


@pytest.mark.parametrize(
    "number",
    [
        "200112345609",
        "201017238203",
        "200816832910",
        "209900000103",
        "209900000910",
        "209900000700",
    ],
)
def test_a_duf_number_has_two_check_digits_and_ten_is_one_of_them(number: str) -> None:
    assert numbers.is_duf(number)
    assert numbers.duf_check_fits(number)


def test_a_duf_number_with_turned_check_digits_does_not_fit() -> None:
    assert not numbers.duf_check_fits("200816832901")
    assert not numbers.is_duf("20081683290")
    assert not numbers.is_duf("٢٠٠٨١٦٨٣٢٩١٠")


def test_a_number_is_shown_without_its_last_digits() -> None:
    assert numbers.masked("15859010099") == "158590 *****"
    assert numbers.masked("209912345608") == "2099 ********"

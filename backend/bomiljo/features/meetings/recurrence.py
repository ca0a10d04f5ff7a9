"""On which days a series meets. Days are counted in the calendar, then the clock in Oslo is put
on each, so that a meeting at ten stays at ten when the clocks change."""

import re
from datetime import UTC, date, datetime, time, timedelta

from dateutil.rrule import rrule, rrulestr
from holidays import country_holidays

from bomiljo.features.meetings.problems import (
    NoSuchTime,
    RuleNotUnderstood,
    RuleTooLong,
    RuleWithoutDays,
    RuleWithoutEnd,
)
from bomiljo.kernel.clock import OSLO

MOST = 120
LONGEST = timedelta(days=2 * 366)
HOLIDAYS = country_holidays("NO", language="no")
PARTS = {
    "FREQ": re.compile(r"WEEKLY|MONTHLY"),
    "INTERVAL": re.compile(r"[1-9]|1[0-9]|2[0-6]"),
    "BYDAY": re.compile(r"(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)(,(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU))*"),
    "UNTIL": re.compile(r"20[0-9]{6}"),
    "COUNT": re.compile(r"[1-9][0-9]{0,2}"),
}


def _parts(rule: str) -> dict[str, str]:
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    known = all(name in PARTS and PARTS[name].fullmatch(value) for name, value in parts.items())
    weekly = parts.get("FREQ") == "WEEKLY"
    if not known or "FREQ" not in parts or {"UNTIL", "COUNT"} <= parts.keys():
        raise RuleNotUnderstood
    if weekly and any(character.isdigit() for character in parts.get("BYDAY", "")):
        raise RuleNotUnderstood
    if not parts.keys() & {"UNTIL", "COUNT"}:
        raise RuleWithoutEnd
    return parts


def days(rule: str, first: date) -> list[date]:
    """The days on which `rule` meets, from `first` on."""
    parts = _parts(rule)
    start = datetime.combine(first, time())
    try:
        found = rrulestr(
            ";".join(f"{name}={value}" for name, value in parts.items()), dtstart=start
        )
    except ValueError:
        raise RuleNotUnderstood from None
    assert isinstance(found, rrule)
    met: list[date] = []
    for day in found:
        if len(met) == MOST or day - start > LONGEST:
            raise RuleTooLong(most=MOST)
        met.append(day.date())
    if not met:
        raise RuleWithoutDays
    return met


def shifted(rule: str, by: int) -> str | None:
    """The same rule `by` days later in the week; None where the week does not decide."""
    parts = _parts(rule)
    week = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    if by and parts["FREQ"] == "MONTHLY":
        return None
    if chosen := parts.get("BYDAY"):
        moved = sorted((week.index(day) + by) % 7 for day in chosen.split(","))
        parts["BYDAY"] = ",".join(week[one] for one in moved)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def holiday(day: date) -> str | None:
    """What a public holiday is called in Norway."""
    found: str | None = HOLIDAYS.get(day)
    return found


def instant(day: date, clock: time) -> datetime:
    """That hour on that day in Oslo; refused in the hour that summer time skips."""
    at = datetime.combine(day, clock, OSLO)
    if at.astimezone(UTC).astimezone(OSLO).time() != clock:
        raise NoSuchTime
    return at

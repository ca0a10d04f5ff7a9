"""Working days, and what the Working Environment Act asks for those under eighteen.

§ 11-2: at most 8 hours a day and 40 in seven days. § 11-5: half an hour's break when the day is
longer than four and a half hours. The law leaves exceptions to the employer, so nothing is refused.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from holidays import country_holidays

DAY = timedelta(days=1)
SATURDAY = 5
HOLIDAYS = country_holidays("NO")
LONGEST_DAY = 8 * 60
LONGEST_WEEK = 40 * 60
BREAK_FROM = 4 * 60 + 30
SHORTEST_BREAK = 30


class HoursWarning(StrEnum):
    DAY_OVER_8 = "day_over_8"
    WEEK_OVER_40 = "week_over_40"
    BREAK_MISSING = "break_missing"


class Worked(Protocol):
    @property
    def day(self) -> date: ...
    @property
    def minutes(self) -> int: ...
    @property
    def break_minutes(self) -> int: ...


def days(first: date, last: date) -> list[date]:
    return [first + DAY * number for number in range((last - first).days + 1)]


def working_days(first: date, last: date) -> list[date]:
    return [one for one in days(first, last) if one.weekday() < SATURDAY and one not in HOLIDAYS]


def of_day(hours: Worked) -> list[HoursWarning]:
    """What § 11-2 and § 11-5 say of one day of somebody under eighteen."""
    found = []
    if hours.minutes > LONGEST_DAY:
        found.append(HoursWarning.DAY_OVER_8)
    if hours.minutes > BREAK_FROM and hours.break_minutes < SHORTEST_BREAK:
        found.append(HoursWarning.BREAK_MISSING)
    return found


def of_week(hours: Iterable[Worked]) -> list[HoursWarning]:
    """Any seven days on end, wherever the calendar's week begins."""
    worked = {one.day: one.minutes for one in hours}
    sums = (sum(worked.get(day + DAY * later, 0) for later in range(7)) for day in worked)
    return [HoursWarning.WEEK_OVER_40] if any(one > LONGEST_WEEK for one in sums) else []

"""What is said about a date: holidays, their eves, days between, school breaks, cultural days."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from dateutil.easter import EASTER_ORTHODOX, easter
from holidays import country_holidays
from holidays.calendars.islamic import _IslamicLunar

from bomiljo.features.days.model import BreakRule, CulturalDay, DayRule, SchoolBreak

DAY = timedelta(days=1)
MOON = _IslamicLunar()
"""Its dates are estimates: the moon decides, a day before or after."""

HOLIDAYS = {
    "Første nyttårsdag": "new_years_day",
    "Skjærtorsdag": "maundy_thursday",
    "Langfredag": "good_friday",
    "Første påskedag": "easter_sunday",
    "Andre påskedag": "easter_monday",
    "Arbeidernes dag": "labour_day",
    "Kristi himmelfartsdag": "ascension_day",
    "Grunnlovsdag": "constitution_day",
    "Første pinsedag": "whit_sunday",
    "Andre pinsedag": "whit_monday",
    "Første juledag": "christmas_day",
    "Andre juledag": "boxing_day",
}
FOLLOWED_BY = {
    "christmas_day": "christmas_eve",
    "new_years_day": "new_years_eve",
    "easter_sunday": "easter_eve",
    "whit_sunday": "whitsun_eve",
    "maundy_thursday": "before_maundy_thursday",
}
"""The evening before these is not like others: quiet from four o'clock, or closed early."""


class MarkKind(StrEnum):
    HOLIDAY = "holiday"
    EVE = "eve"
    SQUEEZED = "squeezed"
    SCHOOL_BREAK = "school_break"
    CULTURAL = "cultural"


@dataclass(frozen=True, slots=True)
class Mark:
    """From `first` to `last`, both included; `approximate`: it may be a day before or after."""

    kind: MarkKind
    code: str
    first: date
    last: date
    approximate: bool = False

    def touches(self, first: date, last: date) -> bool:
        return self.first <= last and self.last >= first


@lru_cache
def public_days(years: range) -> Mapping[date, list[str]]:
    """Codes of the public holidays; two that fall together are both told."""
    found = country_holidays("NO", years=years, language="no")
    return {day: [HOLIDAYS[name] for name in names.split("; ")] for day, names in found.items()}


def official(first: date, last: date) -> Iterator[Mark]:
    holidays = public_days(range(first.year, last.year + 2))

    def free(day: date) -> bool:
        return day.weekday() >= 5 or day in holidays

    day = first
    while day <= last:
        yield from (Mark(MarkKind.HOLIDAY, code, day, day) for code in holidays.get(day, ()))
        if day not in holidays:
            after = (FOLLOWED_BY[one] for one in holidays.get(day + DAY, ()) if one in FOLLOWED_BY)
            yield from (Mark(MarkKind.EVE, code, day, day) for code in after)
        if not free(day) and free(day - DAY) and free(day + DAY):
            yield Mark(MarkKind.SQUEEZED, "squeezed", day, day)
        day += DAY


def breaks(known: Iterable[SchoolBreak], first: date, last: date) -> Iterator[Mark]:
    for one in known:
        for year in range(first.year - 1, last.year + 1):
            begin, end = _break(one, year)
            mark = Mark(MarkKind.SCHOOL_BREAK, one.code, begin, end, one.approximate)
            if begin in one.period and mark.touches(first, last):
                yield mark


def school_days(known: Iterable[SchoolBreak], first: date, last: date) -> set[date]:
    """Weekdays from `first` to `last`, both included, that are neither holidays nor in a break."""
    closed = [*official_holidays(first, last), *breaks(known, first, last)]
    days = (first + n * DAY for n in range((last - first).days + 1))
    return {
        day
        for day in days
        if day.weekday() < 5 and not any(mark.touches(day, day) for mark in closed)
    }


def official_holidays(first: date, last: date) -> list[Mark]:
    return [mark for mark in official(first, last) if mark.kind is MarkKind.HOLIDAY]


def _break(one: SchoolBreak, year: int) -> tuple[date, date]:
    if one.rule is BreakRule.ISO_WEEK:
        monday = date.fromisocalendar(year, one.week or 1, 1)
        return monday, monday + 4 * DAY
    if one.rule is BreakRule.EASTER:
        sunday = easter(year)
        return sunday - 6 * DAY, sunday + 2 * DAY
    begin = date.fromisoformat(f"{year}-{one.first_day}")
    end = date.fromisoformat(f"{year}-{one.last_day}")
    return begin, end if end >= begin else end.replace(year=year + 1)


def _nth_weekday(one: CulturalDay, year: int) -> date:
    first = date(year, one.month or 1, 1)
    ahead = ((one.weekday or 1) - first.isoweekday()) % 7
    return first + timedelta(days=ahead + 7 * ((one.day or 1) - 1))


def _advent(year: int) -> date:
    christmas = date(year, 12, 25)
    return christmas - timedelta(days=christmas.isoweekday() + 21)


@lru_cache
def _by_moon(rule: DayRule, year: int) -> list[date]:
    dates = {
        DayRule.RAMADAN: MOON.ramadan_beginning_dates,
        DayRule.EID_AL_FITR: MOON.eid_al_fitr_dates,
        DayRule.EID_AL_ADHA: MOON.eid_al_adha_dates,
        DayRule.ASHURA: MOON.ashura_dates,
    }[rule]
    return [day for day, _ in dates(year) if day.year == year]


FOUND: dict[DayRule, Callable[[CulturalDay, int], list[date]]] = {
    DayRule.FIXED: lambda one, year: [date(year, one.month or 1, one.day or 1)],
    DayRule.NTH_WEEKDAY: lambda one, year: [_nth_weekday(one, year)],
    DayRule.EASTER_WESTERN: lambda _, year: [easter(year)],
    DayRule.EASTER_ORTHODOX: lambda _, year: [easter(year, EASTER_ORTHODOX)],
    DayRule.ADVENT: lambda _, year: [_advent(year)],
}
OF_THE_MOON = frozenset({DayRule.RAMADAN, DayRule.EID_AL_FITR, DayRule.EID_AL_ADHA, DayRule.ASHURA})


def _found(one: CulturalDay, year: int) -> list[date]:
    if one.rule in OF_THE_MOON:
        return _by_moon(one.rule, year)
    return FOUND[one.rule](one, year)


def cultural(known: Iterable[CulturalDay], first: date, last: date) -> Iterator[Mark]:
    for one in known:
        for year in range(first.year - 1, last.year + 2):
            for day in _found(one, year):
                begin = day + one.shift * DAY
                end = begin + (one.days - 1) * DAY
                mark = Mark(MarkKind.CULTURAL, one.code, begin, end, one.rule in OF_THE_MOON)
                if mark.touches(first, last):
                    yield mark

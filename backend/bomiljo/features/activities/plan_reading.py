"""What a line of a plan means: week, day, hour, state; what is not understood stays in the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time

from bomiljo.features.activities.model import ActivityStatus, PutOffReason
from bomiljo.features.activities.plan_files import Cells

S = ActivityStatus
NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
ALSO = {
    "måndag": 1, "tysdag": 2, "laurdag": 6, "sundag": 7, "man": 1, "tir": 2, "tirs": 2, "ons": 3,
    "tor": 4, "tors": 4, "fre": 5, "lør": 6, "søn": 7, "monday": 1, "tuesday": 2, "wednesday": 3,
    "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip
WEEKDAYS = {name: number for number, name in enumerate(NAMES, 1)} | ALSO
MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
COLUMNS = {
    "uke": "week", "week": "week", "dato": "day", "dag": "day", "date": "day", "day": "day",
    "aktivitet": "title", "hva": "title", "activity": "title", "title": "title",
    "klokka": "clock", "klokkeslett": "clock", "kl": "clock", "tid": "clock", "time": "clock",
    "status": "status", "sted": "place", "place": "place",
}  # fmt: skip
STATES = {
    "forslag": S.IDEA, "planlagt": S.PLANNED, "booket": S.BOOKED, "bestilt": S.BOOKED,
    "bekreftet": S.CONFIRMED, "utsatt": S.POSTPONED, "avlyst": S.CANCELLED, "gjennomført": S.DONE,
    "ledig": S.OPEN_SLOT,
}  # fmt: skip
REASONS = {
    "vær": PutOffReason.WEATHER,
    "syk": PutOffReason.ILLNESS,
    "for få": PutOffReason.TOO_FEW,
}
WORDS = "|".join(state for state in STATES if state != "ledig")
STATE = re.compile(rf"\s*[(\-–—]\s*({WORDS})\b([^()]*)\)?\s*$", re.IGNORECASE)  # noqa: RUF001
WEATHER = re.compile(r"[\s,(–-]*\b(?:m/|med )?\s*værforbehold\)?", re.IGNORECASE)  # noqa: RUF001
CLOCK = re.compile(r"[\s,–-]*\bkl\.?\s*(\d{1,2})(?:[.:](\d{2}))?\b", re.IGNORECASE)  # noqa: RUF001
DAY = re.compile(r"\b(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\b")
ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
WORDED = re.compile(
    rf"\b(\d{{1,2}})\.?\s*({'|'.join(MONTHS)})[a-zæøå]*\.?(?:\s+(\d{{4}}))?", re.IGNORECASE
)
WEEK = re.compile(r"\b(?:uke\s*)?(\d{1,2})\b", re.IGNORECASE)
ONE_CELL = re.compile(
    r"(?:uke\s*)?(?P<week>\d{1,2})?[\s:]*"
    rf"(?P<day>(?:(?:{'|'.join(WEEKDAYS)})\.?\s*)?\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?)?"
    r"[\s:–-]*(?P<title>.*)",  # noqa: RUF001
    re.IGNORECASE,
)
LONGEST_TITLE, LONGEST_TEXT = 200, 4000


@dataclass(slots=True)
class Read:
    """A line as far as it was understood; `marks` are findings that only the source shows."""

    line: int
    raw: str
    week_number: int | None = None
    day: date | None = None
    year_said: bool = False
    weekday: str | None = None
    title: str | None = None
    description: str | None = None
    starts: time | None = None
    status: ActivityStatus = S.PLANNED
    reason: PutOffReason | None = None
    weather_dependent: bool = False
    place: str | None = None
    marks: dict[str, dict[str, str]] = field(default_factory=dict)


def read(lines: Iterable[Cells], year: int) -> list[Read]:
    """Years go on when the months begin anew; a line without a week belongs to the one above."""
    columns: dict[str, int] | None = None
    found: list[Read] = []
    for cells in lines:
        heading = _heading(cells)
        if heading:
            columns = heading
            continue
        one = _line(_parts(cells, columns), cells, year)
        before = found[-1] if found else None
        if before and one.week_number is None:
            one.week_number = before.week_number
        if before and _goes_back(before, one):
            year += 1
            one.day = one.day and _real(year, one.day.month, one.day.day)
        found.append(one)
    return found


def _goes_back(before: Read, one: Read) -> bool:
    """By half a year, without saying so."""
    if before.day is None or one.day is None or one.year_said:
        return False
    return (before.day - one.day).days > 180


def _heading(cells: Cells) -> dict[str, int]:
    named = {
        COLUMNS[word]: place
        for place, value in enumerate(cells.values)
        if (word := value.lower().strip(".: ")) in COLUMNS
    }
    return named if len(named) > 1 else {}


def _parts(cells: Cells, columns: dict[str, int] | None) -> dict[str, str]:
    """What stands in which column; one cell alone holds them all, in their order."""
    filled = [value for value in cells.values if value]
    if columns is None and len(filled) == 1 and len(cells.values) == 1:
        found = ONE_CELL.fullmatch(filled[0])
        return {key: text for key, text in found.groupdict().items() if text} if found else {}
    columns = columns or {"week": 0, "day": 1, "title": 2}
    parts = {
        name: cells.values[place]
        for name, place in columns.items()
        if place < len(cells.values) and cells.values[place]
    }
    # «Påskeuka» across the cells of day and activity
    day = parts.get("day", "1")
    if "title" not in parts and not any(c.isdigit() for c in day) and _is_no_weekday(day):
        parts["title"] = parts.pop("day")
    return parts


def _is_no_weekday(text: str) -> bool:
    return text.lower().strip(". ") not in WEEKDAYS


def _line(parts: dict[str, str], cells: Cells, year: int) -> Read:
    one = Read(cells.number, " · ".join(value for value in cells.values if value)[:400])
    one.marks = {mark: {} for mark in sorted(cells.marks)}
    if week := WEEK.search(parts.get("week", "")):
        one.week_number = int(week[1]) if 1 <= int(week[1]) <= 53 else None
    _read_day(one, parts.get("day", ""), year)
    _read_title(one, parts.get("title", ""))
    if clock := parts.get("clock"):
        _read_clock(one, f"kl {clock}")
    if state := STATES.get(parts.get("status", "").lower()):
        one.status = state
    if place := parts.get("place"):
        one.place = place[:LONGEST_TITLE]
    return one


def _read_day(one: Read, text: str, year: int) -> None:
    words = [word.strip(".,:") for word in text.lower().split()]
    one.weekday = next((word for word in words if word in WEEKDAYS), None)
    if iso := ISO_DAY.search(text):
        one.year_said = True
        one.day = _real(int(iso[1]), int(iso[2]), int(iso[3]))
    elif found := DAY.search(text) or WORDED.search(text):
        named = found[2][:3].lower()
        month = MONTHS.index(named) + 1 if named in MONTHS else int(found[2])
        one.year_said = found[3] is not None
        one.day = _real(_year(found[3], year), month, int(found[1]))
    if one.day is None and any(c.isdigit() for c in text):
        one.marks["day_unreadable"] = {"text": text[:60]}


def _year(text: str | None, year: int) -> int:
    if text is None:
        return year
    return int(text) if len(text) == 4 else 2000 + int(text)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 2000 <= found.year < 2100 else None


def _read_title(one: Read, text: str) -> None:
    if found := STATE.search(text):
        one.status = STATES[found[1].lower()]
        text = text[: found.start()]
        about = f"{found[2]} {text}".lower()
        if one.status in {S.POSTPONED, S.CANCELLED}:
            one.reason = next((why for word, why in REASONS.items() if word in about), None)
    if WEATHER.search(text):
        one.weather_dependent = True
        text = WEATHER.sub("", text)
    text = _read_clock(one, text).strip(" ,–-")  # noqa: RUF001
    if not text:
        one.status = S.OPEN_SLOT
    elif "?" in text and one.status is S.PLANNED:
        one.status = S.IDEA
    if len(text) > LONGEST_TITLE:
        one.description, one.marks["too_long"] = text[:LONGEST_TEXT], {}
    one.title = text[:LONGEST_TITLE] or None


def _read_clock(one: Read, text: str) -> str:
    found = CLOCK.search(text)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return text
    one.starts = time(int(found[1]), int(found[2] or 0))
    return text[: found.start()] + text[found.end() :]

"""From cells to candidates: every row is read, and whatever is doubtful is said beside it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bomiljo.features.placement.fields import (
    PROTECTIONS,
    RELATIONS,
    REQUIREMENTS,
    SEXES,
    SUPPORTS,
    TONGUES,
    Field,
)
from bomiljo.features.placement.schemas import FindingView, Weight
from bomiljo.kernel import numbers
from bomiljo.kernel.clock import today

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_LIKE_A_NUMBER = re.compile(r"\d{6} ?\d{5,6}")
_BETWEEN = re.compile(r"[,;/\n]+")
LONGEST = {Field.CARE_NOTE: 4000}
LONGEST_LINE = 200
OLDEST = date(1900, 1, 1)
FREE = (Field.EDUCATION, Field.WORK, Field.CARE_NOTE, Field.CURRENT_PLACE)
F = Field


@dataclass(slots=True)
class Person:
    """One row as it was understood; `values` holds only what could be."""

    line: int
    said: dict[Field, str]
    values: dict[Field, object] = field(default_factory=dict)
    findings: list[FindingView] = field(default_factory=list)
    household: str = ""

    def find(self, code: str, about: Field | None, *, warning: bool = False) -> None:
        severity = Weight.WARNING if warning else Weight.ERROR
        self.findings.append(FindingView(field=about, code=code, severity=severity))

    def day(self, about: Field) -> date | None:
        value = self.values.get(about)
        return value if isinstance(value, date) else None


def person(line: int, said: Mapping[Field, str], formulas: Iterable[Field]) -> Person:
    clean = {one: unicodedata.normalize("NFC", text).strip() for one, text in said.items()}
    read = Person(line, clean)
    for about in formulas:
        read.find("formula", about)
    for about, text in clean.items():
        if _CONTROL.search(text):
            read.find("control_characters", about)
        elif len(text) > LONGEST.get(about, LONGEST_LINE):
            read.find("too_long", about)
        elif text:
            READERS.get(about, _as_text)(read, about, text)
    _missing(read)
    return read


def _missing(read: Person) -> None:
    if not read.said.get(F.FAMILY_NAME):
        if given := read.values.pop(F.GIVEN_NAME, None):
            read.values[F.FAMILY_NAME] = given
        else:
            read.find("name_missing", F.FAMILY_NAME)
    for about in (F.BIRTH_DATE, F.DUF, F.OWN_LANGUAGES):
        if not read.said.get(about) and not any(one.field is about for one in read.findings):
            read.find("missing", about, warning=True)


def _as_text(read: Person, about: Field, text: str) -> None:
    if about in FREE and _LIKE_A_NUMBER.search(text):
        read.find("number_in_text", about, warning=True)
    read.values[about] = text if about is F.CARE_NOTE else " ".join(text.split())


def day_of(text: str) -> date | None:
    parts = _ISO.fullmatch(text)
    order = (1, 2, 3) if parts else (3, 2, 1)
    parts = parts or _DAY.fullmatch(text)
    if parts is None:
        return None
    try:
        return date(*(int(parts[one]) for one in order))
    except ValueError:
        return None


def _as_day(read: Person, about: Field, text: str) -> None:
    found = day_of(text)
    if found is None:
        read.find("day_unreadable", about)
    elif not OLDEST <= found <= date(2100, 1, 1):
        read.find("day_impossible", about)
    elif about in {F.BIRTH_DATE, F.GRANTED_ON} and found > today():
        read.find("day_in_future", about)
    else:
        if about is F.PLANNED_ON and found < today():
            read.find("planned_past", about, warning=True)
        read.values[about] = found


def _as_one_of(words: Mapping[str, str]) -> Callable[[Person, Field, str], None]:
    def read_one(read: Person, about: Field, text: str) -> None:
        known = words.get(" ".join(text.casefold().split()))
        if known is None:
            read.find("word_unknown", about)
        else:
            read.values[about] = known

    return read_one


def _as_protection(read: Person, about: Field, text: str) -> None:
    """A grade that we do not understand counts as one."""
    known = PROTECTIONS.get(" ".join(text.casefold().split()))
    if known is None:
        read.find("protection_unknown", about, warning=True)
    read.values[about] = known or "unknown"


def _as_list(words: Mapping[str, str], *, warning: bool) -> Callable[[Person, Field, str], None]:
    def read_list(read: Person, about: Field, text: str) -> None:
        parts = [" ".join(one.casefold().split()) for one in _BETWEEN.split(text)]
        known = [words[one] for one in parts if one in words]
        if any(one and one not in words for one in parts):
            read.find("language_unknown" if warning else "word_unknown", about, warning=warning)
        read.values[about] = [*dict.fromkeys(known)]

    return read_list


def _as_duf(read: Person, about: Field, text: str) -> None:
    digits = re.sub(r"[\s.-]", "", text)
    if not numbers.is_duf(digits):
        read.find("duf_not_twelve", about)
        return
    if not numbers.duf_check_fits(digits):
        read.find("duf_check", about, warning=True)
    read.values[about] = digits


READERS: dict[Field, Callable[[Person, Field, str], None]] = {
    F.RELATION: _as_one_of(RELATIONS),
    F.SEX: _as_one_of(SEXES),
    F.SUPPORT: _as_one_of(SUPPORTS),
    F.PROTECTION: _as_protection,
    F.BIRTH_DATE: _as_day,
    F.GRANTED_ON: _as_day,
    F.PLANNED_ON: _as_day,
    F.OWN_LANGUAGES: _as_list(TONGUES, warning=True),
    F.WRITTEN_LANGUAGES: _as_list(TONGUES, warning=True),
    F.INTERPRETER_LANGUAGES: _as_list(TONGUES, warning=True),
    F.REQUIREMENTS: _as_list(REQUIREMENTS, warning=False),
    F.DUF: _as_duf,
}


def twice(people: Iterable[Person]) -> None:
    """The same number or reference on two rows."""
    known = [*people]
    for about, code, warning in (
        (F.DUF, "duf_twice", False),
        (F.CASE_REF, "reference_twice", True),
    ):
        seen = Counter(one.values[about] for one in known if about in one.values)
        for one in known:
            if seen.get(one.values.get(about), 0) > 1:
                one.find(code, about, warning=warning)

"""Check digits of Norwegian person numbers (domain facts 1.2, 1.4 and 1.6).

They tell whether a number was typed right, never when somebody was born or that the number exists.
"""

import re
from calendar import monthrange
from datetime import date

_ELEVEN = re.compile(r"[0-9]{11}")
_TWELVE = re.compile(r"[0-9]{12}")
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_DUF = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
WIDER_CHECK_FROM = date(2032, 1, 1)
"""From this day on numbers are issued whose first check leaves 0, 1, 2 or 3 (Skatteetaten)."""


def _weighed(number: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))


def is_synthetic(number: str) -> bool:
    """Whether eleven digits are one of the tax administration's test persons (month +80)."""
    return int(number[2:4]) > 80


def _has_a_day(number: str, kind: str) -> bool:
    day, month, year = int(number[:2]), int(number[2:4]), int(number[4:6])
    day -= 40 if kind == "dnr" else 0
    month -= 80 if is_synthetic(number) else 0
    return 1 <= month <= 12 and 1 <= day <= monthrange(2000 + year, month)[1]


def is_person_number(number: str, kind: str, on_day: date) -> bool:
    """Whether the digits fit a national identity number (`fnr`) or a D-number (`dnr`)."""
    if not _ELEVEN.fullmatch(number) or not _has_a_day(number, kind):
        return False
    first = (_weighed(number, _FIRST) + int(number[9])) % 11
    second = (_weighed(number, _SECOND) + int(number[10])) % 11
    return second == 0 and first in (range(4) if on_day >= WIDER_CHECK_FROM else (0,))


def is_duf(number: str) -> bool:
    return bool(_TWELVE.fullmatch(number))


def duf_check_fits(number: str) -> bool:
    return _weighed(number, _DUF) % 11 == int(number[10:])


def masked(number: str) -> str:
    """As much as tells two numbers of one person apart: the first six digits, of a DUF its year."""
    shown = 4 if len(number) == 12 else 6
    return f"{number[:shown]} {'*' * (len(number) - shown)}"

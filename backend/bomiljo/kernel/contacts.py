"""How somebody is reached. Telephone numbers as they are dialled from Norway (domain facts 4.7):
a number with a country code is kept as E.164; a national one as its digits, because emergency and
service numbers (113, 02800, 116117) cannot be dialled with a country code.
"""

import re

import phonenumbers
from pydantic_core import PydanticCustomError

_GROUPING = re.compile(r"[\s().\-\u2010-\u2015]+")
_SHORT = re.compile(r"[0-9]{3}|0[0-9]{4}|116[0-9]{3}")
_NATIONAL = re.compile(r"[2-9][0-9]{7}")
_INTERNATIONAL = re.compile(r"\+[0-9]{7,15}")
_EMAIL = re.compile(r"[^@\s<>\"]{1,64}@[^@\s<>\".]+(\.[^@\s<>\".]+)+")


def dialled(text: str) -> str | None:
    """`text` as it is dialled; None when it is no number."""
    number = _GROUPING.sub("", text)
    number = f"+{number[2:]}" if number.startswith("00") else number
    if _SHORT.fullmatch(number) or _NATIONAL.fullmatch(number):
        return number
    if not _INTERNATIONAL.fullmatch(number):
        return None
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    if parsed.country_code == 47:
        national = str(parsed.national_number)
        return national if _NATIONAL.fullmatch(national) else None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def phone_number(text: str) -> str:
    number = dialled(text)
    if number is None:
        code = "phone_number"
        raise PydanticCustomError(code, "Not a telephone number such as 412 34 567 or +380 …")
    return number


def email_address(text: str) -> str:
    if len(text) > 254 or not _EMAIL.fullmatch(text):
        code = "email_address"
        raise PydanticCustomError(code, "Not an e-mail address such as navn@example.no")
    return text

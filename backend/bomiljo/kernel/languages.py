"""The languages people speak here, by their BCP 47 tags: kept as data (domain facts 4.6)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True)
class Known:
    """One language; `portal` tells whether the resident portal speaks it."""

    code: str
    nb: str
    autonym: str
    direction: Literal["ltr", "rtl"]
    portal: bool


LANGUAGES = {
    entry["code"]: Known(**entry)
    for entry in json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
}


def _known(code: str) -> str:
    if code not in LANGUAGES:
        name = "language"
        raise PydanticCustomError(name, "Not one of the languages of GET /v1/languages")
    return code


def _of_the_portal(code: str) -> str:
    if not LANGUAGES[_known(code)].portal:
        name = "portal_language"
        raise PydanticCustomError(name, "The portal does not speak this language yet")
    return code


LanguageTag = Annotated[
    str, Field(min_length=2, max_length=12, examples=["uk"]), AfterValidator(_known)
]
PortalLanguage = Annotated[
    str, Field(min_length=2, max_length=12, examples=["nb"]), AfterValidator(_of_the_portal)
]

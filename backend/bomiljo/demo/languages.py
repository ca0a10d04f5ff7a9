"""How a person's languages are written down in the data files."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from bomiljo.kernel.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Speaks:
    language: str
    own: bool
    written: bool
    interpreter: bool


def _languages(text: object) -> object:
    """`uk:owi ru:w`: per language o (own), w (reads and writes), i (interpreter wanted)."""
    if not isinstance(text, str):
        return text
    pairs = (part.partition(":") for part in text.split())
    return [Speaks(LANGUAGES[tag].code, "o" in m, "w" in m, "i" in m) for tag, _, m in pairs]


Languages = Annotated[list[Speaks], BeforeValidator(_languages)]

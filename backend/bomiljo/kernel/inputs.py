"""What comes in: text is cleaned once, here, and unknown fields are refused."""

import re
import unicodedata
from datetime import date, time
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
)
from pydantic_core import CoreSchema, PydanticCustomError
from typing_extensions import override

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LINE_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029]+\s*")


def _be_exact(schema: Any) -> None:
    if isinstance(schema, list):
        for one in schema:
            _be_exact(one)
    elif isinstance(schema, dict):
        if schema.get("type") in {"bool", "int"}:
            schema["strict"] = True
        for one in schema.values():
            _be_exact(one)


class Input(BaseModel):
    """Base of every request body. A number is no truth value, and a text no number."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    @classmethod
    @override
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = handler(source)
        _be_exact(schema)
        return schema


def _clean(text: str) -> str:
    if _CONTROL.search(text):
        code = "control_characters"
        raise PydanticCustomError(code, "The text holds characters that cannot be stored")
    return unicodedata.normalize("NFC", text)


def _one_line(text: str) -> str:
    return _LINE_BREAKS.sub(" ", text)


Line = Annotated[
    str, Field(min_length=1, max_length=200), AfterValidator(_clean), AfterValidator(_one_line)
]
"""One line of text, 1 to 200 characters; people's names may need all of them."""

Text = Annotated[str, Field(min_length=1, max_length=4000), AfterValidator(_clean)]
"""Running text, 1 to 4000 characters."""

Version = Annotated[int, Field(ge=1, le=2_147_483_647, examples=[1])]
"""The version that the person was looking at when they began to edit."""


def _written_out(given: Any) -> Any:
    if isinstance(given, int | float) or (isinstance(given, str) and not _DAY.match(given)):
        code = "date_parsing"
        raise PydanticCustomError(code, "A day is written as 2026-11-24")
    return given


AnyDay = Annotated[date, BeforeValidator(_written_out)]
"""A day as the calendar writes it; a bare number is none, though it would count seconds."""

Day = Annotated[AnyDay, Field(ge=date(2000, 1, 1), le=date(2100, 1, 1), examples=["2026-11-24"])]
"""A day in the life of the house."""


def _on_the_wall(clock: time) -> time:
    if clock.tzinfo or clock.second or clock.microsecond:
        code = "clock"
        raise PydanticCustomError(code, "Hours and minutes as the clock in Oslo shows them")
    return clock


Clock = Annotated[time, AfterValidator(_on_the_wall), Field(examples=["10:00"])]
"""Wall clock in Oslo."""

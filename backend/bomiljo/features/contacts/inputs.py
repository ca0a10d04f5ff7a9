"""What comes in."""

from itertools import pairwise
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from bomiljo.features.contacts.model import (
    AnswerRule,
    ContactOrganisation,
    DirectoryKind,
    Topic,
)
from bomiljo.kernel.contacts import email_address, phone_number
from bomiljo.kernel.inputs import Day, Input, Line, Text, Version
from bomiljo.kernel.languages import LanguageTag

Phone = Annotated[Line, AfterValidator(phone_number), Field(examples=["412 34 567"])]
Email = Annotated[Line, AfterValidator(email_address), Field(examples=["navn@example.no"])]
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["08:00"])]
MIDNIGHT = "00:00"


class HoursInput(Input):
    """ISO weekday, wall clock in Oslo; `to_time` 00:00 is the end of the day."""

    weekday: Annotated[int, Field(ge=1, le=7, examples=[1])]
    from_time: Annotated[Clock, Field(examples=["08:00"])]
    to_time: Annotated[Clock, Field(examples=["15:30"])]
    note: Line | None = None

    @model_validator(mode="after")
    def ends_later(self) -> "HoursInput":
        if self.to_time != MIDNIGHT and self.to_time <= self.from_time:
            code = "hours_order"
            raise PydanticCustomError(code, "The hours end before they begin")
        return self


def _apart(given: list[HoursInput]) -> list[HoursInput]:
    ordered = sorted(given, key=lambda one: (one.weekday, one.from_time))
    for before, after in pairwise(ordered):
        same_day = before.weekday == after.weekday
        if same_day and (before.to_time == MIDNIGHT or after.from_time < before.to_time):
            code = "hours_overlap"
            raise PydanticCustomError(code, "Two of the hours run into each other")
    return ordered


def _each_once(given: list[str]) -> list[str]:
    return list(dict.fromkeys(given))


Hours = Annotated[list[HoursInput], Field(max_length=28), AfterValidator(_apart)]
Languages = Annotated[list[LanguageTag], Field(max_length=20), AfterValidator(_each_once)]


class NewContact(Input):
    """`name` and `phone` of their own, or those of the named member of staff or organisation."""

    kind: DirectoryKind
    organisation: ContactOrganisation
    organisation_name: Annotated[Line | None, Field(examples=["Frivilligsentralen"])] = None
    site_id: Annotated[UUID | None, Field(description="Left out: for the whole district")] = None
    user_id: UUID | None = None
    organisation_id: UUID | None = None
    name: Annotated[Line | None, Field(examples=["Kundesenteret"])] = None
    phone: Phone | None = None
    email: Email | None = None
    title: Annotated[Line | None, Field(examples=["Leksehjelp"])] = None
    helps_with: Text | None = None
    languages: Languages = Field(default_factory=list)
    visible_to_residents: bool = True
    from_day: Annotated[Day | None, Field(description="Left out: from today")] = None
    hours: Hours = Field(default_factory=list)


class EditContact(Input):
    """What is left out stays; `null` empties; `hours` and `languages` are given whole."""

    version: Version
    organisation_name: Line | None = None
    site_id: UUID | None = None
    name: Line | None = None
    phone: Phone | None = None
    email: Email | None = None
    title: Line | None = None
    helps_with: Text | None = None
    languages: Languages | None = None
    visible_to_residents: bool | None = None
    hours: Hours | None = None


class EndContact(Input):
    """`on_day` is the first day without them; `null` when they go on after all."""

    version: Version
    on_day: Day | None


class SetResponsibility(Input):
    """One topic, of the catalogue or the district's own; `version` 0 where nobody was named."""

    version: Annotated[int, Field(ge=0, le=2_147_483_647, examples=[0])]
    topic: Annotated[Topic | None, Field(examples=["repairs"])] = None
    topic_id: UUID | None = None
    organisation: ContactOrganisation
    owner_id: UUID | None = None
    backup_id: UUID | None = None
    rule: AnswerRule = AnswerRule.ANSWER
    say_this: Annotated[Text | None, Field(examples=["Ring kundesenteret."])] = None


class ClearResponsibility(Input):
    version: Version


class NewTopic(Input):
    title: Annotated[Line, Field(max_length=80, examples=["Dyrking i hagen"])]


class EditTopic(Input):
    version: Version
    title: Annotated[Line, Field(max_length=80, examples=["Dyrking i hagen"])]

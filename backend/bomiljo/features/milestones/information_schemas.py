"""What a resident has been told, how, and in which language."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from bomiljo.features.milestones.model import InformationChannel, InformationTopic
from bomiljo.kernel.inputs import Day, Input
from bomiljo.kernel.languages import LanguageTag
from bomiljo.kernel.views import View


class GivenView(View):
    id: UUID
    topic: InformationTopic
    given_on: date
    channel: InformationChannel
    language: str
    interpreter: bool
    given_by: str


class InformationView(View):
    """Every time each topic was told, the latest first."""

    resident_id: UUID
    items: list[GivenView]


class TellResident(Input):
    topics: Annotated[list[InformationTopic], Field(min_length=1, max_length=10)]
    given_on: Day
    channel: InformationChannel
    language: LanguageTag
    interpreter: bool = False

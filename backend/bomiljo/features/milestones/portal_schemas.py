from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from bomiljo.features.milestones.model import Mover
from bomiljo.kernel.inputs import Input
from bomiljo.kernel.languages import PortalLanguage
from bomiljo.kernel.views import View


class OwnPathQuery(Input):
    language: Annotated[PortalLanguage, Field(examples=["uk"])] = "nb"


class OwnStep(View):
    """`say`: what I can do myself, in the language asked for."""

    code: str
    name: str
    say: str
    state: Literal["done", "now", "waiting", "later"]
    mover: Mover
    due_on: date | None
    done_on: date | None


class OwnPath(View):
    items: list[OwnStep]

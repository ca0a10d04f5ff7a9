"""What comes in."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field
from pydantic_core import PydanticCustomError

from bomiljo.features.furnishing.model import Fits, Step, SupportState
from bomiljo.kernel.inputs import Clock, Day, Input, Line, Text, Version

Pieces = Annotated[int, Field(ge=0, le=999)]
Article = Annotated[Line, Field(examples=["Stekepanne"])]
Room = Annotated[Line, Field(examples=["Kjøkkenutstyr"])]


class NewPackageLine(Input):
    room: Room
    item: Article
    quantity: Annotated[int, Field(ge=1, le=999, examples=[1])]
    needs_assembly: bool = False
    supplier: Line | None = None
    per_person: Annotated[bool, Field(description="That many for each who lives there")] = False


def _each_once(lines: tuple[NewPackageLine, ...]) -> tuple[NewPackageLine, ...]:
    if len({line.item.casefold() for line in lines}) < len(lines):
        code = "item_twice"
        raise PydanticCustomError(code, "An article stands on the list twice")
    return lines


class NewEdition(Input):
    """Replaces the package of the same name; lists that are made already stay."""

    fits: Annotated[Fits, Field(examples=["dwelling"])]
    household_size: Annotated[
        int | None, Field(ge=1, le=20, description="Left out: for every size")
    ] = None
    edition: Annotated[
        int, Field(ge=0, le=100_000, description="The edition that it replaces; 0: the first")
    ]
    name: Annotated[Line, Field(examples=["Grunnpakke"])]
    lines: Annotated[
        tuple[NewPackageLine, ...], Field(min_length=1, max_length=200), AfterValidator(_each_once)
    ]


class NewChecklists(Input):
    """A list for each unit. One that was furnished before is made ready again: what is there
    needs only a check."""

    package_id: UUID
    unit_ids: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=200)]


class Tick(Input):
    """`at` is when it happened, by the phone's clock; a phone may have been without network."""

    line_id: UUID
    step: Annotated[Step, Field(examples=["placed"])]
    at: AwareDatetime | None = None

    def moment(self, earliest: datetime, latest: datetime) -> datetime:
        return min(max(self.at or latest, earliest), latest)


class Ticks(Input):
    ticks: Annotated[tuple[Tick, ...], Field(min_length=1, max_length=500)]


class Withdraw(Input):
    """Takes back a step, and those after it."""

    line_id: UUID
    step: Annotated[Step, Field(examples=["placed"])]


class Shortage(Input):
    """Pieces that are missing or broken; they go through the lane anew. 0: they were there."""

    line_id: UUID
    pieces: Annotated[Pieces, Field(examples=[1])]
    note: Annotated[Line | None, Field(examples=["Manglet i esken"])] = None


class EditLine(Input):
    """Another number than in the package needs a reason; write nothing about persons."""

    version: Version
    quantity: Pieces | None = None
    reason: Annotated[Text | None, Field(examples=["Plassbygd hylle i gangen"])] = None


class ExtraLine(Input):
    version: Version
    room: Room
    item: Article
    quantity: Annotated[int, Field(ge=1, le=999, examples=[1])]
    needs_assembly: bool = False
    supplier: Line | None = None
    reason: Annotated[Text, Field(examples=["Mørk gang uten vindu"])]


class HandOverKey(Input):
    version: Version


class PutStock(Input):
    site_id: UUID
    item: Article
    quantity: Annotated[int, Field(ge=0, le=99_999, examples=[4])]


class NewOrders(Input):
    """Everything that the site's lists need, one order for each supplier."""

    site_id: UUID


class ArrivedLine(Input):
    order_line_id: UUID
    delivered: Annotated[
        int, Field(ge=0, le=99_999, description="So far, all together", examples=[1])
    ]


class Arrived(Input):
    version: Version
    lines: Annotated[tuple[ArrivedLine, ...], Field(min_length=1, max_length=500)]


class AskWindow(Input):
    """A delivery that somebody thinks of, by the wall clock in Oslo."""

    day: Day
    from_time: Clock
    to_time: Annotated[Clock, Field(examples=["12:00"])]


class SetWindow(AskWindow):
    """`reason`: why the lorry comes at a time when a neighbour wants none."""

    version: Version
    supplier_note: Annotated[Line | None, Field(examples=["Bil med løftelem"])] = None
    reason: Annotated[Line | None, Field(examples=["Avtalt med rektor"])] = None


class SaySupport(Input):
    """The day on which it came so far; no amount and no reason."""

    version: Annotated[int, Field(ge=0, le=2_147_483_647, description="0: the first", examples=[0])]
    status: Annotated[SupportState, Field(examples=["applied"])]
    day: Day

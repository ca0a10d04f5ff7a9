from typing import Annotated
from uuid import UUID

from pydantic import Field as Rule
from pydantic import StringConstraints

from bomiljo.features.placement.fields import Field
from bomiljo.features.placement.model import RequestAnswer, Requirement, Suitability, Support
from bomiljo.kernel.inputs import Day, Input, Line, Text, Version
from bomiljo.kernel.sheets import MOST_COLUMNS, MOST_ROWS

LineNumber = Annotated[int, Rule(ge=1, le=1_000_000)]


class Fix(Input):
    """What somebody wrote in the preview in place of what the file says."""

    line: LineNumber
    field: Field
    value: Annotated[str, StringConstraints(max_length=4000)]


class Reading(Input):
    """How to read a file: which column is which field, what is corrected, what is left out."""

    columns: Annotated[list[Field | None], Rule(max_length=MOST_COLUMNS)] | None = None
    fixes: Annotated[list[Fix], Rule(max_length=10_000)] = Rule(default_factory=list)
    left_out: Annotated[list[LineNumber], Rule(max_length=MOST_ROWS)] = Rule(default_factory=list)
    grades_checked: Annotated[
        bool,
        Rule(description="Those without a grade were checked: they have no address protection"),
    ] = False


class ImportList(Reading):
    reference: Line
    received_on: Day
    answer_due: Day | None = None
    guardians: Annotated[
        list[UUID], Rule(max_length=2, description="The two who shall see protected persons")
    ] = Rule(default_factory=list)


class AnswerRequest(Input):
    version: Version
    answer: RequestAnswer
    answered_on: Day


class UndoImport(Input):
    version: Version


class SetNeeds(Input):
    version: Version
    requirements: Annotated[list[Requirement], Rule(max_length=6)]
    support: Support


class WithdrawCandidate(Input):
    version: Version
    withdrawn: bool


class LookIntoCare(Input):
    """Why the note is opened; it stands in the log."""

    purpose: Annotated[Line, Rule(examples=["Vurderer om leiligheten passer"])]


class AssessCare(Input):
    """What is left out stays."""

    version: Version
    purpose: Annotated[Line, Rule(examples=["Vurderer om leiligheten passer"])]
    note: Text | None = None
    suitability: Suitability | None = None


class NoteCheck(Input):
    found_new: bool

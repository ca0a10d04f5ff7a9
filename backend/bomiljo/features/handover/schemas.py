from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field
from pydantic_core import PydanticCustomError

from bomiljo.features.handover.model import (
    Clause,
    Condition,
    InspectionKind,
    InspectionPlace,
    MoveInStep,
)
from bomiljo.features.identity.schemas import Named
from bomiljo.kernel.inputs import Input, Line, Version
from bomiljo.kernel.languages import PortalLanguage
from bomiljo.kernel.views import View


def _of_our_time(at: datetime) -> datetime:
    if not 2000 <= at.year < 2100:
        code = "out_of_range"
        raise PydanticCustomError(code, "Between the years 2000 and 2100")
    return at


Moment = Annotated[
    AwareDatetime, AfterValidator(_of_our_time), Field(examples=["2026-11-30T10:15:00+01:00"])
]


class DoneStepView(View):
    step: MoveInStep
    done_at: datetime
    done_by: Named


class ExplainedClauseView(View):
    clause: Clause
    explained_at: datetime
    explained_by: Named


class MoveInDayView(View):
    """The steps that are done; `move_report_by` is the last day to report the move.

    folkeregisterloven § 6-1 gives eight days.
    """

    tenancy_id: UUID
    language: str | None
    interpreter: bool | None
    arrived_at: datetime | None
    in_flat_at: datetime | None
    appointment_at: datetime | None
    appointment_place: str | None
    finished_at: datetime | None
    move_report_by: date
    dwelling_number: str | None
    steps: list[DoneStepView]
    clauses: list[ExplainedClauseView]
    version: int


class EditMoveInDay(Input):
    """Only what is named changes."""

    version: Version
    language: PortalLanguage | None = None
    interpreter: bool | None = None
    arrived_at: Moment | None = None
    in_flat_at: Moment | None = None
    appointment_at: Moment | None = None
    appointment_place: Annotated[Line | None, Field(examples=["Kontoret i første etasje"])] = None


class TickMoveIn(Input):
    step: Annotated[MoveInStep, Field(examples=["keys"])]
    done: Annotated[bool, Field(examples=[True])]


class ExplainClause(Input):
    clause: Annotated[Clause, Field(examples=["rent"])]
    explained: Annotated[bool, Field(examples=[True])]


class SameDay(View):
    """Of those who moved in at a site: in the flat on the day they arrived, later, or not noted."""

    same_day: int
    later: int
    not_noted: int


class FindingView(View):
    place: InspectionPlace
    state: Condition
    note: str | None


class InspectionPictureView(View):
    id: UUID
    place: InspectionPlace
    width: int
    height: int


class InspectionView(View):
    kind: InspectionKind
    tenant_present: bool | None
    finished_at: datetime | None
    finished_by: Named | None
    findings: list[FindingView]
    pictures: list[InspectionPictureView]


class Inspections(View):
    """At most two: when the household came, and when it left."""

    items: list[InspectionView]


class PutFinding(Input):
    kind: Annotated[InspectionKind, Field(examples=["move_in"])]
    place: Annotated[InspectionPlace, Field(examples=["hall"])]
    state: Annotated[Condition, Field(examples=["remark"])]
    note: Annotated[Line | None, Field(examples=["Ripe i gulvet ved døra"])] = None


class FinishInspection(Input):
    kind: Annotated[InspectionKind, Field(examples=["move_in"])]
    tenant_present: Annotated[bool, Field(examples=[True])]

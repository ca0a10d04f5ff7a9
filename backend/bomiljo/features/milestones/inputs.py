"""What comes in."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from bomiljo.features.milestones.model import MilestoneStatus, Mover
from bomiljo.kernel.inputs import Day, Input, Line, Text, Version
from bomiljo.kernel.listing import ListQuery


class BeginMilestones(Input):
    """`from_day` starts the clocks of somebody whose settlement date is not known."""

    from_day: Day


class EditMilestone(Input):
    """What is left out stays. An empty `due_on` counts the deadline by the template again."""

    version: Version
    status: Annotated[MilestoneStatus | None, Field(examples=["in_progress"])] = None
    done_on: Day | None = None
    waiting_for: Annotated[Mover | None, Field(examples=["outside"])] = None
    waiting_since: Annotated[Day | None, Field(description="Left out: from today")] = None
    due_on: Day | None = None
    due_because: Line | None = None
    shared_because: Annotated[
        Line | None, Field(description="Why health staff may see this step of health")
    ] = None
    note: Annotated[Text | None, Field(description="Nothing on health, and no identity number")] = (
        None
    )


class SetHealthStep(Input):
    version: Version
    status: Literal[MilestoneStatus.NOT_STARTED, MilestoneStatus.IN_PROGRESS, MilestoneStatus.DONE]
    done_on: Day | None = None


class MilestoneQuery(ListQuery):
    """Open steps, unless `status` says otherwise."""

    site_id: UUID | None = None
    code: Annotated[str | None, Field(pattern="^[A-Z_]{1,40}$", examples=["BANK_ACCOUNT"])] = None
    status: MilestoneStatus | None = None
    mover: Mover | None = None
    overdue: Annotated[bool, Field(description="Only those past their deadline")] = False
    blocked: Annotated[
        bool | None,
        Field(description="Whether an earlier step, or its day, keeps it from beginning"),
    ] = None
    mine: Annotated[bool, Field(description="Only of residents I help")] = False
    waited_days: Annotated[
        int | None, Field(ge=1, le=3650, description="Possible or waiting for at least so long")
    ] = None

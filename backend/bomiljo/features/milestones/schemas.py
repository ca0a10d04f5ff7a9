"""What leaves the room: steps by their codes; the template has the words."""

from datetime import date
from uuid import UUID

from bomiljo.features.identity.schemas import Named
from bomiljo.features.milestones.model import MilestoneArea, MilestoneStatus, Mover
from bomiljo.kernel.listing import Page
from bomiljo.kernel.views import View


class StepText(View):
    """`detour`: a lawful way around while the step waits."""

    name: str
    hint: str
    detour: str | None


class StepTexts(View):
    nb: StepText
    en: StepText


class StepView(View):
    edition: int
    code: str
    area: MilestoneArea
    mover: Mover
    depends_on: list[str]
    law: str | None
    texts: StepTexts


class Template(View):
    items: list[StepView]


class MilestoneView(View):
    """`mover`: whose move it is; `since`: from when it could begin, or waits; `blocked_by`: the
    earlier steps that are not done."""

    id: UUID
    edition: int
    code: str
    status: MilestoneStatus
    mover: Mover
    since: date
    blocked_by: list[str]
    waiting_for: Mover | None
    waiting_since: date | None
    due_on: date | None
    due_because: str | None
    done_on: date | None
    note: str | None
    shared_because: str | None
    version: int


class MilestoneLine(View):
    resident_id: UUID
    settled_on: date | None
    items: list[MilestoneView]


class MilestoneRow(View):
    id: UUID
    resident: Named
    edition: int
    code: str
    status: MilestoneStatus
    mover: Mover
    since: date
    blocked_by: list[str]
    due_on: date | None


class MilestonePage(Page[MilestoneRow]):
    pass


class WaitingTime(View):
    """Days from when a step could begin until it was done; both withheld below five persons."""

    code: str
    done: int | None
    median_days: int | None


class WaitingTimes(View):
    least: int
    items: list[WaitingTime]


class HealthStep(View):
    """All that health staff see of a resident: whose step it is, and how far it has come."""

    id: UUID
    resident: Named
    edition: int
    code: str
    status: MilestoneStatus
    due_on: date | None
    done_on: date | None
    version: int


class HealthSteps(View):
    """Open ones, the nearest deadline first, and those done within a month."""

    items: list[HealthStep]

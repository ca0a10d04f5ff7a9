from bomiljo.demo.fact import Fact
from bomiljo.features.milestones.model import MilestoneStatus, Mover


class OpenStep(Fact):
    """A step that somebody has not come past; `days`: since when, from the first load."""

    person: str
    code: str
    status: MilestoneStatus = MilestoneStatus.NOT_STARTED
    days: int | None = None
    mover: Mover | None = None
    note: str | None = None


class Milestones(Fact):
    """`usual`: how many days after a person came a step was done, give or take a few."""

    usual: dict[str, int]
    open: list[OpenStep]

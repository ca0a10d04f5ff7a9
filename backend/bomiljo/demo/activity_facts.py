from datetime import date, time

from bomiljo.demo.fact import Fact
from bomiljo.features.activities.model import ActivityStatus, PutOffReason
from bomiljo.kernel.languages import LanguageTag


class Activity(Fact):
    """`on`: a day, or days from the first load; or a `weekday` so many weeks ahead (1 = Monday).

    `in_week`: the Monday of a week that is all that is known.
    """

    key: str
    title: str | None = None
    description: str | None = None
    status: ActivityStatus
    on: date | int | None = None
    weekday: int | None = None
    weeks_ahead: int = 0
    in_week: date | None = None
    starts: time | None = None
    ends: time | None = None
    weather_dependent: bool = False
    place: str | None = None
    meeting_point: str | None = None
    interpreters: list[LanguageTag] = []
    responsible: str | None = None
    capacity: int | None = None
    reason: PutOffReason | None = None
    printed_weekday: str | None = None
    origin: str | None = None
    postponed_from: str | None = None
    signed_up: list[str] = []
    absent: list[str] = []
    walk_ins: list[str] = []

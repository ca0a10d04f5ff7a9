"""What one room tells another's page without either knowing the other: lines and hits."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, Literal, TypeVar
from uuid import UUID

from bomiljo.kernel.views import View

P = TypeVar("P")
F = TypeVar("F")


class Place(StrEnum):
    """Which page a link leads to."""

    INCIDENT = "incident"
    UNIT = "unit"
    RESIDENT = "resident"
    TENANCY = "tenancy"
    MOVE_IN_DAY = "move_in_day"
    ACTIVITY = "activity"
    MEETING = "meeting"
    ACTION = "action"
    CONTACT = "contact"
    RESPONSIBILITIES = "responsibilities"
    PLACEMENT = "placement"
    REQUEST = "request"
    ORDER = "order"
    CREW_WEEK = "crew_week"


class Link(View):
    to: Place
    id: UUID


class LineView(View):
    """One thing that waits; `kind` is its sentence in the catalogues, `about` fills it."""

    kind: str
    about: dict[str, str]
    title: str | None
    at: datetime | None
    day: date | None
    severity: Literal["low", "medium", "serious", "acute"] | None
    overdue: bool
    link: Link | None


class HitView(View):
    """One find of the global search."""

    title: str
    detail: str | None
    link: Link


@dataclass(frozen=True, slots=True)
class Source(Generic[P, F]):
    """A room's contribution to I dag or to the search, for those who hold `permission`."""

    key: str
    permission: P
    find: F


Lines = Callable[..., Awaitable[list[LineView]]]
Hits = Callable[..., Awaitable[list[HitView]]]

"""What a room puts into the calendar, on screens and in feeds, without knowing either."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bomiljo.kernel.lines import Link


class Certainty(StrEnum):
    """As RFC 5545 names an event's STATUS."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated thing. `begins` is a day where no hour is known; `ends` lies after it, or is null.

    `title` is for those who may read it on the screen, `neutral` for a feed, which leaves the
    house: it names neither a person nor what kind of house this is. `state` is the room's status.
    `sequence` counts up with each change that a subscriber must see (RFC 5545 SEQUENCE).
    `subjects`: the residents whom its title may tell of; whoever is shown it is logged.
    """

    room: str
    id: UUID
    site_id: UUID
    title: str
    neutral: str
    begins: datetime | date
    ends: datetime | None
    place: str | None
    certainty: Certainty
    state: str
    sequence: int
    changed_at: datetime
    mine: bool
    link: Link
    subjects: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day to the last, both included, at some sites."""

    first: date
    last: date
    sites: tuple[UUID, ...]


Happenings = Callable[..., Awaitable[list[Happening]]]

"""What a room puts into the calendar, on screens and in feeds, without knowing either."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    DateTime,
    Uuid,
    any_,
    bindparam,
    cast,
    func,
    literal_column,
)
from sqlalchemy.dialects.postgresql import ARRAY

from bomiljo.kernel.clock import OSLO
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

    @property
    def bounds(self) -> dict[str, Any]:
        """As a prepared statement names them; `until` is the first day that is outside."""
        return {
            "first": self.first,
            "last": self.last,
            "until": self.last + timedelta(days=1),
            "sites": list(self.sites),
        }


FIRST: Any = bindparam("first", type_=Date())
LAST: Any = bindparam("last", type_=Date())
UNTIL: Any = bindparam("until", type_=Date())


def at_sites(column: Any) -> ColumnElement[bool]:
    within: ColumnElement[bool] = column == any_(bindparam("sites", type_=ARRAY(Uuid())))
    return within


def in_oslo(day: Any) -> ColumnElement[datetime]:
    """The instant at which `day` begins here."""
    return func.timezone(literal_column(f"'{OSLO.key}'"), cast(day, DateTime()))


Happenings = Callable[..., Awaitable[list[Happening]]]

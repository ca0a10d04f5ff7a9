"""Who could set up what on which day: the largest unit first, to whomever has least to do."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

PAIR = 2


@dataclass(frozen=True, slots=True)
class Load:
    """A unit's list and how many pieces of it are left; in the order of the doors."""

    checklist_id: UUID
    pieces: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What is planned already."""

    day: date
    pieces: int
    members: Collection[UUID]


@dataclass(frozen=True, slots=True)
class Suggested:
    checklist_id: UUID
    day: date
    members: tuple[UUID, ...]


def teams(people: Sequence[UUID]) -> list[tuple[UUID, ...]]:
    """Two and two, for a wardrobe is not lifted alone; the one left over makes three."""
    pairs = [
        tuple(people[at : at + PAIR]) for at in range(0, len(people) - len(people) % PAIR, PAIR)
    ]
    if len(people) % PAIR and pairs:
        return [*pairs[:-1], (*pairs[-1], people[-1])]
    return pairs or [tuple(people)]


def spread(
    loads: Iterable[Load], days: Sequence[date], people: Sequence[UUID], taken: Iterable[Taken]
) -> list[Suggested]:
    """The same plan for the same house, always; earlier days and teams win where it is equal."""
    crews = teams(people)
    busy = dict.fromkeys(((day, team) for day in days for team in crews), 0)
    for one in taken:
        for day, team in busy:
            if day == one.day and {*team} & {*one.members}:
                busy[day, team] += one.pieces
    found = []
    for load in sorted(loads, key=lambda one: -one.pieces):
        day, team = min(busy, key=lambda slot: busy[slot])
        busy[day, team] += load.pieces
        found.append(Suggested(load.checklist_id, day, team))
    return found

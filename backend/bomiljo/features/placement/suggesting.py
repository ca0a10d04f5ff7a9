"""A suggestion: who can live where by the hard rules, then exchanged until the floors are mixed.

Who is placed follows from what fits and from the order in which they come; nobody is preferred
or passed over for what they are. Where they are placed is what the mixing decides (ADR 12).
"""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bomiljo.features.placement.fitting import FEATURES, Comer, Home, Lived, fits
from bomiljo.features.placement.model import Support

SECONDS = 1.0
NEVER = 10_000
AWAY = 1_000.0
LANGUAGE, SUPPORT, AGE, SPARE, SCARCE, LATE, QUIET = 4.0, 9.0, 2.0, 1.5, 2.5, 3.0, 4.0
BETTER = 1e-9
Plan = dict[UUID, UUID]


@dataclass(slots=True)
class Table:
    """The pieces of one suggestion; `kept` is what people have placed and stays."""

    comers: Mapping[UUID, Comer]
    homes: Mapping[UUID, Home]
    lived: Sequence[Lived]
    kept: Plan
    possible: dict[UUID, list[UUID]] = field(init=False)

    def __post_init__(self) -> None:
        free = [one for one in self.homes if one not in {*self.kept.values()}]
        self.possible = {
            who: [home for home in free if fits(comer, self.homes[home])]
            for who, comer in self.comers.items()
            if who not in self.kept
        }


def suggest(table: Table) -> Plan:
    ends = time.monotonic() + SECONDS
    plan = _as_many_as_can(table)
    best, improved = balance(table, plan), True
    while improved and time.monotonic() < ends:
        improved = False
        for who, where in _changes(table, plan):
            other = _changed(table, plan, who, where)
            cost = balance(table, other) if other else best
            if other and cost < best - BETTER:
                plan, best, improved = other, cost, True
            if time.monotonic() > ends:
                break
    return plan


def _changes(table: Table, plan: Plan) -> list[tuple[UUID, UUID]]:
    return [(who, where) for who in plan for where in table.possible[who]]


def _changed(table: Table, plan: Plan, who: UUID, where: UUID) -> Plan | None:
    """The plan with `who` in that flat; whoever stood there takes the one that is left."""
    left = plan[who]
    if left == where:
        return None
    holder = next((other for other, home in plan.items() if home == where), None)
    if holder is None:
        return plan | {who: where}
    return plan | {who: where, holder: left} if left in table.possible[holder] else None


def _as_many_as_can(table: Table) -> Plan:
    """As many as can be placed, by augmenting paths; whoever comes first is tried first."""
    holder: dict[UUID, UUID] = {}

    def seat(who: UUID, seen: set[UUID]) -> bool:
        for home in sorted(table.possible[who], key=lambda one: _waste(table, who, one)):
            if home in seen:
                continue
            seen.add(home)
            if home not in holder or seat(holder[home], seen):
                holder[home] = who
                return True
        return False

    for who in sorted(table.possible, key=lambda one: table.comers[one].turn):
        seat(who, set())
    return {who: home for home, who in holder.items()}


def _waste(table: Table, who: UUID, where: UUID) -> float:
    """Places that stay empty, and features that somebody else may need."""
    comer, home = table.comers[who], table.homes[where]
    wanted = {FEATURES[one] for one in FEATURES if one in (comer.facts.requirements or ())}
    special = (home.features & {"visual_alarm", "low_stimuli"}) - wanted
    late = comer.planned_on and home.free_from and home.free_from > comer.planned_on
    spare = SPARE * (home.capacity - comer.size) + SCARCE * len(special)
    return spare + (LATE if late else 0.0) + (AWAY if home.away else 0.0)


def balance(table: Table, plan: Plan) -> float:
    """How far the floors are from being mixed: alike languages, ages and much support together."""
    tongues: dict[int, Counter[str]] = {}
    ages: dict[int, Counter[str]] = {}
    heavy: Counter[int] = Counter()
    cost = 0.0
    quiet = {one.id for one in table.lived if one.quiet}
    for one in table.lived:
        tongues.setdefault(one.floor, Counter()).update(one.facts.languages)
        ages.setdefault(one.floor, Counter()).update(one.facts.bands)
    for who, where in (table.kept | plan).items():
        comer, home = table.comers[who], table.homes[where]
        cost += _waste(table, who, where)
        if home.away:
            continue
        tongues.setdefault(home.floor, Counter()).update(comer.facts.languages)
        ages.setdefault(home.floor, Counter()).update(comer.facts.bands)
        heavy[home.floor] += comer.facts.support == Support.HIGH
        cost += QUIET * (comer.facts.has_children and bool(quiet & home.beside))
    cost += SUPPORT * sum(n * n for n in heavy.values())
    cost += LANGUAGE * sum(_likeness(one) for one in tongues.values())
    return cost + AGE * sum(_likeness(one) for one in ages.values())


def _likeness(counted: Counter[str]) -> float:
    """One when all are alike, near nothing when all differ; weighed by how many there are."""
    whole = sum(counted.values())
    return sum(n * n for n in counted.values()) / whole if whole else 0.0


def reasons(table: Table, plan: Mapping[UUID, UUID]) -> dict[UUID, list[str]]:
    """Why each stands where it stands, as codes."""
    return {who: _why(table, plan, who) for who in plan}


def _why(table: Table, plan: Mapping[UUID, UUID], who: UUID) -> list[str]:
    comer, home = table.comers[who], table.homes[plan[who]]
    why = ["only_one_fits"] if len(table.possible[who]) == 1 else []
    why += [f"has_{one}" for one in comer.facts.requirements or () if one != "near_relative"]
    why.append("size_exact" if home.capacity == comer.size else "size_enough")
    if home.away:
        here = any(not table.homes[one].away for one in table.possible[who])
        return [*why, "none_left_here" if here else "none_fits_here"]
    others = [
        table.comers[other].facts
        for other, where in plan.items()
        if other != who and not table.homes[where].away and table.homes[where].floor == home.floor
    ]
    others += [one.facts for one in table.lived if one.floor == home.floor]
    spoken = {tongue for one in others for tongue in one.languages}
    if spoken and spoken - {*comer.facts.languages}:
        why.append("floor_mixes_languages")
    if {band for one in others for band in one.bands} - {*comer.facts.bands}:
        why.append("floor_mixes_ages")
    if comer.facts.support == Support.HIGH and not any(
        one.support == Support.HIGH for one in others
    ):
        why.append("support_spread")
    return why

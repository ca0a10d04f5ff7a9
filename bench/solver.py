"""The suggestion beside chance and beside the first flat that fits, on the same table."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid5

from bomiljo.features.placement.composition import Facts
from bomiljo.features.placement.fitting import Comer, Home, Lived
from bomiljo.features.placement.suggesting import Plan, Table, balance, suggest
from bomiljo.features.residents.household_schemas import AgeBand

HOUSEHOLDS, HOMES, FLOORS, CHANCES = 40, 60, 5, 20
TONGUES = ("uk", "ar", "so", "ti", "prs", "tr")
ADULTS = (AgeBand.YOUNG, AgeBand.ADULT, AgeBand.MIDDLE, AgeBand.OLDER)
NAMESPACE = UUID(int=7)


@dataclass(frozen=True)
class Solved:
    """`balance`: less is more mixed, and less wasted; only plans that place as many compare."""

    name: str
    placed: int
    balance: float
    ms: float


def measure() -> list[Solved]:
    table = _table(random.Random(17))  # noqa: S311
    chances = [_solved("by chance", table, _by_chance(seed)) for seed in range(CHANCES)]
    return [
        _solved("the suggestion", table, suggest),
        _solved("first flat that fits", table, _first_fit),
        _middle(chances),
    ]


def _solved(name: str, table: Table, solve: Callable[[Table], Plan]) -> Solved:
    began = time.perf_counter()
    plan = solve(table)
    spent = 1000 * (time.perf_counter() - began)
    return Solved(name, len(plan), balance(table, plan), spent)


def _middle(chances: list[Solved]) -> Solved:
    return sorted(chances, key=lambda one: one.balance)[len(chances) // 2]


def _first_fit(table: Table) -> Plan:
    return _one_by_one(table, sorted(table.possible, key=lambda one: table.comers[one].turn))


def _by_chance(seed: int) -> Callable[[Table], Plan]:
    chance = random.Random(seed)  # noqa: S311

    def solve(table: Table) -> Plan:
        order = chance.sample([*table.possible], len(table.possible))
        return _one_by_one(table, order, chance)

    return solve


def _one_by_one(table: Table, order: list[UUID], chance: random.Random | None = None) -> Plan:
    plan: Plan = {}
    for who in order:
        free = [home for home in table.possible[who] if home not in plan.values()]
        if free:
            plan[who] = chance.choice(free) if chance else free[0]
    return plan


def _table(chance: random.Random) -> Table:
    homes = {one.id: one for one in map(_home, range(HOMES))}
    comers = {one.id: one for one in (_comer(turn, chance) for turn in range(HOUSEHOLDS))}
    lived = [
        Lived(_id("lived", n), str(n), 1 + n % FLOORS, n % 9 == 0, _facts(chance, 1))
        for n in range(20)
    ]
    return Table(comers, homes, lived, {})


def _id(kind: str, number: int) -> UUID:
    return uuid5(NAMESPACE, f"{kind} {number}")


def _home(number: int) -> Home:
    floor, position = 1 + number // (HOMES // FLOORS), number % (HOMES // FLOORS)
    features = {"step_free"} if floor == 1 else set()
    features |= {"low_stimuli"} if position == 0 else set()
    beside = frozenset({_id("home", number - 1), _id("home", number + 1)})
    capacity = 1 if position % 3 else 4
    label = f"{floor}{position + 1:02}"
    return Home(_id("home", number), label, floor, capacity, frozenset(features), None, beside)


def _comer(turn: int, chance: random.Random) -> Comer:
    facts = _facts(chance, 1 if turn % 3 else chance.randint(2, 4))
    return Comer(_id("comer", turn), str(turn), facts, turn, None)


def _facts(chance: random.Random, size: int) -> Facts:
    return Facts(
        bands=(chance.choice(ADULTS), *[AgeBand.CHILD] * (size - 1)),
        kind="single" if size == 1 else "family",
        languages=(chance.choice(TONGUES),),
        requirements=("step_free",) if chance.random() < 0.1 else (),
        support="high" if chance.random() < 0.15 else "some",
    )

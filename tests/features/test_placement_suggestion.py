"""The suggestion by itself: hard rules, who comes first, mixed floors, and how fast."""

import random
import time
from datetime import date
from uuid import UUID

import pytest
from bomiljo.features.placement.composition import Facts
from bomiljo.features.placement.fitting import Comer, Home, Lived, fits
from bomiljo.features.placement.suggesting import Table, balance, reasons, suggest
from bomiljo.features.residents.household_schemas import AgeBand

B = AgeBand
STEP_FREE = frozenset({"step_free"})


def comer(number: int, **facts: object) -> Comer:
    given: dict[str, object] = {"bands": (B.ADULT,), "languages": ("uk",), "requirements": ()}
    return Comer(UUID(int=number), str(number), Facts(**(given | facts)), number, None)  # type: ignore[arg-type]


def home(
    number: int, floor: int = 1, capacity: int = 1, features: frozenset[str] = STEP_FREE
) -> Home:
    return Home(UUID(int=1000 + number), str(number), floor, capacity, features, None, frozenset())


def table(comers: list[Comer], homes: list[Home], lived: tuple[Lived, ...] = ()) -> Table:
    return Table({one.id: one for one in comers}, {one.id: one for one in homes}, lived, {})


def crowd(seed: int = 4) -> Table:
    """Forty households and sixty flats on five floors."""
    dice = random.Random(seed)
    comers = [
        comer(
            number,
            bands=tuple(dice.choices([*B], k=dice.choice((1, 1, 1, 2, 3, 4)))),
            languages=(dice.choice(("uk", "uk", "ar", "ti", "fa-AF", "so")),),
            requirements=tuple(dice.sample(("step_free", "low_stimuli"), dice.choice((0, 0, 1)))),
            support=dice.choice(("none", "some", "high", "unknown")),
        )
        for number in range(1, 41)
    ]
    homes = [
        home(
            number,
            floor=1 + number // 12,
            capacity=dice.choice((1, 1, 2, 4)),
            features=frozenset(dice.sample(("step_free", "low_stimuli"), dice.choice((1, 2)))),
        )
        for number in range(60)
    ]
    return table(comers, homes)


def test_nobody_is_placed_where_the_hard_rules_say_no() -> None:
    many = crowd()
    plan = suggest(many)
    assert all(fits(many.comers[who], many.homes[where]) for who, where in plan.items())
    assert len({*plan.values()}) == len(plan)


def test_as_many_as_possible_get_a_flat() -> None:
    picky = comer(2, requirements=("low_stimuli",))
    plain, quiet = home(1), home(2, features=STEP_FREE | {"low_stimuli"})
    plan = suggest(table([comer(1), picky], [quiet, plain]))
    assert plan == {comer(1).id: plain.id, picky.id: quiet.id}


def test_where_flats_are_few_those_who_come_first_get_them_whatever_they_are() -> None:
    for first in ({"languages": ("uk",)}, {"languages": ("ar",)}, {"support": "high"}):
        plan = suggest(table([comer(1, **first), comer(2), comer(3)], [home(1), home(2)]))
        assert {*plan} == {comer(1).id, comer(2).id}


def test_languages_and_much_support_are_spread_over_the_floors() -> None:
    alike = [comer(n, languages=("uk",), support="high") for n in (1, 2)]
    others = [comer(n, languages=("ar",)) for n in (3, 4)]
    places = [home(1, 1), home(2, 1), home(3, 2), home(4, 2)]
    plan = suggest(table([*alike, *others], places))
    floors = {one.id: one.floor for one in places}
    assert {floors[plan[one.id]] for one in alike} == {1, 2}


def test_a_flat_with_a_visual_alarm_is_kept_for_who_needs_it() -> None:
    special, plain = home(1, features=STEP_FREE | {"visual_alarm"}), home(2)
    assert suggest(table([comer(1)], [special, plain])) == {comer(1).id: plain.id}


def test_each_placement_says_why() -> None:
    needs = comer(1, requirements=("step_free",), languages=("ar",), support="high")
    here = Lived(UUID(int=9), "9", 1, False, Facts((B.OLDER,), languages=("uk",)))
    one = table([needs], [home(1)], (here,))
    assert reasons(one, suggest(one))[needs.id] == [
        "only_one_fits",
        "has_step_free",
        "size_exact",
        "floor_mixes_languages",
        "floor_mixes_ages",
        "support_spread",
    ]


def test_who_is_placed_by_a_person_stays() -> None:
    where = home(1)
    kept = Table({comer(1).id: comer(1)}, {where.id: where}, (), {comer(1).id: where.id})
    assert suggest(kept) == {}


@pytest.mark.parametrize("seed", range(3))
def test_forty_households_and_sixty_flats_take_less_than_two_seconds_and_beat_first_fit(
    seed: int,
) -> None:
    many = crowd(seed)
    began = time.monotonic()
    plan = suggest(many)
    assert time.monotonic() - began < 2
    first: dict[UUID, UUID] = {}
    for who, possible in many.possible.items():
        if left := [one for one in possible if one not in first.values()]:
            first[who] = left[0]
    assert len(plan) >= len(first)
    same = {who: where for who, where in plan.items() if who in first}
    assert balance(many, same) < balance(many, {who: first[who] for who in same})


def test_a_household_later_than_its_flat_is_preferred_to_one_before_it() -> None:
    late = Home(UUID(int=1), "1", 1, 1, STEP_FREE, date(2030, 1, 1), frozenset())
    early = Comer(UUID(int=5), "5", Facts((B.ADULT,)), 1, date(2029, 12, 1))
    assert suggest(table([early], [late, home(2)])) == {early.id: home(2).id}

"""Whether a household and a flat go together, and what is doubtful about a whole plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bomiljo.features.placement.board_schemas import WarningView
from bomiljo.features.placement.composition import Facts, warning
from bomiljo.features.placement.model import Requirement, Support

R = Requirement
FEATURES = {
    R.STEP_FREE: "step_free",
    R.TURNING_CIRCLE: "turning_circle",
    R.LOW_STIMULI: "low_stimuli",
    R.VISUAL_ALARM: "visual_alarm",
}
GROUND = 1
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Home:
    """A free flat. `beside`: the flats next to, above and below it; `away`: at another site."""

    id: UUID
    label: str
    floor: int
    capacity: int
    features: frozenset[str]
    free_from: date | None
    beside: frozenset[UUID]
    away: bool = False


@dataclass(frozen=True, slots=True)
class Comer:
    """A household that waits for a flat; `turn` is its place in the order in which they come."""

    id: UUID
    ref: str
    facts: Facts
    turn: int
    planned_on: date | None

    @property
    def size(self) -> int:
        return len(self.facts.bands)


@dataclass(frozen=True, slots=True)
class Lived:
    """A flat where somebody lives, for the neighbours' sake; the `hidden` are counted nowhere."""

    id: UUID
    label: str
    floor: int
    quiet: bool
    facts: Facts
    hidden: bool = False


def lacking(comer: Comer, home: Home) -> list[str]:
    """The requirements that the flat does not meet."""
    missing = []
    for one in comer.facts.requirements or ():
        feature = FEATURES.get(R(one))
        if (feature and feature not in home.features) or (
            one == R.GROUND_FLOOR and home.floor > GROUND
        ):
            missing.append(one)
    return missing


def fits(comer: Comer, home: Home) -> bool:
    """The hard rules: places enough, and what the household's flat must have."""
    return comer.size <= home.capacity and not lacking(comer, home)


def of_one(comer: Comer, home: Home, lived: Mapping[UUID, Lived]) -> list[WarningView]:
    said = []
    if comer.size > home.capacity:
        about = {"size": str(comer.size), "capacity": str(home.capacity)}
        said.append(_about("capacity", comer, home, about, blocks=True))
    said += [
        _about("requirement_missing", comer, home, {"requirement": one})
        for one in lacking(comer, home)
    ]
    if R.NEAR_RELATIVE in (comer.facts.requirements or ()):
        said.append(_about("near_relative", comer, home, {}))
    if comer.planned_on and home.free_from and home.free_from > comer.planned_on:
        about = {"free": home.free_from.isoformat(), "planned": comer.planned_on.isoformat()}
        said.append(_about("free_later", comer, home, about))
    if comer.facts.has_children and any(lived[one].quiet for one in home.beside if one in lived):
        said.append(_about("child_beside_quiet", comer, home, {}))
    return said


def _about(
    code: str, comer: Comer, home: Home, about: dict[str, str], *, blocks: bool = False
) -> WarningView:
    return WarningView(
        code=code,
        blocks=blocks,
        household_id=comer.id,
        unit_id=home.id,
        about={"ref": comer.ref, "unit": home.label} | about,
    )


Plan = Mapping[UUID, UUID]


def of_plan(
    plan: Plan,
    comers: Mapping[UUID, Comer],
    homes: Mapping[UUID, Home],
    lived: Sequence[Lived],
    around: Sequence[Lived] = (),
) -> list[WarningView]:
    """What is doubtful about the whole: floors alike, support in one place, who is left."""
    known = {one.id: one for one in (*lived, *around)}
    said: list[WarningView] = []
    for who, where in plan.items():
        said += of_one(comers[who], homes[where], known)
    placed = [(comers[who], homes[where]) for who, where in plan.items() if not homes[where].away]
    said += _high_on_one_floor(placed)
    said += _one_language_floors(placed, lived)
    said += _children_alone(placed, lived)
    said += _left(plan, comers.values(), homes.values())
    return said


def _high_on_one_floor(placed: Sequence[tuple[Comer, Home]]) -> list[WarningView]:
    floors = [home.floor for comer, home in placed if comer.facts.support == Support.HIGH]
    if len(floors) < 2 or len({*floors}) > 1:
        return []
    about = {"floor": str(floors[0]), "count": str(len(floors))}
    return [warning("high_support_one_floor", about=about)]


def _one_language_floors(
    placed: Sequence[tuple[Comer, Home]], lived: Sequence[Lived]
) -> list[WarningView]:
    said = []
    for floor in sorted({home.floor for _, home in placed}):
        spoken = [comer.facts.languages for comer, home in placed if home.floor == floor]
        spoken += [one.facts.languages for one in lived if one.floor == floor]
        told = [{*one} for one in spoken if one]
        shared = set.intersection(*told) if told else set()
        if len(told) >= ENOUGH and shared:
            about = {"floor": str(floor), "language": min(shared), "count": str(len(told))}
            said.append(warning("one_language_floor", about=about))
    return said


def _children_alone(
    placed: Sequence[tuple[Comer, Home]], lived: Sequence[Lived]
) -> list[WarningView]:
    families = [(comer, home) for comer, home in placed if comer.facts.has_children]
    if len(families) != 1 or any(one.facts.has_children for one in lived):
        return []
    return [_about("child_alone", *families[0], {})]


def _left(plan: Plan, comers: Iterable[Comer], homes: Iterable[Home]) -> list[WarningView]:
    known = [*homes]
    said = []
    for comer in comers:
        if comer.id not in plan and not any(fits(comer, home) for home in known):
            large = any(comer.size <= home.capacity for home in known)
            one = warning(
                "nowhere_fitting" if large else "nowhere_large_enough",
                about={"ref": comer.ref, "size": str(comer.size)},
            )
            said.append(one.model_copy(update={"household_id": comer.id}))
    return said

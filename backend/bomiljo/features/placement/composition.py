"""What a house is made of: ages, kinds of household, languages, requirements, support.

Only what a plan may weigh. «Unknown» is counted like any other value, so that it is seen.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bomiljo.features.placement.board_schemas import BandView, Measure, ShareView, WarningView
from bomiljo.features.residents.household_schemas import AgeBand

UNKNOWN = "unknown"
ANY = "any"
LIMITS = ((18, AgeBand.CHILD), (25, AgeBand.YOUNG), (40, AgeBand.ADULT), (60, AgeBand.MIDDLE))
DEFAULT_BANDS = (
    BandView(measure=Measure.AGE, key=AgeBand.YOUNG.value, least=0, most=50),
    BandView(measure=Measure.AGE, key=AgeBand.OLDER.value, least=0, most=30),
    BandView(measure=Measure.LANGUAGE, key=ANY, least=0, most=70),
    BandView(measure=Measure.SUPPORT, key="high", least=0, most=30),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """One household as a plan may see it; what nobody has told of its needs is unknown."""

    bands: tuple[AgeBand, ...]
    kind: str = UNKNOWN
    languages: tuple[str, ...] = ()
    requirements: tuple[str, ...] | None = None
    support: str = UNKNOWN

    @property
    def has_children(self) -> bool:
        return AgeBand.CHILD in self.bands


def band_of(years: int | None) -> AgeBand:
    if years is None:
        return AgeBand.UNKNOWN
    return next((band for limit, band in LIMITS if years < limit), AgeBand.OLDER)


def shares(households: Sequence[Facts]) -> list[ShareView]:
    ages = Counter(band.value for one in households for band in one.bands)
    kinds = Counter(one.kind for one in households)
    languages = Counter(tongue for one in households for tongue in one.languages or (UNKNOWN,))
    needs = Counter(code for one in households for code in _codes(one))
    support = Counter(one.support for one in households)
    whole = len(households)
    return [
        *_told(Measure.AGE, ages, sum(ages.values()), AgeBand),
        *_told(Measure.KIND, kinds, whole, sorted(kinds)),
        *_told(Measure.LANGUAGE, languages, whole, [key for key, _ in languages.most_common()]),
        *_told(Measure.REQUIREMENT, needs, whole, sorted(needs)),
        *_told(Measure.SUPPORT, support, whole, ("none", "some", "high", UNKNOWN)),
    ]


def _codes(one: Facts) -> tuple[str, ...]:
    if one.requirements is None:
        return (UNKNOWN,)
    return one.requirements or ("none",)


def _told(
    measure: Measure, counted: Counter[str], whole: int, keys: Iterable[str]
) -> list[ShareView]:
    return [
        ShareView(measure=measure, key=str(key), count=counted[str(key)], of=whole)
        for key in keys
        if counted[str(key)]
    ]


def outside(found: Sequence[ShareView], bands: Iterable[BandView]) -> list[WarningView]:
    """Where a composition lies outside what the district has set."""
    said = []
    for band in bands:
        for key, count, whole in _meant(found, band):
            percent = round(100 * count / whole)
            if not band.least <= percent <= band.most:
                about = {
                    "measure": band.measure.value,
                    "key": key,
                    "percent": str(percent),
                    "least": str(band.least),
                    "most": str(band.most),
                }
                code = "band_over" if percent > band.most else "band_under"
                said.append(warning(code, about=about))
    return said


def _meant(found: Sequence[ShareView], band: BandView) -> list[tuple[str, int, int]]:
    same = [one for one in found if one.measure is band.measure]
    if not same:
        return []
    whole = same[0].of
    if band.key != ANY:
        count = sum(one.count for one in same if one.key == band.key)
        return [(band.key, count, whole)]
    named = [one for one in same if one.key not in {UNKNOWN, "none"}]
    if band.measure is Measure.LANGUAGE:
        return [(one.key, one.count, whole) for one in named]
    without = sum(one.count for one in same if one.key in {UNKNOWN, "none"})
    return [(ANY, whole - without, whole)]


def warning(code: str, *, about: dict[str, str] | None = None) -> WarningView:
    return WarningView(code=code, blocks=False, household_id=None, unit_id=None, about=about or {})

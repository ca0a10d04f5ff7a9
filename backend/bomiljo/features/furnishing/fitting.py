"""Whether a lorry may come at a time, and which times near it are better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from bomiljo.features.furnishing.order_schemas import ObstacleKind, ObstacleView, SlotView
from bomiljo.features.sites.model import BusyHours

DAY = timedelta(days=1)
STEP = timedelta(minutes=30)
AHEAD = 30 * DAY
SLOTS = 3
WORKDAYS = range(1, 6)
MORNING, NIGHT = time(7), time(22)
EVENING_OF_REST = time(16)
OFFERED_FROM, OFFERED_TO = time(9), time(15)


@dataclass(frozen=True, slots=True)
class Lorry:
    """From `begins` to `ends` by the wall clock in Oslo, on one day."""

    begins: datetime
    ends: datetime

    @classmethod
    def on(cls, day: date, from_time: time, to_time: time) -> "Lorry":
        return cls(datetime.combine(day, from_time), datetime.combine(day, to_time))

    @property
    def day(self) -> date:
        return self.begins.date()

    def meets(self, other: "Lorry") -> bool:
        return self.begins < other.ends and other.begins < self.ends

    def slot(self) -> SlotView:
        return SlotView(day=self.day, from_time=clock(self.begins), to_time=clock(self.ends))


def clock(at: datetime | time) -> str:
    return at.strftime("%H:%M")


@dataclass(frozen=True, slots=True)
class Busy:
    neighbour: str
    hours: BusyHours


@dataclass(frozen=True, slots=True)
class Yard:
    """What is known about a site's days: the neighbours, the other lorries, the days of rest.

    `eves`: days on which the rest begins in the afternoon.
    """

    now: datetime
    busy: Sequence[Busy]
    lorries: Sequence[tuple[str | None, Lorry]]
    school_days: frozenset[date]
    holidays: frozenset[date]
    eves: frozenset[date]

    def obstacles(self, lorry: Lorry) -> list[ObstacleView]:
        return [*self._rules(lorry), *self._lorries(lorry), *self._neighbours(lorry)]

    def _rules(self, lorry: Lorry) -> Iterator[ObstacleView]:
        if lorry.begins < self.now:
            yield ObstacleView(kind=ObstacleKind.PAST)
        evening = lorry.day in self.eves and lorry.ends.time() > EVENING_OF_REST
        if lorry.day.isoweekday() == 7 or lorry.day in self.holidays or evening:
            yield ObstacleView(kind=ObstacleKind.DAY_OF_REST)
        if lorry.begins.time() < MORNING or lorry.ends.time() > NIGHT:
            yield ObstacleView(kind=ObstacleKind.QUIET)

    def _lorries(self, lorry: Lorry) -> Iterator[ObstacleView]:
        for supplier, other in self.lorries:
            if lorry.meets(other):
                yield ObstacleView(
                    kind=ObstacleKind.DELIVERY,
                    name=supplier,
                    from_time=clock(other.begins),
                    to_time=clock(other.ends),
                )

    def _neighbours(self, lorry: Lorry) -> Iterator[ObstacleView]:
        for one in self.busy:
            hours = one.hours
            if self._keeps(hours, lorry.day) and lorry.meets(
                Lorry.on(lorry.day, hours.from_time, hours.to_time)
            ):
                yield ObstacleView(
                    kind=ObstacleKind.NEIGHBOUR,
                    name=one.neighbour,
                    label=hours.label,
                    from_time=clock(hours.from_time),
                    to_time=clock(hours.to_time),
                    only_school_days=hours.only_school_days,
                )

    def _keeps(self, hours: BusyHours, day: date) -> bool:
        return (
            day.isoweekday() in hours.weekdays
            and (not hours.only_school_days or day in self.school_days)
            and (hours.valid_from or day) <= day <= (hours.valid_to or day)
        )

    def better(self, wanted: Lorry) -> list[SlotView]:
        """As long as was wished, the nearest first; of two as near, the later."""
        length = min(
            wanted.ends - wanted.begins,
            datetime.combine(wanted.day, OFFERED_TO) - datetime.combine(wanted.day, OFFERED_FROM),
        )
        near = sorted(
            self._offered(max(wanted.day, self.now.date()), length),
            key=lambda one: (abs(one.begins - wanted.begins), one.begins < wanted.begins),
        )
        return [one.slot() for one in islice(_apart(near), SLOTS)]

    def _offered(self, around: date, length: timedelta) -> Iterator[Lorry]:
        day = max(around - AHEAD, self.now.date())
        while day <= around + AHEAD:
            begins, last = (datetime.combine(day, one) for one in (OFFERED_FROM, OFFERED_TO))
            while day.isoweekday() in WORKDAYS and begins + length <= last:
                lorry = Lorry(begins, begins + length)
                if not self.obstacles(lorry):
                    yield lorry
                begins += STEP
            day += DAY


def _apart(lorries: Sequence[Lorry]) -> Iterator[Lorry]:
    """Three times half an hour apart would be no choice."""
    chosen: list[Lorry] = []
    for one in lorries:
        if not any(one.meets(other) for other in chosen):
            chosen.append(one)
            yield one

"""The composition of a house today and through the months behind, from the leases themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience, Role
from bomiljo.features.placement.board import bands_of
from bomiljo.features.placement.board_schemas import Measure, ShareView
from bomiljo.features.placement.composition import (
    UNKNOWN,
    Facts,
    band_of,
    outside,
    shares,
)
from bomiljo.features.placement.monitoring_schemas import (
    CompositionView,
    CountView,
    MomentView,
)
from bomiljo.kernel.clock import today
from bomiljo.kernel.problems import NotFound

HOMES = text("SELECT * FROM site_homes(:site, :since)")
MONTHS = 12
FEWEST = 5
blunt = Lens(
    Permission.COMPOSITION_READ,
    {Audience.DISTRICT: False, Audience.NAV: False},
    {Role.ENV_WORKER: True},
)
"""Who sees the house and not what households need is shown no small numbers."""


@dataclass(frozen=True, slots=True)
class Stay:
    """A household in a flat, over time."""

    since: date
    until: date | None
    kind: str
    members: Sequence[Mapping[str, Any]]
    requirements: tuple[str, ...] | None
    support: str

    def on(self, day: date) -> Facts | None:
        if not _within(day, self.since, self.until):
            return None
        here = [
            one
            for one in self.members
            if _within(day, date.fromisoformat(one["since"]), _day(one["until"]))
        ]
        return Facts(
            bands=tuple(band_of(_years(_day(one["born"]), day)) for one in here),
            kind=self.kind,
            languages=tuple(sorted({tongue for one in here for tongue in one["languages"]})),
            requirements=self.requirements,
            support=self.support,
        )


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _within(day: date, since: date, until: date | None) -> bool:
    return since <= day and (until is None or day < until)


def _years(born: date | None, day: date) -> int | None:
    return relativedelta(day, born).years if born else None


async def show(session: AsyncSession, actor: Actor, site_id: UUID) -> CompositionView:
    if site_id not in actor.sites:
        raise NotFound
    days = _days()
    stays = await _stays(session, site_id, days[0])
    bands, version = await bands_of(session, actor)
    hidden = blunt(actor)
    moments = [_moment(stays, day, hidden=hidden) for day in days]
    found = shares(_on(stays, days[-1]))
    return CompositionView(
        site_id=site_id,
        moments=moments,
        bands=bands,
        bands_version=version,
        warnings=[] if hidden else outside(found, bands),
    )


def _days() -> list[date]:
    """The first of each month behind, and today."""
    first = today().replace(day=1)
    months = [first - relativedelta(months=back) for back in range(MONTHS, -1, -1)]
    return [*(one for one in months if one < today()), today()]


async def _stays(session: AsyncSession, site_id: UUID, since: date) -> list[Stay]:
    found = await session.execute(HOMES, {"site": site_id, "since": since})
    return [
        Stay(
            row.period.lower,
            row.period.upper,
            row.kind,
            row.members,
            None if row.requirements is None else tuple(row.requirements),
            row.support or UNKNOWN,
        )
        for row in found
    ]


def _on(stays: Sequence[Stay], day: date) -> list[Facts]:
    return [facts for one in stays if (facts := one.on(day))]


def _moment(stays: Sequence[Stay], day: date, *, hidden: bool) -> MomentView:
    here = _on(stays, day)
    found = shares(here)
    small: frozenset[tuple[Measure, str]] = _small(found) if hidden else frozenset()
    return MomentView(
        on=day,
        households=len(here),
        people=sum(len(one.bands) for one in here),
        shares=[
            CountView(
                measure=one.measure,
                key=one.key,
                count=None if (one.measure, one.key) in small else one.count,
                of=one.of,
            )
            for one in found
        ],
    )


def _small(found: Sequence[ShareView]) -> frozenset[tuple[Measure, str]]:
    """The small counts, and beside a lone one the next, lest it be found by subtraction."""
    hidden: set[tuple[Measure, str]] = set()
    for measure in Measure:
        same = sorted((one for one in found if one.measure is measure), key=lambda one: one.count)
        small = sum(one.count < FEWEST for one in same)
        hidden |= {(measure, one.key) for one in same[: max(small, 2) if small else 0]}
    return frozenset(hidden)

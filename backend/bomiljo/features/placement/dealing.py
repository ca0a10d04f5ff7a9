"""Who helps whom of a plan: its households shared out evenly, those with much follow-up first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.features.placement.board_schemas import (
    BandView,
    HelperLoad,
    Measure,
    PlanHelpers,
    WarningView,
)
from bomiljo.features.placement.composition import ANY, warning
from bomiljo.features.placement.model import Alternative, PlannedHelper, Support
from bomiljo.features.placement.problems import HelperNotHere
from bomiljo.features.residents.model import HelperKind

LOADS = text("SELECT * FROM helper_loads(:site)")
Who = tuple[HelperKind, UUID]


@dataclass(frozen=True, slots=True)
class Load:
    kind: HelperKind
    user_id: UUID
    name: str
    households: int
    high: int

    @property
    def who(self) -> Who:
        return (self.kind, self.user_id)

    def with_one_more(self, support: str) -> "Load":
        more = support == Support.HIGH
        return replace(self, households=self.households + 1, high=self.high + more)


@dataclass(frozen=True, slots=True)
class Shared:
    """`of`: the helpers of each household; `loads`: of the plan's helpers, afterwards."""

    of: Mapping[UUID, Sequence[Who]]
    loads: Sequence[Load]


async def loads(session: AsyncSession, site_id: UUID) -> dict[Who, Load]:
    found = await session.execute(LOADS, {"site": site_id})
    rows = [
        Load(HelperKind(row.kind), row.user_id, row.name, row.households, row.high) for row in found
    ]
    return {one.who: one for one in rows}


async def chosen(session: AsyncSession, alternatives: Sequence[UUID]) -> dict[UUID, list[Who]]:
    found = await session.scalars(
        select(PlannedHelper)
        .where(PlannedHelper.alternative_id.in_(alternatives))
        .order_by(PlannedHelper.created_at, PlannedHelper.id)
    )
    by_alternative: dict[UUID, list[Who]] = {}
    for one in found:
        by_alternative.setdefault(one.alternative_id, []).append((one.kind, one.user_id))
    return by_alternative


async def fitting(session: AsyncSession, site_id: UUID, given: PlanHelpers) -> list[Who]:
    here = await loads(session, site_id)
    wanted = list(dict.fromkeys((helper.kind, helper.user_id) for helper in given.helpers))
    if any(who not in here for who in wanted):
        raise HelperNotHere
    return wanted


async def choose(session: AsyncSession, one: Alternative, wanted: Sequence[Who]) -> None:
    found = await session.scalars(
        select(PlannedHelper).where(PlannedHelper.alternative_id == one.id)
    )
    known = {(helper.kind, helper.user_id): helper for helper in found}
    for who in wanted:
        if known.pop(who, None) is None:
            kind, user_id = who
            session.add(
                PlannedHelper(
                    district_id=one.district_id,
                    alternative_id=one.id,
                    kind=kind,
                    user_id=user_id,
                )
            )
    for dropped in known.values():
        await session.delete(dropped)
    await session.flush()


def shared(
    households: Mapping[UUID, str], helpers: Iterable[Who], today: Mapping[Who, Load]
) -> Shared:
    """`households`: their support, in the order in which they come. The least laden is next."""
    now = {who: today[who] for who in helpers if who in today}
    of: dict[UUID, list[Who]] = {one: [] for one in households}
    heavy_first = sorted(households, key=lambda one: households[one] != Support.HIGH)
    for kind in HelperKind:
        among = [who for who in now if who[0] is kind]
        for household in heavy_first if among else ():
            support = households[household]
            heavy = support == Support.HIGH
            who = min(among, key=lambda one: (now[one].high * heavy, now[one].households))
            now[who] = now[who].with_one_more(support)
            of[household].append(who)
    return Shared(of, [*now.values()])


def view(one: Load) -> HelperLoad:
    return HelperLoad(
        kind=one.kind,
        user_id=one.user_id,
        name=one.name,
        households=one.households,
        high=one.high,
    )


def overloaded(found: Iterable[Load], bands: Iterable[BandView]) -> list[WarningView]:
    limits = [one for one in bands if one.measure is Measure.CASES]
    return [
        warning(
            "load_over",
            about={
                "name": load.name,
                "households": str(load.households),
                "most": str(limit.most),
            },
        )
        for load in found
        for limit in limits
        if limit.key in {ANY, load.kind.value} and load.households > limit.most
    ]

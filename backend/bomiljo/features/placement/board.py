"""The mixing table: alternatives side by side, changed one household at a time, one chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.placement import board_queries, dealing, fitting
from bomiljo.features.placement.board_queries import Building, Coming
from bomiljo.features.placement.board_schemas import (
    AlternativeView,
    BandsView,
    BandView,
    BoardView,
    FreeUnit,
    HouseholdCard,
    NeighbourUnit,
    PlacedView,
    SetBands,
)
from bomiljo.features.placement.composition import DEFAULT_BANDS, outside, shares
from bomiljo.features.placement.fitting import Home
from bomiljo.features.placement.model import Alternative, Placement, PlacementSettings, State
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound


@dataclass(frozen=True, slots=True)
class Table:
    """What every alternative is seen against."""

    house: Building
    coming: Mapping[UUID, Coming]
    bands: Sequence[BandView]
    loads: Mapping[dealing.Who, dealing.Load]


async def show(session: AsyncSession, actor: Actor, site_id: UUID) -> BoardView:
    if site_id not in actor.sites:
        raise NotFound
    house = await board_queries.building(session, actor, site_id)
    coming = await board_queries.coming(session, actor.district_id)
    bands, version = await bands_of(session, actor)
    found = await board_queries.alternatives(session, actor, site_id)
    ids = [one.id for one, _, _ in found]
    placed = await board_queries.placements(session, ids)
    loads = await dealing.loads(session, site_id)
    helpers = await dealing.chosen(session, ids)
    table = Table(house, coming, bands, loads)
    people = [who for one in coming.values() for who in one.people]
    if coming:
        await disclose(session, "placement.board", coming, people)
    return BoardView(
        site_id=site_id,
        households=[_card(one) for one in coming.values()],
        units=[_unit(house, home) for home in house.free.values() if not home.away],
        elsewhere=[_unit(house, home) for home in house.free.values() if home.away],
        before=shares(house.counted),
        helpers=[dealing.view(one) for one in loads.values()],
        bands=bands,
        bands_version=version,
        alternatives=[
            _alternative(one, (made, chose), placed.get(one.id, []), helpers.get(one.id, []), table)
            for one, made, chose in found
        ],
    )


def _card(one: Coming) -> HouseholdCard:
    return HouseholdCard(
        id=one.row.id,
        waits=one.row.state is State.OPEN,
        ref=one.row.ref,
        request_id=one.row.request_id,
        request_reference=one.request,
        kind=one.row.kind,
        size=one.comer.size,
        age_bands=list(one.comer.facts.bands),
        languages=list(one.comer.facts.languages),
        requirements=one.row.requirements,
        support=one.row.support,
        planned_on=one.comer.planned_on,
        version=one.row.version,
    )


def _unit(house: Building, home: Home) -> FreeUnit:
    unit = house.units[home.id]
    neighbours = [one for one in (*house.lived, *house.around) if one.id in home.beside]
    return FreeUnit(
        id=home.id,
        site_id=unit.site_id,
        label=unit.label,
        floor=home.floor,
        capacity=home.capacity,
        accessibility=unit.accessibility,
        state=unit.state,
        free_from=home.free_from,
        neighbours=[
            NeighbourUnit(
                label=one.label,
                where=_where(unit.floor, one.floor),
                age_bands=list(one.facts.bands),
                languages=list(one.facts.languages),
                quiet=one.quiet,
            )
            for one in neighbours
        ],
    )


def _where(floor: int, other: int) -> str:
    if other == floor:
        return "beside"
    return "above" if other > floor else "below"


def _alternative(
    one: Alternative,
    names: tuple[str, str | None],
    placements: Sequence[Placement],
    helpers: Sequence[dealing.Who],
    table: Table,
) -> AlternativeView:
    house, coming = table.house, table.coming
    here = [p for p in placements if p.household_id in coming and p.unit_id in house.units]
    plan = {p.household_id: p.unit_id for p in here if p.unit_id in house.free}
    comers = {who: known.comer for who, known in coming.items()}
    here_too = [comers[who].facts for who, where in plan.items() if not house.free[where].away]
    shared = dealing.shared(
        {who: coming[who].comer.facts.support for who in coming if who in plan},
        helpers,
        table.loads,
    )
    after = shares([*house.counted, *here_too])
    return AlternativeView(
        id=one.id,
        name=one.name,
        note=one.note,
        made_by=names[0],
        created_at=one.created_at,
        chosen_at=one.chosen_at,
        chosen_by=names[1],
        chosen_because=one.chosen_because,
        committed_at=one.committed_at,
        version=one.version,
        placed=[
            PlacedView(household_id=p.household_id, unit_id=p.unit_id, because=p.because)
            for p in here
        ],
        after=after,
        helpers=[dealing.view(load) for load in shared.loads],
        warnings=[
            *fitting.of_plan(plan, _waiting(coming, plan), house.free, house.lived, house.around),
            *outside(after, table.bands),
            *dealing.overloaded(shared.loads, table.bands),
        ],
    )


def _waiting(coming: Mapping[UUID, Coming], plan: Mapping[UUID, UUID]) -> dict[UUID, fitting.Comer]:
    """Those of the plan, and those who still have no place in any."""
    return {
        who: one.comer for who, one in coming.items() if who in plan or one.row.state is State.OPEN
    }


async def bands_of(session: AsyncSession, actor: Actor) -> tuple[list[BandView], int]:
    """The district's own bands, else the ones to begin with; version 0 when nothing is set."""
    settings = await session.scalar(
        select(PlacementSettings).where(PlacementSettings.district_id == actor.district_id)
    )
    if settings is None:
        return [*DEFAULT_BANDS], 0
    own = [BandView.model_validate(one) for one in settings.bands]
    return own or [*DEFAULT_BANDS], settings.version


async def set_bands(session: AsyncSession, actor: Actor, given: SetBands) -> BandsView:
    settings = await session.scalar(
        select(PlacementSettings)
        .where(PlacementSettings.district_id == actor.district_id)
        .with_for_update()
    )
    bands = [one.model_dump(mode="json") for one in given.bands]
    if settings is None:
        if given.version:
            raise ChangedMeanwhile(current_version=0)
        settings = PlacementSettings(district_id=actor.district_id, bands=bands)
        session.add(settings)
    else:
        settings.expect(given.version)
        settings.bands = bands
    await session.flush()
    shown, version = await bands_of(session, actor)
    return BandsView(bands=shown, version=version)

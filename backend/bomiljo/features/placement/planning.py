"""Making, changing, suggesting and choosing an alternative."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from anyio import to_thread
from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.placement import board_queries, dealing, suggesting
from bomiljo.features.placement.board_schemas import (
    AlternativeRef,
    ChooseAlternative,
    EditAlternative,
    NewAlternative,
    OnVersion,
    PlaceHousehold,
    PlanHelpers,
)
from bomiljo.features.placement.model import (
    Alternative,
    CandidateHousehold,
    Placement,
    PlannedHelper,
    State,
)
from bomiljo.features.placement.problems import (
    AlternativeIsChosen,
    AlternativeNotChosen,
    AlternativeUnknown,
    FlatUnknown,
    HouseholdNotOnTheTable,
    NobodyIsPlaced,
    PlanIsCommitted,
    PlannedElsewhere,
    PlanTooTight,
    SiteNotHere,
    UnitNotFree,
)
from bomiljo.kernel.clock import now
from bomiljo.kernel.problems import NotFound


def ref(one: Alternative) -> AlternativeRef:
    return AlternativeRef(id=one.id, name=one.name, version=one.version)


async def begin(session: AsyncSession, actor: Actor, new: NewAlternative) -> AlternativeRef:
    if new.site_id not in actor.sites:
        raise SiteNotHere
    copied: Sequence[Placement] = []
    helpers: Sequence[dealing.Who] = []
    if new.alternative_id:
        if await session.get(Alternative, new.alternative_id) is None:
            raise AlternativeUnknown
        copied = await placements_of(session, new.alternative_id)
        found = await dealing.chosen(session, [new.alternative_id])
        helpers = found.get(new.alternative_id, [])
    one = Alternative(
        district_id=actor.district_id,
        made_by=actor.id,
        **new.model_dump(exclude={"alternative_id"}),
    )
    session.add(one)
    await session.flush()
    for other in copied:
        _put(session, one, other.household_id, other.unit_id, other.because)
    for kind, user_id in helpers:
        session.add(
            PlannedHelper(
                district_id=one.district_id, alternative_id=one.id, kind=kind, user_id=user_id
            )
        )
    await session.flush()
    return ref(one)


def _put(
    session: AsyncSession, one: Alternative, who: UUID, where: UUID, because: list[str]
) -> None:
    session.add(
        Placement(
            district_id=one.district_id,
            alternative_id=one.id,
            household_id=who,
            unit_id=where,
            because=because,
        )
    )


async def placements_of(session: AsyncSession, alternative_id: UUID) -> Sequence[Placement]:
    found = await session.scalars(
        select(Placement).where(Placement.alternative_id == alternative_id)
    )
    return found.all()


async def held(session: AsyncSession, alternative_id: UUID, version: int) -> Alternative:
    one = await session.get(Alternative, alternative_id, with_for_update=True)
    if one is None:
        raise NotFound
    one.expect(version)
    return one


async def _open(session: AsyncSession, alternative_id: UUID, version: int) -> Alternative:
    one = await held(session, alternative_id, version)
    if one.chosen_at:
        raise AlternativeIsChosen
    return one


async def edit(
    session: AsyncSession, alternative_id: UUID, given: EditAlternative
) -> AlternativeRef:
    one = await held(session, alternative_id, given.version)
    one.name, one.note = given.name, given.note
    await session.flush()
    return ref(one)


async def discard(session: AsyncSession, alternative_id: UUID, given: OnVersion) -> None:
    await session.delete(await _open(session, alternative_id, given.version))


async def place(
    session: AsyncSession, actor: Actor, alternative_id: UUID, given: PlaceHousehold
) -> AlternativeRef:
    """One household into one flat; whoever stood there in this plan waits again."""
    one = await held(session, alternative_id, given.version)
    who = given.candidate_household_id
    coming = await board_queries.coming(session, actor.district_id)
    if who not in coming:
        raise HouseholdNotOnTheTable
    stands = Placement.household_id == who
    if given.unit_id:
        house = await board_queries.building(session, actor, one.site_id)
        if given.unit_id not in house.units:
            raise FlatUnknown
        if given.unit_id not in house.free:
            raise UnitNotFree
        stands |= Placement.unit_id == given.unit_id
    if one.chosen_at:
        raise AlternativeIsChosen
    if coming[who].row.state is not State.OPEN:
        raise HouseholdNotOnTheTable
    await session.execute(delete(Placement).where(Placement.alternative_id == one.id, stands))
    if given.unit_id:
        _put(session, one, who, given.unit_id, [])
    await session.flush()
    return ref(one)


async def set_helpers(
    session: AsyncSession, alternative_id: UUID, given: PlanHelpers
) -> AlternativeRef:
    one = await held(session, alternative_id, given.version)
    wanted = await dealing.fitting(session, one.site_id, given)
    if one.chosen_at:
        raise AlternativeIsChosen
    await dealing.choose(session, one, wanted)
    return ref(one)


async def suggest(
    session: AsyncSession, actor: Actor, alternative_id: UUID, given: OnVersion
) -> AlternativeRef:
    """Place those who wait; who is placed already stays where somebody has put them."""
    one = await _open(session, alternative_id, given.version)
    house = await board_queries.building(session, actor, one.site_id)
    coming = await board_queries.coming(session, actor.district_id)
    comers = {who: c.comer for who, c in coming.items() if c.row.state is State.OPEN}
    kept = {p.household_id: p.unit_id for p in await placements_of(session, one.id)}
    elsewhere = await _promised(session, one)
    free = {where: home for where, home in house.free.items() if where not in elsewhere}
    table = suggesting.Table(
        comers,
        free,
        house.lived,
        {who: where for who, where in kept.items() if who in comers and where in free},
    )
    plan = await to_thread.run_sync(partial(suggesting.suggest, table))
    why = suggesting.reasons(table, plan)
    for who, where in plan.items():
        _put(session, one, who, where, why[who])
    await session.flush()
    return ref(one)


async def _promised(session: AsyncSession, one: Alternative) -> set[UUID]:
    """The flats of other plans that are chosen, also of sites that others plan for."""
    return {*await session.scalars(func.promised_units(one.id).select())}


async def choose(
    session: AsyncSession, actor: Actor, alternative_id: UUID, given: ChooseAlternative
) -> AlternativeRef:
    one = await _open(session, alternative_id, given.version)
    await session.execute(func.pg_advisory_xact_lock(func.hashtext(str(one.district_id))).select())
    placements = await placements_of(session, one.id)
    if not placements:
        raise NobodyIsPlaced
    house = await board_queries.building(session, actor, one.site_id)
    coming = await board_queries.coming(session, actor.district_id)
    promised = await _promised(session, one)
    for p in placements:
        known = coming.get(p.household_id)
        if known is None or known.row.state is not State.OPEN or p.unit_id in promised:
            raise PlannedElsewhere
        if p.unit_id not in house.free:
            raise UnitNotFree
        if known.comer.size > house.free[p.unit_id].capacity:
            raise PlanTooTight
    await _move_on(session, placements, State.PLACED)
    one.chosen_at, one.chosen_by, one.chosen_because = now(), actor.id, given.because
    await session.flush()
    return ref(one)


async def release(session: AsyncSession, alternative_id: UUID, given: OnVersion) -> AlternativeRef:
    """Not this one after all: its households wait again. What is committed stays."""
    one = await held(session, alternative_id, given.version)
    if one.committed_at:
        raise PlanIsCommitted
    if one.chosen_at is None:
        raise AlternativeNotChosen
    await _move_on(session, await placements_of(session, one.id), State.OPEN)
    one.chosen_at = one.chosen_by = one.chosen_because = None
    await session.flush()
    return ref(one)


async def _move_on(session: AsyncSession, placements: Sequence[Placement], state: State) -> None:
    await session.execute(
        update(CandidateHousehold)
        .where(CandidateHousehold.id.in_([one.household_id for one in placements]))
        .values(state=state, version=CandidateHousehold.version + 1)
        .execution_options(synchronize_session=False)
    )

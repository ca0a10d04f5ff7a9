"""Packages and the lists that are made from them."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing import queries
from bomiljo.features.furnishing.inputs import EditLine, ExtraLine, NewChecklists, NewEdition
from bomiljo.features.furnishing.model import (
    Checklist,
    ChecklistKind,
    ChecklistLine,
    Fits,
    Package,
    PackageLine,
)
from bomiljo.features.furnishing.problems import (
    ChecklistOpen,
    DeviationReasonMissing,
    EditionReplaced,
    FurnishedUnitUnknown,
    KeyLiesReady,
    LineUnknown,
    PackageForOtherRooms,
    PackageUnknown,
    UnitNotFurnished,
)
from bomiljo.features.furnishing.schemas import Opened, PackageView
from bomiljo.features.sites import service as sites
from bomiljo.features.sites.model import Unit, UnitState
from bomiljo.kernel.clock import now
from bomiljo.kernel.problems import NotFound

MOST = 999
NOBODY_KNOWN: Mapping[UUID, int] = MappingProxyType({})
EXTRA = 1000
"""Where lines beyond the package begin."""


async def edit_package(session: AsyncSession, actor: Actor, new: NewEdition) -> PackageView:
    """The next edition; the one before it stays with the lists that were made from it."""
    present = await session.scalar(
        select(Package)
        .where(
            Package.district_id == actor.district_id,
            Package.name == new.name,
            Package.replaced_at.is_(None),
        )
        .with_for_update()
    )
    if (present.edition if present else 0) != new.edition:
        raise EditionReplaced
    if present:
        present.replaced_at = now()
        await session.flush()
    package = Package(
        district_id=actor.district_id,
        fits=new.fits,
        household_size=new.household_size,
        edition=new.edition + 1,
        name=new.name,
    )
    session.add(package)
    await session.flush()
    session.add_all(
        PackageLine(
            district_id=actor.district_id,
            package_id=package.id,
            position=position,
            **line.model_dump(),
        )
        for position, line in enumerate(new.lines, 1)
    )
    await session.flush()
    return await queries.package_view(session, package)


async def open_checklists(
    session: AsyncSession,
    actor: Actor,
    new: NewChecklists,
    coming: Mapping[UUID, int] = NOBODY_KNOWN,
) -> Opened:
    """One list per unit; a unit whose key lay ready before is made ready again.

    `coming`: how many move into a unit, where that is known before their lease is.
    """
    package = await session.get(Package, new.package_id)
    if package is None or package.replaced_at:
        raise PackageUnknown
    uses = await queries.fitting_units(session, new.unit_ids)
    if len(uses) < len({*new.unit_ids}):
        raise FurnishedUnitUnknown
    if not {*uses.values()} <= {*Fits}:
        raise UnitNotFurnished
    if {*uses.values()} != {package.fits}:
        raise PackageForOtherRooms
    earlier = await _replaced(session, uses)
    lines = await queries.package_lines(session, package.id)
    persons = {**await queries.persons_in(session, uses), **coming}
    opened = [
        await _open(
            session,
            lines,
            Checklist(
                district_id=package.district_id,
                unit_id=unit_id,
                package_id=package.id,
                kind=ChecklistKind.RELET if unit_id in earlier else ChecklistKind.FIRST,
                persons=persons[unit_id],
                opened_by=actor.id,
            ),
            earlier.get(unit_id),
        )
        for unit_id in dict.fromkeys(new.unit_ids)
    ]
    return Opened(checklist_ids=opened)


async def open_missing(
    session: AsyncSession,
    actor: Actor,
    package_id: UUID,
    unit_ids: Sequence[UUID],
    coming: Mapping[UUID, int] = NOBODY_KNOWN,
) -> None:
    """Lists for the units that have none under way and do not stand ready after one.

    `package_id` is an edition in use. A unit whose key lay ready before gets the lane again: what
    stood there counts as in place and needs a check, what is missing goes through the lane anew.
    Calling it twice changes nothing.
    """
    found = await session.scalars(
        select(Checklist.unit_id)
        .join(Unit, Unit.id == Checklist.unit_id)
        .where(
            Checklist.unit_id.in_(unit_ids),
            Checklist.replaced_at.is_(None),
            or_(Checklist.key_at.is_(None), Unit.state == UnitState.READY),
        )
    )
    furnished = {*found}
    missing = [one for one in unit_ids if one not in furnished]
    if missing:
        new = NewChecklists(package_id=package_id, unit_ids=missing)
        await open_checklists(session, actor, new, coming)


async def _replaced(session: AsyncSession, units: Iterable[UUID]) -> dict[UUID, Checklist]:
    """The finished lists that the new ones take over from."""
    found = await session.scalars(
        select(Checklist)
        .where(Checklist.unit_id.in_([*units]), Checklist.replaced_at.is_(None))
        .order_by(Checklist.id)
        .with_for_update()
    )
    earlier = {one.unit_id: one for one in found}
    if any(one.key_at is None for one in earlier.values()):
        raise ChecklistOpen
    for one in earlier.values():
        one.replaced_at = now()
    await session.flush()
    return earlier


async def _open(
    session: AsyncSession,
    lines: list[PackageLine],
    checklist: Checklist,
    earlier: Checklist | None,
) -> UUID:
    unit = await sites.furnish(session, checklist.unit_id, ready=False)
    checklist.site_id = unit.site_id
    session.add(checklist)
    await session.flush()
    stood = await checklist_lines(session, earlier.id) if earlier else []
    before = {line.item: line for line in stood}
    session.add_all(_line(checklist, line, before.get(line.item)) for line in lines)
    in_package = {line.item for line in lines}
    session.add_all(
        _line(checklist, line, line)
        for line in stood
        if line.item not in in_package and line.quantity > 0
    )
    await session.flush()
    return checklist.id


def _line(
    checklist: Checklist, like: PackageLine | ChecklistLine, stood: ChecklistLine | None
) -> ChecklistLine:
    """What stood there with a reason of its own keeps it."""
    planned = _planned(checklist, like) if isinstance(like, PackageLine) else 0
    quantity = stood.quantity if stood and stood.reason else planned
    more = max(0, quantity - stood.quantity) if stood else 0
    return ChecklistLine(
        district_id=checklist.district_id,
        site_id=checklist.site_id,
        checklist_id=checklist.id,
        position=like.position,
        room=like.room,
        item=like.item,
        package_quantity=planned,
        quantity=quantity,
        reason=stood.reason if stood and quantity != planned else None,
        needs_assembly=like.needs_assembly,
        supplier=like.supplier,
        in_place=bool(stood and stood.quantity),
        short=more if stood and stood.quantity else 0,
    )


def _planned(checklist: Checklist, line: PackageLine) -> int:
    return min(MOST, line.quantity * checklist.persons if line.per_person else line.quantity)


async def checklist_lines(session: AsyncSession, checklist_id: UUID) -> list[ChecklistLine]:
    found = await session.scalars(
        select(ChecklistLine)
        .where(ChecklistLine.checklist_id == checklist_id)
        .order_by(ChecklistLine.position, ChecklistLine.id)
    )
    return list(found)


async def held(session: AsyncSession, checklist_id: UUID) -> Checklist:
    """The present list of a unit, locked until the transaction ends."""
    checklist = await session.get(Checklist, checklist_id, with_for_update=True)
    if checklist is None:
        raise NotFound
    return checklist


async def unfinished(session: AsyncSession, checklist_id: UUID) -> Checklist:
    checklist = await held(session, checklist_id)
    if checklist.key_at:
        raise KeyLiesReady
    return checklist


async def line_of(session: AsyncSession, checklist: Checklist, line_id: UUID) -> ChecklistLine:
    line = await session.get(ChecklistLine, line_id)
    if line is None or line.checklist_id != checklist.id:
        raise LineUnknown
    return line


async def settle(session: AsyncSession, checklist: Checklist) -> None:
    """Ready when each line that is wanted is checked; the unit says the same."""
    await session.flush()
    wanted = [one for one in await checklist_lines(session, checklist.id) if one.quantity > 0]
    ready = bool(wanted) and all(one.checked_at for one in wanted)
    if ready == (checklist.ready_at is not None):
        return
    checklist.ready_at = now() if ready else None
    await sites.furnish(session, checklist.unit_id, ready=ready)


async def edit_line(
    session: AsyncSession, checklist_id: UUID, line_id: UUID, given: EditLine
) -> None:
    """Another number than the package's, with the reason that equal treatment asks for."""
    checklist = await unfinished(session, checklist_id)
    line = await session.get(ChecklistLine, line_id)
    if line is None or line.checklist_id != checklist.id:
        raise NotFound
    checklist.expect(given.version)
    if given.quantity is not None:
        line.quantity = given.quantity
    if "reason" in given.model_fields_set:
        line.reason = given.reason
    if line.quantity == line.package_quantity:
        line.reason = None
    elif line.reason is None:
        raise DeviationReasonMissing
    line.short = min(line.short, line.quantity)
    await settle(session, checklist)


async def add_line(session: AsyncSession, checklist_id: UUID, extra: ExtraLine) -> None:
    checklist = await unfinished(session, checklist_id)
    checklist.expect(extra.version)
    session.add(
        ChecklistLine(
            district_id=checklist.district_id,
            site_id=checklist.site_id,
            checklist_id=checklist.id,
            position=EXTRA,
            package_quantity=0,
            **extra.model_dump(exclude={"version"}),
        )
    )
    await settle(session, checklist)
